import { expect, test } from 'vitest';
import { rankSentences } from '../../../src/core/ask/evidence.ts';
import { openLexicon } from '../../../src/core/ask/lexicon/lexicon.ts';
import { createMatcher } from '../../../src/core/ask/likeness.ts';
import { parseAsked } from '../../../src/core/ask/question.ts';
import { viewSentences } from '../../../src/core/ask/sentence-view.ts';
import { openTagger } from '../../../src/core/ask/tagging.ts';
import { findTelling } from '../../../src/core/ask/telling.ts';
import { readArticle } from '../../fakes/read-article.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];

function telling(question: string, text: string): string | undefined {
  const asked = parseAsked(question, tagger.tag(question));
  const matcher = createMatcher(asked, lexicon);
  const ranked = rankSentences(asked, viewSentences([readArticle({ id: 'a', text })]), matcher, { soft: 1 });
  return findTelling(asked, ranked, matcher)?.text;
}

test('yes or no is told by what speaks of the verb', () => {
  const text = 'Peter Lund of Ostry was charged with fraud. Lund has resigned.';
  expect(telling('Has Peter Lund resigned?', text)).toBe('Lund has resigned.');
});

test('a synonym speaks of it', () => {
  expect(telling('Did Lund buy the ferry?', 'Lund purchased the ferry.')).toBe('Lund purchased the ferry.');
});

test('its opposite speaks of it', () => {
  expect(telling('Was Lund convicted?', 'Lund was acquitted.')).toBe('Lund was acquitted.');
});

test('what is only of like meaning does not', () => {
  expect(telling('Was Lund acquitted?', 'Lund was charged with fraud.')).toBeUndefined();
});

test('where "is" says little, the last word that is no name counts', () => {
  const text = 'Three monks died in the crash near Ostry.';
  expect(telling('Were the victims of the crash priests?', text)).toBeUndefined();
  expect(telling('Were the victims of the crash monks?', text)).toBe(text);
});

test('who has something done to him does not do it', () => {
  const text = 'Holm made three visits to Ostry, meeting with Lund on two of them.';
  expect(telling('Did Lund visit Ostry?', text)).toBeUndefined();
  expect(telling('Did Holm visit Ostry?', text)).toBe(text);
  expect(telling('Did Lund buy the ferry?', 'The ferry was bought by Lund.')).toBeDefined();
});

test('of somebody else nothing is told', () => {
  expect(telling('Was Lund arrested?', 'Holm was arrested on Monday.')).toBeUndefined();
});
