/** A second look at the sentences: trees see what a sum of signs does not, and how each stands beside its neighbours. */
import type { ReadArticle, Sentence } from '../../article.ts';
import type { Features } from '../models/linear.ts';
import { type Forest, sumTrees } from '../models/trees.ts';
import { readAskedSigns } from '../question/asked-signs.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from './evidence.ts';

/** A neighbour that is so much worse than the best sentence, or none, says nothing. */
const BEYOND = 6;

/** Signs of each sentence once all have their scores: of its neighbours, its article, and how far the best is. */
export function readNeighbours(question: AskedQuestion, ranked: readonly RankedSentence[]): Features[] {
  const scores = new Map<Sentence, number>(ranked.map(({ sentence, score }) => [sentence, score]));
  const bests = new Map<ReadArticle, number>();
  for (const { article, score } of ranked)
    bests.set(article, Math.max(score, bests.get(article) ?? Number.NEGATIVE_INFINITY));
  const most = Math.max(...bests.values());
  const signs = readAskedSigns(question, bests.size);
  return ranked.map(({ article, place, score }) => {
    const behind = (at: number): number => {
      const neighbour = article.analysis.sentences[at];
      const own = neighbour === undefined ? undefined : scores.get(neighbour);
      return own === undefined ? -BEYOND : Math.max(-BEYOND, own - most);
    };
    const best = bests.get(article) ?? score;
    return {
      ...signs,
      'l:score': score,
      'l:gap': score - most,
      'l:before': behind(place - 1),
      'l:earlier': behind(place - 2),
      'l:after': behind(place + 1),
      'l:own': score - best,
      'l:article': best - most,
    };
  });
}

/** The sentences in the order of both, best first. */
export function rerank(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  forest: Forest,
): RankedSentence[] {
  const signs = readNeighbours(question, ranked);
  return ranked
    .map((one, i) => ({ ...one, score: one.score + sumTrees(one.features, forest, signs[i]) }))
    .sort((a, b) => b.score - a.score);
}
