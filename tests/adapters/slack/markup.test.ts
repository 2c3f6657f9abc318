import { expect, test } from 'vitest';
import { LIMITS } from '../../../src/adapters/slack/limits.ts';
import { linkAddress, plainWords, richElements, splitWords } from '../../../src/adapters/slack/markup.ts';

test.each(['<!channel', 'a <!here|', '<@U0123', '<#C1|'])(
  '%j, which is not closed, calls nobody either',
  (words) => {
    expect(plainWords(words)).not.toMatch(/<[!@#]/);
  },
);

test('an address that is longer than Slack takes is no link', () => {
  const start = 'https://courier.test/';
  expect(linkAddress(start + 'a'.repeat(LIMITS.url.is - start.length))).toBeDefined();
  expect(linkAddress(start + 'a'.repeat(LIMITS.url.is))).toBeUndefined();
});

test('what Slack would read as the end of an address is written otherwise', () => {
  expect(linkAddress('https://courier.test/?a=1|2')).toBe('https://courier.test/?a=1%7C2');
});

test('a time that is none stands in its words', () => {
  const shown = (instant: string) => richElements([{ type: 'time', instant, text: 'at noon' }]);
  expect(shown('2026-11-22T12:00:00Z')).toMatchObject([{ type: 'date', fallback: 'at noon' }]);
  expect(shown('noon')).toEqual([{ type: 'text', text: 'at noon' }]);
});

test('a long text is parted between words, and never within a character', () => {
  expect(splitWords('one two three', 8)).toEqual(['one two ', 'three']);
  const parts = splitWords(`x${'🎉'.repeat(20)}`, 10);
  expect(parts.every((part) => part.isWellFormed() && part.length <= 10)).toBe(true);
});
