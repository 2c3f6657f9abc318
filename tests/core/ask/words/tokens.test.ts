import { expect, test } from 'vitest';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';

const tagger = await openTagger();
const wordsOf = (sentence: string): string[] => tagger.tag(sentence).map(({ word }) => word);

test('a number that goes on with capitals is one name', () => {
  expect(wordsOf('The 4B union and the 5G network.')).toEqual('The 4B union and the 5G network .'.split(' '));
});

test.each([
  ['It costs £5.1m.', 'It costs £ 5.1 m .'],
  ['It costs £5.1m. Nobody pays.', 'It costs £ 5.1 m . Nobody pays .'],
  ['It began at 7.30pm.', 'It began at 7.30pm .'],
  ['It began at 4.20pm.', 'It began at 4.20pm .'],
  ['It began at 7.30pm and ended.', 'It began at 7.30pm and ended .'],
])('%s ends with a full stop that is a word of its own', (sentence, words) => {
  expect(wordsOf(sentence)).toEqual(words.split(' '));
});

test('words stand where they stand in the sentence', () => {
  const sentence = 'The 4B union paid £5.1m. It was 7.30pm.';
  for (const { start, end, word } of tagger.tag(sentence)) expect(sentence.slice(start, end)).toBe(word);
});
