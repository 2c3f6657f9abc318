import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadArticle } from '../../../src/core/article.ts';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import { describesSomebody } from '../../../src/core/brief/quotes.ts';
import type { Brief, Statement } from '../../../src/core/brief/types.ts';
import { read } from './make.ts';

const options = {
  title: 'Bridge',
  query: 'bridge',
  length: 'full',
  families: new Map(),
  now: new Date(0),
} as const;

const COURIER = `The old bridge at Falkholm will be closed for two years, the city council said on Monday. About 12,000 drivers use it each day.

“We cannot wait any longer with the repairs of this bridge,” said Mayor Ingrid Solberg. She warned that the steel was rusting.

It is unclear how much the repairs will cost. Engineers found cracks in 40 beams in March 2021. The ferry company Nordlink will run boats across the river.`;
const LEDGER = `Falkholm's old bridge will be closed for two years from June, according to the city council. Engineers had found cracks in 55 beams.

“My shop will lose most of its customers,” said Peter Dahl, a baker. The repairs of the bridge will cost $30 million, and the state will pay half.`;

const courier = read(COURIER, { id: 'c', publisher: 'The Courier', published: '2021-04-20' });
const ledger = read(LEDGER, { id: 'l', publisher: 'Morning Ledger', published: '2021-04-21' });

function statementsOf(brief: Brief): Statement[] {
  return [
    ...brief.happened,
    ...brief.unknown,
    ...brief.comparisons.flatMap(({ sides, beside }) => [...sides, ...beside]),
    ...brief.timeline.map(({ statement }) => statement),
    ...brief.figures.map(({ statement }) => statement),
  ];
}

/** What holds of every brief, whatever the articles. */
function expectHonest(brief: Brief, articles: readonly ReadArticle[]): void {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const numbers = new Set(brief.sources.map(({ number }) => number));
  for (const { passage, shown, sources } of statementsOf(brief)) {
    const words = texts.get(passage.article)?.slice(passage.start, passage.end) ?? '';
    expect(words.length).toBeGreaterThan(0);
    // Word for word, but for a name in square brackets.
    const [before = '', after = ''] = shown.split(/\[[^\]]*\]/);
    expect(shown === words || (words.startsWith(before) && words.endsWith(after))).toBe(true);
    expect(sources.length).toBeGreaterThan(0);
    for (const number of sources) expect(numbers.has(number)).toBe(true);
  }
  for (const quote of brief.quotes)
    for (const [at, span] of quote.content.entries())
      expect(texts.get(quote.article)?.slice(span.start, span.end)).toContain(quote.words[at]);
  for (const article of articles) {
    const shown = new Set(
      statementsOf(brief)
        .filter(({ passage }) => passage.article === article.id)
        .map(({ passage }) => `${passage.start} ${passage.end}`),
    );
    const words = [...shown].reduce((sum, key) => {
      const [start, end] = key.split(' ').map(Number);
      return sum + article.text.slice(start, end).split(/\s+/).filter(Boolean).length;
    }, 0);
    expect(words).toBeLessThanOrEqual(Math.max(200, article.analysis.words / 3));
  }
}

describe('brief', () => {
  const brief = buildBrief([courier, ledger], options);

  it('begins with what both articles say, and cites both', () => {
    expect(brief.happened[0]?.shown).toContain('will be closed for two years');
    expect(brief.happened[0]?.sources).toHaveLength(2);
  });
  it('cites what can be found, word for word, within what may be shown', () =>
    expectHonest(brief, [courier, ledger]));
  it('counts independent publishers', () => {
    expect(brief.evidence).toMatchObject({
      articles: 2,
      voices: 2,
      unstated: 0,
      from: '2021-04-20',
      to: '2021-04-21',
    });
    const families = new Map([
      ['the courier', 'falk media'],
      ['morning ledger', 'falk media'],
    ]);
    expect(buildBrief([courier, ledger], { ...options, families }).evidence.voices).toBe(1);
  });
  it('lets different people of different articles speak', () => {
    expect(brief.quotes.map(({ speaker }) => speaker).sort()).toEqual(['Ingrid Solberg', 'Peter Dahl']);
    expect(brief.allQuotes).toBe(2);
  });
  it('shows where numbers differ', () => {
    const [differ] = brief.comparisons.filter(({ kind }) => kind === 'differ');
    expect(differ).toMatchObject({ of: 'number' });
    expect(differ?.sides.map(({ shown }) => /\d+ beams/.exec(shown)?.[0])).toEqual(['40 beams', '55 beams']);
  });
  it('says what the articles call unknown', () => {
    expect(brief.unknown.map(({ shown }) => shown)).toEqual([
      'It is unclear how much the repairs will cost.',
    ]);
  });
  it('dates events with their precision', () => {
    expect(brief.timeline.map(({ date, precision }) => [date, precision])).toContainEqual([
      '2021-03',
      'month',
    ]);
  });
  it('tells what still lay ahead when it was written', () => {
    const plans = read(
      'The council of Falkholm met on 3 May 2021. The bridge will open again on 1 June 2023.',
      {
        published: '2021-05-04',
      },
    );
    expect(buildBrief([plans], options).timeline.map(({ date, planned }) => [date, planned])).toEqual([
      ['2021-05-03', false],
      ['2023-06-01', true],
    ]);
  });
  it('dates nothing by where a span of time begins, or by what a price is measured by', () => {
    const text =
      'Turnout in Falkholm was 71 percent, the highest since 1991. Owners in Falkholm will get a third more than Friday’s price. The vote of Falkholm was held in 2019.';
    const { timeline } = buildBrief([read(text, { published: '2021-05-04' })], options);
    expect(timeline.map(({ date }) => date)).toEqual(['2019']);
  });
  it('dates nothing by what is said of somebody in passing, or by the name of an event', () => {
    const text =
      'The vote of Falkholm was held in 2019. The hall is named after Bo Lund, who left Falkholm in 2011. The choir of Falkholm, founded in the spring of 2003, has no hall. Falkholm has paid for the 2008 crisis ever since.';
    const { timeline } = buildBrief([read(text, { published: '2021-05-04' })], options);
    expect(timeline.map(({ date }) => date)).toEqual(['2019']);
  });
  it('dates nothing by a day that is only spoken of, or on which something else was', () => {
    const text =
      'The vote of Falkholm was held on 2 May. The mayor slept before the debate of 3 May. Falkholm has lost its May 4 market. The council changed its figures for March. The bridge of Falkholm was shut when it rained on Friday. Sunday’s market in Falkholm was full.';
    const { timeline } = buildBrief([read(text, { published: '2021-05-14' })], options);
    expect(timeline.map(({ date }) => date)).toEqual(['2021-05-02']);
  });
  it('dates nothing by what the publisher says of the article, nor by a caption', () => {
    const text =
      'The vote of Falkholm was held on 2 May. Correction 31 May 2021: the council of Falkholm has nine members. This article was amended on 20 May 2021 to name the mayor of Falkholm. Peter Dahl of Falkholm arrives at the court of Horten on May 6, 2021. In this May 5 photo the bridge of Falkholm is dry. The council of Falkholm holds a market on May 30, 2021.';
    const { timeline } = buildBrief([read(text, { published: '2021-05-14' })], options);
    expect(timeline.map(({ date }) => date)).toEqual(['2021-05-02', '2021-05-30']);
  });
  it('dates nothing by the day of a number beside the one that is told, nor of what an old sale was fined for', () => {
    const text =
      'The harbour of Falkholm had 500 boats, compared with 28,000 in 2014. Some 94 boats have sunk in Falkholm, including 81 in 2012. In 2011, Bo Lund of Falkholm was fined for a boat that he sold in 2009. Today more than ever, Falkholm is a town of boats.';
    const { timeline } = buildBrief([read(text, { published: '2021-05-14' })], options);
    expect(timeline.map(({ date }) => date)).toEqual(['2011']);
  });
  it.each([
    // Behind an apposition the sentence goes on.
    'Peter Dahl, whose real name is Bo Lund, filed a complaint in the court of Falkholm on Tuesday.',
    // The first sentences put all into one.
    `The mayor of Falkholm resigned on Tuesday ${'for the sake of the town and of its old bridge '.repeat(4)}.`,
  ])('dates the main event by the day of the article: %s', (text) => {
    const { timeline } = buildBrief([read(text, { published: '2021-05-05' })], options);
    expect(timeline.map(({ date }) => date)).toEqual(['2021-05-04']);
  });
  it('dates by a month without its year only where it cannot be the last one or the next', () => {
    const datesOf = (month: string) =>
      buildBrief(
        [read(`The bridge of Falkholm was opened in ${month}.`, { published: '2021-05-04' })],
        options,
      ).timeline.map(({ date }) => date);
    expect(datesOf('March')).toEqual(['2021-03']);
    expect(datesOf('November')).toEqual([]);
  });
  it('says what became of a day rather than what had been planned for it', () => {
    const before = read('The council of Falkholm said Peter Dahl will be sentenced on 8 May.', {
      id: 'b',
      published: '2021-05-04',
    });
    const after = read('A judge sent the baker Dahl to prison for two years on Saturday.', {
      id: 'a',
      published: '2021-05-09',
    });
    const { timeline } = buildBrief([before, after], options);
    expect(timeline.map(({ date, planned }) => [date, planned])).toEqual([['2021-05-08', false]]);
  });
  it('calls nothing one’s own that has no name or number which nobody else has', () => {
    const a = read(
      'The mill of Falkholm burned down. A crowd from Horten sang old songs until midnight. Smoke hung over the river until Wednesday evening. One baker lost all his flour. Rosa Dahl, Nils Berg and Tove Lind at the mill in 1998. Engineer Omar Brandt found a cable of 1911 there.',
      { id: 'a', publisher: 'The Courier' },
    );
    const b = read(
      'The mill of Falkholm burned to the ground. Firemen drove over from Horten with two pumps.',
      {
        id: 'b',
        publisher: 'Morning Ledger',
      },
    );
    const lone = buildBrief([a, b], options)
      .comparisons.filter(({ kind }) => kind === 'only')
      .flatMap(({ sides }) => sides.map(({ shown }) => shown));
    expect(lone).toContain('Engineer Omar Brandt found a cable of 1911 there.');
    expect(lone).not.toContain('A crowd from Horten sang old songs until midnight.');
    expect(lone).not.toContain('Smoke hung over the river until Wednesday evening.');
    expect(lone).not.toContain('One baker lost all his flour.');
    expect(lone).not.toContain('Rosa Dahl, Nils Berg and Tove Lind at the mill in 1998.');
  });
  it('shows no figure of which it cannot say what is counted, and none twice', () => {
    const text =
      'The band of Falkholm had 16 Top 5 singles. Some 40 people of Falkholm were hurt in the fire. The mayor thanked 40 people for their help at the fire. A flood took 31 lives and brought the death toll to 31.';
    expect(buildBrief([read(text)], options).figures.map(({ words }) => words)).toEqual([
      '40 people',
      '31 lives',
    ]);
    const toll = read('The storm in Falkholm has brought the death toll to 31, the mayor said.');
    expect(buildBrief([toll], options).figures.map(({ words }) => words)).toEqual(['death toll to 31']);
  });
  it('shows no figure that is not the article’s own', () => {
    const figuresOf = (sunk: string) => {
      const text = `A storm hit the harbour of Ostry on Monday. ${sunk}\n\nThe council of Ostry met at noon.`;
      return buildBrief([read(text)], options).figures.map(({ words }) => words);
    };
    expect(figuresOf('The storm sank 400 boats.')).toEqual(['400 boats']);
    expect(figuresOf('“The storm sank 400 boats,” said Mara Lund.')).toEqual([]);
    expect(figuresOf('The storm sank 400 boats. (Photo: Ada Reed)')).toEqual([]);
  });
  it('shows the number of all as a figure, and not of some more', () => {
    const text = 'The fire destroyed 40 houses in Falkholm. Firemen searched another 12 houses in Horten.';
    expect(buildBrief([read(text)], options).figures.map(({ words }) => words)).toEqual(['40 houses']);
  });
  it('shows no number of a name as a figure, and a range whole', () => {
    const text =
      'The school of Falkholm changed his Class 10 and 12 exam papers. Earlier the Group of Seven countries met in Falkholm. About 400 to 500 ships passed through Falkholm each day.';
    const { figures } = buildBrief([read(text)], options);
    expect(figures.map(({ words }) => words)).toEqual(['400 to 500 ships']);
  });
  it.each([
    ['The toll on the bridge of Falkholm rose by 27% to 29% of the fare.', ['27% to 29%']],
    [
      'The council of Falkholm took 18 percent to nearly 250 percent of the bakers.',
      ['18 percent to nearly 250 percent'],
    ],
    [
      'The blast in Falkholm killed between 355 and 1,400 people on Monday.',
      ['between 355 and 1,400 people'],
    ],
    ['The baker of Falkholm sold five to ten pounds of flour on Monday.', ['five to ten pounds']],
    ['The price of flour in Falkholm rose by 8 percent to $50 on Monday.', ['8 percent']],
    ['The crown of Falkholm has lost ground since Feb. 28 to 7 percent of bakers.', ['7 percent']],
    ['Seven out of 10 bakers of Falkholm said that they will close.', []],
    ['In Falkholm there were nine deaths per 100,000 births, the council said.', ['nine deaths']],
    ['The ePhone 5 sets of Falkholm were sold on Monday.', []],
    ['The council of Falkholm bought three Mars probes on Monday.', []],
  ])('shows a range whole, and no part of one, of a share or of a name: %s', (text, words) =>
    expect(buildBrief([read(text)], options).figures.map((figure) => figure.words)).toEqual(words),
  );
  it('gives no figure to a source that counts others, and none of a call', () => {
    const a = read('The council said that 2,000 Velmari workers were hired for the harbour of Ostry.', {
      id: 'a',
    });
    const b = read(
      'The council said that 2,000 workers were hired for the harbour of Ostry. Pitch in $5 and buy the mayor of Ostry a beer.',
      { id: 'b' },
    );
    const { figures } = buildBrief([a, b], options);
    expect(figures.map(({ words, statement }) => [words, statement.sources.length])).toEqual([
      ['2,000 Velmari workers', 1],
      ['2,000 workers', 1],
    ]);
  });
  it('says what is not known only in sentences that stand alone', () => {
    const text =
      'The mayor met the engineers in Falkholm. However, it is unclear who will pay for the bridge. It is unclear when the bridge will open.';
    expect(buildBrief([read(text)], options).unknown.map(({ shown }) => shown)).toEqual([
      'It is unclear when the bridge will open.',
    ]);
  });
  it.each([
    'The people of Falkholm feared a fire, but there was no indication of smoke on Monday.',
    'The police of Falkholm said that Peter Dahl was not known to them.',
  ])('says of nothing that it is not known where it is: %s', (text) =>
    expect(buildBrief([read(text)], options).unknown).toEqual([]),
  );
  it('gives a role without whose it is, where that was said before', () => {
    const text =
      'Peter Dahl was found guilty. His lawyer, Anna Weber, said they would appeal. “We are disappointed with this verdict of the court,” Weber said.';
    expect(buildBrief([read(text)], options).quotes.map(({ speaker, role }) => [speaker, role])).toEqual([
      ['Anna Weber', 'lawyer'],
    ]);
  });
  it('leaves comments, counters and remarks in brackets to the page', () => {
    const text =
      'The bridge at Falkholm was closed on Monday. (Minutes of the council, 3 May 2021, p. 7). 89 Comments Sorry, comments for this post are now closed.';
    expect(buildBrief([read(text)], options).happened.map(({ shown }) => shown)).toEqual([
      'The bridge at Falkholm was closed on Monday.',
    ]);
  });
  it('cuts no quotation, whatever marks it stands in', () => {
    const text =
      "The mayor of Falkholm, who came by boat to the old bridge of the town on Monday, explained: 'The bridge is old. It was never for cars.'";
    expect(buildBrief([read(text)], options).happened).toEqual([]);
  });
  it('passes over teasers that were cut, calls of the page, and who said something without what', () => {
    const text =
      'The council of Falkholm will meet on Monday. The mayor of Falkholm said on Friday that the bridge… Get push notifications of Falkholm news. Health officials of Falkholm said in a statement. The mayor of Falkholm spoke of the bridge on Friday.';
    expect(buildBrief([read(text)], options).happened.map(({ shown }) => shown)).toEqual([
      'The council of Falkholm will meet on Monday.',
      'The mayor of Falkholm spoke of the bridge on Friday.',
    ]);
  });
  it('lets nobody speak whom stray words stand for', () => {
    const text =
      'Of the voters in Falkholm, 37 per cent said “the bridge must not be closed for so long”. Officials said “the bridge of Falkholm must be closed for two years”.';
    expect(buildBrief([read(text)], options).quotes.map(({ speaker }) => speaker)).toEqual(['Officials']);
  });
  it.each(['a senior official', 'police', 'Brent', 'his lawyer'])('knows somebody by %s', (called) =>
    expect(describesSomebody(called)).toBe(true),
  );
  it.each([
    'cent',
    'another',
    'she',
    'her warming up the pencils',
    'Oct. 18',
    'all of this',
    'was',
    'It adds',
    'An In-Depth Look',
  ])('knows nobody by %s', (called) => expect(describesSomebody(called)).toBe(false));
  it('puts the newest toll first where as many voices give each', () => {
    const day = (id: string, dead: number, published: string) =>
      read(`The flood in Falkholm has killed ${dead} people, the police said.`, { id, published });
    const { figures } = buildBrief([day('a', 11, '2021-05-04'), day('b', 29, '2021-05-06')], options);
    expect(figures.map(({ words }) => words)).toEqual(['29 people', '11 people']);
  });
  it('tells a thing once, though two articles tell it in other words', () => {
    const one = read(
      'The council of Falkholm met on Monday. The old bridge was built in 1931. Thousands of tons of a toxic paint ran into the Tarsu River between Orlow and Halden after a barge hit a lock wall, environmental officials said Wednesday.',
      { id: 'a', publisher: 'The Courier' },
    );
    const other = read(
      'The mayor of Horten met the press on Monday. The ferry was sold in May. As many as 8,000 tons of a toxic liquid ran into the Tarsu River Wednesday after a barge hit an underwater dam, coast guard and Orlow state officials told the Ledger.',
      { id: 'b', publisher: 'Morning Ledger' },
    );
    const { happened } = buildBrief([one, other], options);
    expect(happened.filter(({ shown }) => shown.includes('Tarsu River'))).toHaveLength(1);
    expect(happened).toHaveLength(5);
  });
  it('tells what came rather than what was to come when an older article was written', () => {
    const older = read(
      'A jury in Falkholm found the baker Peter Dahl guilty of fraud. Prosecutors in Falkholm said Dahl could lose the bakery in Falkholm.',
      { id: 'a', published: '2021-05-04' },
    );
    const newer = read(
      'A court in Falkholm sent Peter Dahl to prison for two years. Prosecutors had left the court by a back door.',
      { id: 'b', published: '2021-09-09' },
    );
    const short = buildBrief([older, newer], { ...options, length: 'short' }).happened;
    expect(short.map(({ shown }) => shown).join(' ')).not.toContain('could lose');
    const then = buildBrief([older], { ...options, length: 'short' }).happened;
    expect(then.map(({ shown }) => shown).join(' ')).toContain('could lose');
  });
  it('gives a reason for every line', () => {
    for (const { reason } of statementsOf(brief)) expect(reason.because.length).toBeGreaterThan(0);
  });
  it('is one sentence where a headline is asked for', () => {
    const headline = buildBrief([courier, ledger], { ...options, length: 'headline' });
    expect([headline.happened.length, headline.quotes.length, headline.comparisons.length]).toEqual([
      1, 0, 0,
    ]);
  });
});

describe('brief of odd articles', () => {
  it('of none is empty', () => {
    const brief = buildBrief([], options);
    expect(brief).toMatchObject({ happened: [], quotes: [], sources: [], allQuotes: 0 });
    expect(brief.evidence).toMatchObject({ articles: 0, voices: 0, from: null, to: null });
  });
  it('of one has nothing to compare', () => {
    const brief = buildBrief([courier], options);
    expect(brief.comparisons).toEqual([]);
    expect(brief.happened.length).toBeGreaterThan(1);
  });
  it('of fifty that are the same is one voice, and no agreement', () => {
    const copies = Array.from({ length: 50 }, (_, at) =>
      read(COURIER, { id: `c${at}`, publisher: `Paper ${at}` }),
    );
    const brief = buildBrief(copies, options);
    expect(brief.evidence.voices).toBe(1);
    expect(brief.comparisons).toEqual([]);
    expect(brief.quotes).toHaveLength(1);
    expect(brief.quotes[0]?.sources).toHaveLength(50);
  });
  it('does not quote from a language that is not read', () => {
    const german = read(
      'Die alte Brücke in Falkholm wird für zwei Jahre geschlossen, teilte die Stadt am Montag mit. Die Bürgermeisterin sagte, man könne nicht länger warten.',
      { id: 'g' },
    );
    const brief = buildBrief([german], options);
    expect(statementsOf(brief)).toEqual([]);
    expect(brief.sources).toHaveLength(1);
  });
  it('of one sentence shows it', () => {
    const brief = buildBrief([read('A ferry ran aground near Falkholm on Monday.')], options);
    expect(brief.happened.map(({ shown }) => shown)).toEqual([
      'A ferry ran aground near Falkholm on Monday.',
    ]);
  });
  it('takes a title of marks and a query of 300 characters', () => {
    const odd = { ...courier, title: '<b>*_|)&' };
    expectHonest(buildBrief([odd, ledger], { ...options, title: '<>&|)*_', query: 'bridge '.repeat(43) }), [
      odd,
      ledger,
    ]);
  });
  it('of 30,000 words shows no more than it may', () => {
    const long = read(`${COURIER}\n\n`.repeat(400), { id: 'long' });
    expectHonest(buildBrief([long, ledger], options), [long, ledger]);
  });
  it('puts no second name into a sentence', () => {
    const odd = read('Anna bridge. Falkholm He bridge bridge. bridge May Falkholm. bridge.', {
      publisher: 'P0',
    });
    expectHonest(buildBrief([odd], options), [odd]);
  });
  it('is honest whatever the sentences', () => {
    const words = fc.constantFrom(
      'bridge',
      'council',
      'said',
      'it',
      'He',
      '“',
      '”',
      '12',
      'people',
      'killed',
      'not',
      'may',
      'Falkholm',
      'Anna',
      'Dahl',
      'May',
      '2021',
      ',',
      'unclear',
      'where',
    );
    const sentence = fc.array(words, { minLength: 1, maxLength: 14 }).map((all) => `${all.join(' ')}.`);
    const text = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const articles = texts.map((one, at) => read(one, { id: `a${at}`, publisher: `P${at}` }));
        expectHonest(buildBrief(articles, options), articles);
      }),
      { numRuns: 60 },
    );
  });
  it('is honest whatever the characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 3 }), (texts) => {
        const articles = texts.map((one, at) => read(one, { id: `a${at}` }));
        expectHonest(buildBrief(articles, options), articles);
      }),
      { numRuns: 60 },
    );
  });
});
