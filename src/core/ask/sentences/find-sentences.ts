/** The sentences of the articles that may answer, best first. */
import type { ReadArticle } from '../../article.ts';
import type { Models } from '../models/models.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import { type RankedSentence, rankSentences } from './evidence.ts';
import { rerank } from './rerank.ts';
import { viewSentences } from './sentence-view.ts';

/** The best sentences, of which all else is read. */
export const READ_SENTENCES = 60;

/** Ranks all sentences by a sum of signs, and the best of them once more. */
export function findSentences(
  question: AskedQuestion,
  articles: readonly ReadArticle[],
  matcher: Matcher,
  models: Pick<Models, 'holds' | 'reranks'>,
): RankedSentence[] {
  const ranked = rankSentences(question, viewSentences(articles), matcher, models.holds);
  return rerank(question, ranked.slice(0, READ_SENTENCES), models.reranks);
}
