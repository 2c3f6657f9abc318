/** Which sentence tells yes or no. */
import { termOf } from '../search/query.ts';
import { findNounPhrases } from './candidates.ts';
import type { RankedSentence } from './evidence.ts';
import type { Matcher } from './likeness.ts';
import type { AskedQuestion } from './question.ts';
import type { TaggedWord } from './tagging.ts';
import { termsAround } from './veto.ts';

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

/** The names of whom a question for yes or no speaks of, or else the nouns: "victims", "crash" of "Were the victims of the crash priests?" */
function findSubject({ words }: AskedQuestion): ReadonlySet<string> {
  const phrases = findNounPhrases(words).filter(([first]) => first > 0);
  const own: TaggedWord[] = [];
  let end = -1;
  for (const [first, last] of phrases) {
    if (end >= 0 && !(first === end + 1 && words[end]?.lower === 'of')) break;
    own.push(...words.slice(first, last));
    end = last;
  }
  const names = own.filter(({ pos }) => pos === 'PROPN');
  const nouns = own.filter(({ pos }) => pos === 'NOUN');
  return new Set((names.length > 0 ? names : nouns).flatMap(({ word }) => termOf(word) ?? []));
}

const POINTS = /^["“'‘(]?(?:he|she|they|it|his|her|their|its|this|these|that|those|the)\b/i;

/** Who is asked about does it, and has it not done to him. */
const ACTIVE = /^(?:did|does|do|has|have|had|will|would|can|could) /i;

const heldBy = ({ features }: RankedSentence): number =>
  (features['rare'] ?? 0) + (features['rareTitle'] ?? 0);

/**
 * The sentence that has most of what is asked, among those that speak of whom the question speaks of, and of what it says of him:
 * "charged" is no answer to "Was he acquitted?". `ranked` is best first.
 */
export function findTelling(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  matcher: Matcher,
): RankedSentence | undefined {
  const predicate = findPredicate(question);
  const subject = findSubject(question);
  const isLike = (term: string, asked: string): boolean => {
    const match = matcher.find(term);
    return match?.term === asked && match.share >= LIKE;
  };
  const says = (term: string): boolean =>
    predicate !== null && (matcher.findOpposite(term) === predicate || isLike(term, predicate));
  const tells = ({ terms }: RankedSentence): boolean => predicate === null || terms.some(says);
  // Who does something stands before it: "Kim's visits, and a meeting with Putin" are no visit of Putin's.
  const isDoer = ({ terms, text }: RankedSentence): boolean =>
    predicate === null ||
    !ACTIVE.test(question.text) ||
    /\bby\b/.test(text) ||
    terms.findIndex(isSubject) <= terms.findLastIndex(says);
  const isSubject = (term: string): boolean =>
    subject.has(term) || [...subject].some((asked) => isLike(term, asked));
  const holds = (terms: Iterable<string>): boolean => [...terms].some(isSubject);
  const isOfThem = (sentence: RankedSentence): boolean =>
    subject.size === 0 ||
    CHATTY.test(question.text) ||
    (holds(sentence.terms) && isDoer(sentence)) ||
    (POINTS.test(sentence.text) && holds(termsAround(sentence, ranked)));
  const [first, ...rest] = ranked.slice(0, READ).filter((one) => tells(one) && isOfThem(one));
  return first && rest.reduce((most, one) => (heldBy(one) > heldBy(most) ? one : most), first);
}
