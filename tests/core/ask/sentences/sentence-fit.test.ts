import { expect, test } from 'vitest';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { measureOf } from '../../../../src/core/ask/question/measure-of.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { readFit } from '../../../../src/core/ask/sentences/sentence-fit.ts';
import { viewSentences } from '../../../../src/core/ask/sentences/sentence-view.ts';
import { numberTerms, sharesOf } from '../../../../src/core/ask/sentences/shares.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];

/** The signs of each sentence of a text. */
function fits(question: string, text: string) {
  const asked = parseAsked(question, tagger.tag(question));
  const matcher = createMatcher(asked, lexicon);
  const terms = numberTerms(asked);
  const even = terms.weights.map((weight) => weight / terms.total);
  const views = viewSentences([readArticle({ id: 'a', text })]).flat();
  const shares = views.map((view) => sharesOf(view.terms, matcher, terms));
  return views.map((view, at) =>
    readFit(
      view,
      { question: asked, asked: question.toLowerCase(), matcher, terms, even, measure: measureOf(question) },
      [shares[at], shares[at - 1], shares[at - 2]],
    ),
  );
}

test('who goes on as "she" is whom the sentences before name', () => {
  const [named, goesOn, other] = fits(
    'Where was Ada Winter born?',
    'Ada Winter runs the port. She grew up in Ostry. The port is old.',
  );
  expect(goesOn?.['byPronoun']).toBeGreaterThan(0);
  expect(goesOn?.['softResolved']).toBeGreaterThan(other?.['softResolved'] ?? 1);
  expect(named?.['byPronoun']).toBe(0);
  expect(other?.['byPronoun']).toBe(0);
});

test('a name that the question has is no new one', () => {
  const [old, fresh] = fits('Who met Peter Lund?', 'Peter Lund arrived. Ada Winter shook his hand.');
  expect(old?.['newNames']).toBe(0);
  expect(fresh?.['newNames']).toBe(1);
});

test('what a number counts is beside it', () => {
  const [ships, people] = fits('How many ships sank?', 'The storm sank 12 vessels. It killed 40 people.');
  expect(ships?.['counted']).toBeGreaterThan(people?.['counted'] ?? 1);
});

test('a sentence measures what is asked for, or something else', () => {
  const [age, money] = fits('How old is Lund?', 'Lund, 58, was fined. He paid £400.');
  expect([age?.['measured'], money?.['measured']]).toEqual([1, 0]);
});

test('of a word that the sentence lacks the weight counts', () => {
  const [all, none] = fits('Who bought the ferry?', 'Lund bought the ferry. It rained.');
  expect(all?.['lacking']).toBe(0);
  expect(none?.['lacking']).toBeGreaterThan(0.3);
});
