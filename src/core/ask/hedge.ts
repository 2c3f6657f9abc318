/** The words of an answer as a reader is told them: a number with its hedge. */
import type { ReadArticle } from '../article.ts';
import type { Answer } from './types.ts';

/** Without it a number says more, or less, than the article does. */
const HEDGE =
  /\b(?:(?:more|fewer|less) than|at (?:least|most)|up to|nearly|almost|roughly|approximately|as (?:many|much) as|an estimated) $/i;
const COUNTS =
  /^(?:[$€£¥]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+teen|\p{L}+ty|a?n? ?(?:hundred|thousand|million|dozen)s?|half)\b)/iu;

/** "More than 4,200 boats" for "4,200 boats", where its passage says so. The answer stays a part of the first passage. */
export function withHedge(answer: Answer, articles: readonly ReadArticle[]): Answer {
  if (!answer.answered || !COUNTS.test(answer.answer)) return answer;
  const [first] = answer.evidence;
  const article = articles.find(({ id }) => id === first?.article);
  if (first === undefined || article === undefined) return answer;
  const passage = article.text.slice(first.start, first.end);
  const at = passage.indexOf(answer.answer);
  const hedge = at < 0 ? '' : (HEDGE.exec(passage.slice(0, at))?.[0] ?? '');
  return hedge === '' ? answer : { ...answer, answer: hedge + answer.answer };
}
