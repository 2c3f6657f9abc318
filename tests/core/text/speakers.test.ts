import { describe, expect, it } from 'vitest';
import { parseQuotes } from '../../../src/core/text/quotes.ts';

/** Who says the last quotation of a text. */
const lastSpeaker = (text: string): string | null | undefined => parseQuotes(text, null).at(-1)?.speaker.name;

describe('an office without a name', () => {
  it.each([
    [
      'two hold it',
      'Union spokesman Peter Dahl met port spokesman Tom Reed on Monday. “Nobody waits,” the spokesman said.',
    ],
    [
      'the one who is named holds another of the same word',
      'Foreign Minister Mara Lindqvist flew to Velmar. “The treaty is ready,” the prime minister said.',
    ],
    [
      'its holder was named long ago',
      'Police chief Bo Lund spoke on Monday.\n\nThe harbour was closed.\n\nFerries stood still.\n\nNobody came.\n\n“We found nothing,” the chief said.',
    ],
  ])('is nobody whom it names where %s', (_, text) => expect(lastSpeaker(text)).toBeNull());

  it('is its only holder, where he is named near it', () =>
    expect(lastSpeaker('Police chief Bo Lund spoke on Monday. “We found nothing,” the chief said.')).toBe(
      'Bo Lund',
    ));
});

describe('a speaker of a country that is written with points', () => {
  it.each([
    'the U.S. president said',
    'a U.N. spokesman said',
    'said a D.C. baker',
    'U.S. officials told the BBC',
  ])('is who spoke, and nobody named before: “…,” %s', (clause) => {
    const text = `Mayor Bo Lund left Ostry. “The mill is safe,” ${clause}.`;
    const { mention } = parseQuotes(text, null).at(-1)?.speaker ?? {};
    expect(mention && text.slice(mention.start, mention.end)).toBe(
      clause.replace(/^said | (?:said|told the BBC)$/g, ''),
    );
  });
});

describe('"he" after somebody has spoken', () => {
  it('goes on to be whoever spoke, and not the one whom he spoke of', () =>
    expect(
      lastSpeaker(
        'Peter Dahl ran the port.\n\n“It is late,” he said of Tom Reed. “Nobody waits for us here,” he added.',
      ),
    ).toBe('Peter Dahl'));
  it('is left open where another was named since', () =>
    expect(
      lastSpeaker(
        'Peter Dahl ran the port.\n\n“It is late,” he said. Tom Reed came in. “Nobody waits,” he said.',
      ),
    ).toBeNull());
  it.each([
    'Peter Dahl opened the port on Monday.',
    'Peter Dahl opened the port on Monday. It rained for days. It was cold. The ferries stood still. Nobody came to see them.',
  ])('is left open where it was somebody who is no man: %s', (before) => {
    expect(lastSpeaker(`${before} UNESCO said the bridge was shut. “Nobody waits,” he said.`)).toBeNull();
    expect(lastSpeaker(`${before} The bridge was shut. “Nobody waits,” he said.`)).toBe('Peter Dahl');
  });
});

describe('"he" after a sentence in which two did something', () => {
  it.each([
    'The port was shut when Peter Dahl came and Tom Reed left.',
    'Peter Dahl won the vote, and Tom Reed lost it.',
  ])('is left open, however short the verbs: %s', (text) =>
    expect(lastSpeaker(`${text} “Nobody waits,” he said.`)).toBeNull(),
  );
});

describe('words that stand by themselves', () => {
  const standing = (paragraphs: string) =>
    lastSpeaker(
      `“It is ready,” said Mara Lindqvist.\n\n${paragraphs}“We will never pay for this bridge again.”`,
    );
  it('are those of whoever spoke right before them', () => expect(standing('')).toBe('Mara Lindqvist'));
  it('are not those of somebody who spoke paragraphs ago', () =>
    expect(
      standing('The harbour was closed on Monday.\n\nFerries stood still.\n\nNobody came.\n\n'),
    ).not.toBe('Mara Lindqvist'));
});

describe('who only plans to say something', () => {
  it.each([
    'The council said Peter Dahl wants to announce “a very good plan for all of us”.',
    'Peter Dahl plans to respond to “the worst decision in years” next week.',
  ])('has not said it: %s', (text) => {
    const quotes = parseQuotes(text, null);
    expect(quotes.map(({ kind }) => kind)).toEqual(['mixed']);
    expect(quotes[0]?.speaker.name).not.toBe('Peter Dahl');
  });
});

describe('who speaks beside a clause with "while"', () => {
  it('is the subject of the sentence, and not of that clause', () =>
    expect(
      lastSpeaker(
        'While Peter Dahl warned of delays, Mara Lindqvist opened the port and said “nobody will wait for long”.',
      ),
    ).toBe('Mara Lindqvist'));
});

describe('whoever speaks', () => {
  it.each([
    [
      'behind an office and a house between commas',
      'Director of the Harbour Board, Tony Lund, said: “The port will close for the whole winter.”',
      'Tony Lund',
    ],
    [
      'before an office and a house between commas',
      'Dr Fenton Lund, National Harbour Adviser, Dept of Ports said: “Two new ships were due to leave the port.”',
      'Fenton Lund',
    ],
    [
      'behind an office, with a rank',
      '“We have no idea when we will be sent home,” the group’s leader, Norwegian Colonel Axel Lund, told reporters.',
      'Axel Lund',
    ],
    [
      'quoted by another',
      'Mara Lund opened the port. “We cannot allow ships here,” one official quoted Mara Lund as saying.',
      'Mara Lund',
    ],
  ])('is named %s', (_, text, name) => expect(lastSpeaker(text)).toBe(name));

  it.each([
    'The first ships are due “in the coming days, Harbour Secretary Ada May has said.',
    '“The first ships are due in the coming days,” said Ada May.',
  ])('has a last name though it is that of a month: %s', (text) =>
    expect(lastMention(text)).toContain('Ada May'),
  );
  const lastMention = (text: string): string => {
    const mention = parseQuotes(text, null).at(-1)?.speaker.mention;
    return mention ? text.slice(mention.start, mention.end) : '';
  };
  it('is no plan that somebody speaks of', () =>
    expect(
      lastMention(
        'Senator Lund, who had defended it by saying that people had “a right to be loud”, says the plan “shows what we want”.',
      ),
    ).toBe('Senator Lund'));
  it('is no side on which people stand', () =>
    expect(
      lastMention(
        'The Herald reports that migrants stranded on the northern side chanted “Open the gate now”.',
      ),
    ).toBe('migrants stranded on the northern side'));
  it('is nobody under a picture, nor who took it', () =>
    expect(
      lastSpeaker(
        'Doorman Peter Dahl works there.\n\nBo Lund brings the first beer to the pub since 1922. Photograph: Axel Betson / The Times\n\n“Mostly sober people,” he says. “They work at night.”',
      ),
    ).toBe('Peter Dahl'));
});
