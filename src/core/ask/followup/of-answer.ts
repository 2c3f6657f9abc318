/** "Why?", "When?" or "Where?" behind a question for a thing, a person or a number: why it is so, with what was answered. */
import { baseOf } from '../../text/verbs.ts';

import type { TaggedWord, Tagger } from '../words/tagging.ts';
import { readPhrases } from './phrases.ts';

/** An answer of more words tells more than can be asked about. */
const LONGEST = 8;
const BEING = /^(?:is|are|was|were|has|have|had|will|can|could|would|should)$/;
const DOING = /^(?:do|does|did)$/;
const TELLS = /^(?:say|tell|think|want|mean|claim|believe|suspect|expect|hope|need)$/;
const COUNTS = /^how (?:many|much)\b/i;

/** The words that ask: "who", "which country", "how many people". */
function endOfAsking(words: readonly TaggedWord[]): number {
  const first = COUNTS.test(`${words[0]?.lower} ${words[1]?.lower}`) ? 2 : 1;
  const end = words.findIndex(
    ({ pos, lower }, at) => at >= first && (BEING.test(lower) || DOING.test(lower) || pos === 'VERB'),
  );
  return end < 0 ? words.length : end;
}

/**
 * Why, when, where or how what the clause asks for is so: "why does Lund want a bridge", "when did Reed resign"; undefined where
 * that cannot be told.
 * @param asks "why"; other words only where the answer did what is asked
 * @param clause a question without its mark, "what does Lund want"
 */
export function askOfAnswer(
  asks: string,
  clause: string,
  answered: string,
  tagger: Tagger,
): string | undefined {
  if (!/^(?:who|whom|what|which|how (?:many|much))\b/i.test(clause)) return undefined;
  const { words } = readPhrases(clause, tagger);
  const end = endOfAsking(words);
  const [verb, next] = [words[end], words[end + 1]];
  if (verb === undefined || next === undefined) return undefined;
  const said = answered.trim().replace(/[.,;:!?\s]+$/, '');
  const isShort = said !== '' && said.split(/\s+/).length <= LONGEST && !/["“”\n]/.test(said);
  // "How many people": they are asked about, whatever their number.
  const counted = COUNTS.test(clause) && end > 2 ? clause.slice(words[2]?.start, words[end - 1]?.end) : '';
  const meant = counted === '' && isShort ? said : counted;
  if (meant === '') return undefined;
  const rest = clause.slice(next.start);
  // "Who backed Reed?" – "Lund": when Lund did.
  const base = /^who\b/i.test(clause) && verb.pos === 'VERB' ? baseOf(verb.lower) : null;
  if (base !== null) return `${asks} did ${meant} ${base} ${rest}`;
  if (DOING.test(verb.lower)) {
    // "What did Lund want to do with it?": what he wanted stands in the middle.
    const [before, last] = words.slice(-2);
    const verbal = last?.pos === 'ADP' ? before : last;
    // What somebody said he did not do then.
    const isDone = verbal?.pos === 'VERB' && (asks === 'why' || !TELLS.test(verbal.lower));
    return isDone && verbal.lower !== 'do' ? `${asks} ${verb.lower} ${rest} ${meant}` : undefined;
  }
  if (asks !== 'why') return undefined;
  // "Who had the wall built?": he had it built, and was not had.
  const isHelping = !/^ha/.test(verb.lower) || next.pos === 'VERB' || next.pos === 'AUX';
  if (BEING.test(verb.lower) && isHelping) return `why ${verb.lower} ${meant} ${rest}`;
  return `why is it that ${meant} ${clause.slice(verb.start)}`;
}
