/** Which of several is asked for: "the second goal", "the other two ministers". */
import type { AskedQuestion } from '../question/question.ts';
import type { ScoredSpan } from './spans.ts';

/** Each with what may stand for it in an article. */
const RANKS: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [
    /\bother (?:half|side|one|two|three|four|five|six|\p{Ll}+s)\b(?! than)/iu,
    /\b(?:other|others|another|else|rest|remaining|both|too|also|fellow|along with|alongside|with|and)\b/i,
  ],
  [/\bsecond(?! half| quarter|s)\b/i, /\b(?:second|secondly|two|2nd|2|again|another)\b/i],
  [/\bthird(?! quarter| world|s)\b/i, /\b(?:third|three|3rd|3|again|another)\b/i],
  [/\bfourth(?! quarter)\b/i, /\b(?:fourth|four|4th|4|again|another)\b/i],
  [/\bfifth\b/i, /\b(?:fifth|five|5th|5|again|another)\b/i],
  [/\brunners?-up\b/i, /\b(?:runners?-up|second|final(?:ist)?|beaten|los(?:er|ing|t)|2nd)\b/i],
];

/** Whether one of several is asked for, and the sentence speaks of none that could be it: of the first, or of one alone. */
export function isOfOtherRank({ text }: AskedQuestion, { sentence }: ScoredSpan): boolean {
  return RANKS.some(([asked, said]) => asked.test(text) && !said.test(sentence.text));
}
