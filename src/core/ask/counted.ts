/** Whether a number counts something else than what "how many …" asks for: ten times are no answer to how many shells. */
import { type Candidate, isNumberWord } from './candidates.ts';
import type { AskedQuestion } from './question.ts';
import type { TaggedWord } from './tagging.ts';

/** "How many people" is answered by residents, workers, passengers alike: no rule tells which nouns are people. */
const ANYBODY = new Set(['peopl', 'person', 'time']);

const VAGUE =
  /^(?:dozens?|scores?|hundreds?|thousands?|millions?|billions?|several|few|both|couple|none|no|all|half|single|pair)$/;

/** The sentence must not speak of what is asked for, and the number must stand before a noun of its own. */
export function countsOther(
  { first, last }: Candidate,
  words: readonly TaggedWord[],
  terms: readonly (string | null)[],
  { focus, kind, words: asked }: AskedQuestion,
): boolean {
  const isCount =
    kind === 'number' && asked.some(({ lower }, at) => lower === 'many' && asked[at - 1]?.lower === 'how');
  if (!isCount || focus === null || ANYBODY.has(focus) || terms.includes(focus)) return false;
  const number = words.findIndex((word, at) => at >= first && at < last && isNumberWord(word));
  // "Dozens", "several", "no": words that count without a number.
  if (number < 0) return !words.slice(first, last).some(({ lower }) => VAGUE.test(lower));
  // "Three foreign visits": the noun at the end of the run behind the number.
  for (let at = number + 1; at < words.length; at += 1) {
    const pos = words[at]?.pos;
    if (pos === 'NOUN') return true;
    if (pos !== 'ADJ' && pos !== 'NUM') return false;
  }
  return false;
}
