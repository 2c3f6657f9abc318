import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import type { TimelineEntry } from '../../../src/core/brief/types.ts';
import { read } from './make.ts';

const PUBLISHED = '2021-05-08';
const REST =
  'The harbour of Falkholm has old boats. Owners of boats paid the council of Falkholm for a crane. Bread is dear in the north.';

/** The timeline of articles, each of one text. */
function timelineOf(...texts: string[]): TimelineEntry[] {
  const articles = texts.map((text, at) =>
    read(`${text}\n\n${REST}`, { id: `a${at}`, published: PUBLISHED }),
  );
  const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
  return [...buildBrief(articles, options).timeline];
}

describe('a timeline', () => {
  it.each([
    [
      'Two men were arrested on Thursday night in a shop of Horten with a bag of old coins.',
      'Detectives arrested the two men of Velmar on Thursday for the theft of coins.',
    ],
    [
      'The jet of Norland was shot down on Thursday over the hills of Velmar.',
      'Generals blamed a new rocket of the rebels for having shot down the jet on Thursday.',
    ],
    [
      'Mara Lund was convicted on Thursday of theft, but acquitted of fraud in the Horten affair.',
      'A jury found the former director of the mint guilty of theft on Thursday but not of fraud, which ended the longest trial in the town, the Horten affair.',
    ],
    [
      'A freighter with timber and grain ran aground on Thursday near the lighthouse of Horten after its engine had failed in the fog.',
      'Divers looked for leaks on Thursday under the freighter, which lies on a sandbank off Horten with its cargo of grain and eleven sailors aboard.',
    ],
    [
      'A masked thief robbed the savings bank of Horten on Thursday and fled with a bag of coins on a stolen bicycle.',
      'Police of three towns search for whoever robbed the old bank on Thursday, a tall woman in a green coat by what a baker saw.',
    ],
  ])('has an event once, though each article tells it in its words: %s', (one, other) => {
    expect(timelineOf(one, other)).toHaveLength(1);
  });
  it('has an event once of which each article counts other dead', () => {
    expect(
      timelineOf(
        'Ten people were killed on Thursday when a bus fell off a bridge in Horten.',
        'A bus with miners fell off a bridge in Horten on Thursday, killing 12 people.',
      ),
    ).toHaveLength(1);
  });

  it('has no day that was counted from when somebody spoke', () => {
    expect(
      timelineOf('The mayor of Horten praised the bakers of Falkholm for “the work of yesterday”.'),
    ).toEqual([]);
    expect(timelineOf('The mayor of Horten praised the bakers of Falkholm yesterday.')).toHaveLength(1);
  });
  it('has an event once that is told under two of its dates', () => {
    expect(
      timelineOf(
        'The harbour board says that the oil will reach the beach of Horten on 3 May or 4 May.',
        'A report of the harbour board says the oil will reach the beach of Horten on 3 May or on 4 May.',
      ),
    ).toHaveLength(1);
  });
  it('cites all who tell of an event and name and count what is shown', () => {
    const [entry] = timelineOf(
      'Detectives arrested two bakers on Thursday night in Horten.',
      'Two bakers with a bag of old coins were arrested in Horten on Thursday.',
    );
    expect(entry?.statement.sources).toHaveLength(2);
  });
  it.each([
    [
      'A general of Norland was killed on Thursday in the old car of his wife near a field of Velmar.',
      'Ten people were killed on Thursday by rockets that hit a school and a market hall of Velmar, the ministry of health said.',
    ],
    ['The mayor of Horten resigned on Thursday.', 'A bridge in Falkholm was closed on Thursday.'],
    [
      'Prices in Horten rose by 2 percent in March 2021.',
      'Prices in Horten rose by 2 percent in April 2021.',
    ],
    [
      'A masked thief robbed the savings bank of Horten on Thursday and fled with a bag of coins on a stolen bicycle.',
      'Police of three towns cheered as the savings bank on Thursday hired a tall woman in a green coat who can count without a pen.',
    ],
    [
      'A masked thief robbed the savings bank of Horten in March 2021 and fled with a bag of coins on a stolen bicycle.',
      'Police of three towns search for whoever robbed the old bank of Velmar in March 2021, a tall woman in a green coat.',
    ],
  ])('keeps two events: %s', (one, other) => {
    expect(timelineOf(one, other)).toHaveLength(2);
  });
  it('dates nothing by what stands under a picture', () => {
    expect(
      timelineOf(
        'Mara Lund is seen here on 3 May at the mill of Horten with her dog.',
        'Peter Dahl leaves the court of Velmar on 4 May 2021 under a black umbrella.',
      ),
    ).toEqual([]);
  });
  it('dates nothing by what somebody has of a month, nor by a call that was not returned', () => {
    expect(
      timelineOf(
        'The Horten Herald’s May 2018 guide names the bakery.',
        'A message left for the mayor of Horten was not immediately returned on Thursday.',
      ),
    ).toEqual([]);
  });
  it.each([
    'Mara Lund, a former mayor of Horten and 1998 Liberal candidate, praised the bakers of Velmar.',
    'A panel of Norland is looking into the 3 May Horten flood.',
    'A minister told the Sunday Messenger that the harbour of Horten is safe.',
    'Mara Lund played in the 2004 and 2008 Games for Norland.',
    'The harbour of Horten has seen its boats fall to 90 from 120 in 2015.',
    'The number of boats in Horten will rise from 30 in 2015 to 45 this year.',
  ])('dates nothing by the date of a name or of the number that something started from: %s', (text) => {
    expect(timelineOf(text)).toEqual([]);
  });
  it('has what a number came to', () => {
    expect(timelineOf('Boats in the harbour of Horten rose from 30 to 45 in 2015.')).toHaveLength(1);
  });
  it.each([
    'Mara Lund jumped into the sea from 40 metres in 2015.',
    'The bakers of Horten moved to Velmar from 12 streets of the old town in 2015.',
    'Mara Lund, who led Horten from 1994 to 1999, retired from public life in 2004.',
  ])('has what began at a number that became no other: %s', (text) => {
    expect(timelineOf(text)).toHaveLength(1);
  });
});
