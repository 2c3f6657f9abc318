/** How well an article and its sentences fit a question: Okapi BM25 over packed articles, and what the question hints at. */
import { type Hints, matchesDate } from './hints.ts';
import { allStoredTerms, isNamed, numberOf, type PackedArticle, storedTermsOf, wordsOf } from './packed.ts';

/** Weight of each term number of a query: inverse document frequency times what the question's grammar adds. */
export type TermWeights = ReadonlyMap<number, number>;

/** A clause of a question, or the whole of it, in term numbers. */
interface NumberedPart {
  readonly weights: TermWeights;
  readonly hints: Hints;
}

export interface NumberedQuestion extends NumberedPart {
  readonly parts: readonly NumberedPart[];
  /** Words that are neighbours in the question, as "number number". */
  readonly pairs: ReadonlySet<string>;
}

/** What ranking needs to know of an article. */
export interface RankedEntry {
  readonly publisher: string | null;
  readonly published: string | null;
  readonly packed: PackedArticle;
}

// Measured on questions over several sources (bench/search.bench.ts), halves apart; flat around these values.
const K1 = 0.8;
const B = 0.5;
/** A publisher or a date that the question names counts as this share of all its words. */
const PUBLISHER = 0.18;
const DATE = 0.22;
/** … and of this, so that a short question that names its source is heard. */
const NAMED_SOURCE = 5;
/** The clause that an article fits best counts half as much as the whole question. */
const PART = 0.5;

/** Okapi BM25 saturation: what a term adds that occurs `frequency` times in a text of a length relative to the average. */
function saturated(frequency: number, relativeLength: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * relativeLength));
}

/** Marks of the wanted terms by their last bits, all 0 between calls: most terms of an article need no look-up in a map. */
const marks = new Uint8Array(4096);
const LAST_BITS = marks.length - 1;

/** Occurrences of the question's terms in an article, the title included. */
export function countTerms(packed: PackedArticle, wanted: TermWeights): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of wanted.keys()) marks[term & LAST_BITS] = 1;
  const all = allStoredTerms(packed);
  // By place: a question walks over 100,000 terms, and an iterator over them takes twice as long.
  for (let at = 0; at < all.length; at++) {
    const stored = all[at] ?? 0;
    if (marks[stored & LAST_BITS] === 0) continue;
    const term = numberOf(stored);
    if (wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  for (const term of wanted.keys()) marks[term & LAST_BITS] = 0;
  return counts;
}

/** Okapi BM25 from counted terms; `relativeLength` is the article's length over the average. */
export function scoreCounts(
  counts: ReadonlyMap<number, number>,
  weights: TermWeights,
  relativeLength: number,
): number {
  let score = 0;
  for (const [term, count] of counts) {
    const weight = weights.get(term);
    if (weight !== undefined) score += weight * saturated(count, relativeLength);
  }
  return score;
}

function totalWeight(weights: TermWeights): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}

/** How much of the known words' weight an article has, from 0 to 1; 0 where the question has no known word. */
export function coveredShare(packed: PackedArticle, weights: TermWeights): number {
  const counts = countTerms(packed, weights);
  let covered = 0;
  for (const [term, weight] of weights) if (counts.has(term)) covered += weight;
  return covered / Math.max(totalWeight(weights), Number.MIN_VALUE);
}

/** 1 for each kind of hint that the article meets, weighted; 0 where the question hints at nothing. */
function scoreHints({ publisher, published }: RankedEntry, hints: Hints): number {
  const named = publisher !== null && hints.publishers.includes(publisher) ? PUBLISHER : 0;
  const dated = published !== null && hints.dates.some((date) => matchesDate(date, published)) ? DATE : 0;
  return named + dated;
}

/** An article against the whole question and against the clause of it that it fits best. */
export function scoreArticle(
  entry: RankedEntry,
  counts: ReadonlyMap<number, number>,
  question: NumberedQuestion,
  relativeLength: number,
): number {
  const total = totalWeight(question.weights) + NAMED_SOURCE;
  const whole =
    scoreCounts(counts, question.weights, relativeLength) + total * scoreHints(entry, question.hints);
  let best = 0;
  for (const part of question.parts) {
    const score = scoreCounts(counts, part.weights, relativeLength) + total * scoreHints(entry, part.hints);
    if (score > best) best = score;
  }
  return whole + PART * best;
}

/** What two neighbouring words of the question add when they are neighbours in the sentence too, as a share of their weights. */
const NEIGHBOURS = 0.25;
/** What a sentence inherits of the words that only the title or the sentence before has. */
const CONTEXT = 0.25;
/** Sentences longer than this cover words by chance. */
const LONG = 40;

/** Score of every row: covered weight, neighbouring pairs, and a little of what the title and the sentence before cover. */
export function scoreSentences(packed: PackedArticle, question: NumberedQuestion): number[] {
  const { weights, pairs } = question;
  const covered: Set<number>[] = [];
  const scores: number[] = [];
  for (let row = 0; row < packed.rows; row++) {
    const seen = new Set<number>();
    let score = 0;
    let previous = -1;
    for (const stored of storedTermsOf(packed, row)) {
      const term = numberOf(stored);
      const weight = weights.get(term);
      if (weight === undefined) {
        previous = -1;
        continue;
      }
      if (!seen.has(term)) score += weight;
      seen.add(term);
      if (previous >= 0 && pairs.has(`${previous} ${term}`)) {
        score += NEIGHBOURS * (weight + (weights.get(previous) ?? 0));
      }
      previous = term;
    }
    covered.push(seen);
    scores.push(score);
  }
  return scores.map((score, row) => {
    if (row === 0 || score === 0) return 0;
    let around = 0;
    for (const [term, weight] of weights) {
      if (covered[row]?.has(term)) continue;
      if (covered[0]?.has(term) || covered[row - 1]?.has(term)) around += weight;
    }
    return (score + CONTEXT * around) / Math.sqrt(Math.max(1, wordsOf(packed, row) / LONG));
  });
}

/** Names in the title and the best sentence of an article that the question does not have: what it did not know to ask for. */
export function findNewNames(packed: PackedArticle, row: number, known: TermWeights): Set<number> {
  const names = new Set<number>();
  for (const at of [0, row]) {
    for (const stored of storedTermsOf(packed, at)) {
      const term = numberOf(stored);
      if (isNamed(stored) && !known.has(term)) names.add(term);
    }
  }
  return names;
}

/** An article with its score and how often it has each term of the question. */
export interface RankedArticle {
  readonly score: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** What an article loses of the weight of words that better articles already cover. */
const COVERED = 0.5;
/** Only this many are put into a new order. */
const DIVERSIFIED = 60;

/** The best articles, each chosen for what those before it do not cover (maximal marginal relevance over terms). */
export function diversify<T extends RankedArticle>(
  ranked: readonly T[],
  weights: TermWeights,
  limit: number,
): T[] {
  const left = ranked.slice(0, DIVERSIFIED);
  const chosen: T[] = [];
  const covered = new Map<number, number>();
  const worthOf = ({ score, counts }: T): number => {
    let value = score;
    for (const term of counts.keys()) {
      const times = covered.get(term) ?? 0;
      value -= (COVERED * (weights.get(term) ?? 0) * times) / (times + 1);
    }
    return value;
  };
  while (chosen.length < limit && left.length > 0) {
    let best = 0;
    let most = -Infinity;
    left.forEach((article, place) => {
      const value = worthOf(article);
      if (value > most) [best, most] = [place, value];
    });
    for (const article of left.splice(best, 1)) {
      // Scores stay in the order of the list.
      chosen.push({ ...article, score: Math.min(most, chosen.at(-1)?.score ?? most) });
      for (const term of article.counts.keys()) covered.set(term, (covered.get(term) ?? 0) + 1);
    }
  }
  return chosen;
}
