/** Whether the likeliest sentence tells what no few words can: yes or no, or why. */
import type { ReadArticle } from '../../article.ts';
import type { Features } from '../models/linear.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { readDecision } from './decision.ts';
import { namesAll } from './veto.ts';

/** What speaks for the best of the sentences being told as the answer. `ranked` is best first. */
export function readTelling(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  articles: readonly ReadArticle[],
  matcher: Matcher,
): Features {
  return {
    ...readDecision(question, ranked, [], matcher),
    'y:named': namesAll(question, articles) ? 1 : 0,
    'y:why': question.kind === 'yes-no' ? 0 : 1,
  };
}
