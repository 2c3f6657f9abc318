import { expect, test } from 'vitest';
import { readSubstitutions } from '../../../../src/core/ask/decision/substitution.ts';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { parseTerms } from '../../../../src/core/search/query.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];

function read(question: string, text: string): Record<string, number> {
  const asked = parseAsked(question, tagger.tag(question));
  return readSubstitutions(asked, { text, terms: parseTerms(text) }, createMatcher(asked, lexicon));
}

test('a number in the place of another is noticed', () => {
  expect(read('Who flew over Ostry in 1957?', 'Ada Winter flew over Ostry in 1975.')['swap:number']).toBe(1);
  expect(
    read('Who flew over Ostry in 1975?', 'Ada Winter flew over Ostry in 1975.')['swap:number'],
  ).toBeUndefined();
});

test('a name in the place of another is noticed', () => {
  const found = read('Who became mayor of Larkfield?', 'Ada Winter became mayor of Ostry.');
  expect(found['swap:name']).toBe(1);
});

test('a prefix that turns a word round is noticed', () => {
  expect(read('Which bridge was unfinished?', 'The Larkfield bridge was finished.')['unsaidPrefix']).toBe(1);
});

test('what the sentence says in the same words has nothing in its place', () => {
  expect(read('Who closed the harbour?', 'Ada Winter closed the harbour.')).toEqual({});
});
