import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../../../src/core/brief/brief.ts';
import type { Comparison } from '../../../../src/core/brief/types.ts';
import { read } from '../make.ts';

interface Case {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly of?: string;
}

function casesOf(kind: string): Case[] {
  return JSON.parse(
    readFileSync(new URL(`../../../fixtures/comparisons/${kind}.json`, import.meta.url), 'utf8'),
  );
}

function compareAll(a: string, b: string): readonly Comparison[] {
  const articles = [
    read(a, { id: 'a', publisher: 'The Courier', published: '2021-04-20' }),
    read(b, { id: 'b', publisher: 'Morning Ledger', published: '2021-04-20' }),
  ];
  const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
  return buildBrief(articles, options).comparisons;
}

function compare({ a, b }: Pick<Case, 'a' | 'b'>): readonly Comparison[] {
  return compareAll(a, b).filter((one) => one.kind !== 'only');
}

describe('comparison of sources', () => {
  it.each(casesOf('differ'))('sees the difference: $name', (one) => {
    expect(compare(one).map(({ kind, of }) => `${kind} ${of}`)).toEqual([`differ ${one.of}`]);
  });
  it.each(casesOf('agree'))('sees that both say it: $name', (one) => {
    expect(compare(one).map(({ kind }) => kind)).toEqual(['agree']);
  });
  it.each(casesOf('unrelated'))('sees neither: $name', (one) => {
    expect(compare(one)).toEqual([]);
  });
});

describe('a sentence that is shown as one side', () => {
  it.each(['', 'HORTEN, Norland (Morning) — '])(
    'is not shown again as what two say, with the dateline "%s"',
    (dateline) => {
      const told = (dead: string) =>
        `${dead} people were killed when the old mill of Horten burned down in the storm.`;
      const seven = dateline + told('Seven');
      const texts = [seven, told('Nine'), seven.replace('old mill', 'big old mill')];
      const articles = texts.map((text, at) => read(text, { id: `a${at}`, publisher: `House ${at}` }));
      const options = {
        title: '',
        query: '',
        length: 'full',
        families: new Map(),
        now: new Date(0),
      } as const;
      expect(buildBrief(articles, options).comparisons.map(({ kind }) => kind)).toEqual(['differ']);
    },
  );
});

describe('a number of a series', () => {
  it('is no number of anything', () => {
    const a =
      'Norland Tales Season 1 Episode 7 Recap Mara Lund returns to the mill of Horten with her brother.';
    expect(compare({ a, b: a.replace('7', '8').replace('brother', 'sister') })).toEqual([]);
  });
});

describe('what one article calls unknown', () => {
  const unknown = 'It is not known where the leaders will meet.';
  it('is told by another that says where it will be', () => {
    const shown = compare({ a: unknown, b: 'The leaders will meet in Velmar.' });
    expect(shown.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['differ certainty']);
  });
  it.each([
    ['It is not known when the talks on pay will begin.', 'The talks on pay will begin on 3 May.'],
    [
      'It is unclear whether the old ferry will sail to Falkholm.',
      'The old ferry will sail to Falkholm with forty goats.',
    ],
  ])('is told by another that says when, or whether: %s', (a, b) => {
    expect(compare({ a, b }).map(({ kind, of }) => `${kind} ${of}`)).toEqual(['differ certainty']);
  });
  it('is set beside what the same article tells of it elsewhere', () => {
    const [gap] = compare({
      a: `${unknown} The leaders would rather sail. Two aides said the leaders would rather meet in Velmar than in a castle.`,
      b: 'The leaders will meet in Velmar.',
    });
    expect(gap?.beside.map(({ shown }) => shown)).toEqual([
      'Two aides said the leaders would rather meet in Velmar than in a castle.',
    ]);
  });
  it('is not told by one that says where it was before', () =>
    expect(compare({ a: unknown, b: 'The leaders met in Velmar in 2019.' })).toEqual([]));
});

describe('what only one article says', () => {
  const courier =
    'The old mill at Falkholm burned down on Monday. The fire brigade needed the whole night. A neighbour named Peter Dahl was carried up the narrow stairs of the cellar by Omar Brandt before the heavy roof fell onto both parked cars. The owner wants to build it again.';
  const ledger = 'Falkholm has lost its mill to a fire. Firemen worked until the morning.';
  const isOnly = (other: string) =>
    compareAll(courier, other).some(
      ({ kind, sides }) => kind === 'only' && sides[0]?.shown.includes('Omar Brandt'),
    );
  it('is called so where no other speaks of it', () => expect(isOnly(ledger)).toBe(true));
  it('is not where the others have nearly all of its words', () => {
    const kindsOf = (other: string) =>
      compareAll(courier.replace('named Peter Dahl ', '').replace('Omar Brandt', 'Brandt'), other).map(
        ({ kind, sides }) => `${kind}: ${sides[0]?.shown.slice(0, 11)}`,
      );
    const scattered =
      'A neighbour brought bread to them. Each bag was carried by two. Stairs are steep in that street. One cellar is full of water. A narrow lane is closed to all. Heavy rain set in at noon. Cars were moved to the fields. The school needs a new roof. Prices of timber fell. A pond in the park was pumped dry.';
    expect(kindsOf(ledger)).toContain('only: A neighbour');
    expect(kindsOf(`${ledger} ${scattered}`)).not.toContain('only: A neighbour');
  });
  it('is not where another has it in quotation marks', () => {
    const quoted =
      '“A man was carried up the stairs of the cellar before the roof fell,” said Ida Holm, a baker.';
    expect(isOnly(`${ledger} ${quoted}`)).toBe(false);
    expect(
      isOnly(`${ledger} ${quoted.replace(/A man.*fell/, 'We have all lost a place that we loved')}`),
    ).toBe(true);
  });
  it('is not where another may tell it in words of its own', () =>
    expect(
      isOnly(
        `${ledger} Going down into the smoking cellar twice, Brandt came back with somebody over his shoulder, to the applause of a large crowd behind the fence.`,
      ),
    ).toBe(false));
});

describe('copies of one text in two houses', () => {
  const body = (dead: string) =>
    `A coach left the road near Orlow on Monday and ${dead} people were killed. The driver, Per Lund, had been on his way to Tarsu. ` +
    'Rescue teams worked through the night. The road to the coast stayed closed until the next morning, the county said.';
  it('are set against each other where one gives another number', () => {
    const shown = compare({ a: body('nine'), b: body('eleven') });
    expect(shown.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['differ number']);
  });
  it('confirm nothing', () => expect(compare({ a: body('nine'), b: body('nine') })).toEqual([]));
});

describe('an agreement', () => {
  const signed = (who: string, where: string) =>
    `${who} signed the new agreement on pay for the workers at ${where} on Tuesday.`;
  it('is shown in the words that all who are cited bear out', () => {
    const shown = compare({
      a: signed('Mara Lund and Jon Dahl', 'the harbour of Velmar'),
      b: signed('The union leader Mara Lund', 'the harbour of Velmar'),
    });
    expect(shown.map(({ kind, sides }) => [kind, sides[0]?.shown])).toEqual([
      ['agree', signed('The union leader Mara Lund', 'the harbour of Velmar')],
    ]);
  });
  it('is none where each tells a place or a number of its own', () => {
    const shown = compare({
      a: signed('The union leader Mara Lund', 'the harbour of Velmar').replace('.', ' with Jon Dahl.'),
      b: signed('The union leader Mara Lund', 'the harbour').replace('workers', '400 workers'),
    });
    expect(shown).toEqual([]);
  });
});

describe('two people of one last name', () => {
  const kindsOf = (a: string, b: string) =>
    compare({
      a: `${a} opened the rebuilt market hall in Velmar with a short speech.`,
      b: `With a short speech ${b} opened the rebuilt market hall in Velmar.`,
    }).map(({ kind }) => kind);
  it('say nothing together', () => {
    expect(kindsOf('Anna Weber', 'Max Weber')).not.toContain('agree');
    expect(kindsOf('Anna Weber', 'Mayor Anna Weber')).toEqual(['agree']);
    expect(kindsOf('Anna Weber', 'Weber')).toEqual(['agree']);
  });
});

describe('two sentences that differ in one name', () => {
  const report = (winner: string) =>
    `${winner} won the final of the Corran Cup in straight sets. ${winner.split(' ')[1]} had never won it before.`;
  it('differ in who it was', () => {
    const shown = compare({ a: report('Ida Brekke'), b: report('Jana Solheim') });
    expect(shown.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['differ actor']);
  });
  it('do not differ where an article names both', () => {
    const shown = compare({
      a: report('Ida Brekke'),
      b: `${report('Jana Solheim')} Ida Brekke won the year before.`,
    });
    expect(shown.filter(({ kind }) => kind === 'differ')).toEqual([]);
  });
});
