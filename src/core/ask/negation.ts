/** Whether a verb is negated. */
import type { TaggedWord } from './tagging.ts';

const NEGATION =
  /^(?:not|n't|n’t|cant|cannot|dont|doesnt|didnt|wont|isnt|arent|wasnt|werent|hasnt|havent|hadnt|couldnt|wouldnt|never|no|neither|nor|denied|denies|deny|refused|failed)$/;
/** Words before a verb in which its negation stands: "did not, in the end, meet". */
const REACH = 4;

/** Whether the word at `at` is negated. */
export function isNegatedAt(words: readonly TaggedWord[], at: number): boolean {
  return words.slice(Math.max(0, at - REACH), at).some(({ lower }) => NEGATION.test(lower));
}
