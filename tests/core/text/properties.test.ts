import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Span } from '../../../src/core/article.ts';
import { analyse } from '../../../src/core/text/analyse.ts';

const article = (text: string, published: string | null = '2024-03-14'): Article => ({
  id: 'a',
  title: null,
  text,
  author: null,
  publisher: null,
  published,
  url: null,
});

/** Pieces that news is made of, and pieces that break readers of news. */
const piece = fc.constantFrom(
  'Anna Lindqvist',
  'said',
  'told reporters',
  ' ',
  '. ',
  ', ',
  ': ',
  '\n',
  '\n\n',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  "''",
  '«',
  '»',
  '(',
  ')',
  '[…]',
  '...',
  'the ministry’s spokesman',
  'U.S.',
  'Mr. ',
  'J.',
  'according to',
  'he',
  'who',
  'and',
  'on Tuesday',
  '13 September 2023',
  '9/13/2023',
  'May',
  '1,000.5',
  '🙂',
  '\ud83d',
  '\ude42',
  '\u200f',
  'مرحبا',
  '你好',
  '•',
  '1.',
  '(a)',
  '\u0000',
  '﻿',
);
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

const isSplit = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

function expectInside(text: string, { start, end }: Span): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(text.length);
  expect(isSplit(text, start) || isSplit(text, end)).toBe(false);
}

describe('the reading of any text whatever', () => {
  it('gives only spans that lie in the text and never half a character', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { sentences, names, quotes, dates } = analyse(article(text));
        const spans = quotes.flatMap(({ content, cue, speaker }) => [...content, cue, speaker.mention]);
        for (const span of [...sentences, ...names, ...dates, ...spans]) if (span) expectInside(text, span);
      }),
      { numRuns: 500 },
    );
  });

  it('puts everything but white space into exactly one sentence, in order and trimmed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { sentences } = analyse(article(text));
        const read = sentences.map(({ start, end }) => text.slice(start, end));
        for (const sentence of read) expect(sentence).toBe(sentence.trim());
        const solid = (words: string) => words.replace(/[\s\u200b\u2060\ufeff]/gu, '');
        expect(solid(read.join(''))).toBe(solid(text));
        sentences.forEach(({ start, paragraph }, i) => {
          const before = sentences[i - 1];
          if (!before) return;
          expect(start).toBeGreaterThanOrEqual(before.end);
          expect(paragraph).toBeGreaterThanOrEqual(before.paragraph);
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each(['Anna Lindqvist, and', 'The mayor, Anna Lindqvist, a nurse and', '“Yes,” said'])(
    'reads an article that is cut short: %s',
    (text) => {
      expect(analyse(article(text)).sentences).toHaveLength(1);
    },
  );

  it('gives names and roles that stand in the text, and mentions that belong to their entity', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { names, entities, quotes } = analyse(article(text));
        for (const { name, role, mentions } of entities) {
          expect(text).toContain(name);
          if (role) expect(text).toContain(role);
          expect(mentions.length).toBeGreaterThan(0);
        }
        names.forEach(({ entity }, i) => {
          expect(entity === null ? null : entities[entity]?.mentions).toContain(i);
        });
        for (const { speaker } of quotes) {
          if (speaker.name) expect(text).toContain(speaker.name);
          if (speaker.role) expect(text).toContain(speaker.role);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same text the same way twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(analyse(article(text))).toEqual(analyse(article(text)));
      }),
      { numRuns: 50 },
    );
  });

  it('gives a date a value only when the article has one or the words say the year', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { relative, value } of analyse(article(text, null)).dates)
          if (relative) expect(value).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe('texts that are no news', () => {
  const size = 50_000;
  const fill = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size);
  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t '],
    ['one word', 'Hello'],
    ['one lone surrogate', '\ud800'],
    ['only quotation marks', fill('"')],
    ['only opening marks', fill('“')],
    ['opening marks with words', fill('“a ')],
    ['unbalanced marks of all kinds', fill('"We go, he said. “No. ‘Yes ')],
    ['no full stop', fill('the minister said that many people went there and ')],
    ['capitals only', fill('John Smith Kim Lee ')],
    ['one long word', fill('a')],
    ['only full stops', fill('.')],
    ['only bullets', fill('•')],
    ['only brackets', fill('(')],
    ['commas and speakers', fill('Smith, a man, said, ')],
    ['paragraphs that never close', fill('“We will go.\n\n')],
    ['emoji', fill('🙂')],
    ['right to left', fill('قال الوزير: «سنذهب غدا». ')],
    ['addresses', fill('https://example.com/a?b=c.d ')],
  ])('are read without an exception: %s', (_, text) => {
    const analysis = analyse(article(text));
    for (const span of analysis.sentences) expectInside(text, span);
    expect(analysis.words).toBe(text.split(/[\s\u200b\u2060\ufeff]+/u).filter(Boolean).length);
  });
});

describe('a sentence that never ends', () => {
  // Half a second; more than a minute where each verb looks for its subject in all that stands before.
  it.each([', said ', 'Hale, said '])('of nothing but %j is read in seconds', (piece) => {
    const started = performance.now();
    analyse(article(piece.repeat(Math.ceil(20_000 / piece.length))));
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
