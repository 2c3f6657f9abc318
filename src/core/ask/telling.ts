/** Which sentence tells yes or no. */
import { termOf } from '../search/query.ts';
import type { RankedSentence } from './evidence.ts';
import type { Matcher } from './likeness.ts';
import type { AskedQuestion } from './question.ts';

/** A synonym says the same; what is only of like meaning ("charged", "acquitted") may say the opposite. */
const LIKE = 0.8;
/** Sentences that are looked through. */
const READ = 12;
/** Verbs that say little: what stands behind them is asked. */
const LIGHT = new Set(
  ['be', 'do', 'have', 'get', 'go', 'make', 'take', 'give', 'happen'].map((word) => termOf(word)),
);

/** "Can you tell me …?", "Do you think …?", and what is said beside a question: how it is asked says little. */
const CHATTY = /^\W*\w+ (?:you|i|we|me)\b|[.?!]\s+\S/i;

/** What the question asks about its subject: its verb, or where that says little, the last word that is no name. */
function findPredicate({ words, verb, named, weights, text }: AskedQuestion): string | null {
  if (CHATTY.test(text)) return null;
  if (verb !== null && !LIGHT.has(verb)) return verb;
  const content = words.flatMap(({ word, pos }) => {
    const term = termOf(word);
    return term !== null && /^(?:NOUN|ADJ)$/.test(pos) && weights.has(term) && !named.has(term) ? [term] : [];
  });
  return content.at(-1) ?? null;
}

const heldBy = ({ features }: RankedSentence): number =>
  (features['rare'] ?? 0) + (features['rareTitle'] ?? 0);

/**
 * The sentence that has most of what is asked, among those that speak of what the question says of its subject: "charged" is no
 * answer to "Was he acquitted?". `ranked` is best first.
 */
export function findTelling(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  matcher: Matcher,
): RankedSentence | undefined {
  const predicate = findPredicate(question);
  const tells = ({ terms }: RankedSentence): boolean =>
    predicate === null ||
    terms.some((term) => {
      if (matcher.findOpposite(term) === predicate) return true;
      const match = matcher.find(term);
      return match?.term === predicate && match.share >= LIKE;
    });
  const [first, ...rest] = ranked.slice(0, READ).filter(tells);
  return first && rest.reduce((most, one) => (heldBy(one) > heldBy(most) ? one : most), first);
}
