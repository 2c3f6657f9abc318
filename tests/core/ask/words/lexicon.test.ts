import { expect, test } from 'vitest';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { termOf } from '../../../../src/core/search/query.ts';

const term = (word: string): string => termOf(word) ?? '';
const lexicon = await openLexicon();
const tagger = await openTagger();

function matcherOf(question: string) {
  return createMatcher(parseAsked(question, tagger.tag(question)), lexicon);
}

test('words of like meaning are more alike than others', () => {
  const like = (a: string, b: string): number => lexicon.likeness(term(a), term(b));
  expect(like('film', 'movie')).toBeGreaterThan(0.7);
  expect(like('car', 'banana')).toBeLessThan(0.3);
  expect(like('film', 'film')).toBeCloseTo(1);
});

test('what is unknown is like nothing, of no kind, and rare', () => {
  expect(lexicon.likeness('qqxx', 'film')).toBe(0);
  expect(lexicon.kindOf('qqxx')).toBeUndefined();
  expect(lexicon.rarity('qqxx')).toBe(1);
  expect(lexicon.synonymsOf('qqxx')).toEqual([]);
});

test('kinds of nouns, synonyms and opposites', () => {
  expect(lexicon.kindOf(term('lawyer'))).toBe('person');
  expect(lexicon.kindOf(term('city'))).toBe('location');
  expect(lexicon.areSame(term('lawyer'), term('attorney'))).toBe(true);
  expect(lexicon.oppositesOf(term('increase'))).toContain(term('decrease'));
});

test('a word of the text stands for a word of the question that means the same, and not for its opposite', () => {
  const matcher = matcherOf('Which firm will increase the price of cars?');
  expect(matcher.find(term('car'))).toMatchObject({ term: term('car'), share: 1 });
  expect(matcher.find(term('company'))).toMatchObject({ term: term('firm') });
  expect(matcher.findOpposite(term('decrease'))).toBe(term('increase'));
  expect(matcher.find(term('decrease'))?.term).not.toBe(term('increase'));
});

test('names are matched by their letters alone', () => {
  const matcher = matcherOf('What did France sell?');
  expect(matcher.find(term('Germany'))).toBeUndefined();
});
