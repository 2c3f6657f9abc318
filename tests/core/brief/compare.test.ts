import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import type { Comparison } from '../../../src/core/brief/types.ts';
import { read } from './make.ts';

interface Case {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly of?: string;
}

function casesOf(kind: string): Case[] {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/comparisons/${kind}.json`, import.meta.url), 'utf8'),
  );
}

function compare({ a, b }: Case): readonly Comparison[] {
  const articles = [
    read(a, { id: 'a', publisher: 'The Courier', published: '2021-04-20' }),
    read(b, { id: 'b', publisher: 'Morning Ledger', published: '2021-04-20' }),
  ];
  const options = { title: '', query: '', length: 'full', families: new Map(), now: new Date(0) } as const;
  return buildBrief(articles, options).comparisons.filter((one) => one.kind !== 'only');
}

type Kind = 'differ' | 'agree' | 'unrelated';

/** What is shown of a case: a difference goes before an agreement. */
function shownOf(one: Case): Kind {
  const kinds = compare(one).map(({ kind }) => kind);
  return kinds.includes('differ') ? 'differ' : kinds.includes('agree') ? 'agree' : 'unrelated';
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
  it.each(['differ', 'agree'] as const)('shows a case as %s where it is one, and only there', (kind) => {
    const cases = (['differ', 'agree', 'unrelated'] as const).flatMap((is) =>
      casesOf(is).map((one) => ({ is, shown: shownOf(one) })),
    );
    const right = cases.filter(({ is, shown }) => is === kind && shown === kind).length;
    const precision = right / cases.filter(({ shown }) => shown === kind).length;
    const recall = right / cases.filter(({ is }) => is === kind).length;
    expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
  });
});

describe('copies of one text in two houses', () => {
  const body = (dead: string) =>
    `A coach left the road near Orlow on Monday and ${dead} people were killed. The driver, Per Lund, had been on his way to Tarsu. ` +
    'Rescue teams worked through the night. The road to the coast stayed closed until the next morning, the county said.';
  it('are set against each other where one gives another number', () => {
    const shown = compare({ name: '', a: body('nine'), b: body('eleven') });
    expect(shown.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['differ number']);
  });
  it('confirm nothing', () => expect(compare({ name: '', a: body('nine'), b: body('nine') })).toEqual([]));
});

describe('an agreement', () => {
  const signed = (who: string, where: string) =>
    `${who} signed the new agreement on pay for the workers at ${where} on Tuesday.`;
  it('is shown in the words that all who are cited bear out', () => {
    const shown = compare({
      name: '',
      a: signed('Mara Lund and Jon Dahl', 'the harbour of Velmar'),
      b: signed('The union leader Mara Lund', 'the harbour of Velmar'),
    });
    expect(shown.map(({ kind, sides }) => [kind, sides[0]?.shown])).toEqual([
      ['agree', signed('The union leader Mara Lund', 'the harbour of Velmar')],
    ]);
  });
  it('is none where each tells a place or a number of its own', () => {
    const shown = compare({
      name: '',
      a: signed('The union leader Mara Lund', 'the harbour of Velmar').replace('.', ' with Jon Dahl.'),
      b: signed('The union leader Mara Lund', 'the harbour').replace('workers', '400 workers'),
    });
    expect(shown).toEqual([]);
  });
});

describe('two people of one last name', () => {
  const kindsOf = (a: string, b: string) =>
    compare({
      name: '',
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
    const shown = compare({ name: '', a: report('Ida Brekke'), b: report('Jana Solheim') });
    expect(shown.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['differ actor']);
  });
  it('do not differ where an article names both', () => {
    const shown = compare({
      name: '',
      a: report('Ida Brekke'),
      b: `${report('Jana Solheim')} Ida Brekke won the year before.`,
    });
    expect(shown.filter(({ kind }) => kind === 'differ')).toEqual([]);
  });
});
