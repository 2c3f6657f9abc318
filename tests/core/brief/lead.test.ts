import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../../src/core/brief/brief.ts';
import type { BriefLength } from '../../../src/core/brief/types.ts';
import { read } from './make.ts';

const REST = `Owners of boats in the harbour of Falkholm paid the harbour of Falkholm for the boats. The harbour of Falkholm has boats and more boats. Boats of the harbour of Falkholm are old boats.`;
const COURIER = `A crane fell into the sea on Monday and killed two people.\n\nThe owner has been asked for the reason.\n\n${REST}`;

const firstOf = (length: BriefLength, ...articles: ReturnType<typeof read>[]): string | undefined =>
  buildBrief(articles, { title: 'Harbour', query: 'boats', length, families: new Map(), now: new Date(0) })
    .happened[0]?.shown;

describe('a brief', () => {
  it('begins with what an article opens with, however often something else is named, at any length', () => {
    const [a, b] = [read(COURIER, { id: 'a' }), read(REST.split('. ').reverse().join('. '), { id: 'b' })];
    for (const length of ['headline', 'short', 'full'] as const)
      expect(firstOf(length, a)).toBe('A crane fell into the sea on Monday and killed two people.');
    expect(firstOf('headline', a, b)).toBe(firstOf('full', a, b));
  });
  it('begins with what the headlines say', () => {
    const column = read('The harbour of Falkholm has seen many storms and many boats. The boats stayed.', {
      id: 'a',
      title: 'Two killed as crane falls in Falkholm',
    });
    const report = read('A crane fell and two people were killed in Falkholm. The boats stayed.', {
      id: 'b',
    });
    expect(firstOf('short', column, report)).toBe('A crane fell and two people were killed in Falkholm.');
  });
  describe('of two articles', () => {
    const told = (published: string | null, what: string) =>
      read(`The missing boat of Falkholm ${what} on Monday, the police of Falkholm said.`, {
        id: what,
        published,
      });
    it('begins with the newest', () => {
      const [old, newest] = [told('2021-05-01', 'was sought'), told('2021-05-04', 'was found')];
      expect(firstOf('headline', old, newest)).toContain('found');
    });
    it('takes one without a date for no old one', () => {
      const [undated, newest] = [told(null, 'was sought'), told('2021-05-04', 'was found')];
      expect(firstOf('headline', undated, newest)).toContain('sought');
    });
  });
  it('begins with the long sentence in which an agency puts all of what happened', () => {
    const news = `A court in the town hall of Falkholm found the owner of the harbour crane guilty on Monday of having let it rust for nine years, of having paid for reports that called it sound, and of the death of two men who stood below it when it fell in March.`;
    expect(firstOf('short', read(`${news} The two men were welders. ${REST}`))).toBe(news);
  });
  it('does not begin with what might be', () => {
    const text =
      'If the crane of Falkholm falls, the harbour will be closed. The crane of Falkholm was built in May.';
    expect(firstOf('headline', read(text))).toBe('The crane of Falkholm was built in May.');
  });
  it('does not begin with what goes on from a sentence that could not be shown', () => {
    const text =
      'They may all be wrong. The crane of Falkholm also stands in the way of boats. The crane of Falkholm was built in May.';
    expect(firstOf('headline', read(text))).toBe('The crane of Falkholm was built in May.');
  });
  it.each([
    'Here are the latest developments on the crane of Falkholm.',
    'Here’s what we know so far about the crane of Falkholm.',
    'What we know about the crane in the harbour of Falkholm.',
    'Welcome to our live coverage of the crane of Falkholm.',
    'This live blog on the crane of Falkholm is now closed.',
    'Our live blog has all the news of the crane of Falkholm.',
    '10.45am Good morning from the harbour of Falkholm.',
    'Explore all there is to know of the crane of Falkholm.',
    'The Latest on the crane of Falkholm (all times local).',
    'Cf. the first report on the crane of Falkholm, p. 13.',
    'Credit: Ada Byron A crane stands in the harbour of Falkholm.',
  ])('does not begin with what the page says of itself: %s', (text) =>
    expect(firstOf('headline', read(`${text}\n\nThe crane of Falkholm was built in May.`))).toBe(
      'The crane of Falkholm was built in May.',
    ),
  );
  it('begins a running report with the news, and not with the time of its note', () =>
    expect(firstOf('headline', read('10.45am GMT: The crane of Falkholm fell into the sea on Monday.'))).toBe(
      'The crane of Falkholm fell into the sea on Monday.',
    ));
  it('does not say again what stands under a headline', () => {
    const text =
      'The mayor of Falkholm names new harbour and bridge masters.\n\nAnna Weber, the mayor of Falkholm, has named new masters of the harbour and of the bridge of Falkholm in a long speech.\n\nBread is dear in Falkholm.';
    const { happened } = buildBrief([read(text)], {
      title: 'Harbour',
      query: 'harbour',
      length: 'full',
      families: new Map(),
      now: new Date(0),
    });
    expect(happened.filter(({ shown }) => shown.includes('harbour'))).toHaveLength(1);
  });
  it('gives the full name where a surname opens what it tells first of somebody', () => {
    const text = `The harbour of Falkholm was closed on Monday. “We wait,” said Daryl Lund, a pilot, of the boats in Falkholm.

Lund wants the harbour of Falkholm to be opened. Lund sold boats in Falkholm for ten years.`;
    const shown = buildBrief([read(text)], {
      title: 'Harbour',
      query: 'harbour boats',
      length: 'full',
      families: new Map(),
      now: new Date(0),
    }).happened.map((one) => one.shown);
    expect(shown).toContain('[Daryl Lund] wants the harbour of Falkholm to be opened.');
    expect(shown.join(' ').match(/\[Daryl Lund\]/g)).toHaveLength(1);
  });
});
