import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf } from '../../src/chat/plain.ts';

test('the beginning of a text ends between what people take for characters', () => {
  expect(beginningOf('abc', 3)).toBe('abc');
  expect(beginningOf('abcd', 3)).toBe('abc');
  expect(beginningOf('ab👩‍👩‍👧cd', 5)).toBe('ab');
  expect(beginningOf('ab👩‍👩‍👧cd', 10)).toBe('ab👩‍👩‍👧');
  expect(beginningOf(`${'a'.repeat(200)}🇩🇪🇫🇷`, 206)).toBe(`${'a'.repeat(200)}🇩🇪`);
  expect(beginningOf('👩‍👩‍👧', 3)).toBe('');
});

test('it is never too long, whatever the text, and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(150), (text, longest) => {
      const beginning = beginningOf(text, longest);
      expect(beginning.length).toBeLessThanOrEqual(longest);
      expect(text.startsWith(beginning)).toBe(true);
      expect(beginning.isWellFormed()).toBe(true);
    }),
  );
  // A letter under a tower of marks is a character without end: it is parted after all.
  expect(beginningOf(`e${'\u0301'.repeat(500)}`, 300)).toHaveLength(300);
});
