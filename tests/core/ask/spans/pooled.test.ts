import { expect, test } from 'vitest';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { orderPooled } from '../../../../src/core/ask/spans/pooled.ts';
import type { ScoredSpan } from '../../../../src/core/ask/spans/spans.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { rankedSentence } from '../../../fakes/ranked-sentence.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();
const QUESTION = 'How many people died?';
const asked = parseAsked(QUESTION, tagger.tag(QUESTION));

/** A number that a report gives in a sentence which has a share of the question. */
function count(text: string, published: string, { score = 0, share = 1 } = {}): ScoredSpan {
  const article = readArticle({ id: published, text, published });
  const sentence = rankedSentence(article, undefined, { features: { softResolved: share } });
  const candidate = { first: 0, last: 1, kind: 'number' } as const;
  return { sentence, start: 0, end: text.length, text, terms: [], candidate, features: {}, score };
}

const order = (...spans: readonly ScoredSpan[]): string[] =>
  orderPooled(
    asked,
    spans.map((span) => ({ span, features: { score: span.score } })),
    spans,
    { score: 1 },
  ).map(({ text }) => text);

test('of counts that are about as likely the newest goes first', () => {
  expect(order(count('12', '2024-05-06', { score: 0.5 }), count('54', '2024-05-09'))).toEqual(['54', '12']);
});

test('a newer number does not where its sentence has less of the question: it counts something else', () => {
  const sheltered = count('2,300', '2024-05-09', { share: 0.8 });
  expect(order(count('12', '2024-05-06', { score: 0.5 }), sheltered)).toEqual(['12', '2,300']);
});

test('a newer number does not where it is much less likely', () => {
  expect(order(count('12', '2024-05-06', { score: 1.5 }), count('54', '2024-05-09'))).toEqual(['12', '54']);
});
