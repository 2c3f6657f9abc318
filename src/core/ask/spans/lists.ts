/** Where several things are asked for, or who, and one of a list was found: the list. */
import type { AskedQuestion } from '../question/question.ts';
import type { ScoredSpan } from './spans.ts';

/** "Oslo, Ostry and Larkfield": short items, nothing between them but commas and "and". */
const LIST = /^[^,;:]{2,40}(?:, [^,;:]{2,40})*,? and [^,;:]{2,40}$/;
const PREPOSITION = /\b(?:of|in|for|to|with|on|at|by|from|as|than|after|before)\b/i;

/** The longest list of the sentence that has the words as one of its items, or the words themselves. */
export function wholeList(
  question: AskedQuestion,
  best: ScoredSpan,
  spans: readonly ScoredSpan[],
): ScoredSpan {
  if (!question.asksMany && !/\bwhom?\b/i.test(question.text)) return best;
  const isList = ({ sentence, start, end, text }: ScoredSpan): boolean => {
    if (sentence.sentence !== best.sentence.sentence || start > best.start || end < best.end) return false;
    const [before, behind] = [text.slice(0, best.start - start), text.slice(best.end - start)];
    const isItem = /^$|(?:,|\band) $/.test(before) && /^$|^(?:,| and\b)/.test(behind);
    return isItem && LIST.test(text) && !PREPOSITION.test(before + behind);
  };
  return spans
    .filter(isList)
    .reduce((longest, one) => (one.text.length > longest.text.length ? one : longest), best);
}
