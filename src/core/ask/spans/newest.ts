/** Of the answers that articles of several days give, the newest: dates are put off, people are moved on, and the last one stands. */
import { parseTerms } from '../../search/query.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import type { ScoredSpan } from './spans.ts';

/** A newer answer stands for one that is at most so much likelier. */
const NEWER = 2;
/** … where it fills the place that the question leaves open as well. */
const SAME_TOLD = 0.95;
/** … in a sentence that has about as much of the question: of whom a report says something else it gives no newer answer. */
const SAME_ASKED = 0.85;
/** … and that says it of the same: so many terms, and this share of the shorter sentence, stand in both. */
const SAME_THING = { terms: 2, share: 0.3 };
/** What changes from day to day. Who somebody is does not, nor why. */
const CHANGES: ReadonlySet<string> = new Set(['number', 'date', 'place']);

/** A sentence that shares so much with an older one, names apart, is its newer version: "Shares rose 7 percent in Oslo." */
const SAME_SENTENCE = { terms: 2, share: 0.5 };

const dayOf = ({ article }: RankedSentence): string => article.published?.slice(0, 10) ?? '';

function shareTerms(
  one: Iterable<string>,
  other: Iterable<string>,
  least: { readonly terms: number; readonly share: number },
): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  const shared = [...a].filter((term) => b.has(term)).length;
  return shared >= least.terms && shared >= least.share * Math.min(a.size, b.size);
}

function holdsAsMuch(one: RankedSentence, other: RankedSentence): boolean {
  return (one.features['softResolved'] ?? 0) >= (other.features['softResolved'] ?? 0) * SAME_ASKED;
}

/** What a sentence says of those whom it names. */
function said({ article, names, terms }: RankedSentence): string[] {
  const named = new Set(names.flatMap(({ start, end }) => parseTerms(article.text.slice(start, end))));
  return terms.filter((term) => !named.has(term));
}

/** The newest answer of one kind with `best`, or `best` itself. `answers` are of articles that report the same. */
export function newestOf(best: ScoredSpan, answers: readonly ScoredSpan[]): ScoredSpan {
  const told = best.features['gap'] ?? 0;
  const day = dayOf(best.sentence);
  if (day === '' || !CHANGES.has(best.candidate.kind)) return best;
  const newer = answers.filter(
    (one) =>
      dayOf(one.sentence) > day &&
      one.score > best.score - NEWER &&
      one.candidate.kind === best.candidate.kind &&
      (one.features['gap'] ?? 0) >= told * SAME_TOLD &&
      holdsAsMuch(one.sentence, best.sentence) &&
      shareTerms(one.sentence.terms, best.sentence.terms, SAME_THING),
  );
  return lastOf(newer, (one) => dayOf(one.sentence)) ?? best;
}

/** The sentence by which the newest article replaces `told`, or `told` itself. */
export function newestVersionOf(told: RankedSentence, ranked: readonly RankedSentence[]): RankedSentence {
  const day = dayOf(told);
  if (day === '') return told;
  const newer = ranked.filter(
    (one) => dayOf(one) > day && holdsAsMuch(one, told) && shareTerms(said(one), said(told), SAME_SENTENCE),
  );
  return lastOf(newer, dayOf) ?? told;
}

/** The first of those of the last day. */
function lastOf<T>(all: readonly T[], day: (one: T) => string): T | undefined {
  return all.reduce<T | undefined>(
    (last, one) => (last === undefined || day(one) > day(last) ? one : last),
    undefined,
  );
}
