/** Whether a verb is negated. */
import type { TaggedWord } from '../words/tagging.ts';

const NEGATION =
  /^(?:not|n't|n’t|cant|cannot|dont|doesnt|didnt|wont|isnt|arent|wasnt|werent|hasnt|havent|hadnt|couldnt|wouldnt|never|no|neither|nor|denied|denies|deny)$/;
/** "Failed to resign"; who "failed twice" may have resigned. */
const NOT_DONE = /^(?:refused|refuses|failed|fails|declined|declines)$/;
/** Words before a verb in which its negation stands: "did not, in the end, meet". */
const REACH = 4;

/** Whether the word at `at` is negated. */
export function isNegatedAt(words: readonly TaggedWord[], at: number): boolean {
  const from = Math.max(0, at - REACH);
  return words.slice(from, at).some(({ lower }, place) => {
    if (NOT_DONE.test(lower)) return words[from + place + 1]?.lower === 'to';
    return NEGATION.test(lower) && !endsClause(words.slice(from + place + 1, at));
  });
}

/** "who did not vote, resigned": what was denied is another verb. */
function endsClause(between: readonly TaggedWord[]): boolean {
  const verb = between.findIndex(({ pos }) => pos === 'VERB');
  return verb >= 0 && between.slice(verb).some(({ lower }) => lower === ',' || lower === 'but');
}
