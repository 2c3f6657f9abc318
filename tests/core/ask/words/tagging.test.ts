import { expect, test } from 'vitest';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';

const tagger = await openTagger();
const tagsOf = (sentence: string): string[] => tagger.tag(sentence).map(({ word, pos }) => `${word}/${pos}`);

test.each([
  ["Vrelle's prices rose.", "According to Vrelle's, prices rose."],
  ['Oskelund’s mayor resigned.', 'The mayors (Oskelund’s, too) resigned.'],
  ["The tarnmaker's shop burned.", "The shop was the “tarnmaker's”."],
])('what "%s" is tagged with does not hang on what was read before', (sentence, other) => {
  const before = tagsOf(sentence);
  tagsOf(other);
  expect(tagsOf(sentence)).toEqual(before);
});

test.each([
  ["It is Halvern's.", ['Halvern', "'s", '.']],
  ["Halvern's, she said", ['Halvern', "'s", ',']],
  ['“Halvern’s”', ['Halvern', '’s', '”']],
])('in %s the owner is a word of its own, in its place', (sentence, words) => {
  const tagged = tagger.tag(sentence);
  expect(tagged.map(({ word }) => word)).toEqual(expect.arrayContaining(words));
  for (const { start, end, word } of tagged) expect(sentence.slice(start, end)).toBe(word);
});

test('"it\'s" and "here\'s" are read as the words that they are', () => {
  expect(tagsOf("Here's what it's like.")).toEqual(expect.arrayContaining(['it/PRON', "'s/AUX"]));
});
