/** How much of a question a text has: of each of its terms all, where the word stands there, or less for one that is like it. */
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';

/** For each term of the question, in its order, what a text has of it, 0 to 1; empty where it has nothing of any. */
export type Shares = Float64Array;

/** Most sentences have nothing of a question. */
const NOTHING: Shares = new Float64Array(0);

/** The terms of a question by number. */
export interface AskedTerms {
  readonly places: ReadonlyMap<string, number>;
  readonly weights: Float64Array;
  /** 1 for a term of a name. */
  readonly named: Uint8Array;
  /** Sum of the weights. */
  readonly total: number;
}

/** The terms of a question by place, with their weights and their sum. */
export function numberTerms({ weights, named }: Pick<AskedQuestion, 'weights' | 'named'>): AskedTerms {
  const terms = [...weights.keys()];
  return {
    places: new Map(terms.map((term, at) => [term, at])),
    weights: Float64Array.from(weights.values()),
    named: Uint8Array.from(terms, (term) => (named.has(term) ? 1 : 0)),
    total: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
  };
}

/** For each term of the question, by place, how well the best of these terms stands for it: 0 to 1. */
export function sharesOf(terms: Iterable<string>, matcher: Matcher, { places }: AskedTerms): Shares {
  let shares: Shares | undefined;
  for (const term of terms) {
    const match = matcher.find(term);
    if (match === undefined) continue;
    shares ??= new Float64Array(places.size);
    if (match.share > (shares[match.place] ?? 0)) shares[match.place] = match.share;
  }
  return shares ?? NOTHING;
}

/** Whether a text has the very word: what is only like it has a share below 1. */
export const isHeld = (shares: Shares | undefined, place: number): boolean => shares?.[place] === 1;

/** Weight of the terms that at least one of the texts has, each as much as the text that has most of it. */
export function softly(
  weights: Float64Array,
  one: Shares | undefined,
  two?: Shares,
  three?: Shares,
  four?: Shares,
): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const most = Math.max(one?.[i] ?? 0, two?.[i] ?? 0, three?.[i] ?? 0, four?.[i] ?? 0);
    if (most > 0) sum += (weights[i] ?? 0) * most;
  }
  return sum;
}

/** Weights by how few of the texts have the very word; together 1. */
export function rarities({ weights }: AskedTerms, texts: readonly Shares[]): Float64Array {
  const raw = weights.map((weight, place) => {
    let count = 0;
    for (const shares of texts) if (isHeld(shares, place)) count += 1;
    return weight * Math.log(1 + (texts.length + 1) / (count + 1));
  });
  const all = raw.reduce((sum, weight) => sum + weight, 0) || 1;
  return raw.map((weight) => weight / all);
}
