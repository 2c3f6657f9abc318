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

describe('comparison of sources', () => {
  it.each(casesOf('differ'))('sees the difference: $name', (one) => {
    expect(compare(one).map(({ kind, of }) => `${kind} ${of}`)).toEqual([`differ ${one.of}`]);
  });
  it.each(casesOf('agree'))('sees that both say it: $name', (one) => {
    expect(compare(one).map(({ kind }) => kind)).toEqual(['agree']);
  });
  it.each(casesOf('unrelated'))('says nothing: $name', (one) => {
    expect(compare(one).filter(({ kind }) => kind === 'differ')).toEqual([]);
  });
});
