import { expect, test } from 'vitest';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import type { RankedSentence } from '../../../../src/core/ask/sentences/evidence.ts';
import { readNeighbours, rerank } from '../../../../src/core/ask/sentences/rerank.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { rankedSentence } from '../../../fakes/ranked-sentence.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();
const question = parseAsked('Who won?', tagger.tag('Who won?'));

/** Sentences of one article with these scores, best first. */
function ranked(...scores: readonly number[]): RankedSentence[] {
  const article = readArticle({ id: 'a', text: 'One came. Two went. Three won. Four lost.' });
  return scores
    .map((score, at) => {
      const sentence = article.analysis.sentences[at];
      if (sentence === undefined) throw new Error('more scores than sentences');
      return rankedSentence(article, sentence, { score });
    })
    .sort((a, b) => b.score - a.score);
}

test('a sentence knows how far the best is, and how good its neighbours are', () => {
  const [best, worst] = readNeighbours(question, ranked(3, 1));
  expect([best?.['l:gap'], worst?.['l:gap']]).toEqual([0, -2]);
  expect([best?.['l:after'], worst?.['l:before']]).toEqual([-2, 0]);
});

test('what trees add changes the order', () => {
  const forest = { bias: 0, trees: [['l:before', -1, 0, 5] as const] };
  expect(rerank(question, ranked(3, 1), forest).map(({ text }) => text)).toEqual(['Two went.', 'One came.']);
});

test('no trees and no sentences change nothing', () => {
  const forest = { bias: 0, trees: [] };
  expect(rerank(question, ranked(2, 4, 1), forest)).toEqual(ranked(2, 4, 1));
  expect(rerank(question, [], forest)).toEqual([]);
});
