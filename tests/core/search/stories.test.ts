import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLink } from '../../../src/core/search/clusters.ts';
import { findDuplicates } from '../../../src/core/search/duplicates.ts';
import { groupStories, openStories } from '../../../src/core/search/stories.ts';
import { read } from '../brief/make.ts';

const QUAKE_TARSU = [
  'An earthquake of magnitude 6.1 shook Tarsu on Monday and destroyed 40 houses. Rescue teams from Tarsu dug for survivors under the rubble of the old market.',
  'Rescue teams searched the rubble of the market in Tarsu after a 6.1 magnitude earthquake destroyed houses on Monday. Survivors of the Tarsu earthquake slept in tents.',
  'Tents for survivors reached Tarsu, where the earthquake of Monday destroyed 40 houses and the old market. The rescue teams found two people under the rubble.',
];
const QUAKE_MERROW = [
  'A strong earthquake off Merrow caused a small wave and closed the harbour on Friday. Fishing boats at Merrow were thrown onto the quay by the wave.',
  'The harbour of Merrow was closed after an earthquake sent a wave over the quay on Friday. The wave damaged nine fishing boats, the harbour master of Merrow said.',
];
const WHEAT = [
  'Wheat prices rose for the third month as exports from the southern ports fell. Bakers said that bread would cost more by winter.',
];
const articles = [...QUAKE_TARSU, ...QUAKE_MERROW, ...WHEAT].map((text, at) => read(text, { id: `a${at}` }));
const expected = [['a0', 'a1', 'a2'], ['a3', 'a4'], ['a5']];

describe('stories', () => {
  it('keep two earthquakes apart', () => expect(groupStories(articles).stories).toEqual(expected));
  it('are told apart where there are no other articles to compare with', () => {
    const storiesOf = (...chosen: number[]) =>
      groupStories(articles.filter((_, at) => chosen.includes(at))).stories;
    expect(storiesOf(0, 1)).toEqual([['a0', 'a1']]);
    expect(storiesOf(0, 3)).toEqual([['a0'], ['a3']]);
  });
  it('are of one event where two like reports came within days, and of two where months lie between them', () => {
    const again =
      'An earthquake of magnitude 5.4 shook Tarsu on Friday and destroyed 15 houses. Rescue teams from Tarsu dug for survivors under the rubble of the new school.';
    const storiesOf = (published: string) =>
      groupStories([
        read(QUAKE_TARSU[0] ?? '', { id: 'first', published: '2026-01-05' }),
        read(again, { id: 'again', published }),
      ]).stories;
    expect(storiesOf('2026-01-06')).toEqual([['first', 'again']]);
    expect(storiesOf('2026-06-05')).toEqual([['first'], ['again']]);
  });
  it('take a new article without being grouped again', () => {
    const running = openStories(articles.slice(0, 4));
    expect(running.add(articles[4] as (typeof articles)[number])).toEqual(['a3', 'a4']);
    expect(running.add(articles[5] as (typeof articles)[number])).toEqual(['a5']);
  });
  it('are the same once they are grouped anew, in whatever order the articles came', () => {
    const running = openStories([]);
    for (const article of [...articles].reverse()) running.add(article);
    expect(running.isDue()).toBe(true);
    for (const _ of running.regroup());
    expect(running.isDue()).toBe(false);
    const stories = running.stories().map((ids) => [...ids].sort());
    expect(stories.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))).toEqual(expected);
  });
  it('keep articles that come while they are grouped anew', () => {
    const running = openStories(articles.slice(0, 3));
    const steps = running.regroup();
    steps.next();
    for (const article of articles.slice(3)) running.add(article);
    for (const _ of steps);
    expect(running.stories().flat().sort()).toEqual(articles.map(({ id }) => id));
  });
  it('are found among the last articles: those before are let go of once stories are grouped anew', () => {
    const running = openStories(articles.slice(0, 4), 3);
    for (const article of articles.slice(4)) running.add(article);
    for (const _ of running.regroup());
    expect(running.stories()).toEqual([['a3', 'a4'], ['a5']]);
    expect(running.isDue()).toBe(false);
  });
  it('take many at once: each is alone until all are grouped anew, which is due then', () => {
    const running = openStories(articles.slice(0, 5));
    running.gather(articles[5] as (typeof articles)[number]);
    expect(running.isDue()).toBe(true);
    expect(running.add(read(QUAKE_MERROW[0] ?? '', { id: 'again' }))).toEqual(['again']);
    expect(running.stories()).toEqual([['a0', 'a1', 'a2'], ['a3', 'a4'], ['a5'], ['again']]);
    for (const _ of running.regroup());
    expect(running.stories()).toEqual([['a0', 'a1', 'a2'], ['a3', 'a4', 'again'], ['a5']]);
  });
  it('hold every article once, whatever the texts', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(...QUAKE_TARSU, ''), fc.string({ maxLength: 80 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, (all) => {
        const given = all.map((text, at) => read(text, { id: `a${at}` }));
        expect(groupStories(given).stories.flat().sort()).toEqual(given.map(({ id }) => id).sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe('near-identical texts', () => {
  const [one = '', two = ''] = QUAKE_TARSU;
  const wire = `${one} ${two} Officials said that more tents were on their way from the capital, and that the roads were open again.`;
  const pairs = (...texts: string[]) => findDuplicates(texts.map((text, at) => read(text, { id: `a${at}` })));

  it('are found under another headline and with another last line', () => {
    expect(pairs(wire, `${wire} Copyright The Courier.`)).toEqual([['a0', 'a1']]);
  });
  it('are not two reports of one event', () => expect(pairs(one, two)).toEqual([]));
  it('are not a short text inside a long one', () => {
    const long = `${wire} ${QUAKE_MERROW.join(' ')} ${WHEAT.join(' ')} ${QUAKE_MERROW.join(' again ')}`;
    expect(pairs(wire, long)).toEqual([]);
  });
});

describe('average link', () => {
  it('does not join two groups over a single bridge', () => {
    const edges = [
      { a: 0, b: 1, weight: 0.9 },
      { a: 2, b: 3, weight: 0.9 },
      { a: 1, b: 2, weight: 0.8 },
    ];
    expect(averageLink(4, edges, 0.5)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
