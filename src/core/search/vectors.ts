/** Term vectors of articles: log term frequency times inverse document frequency, length 1. */

export type Vector = ReadonlyMap<string, number>;

/** How many of `size` articles hold each term. */
export interface Frequencies {
  readonly size: number;
  readonly of: ReadonlyMap<string, number>;
}

export function countArticles(bags: readonly ReadonlyMap<string, number>[]): Frequencies {
  const of = new Map<string, number>();
  for (const bag of bags) for (const term of bag.keys()) of.set(term, (of.get(term) ?? 0) + 1);
  return { size: bags.length, of };
}

/** Inverse document frequency, smoothed so that a term of every article still weighs a little. */
export function rarity(term: string, frequencies: Frequencies): number {
  return Math.log((frequencies.size + 1) / ((frequencies.of.get(term) ?? 0) + 0.5));
}

/** The vector of a bag of (weighted) counts. */
export function weigh(bag: ReadonlyMap<string, number>, frequencies: Frequencies): Vector {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const [term, count] of bag) {
    const weight = (1 + Math.log(Math.max(1, count))) * Math.max(0, rarity(term, frequencies));
    if (weight <= 0) continue;
    vector.set(term, weight);
    squares += weight * weight;
  }
  const norm = Math.sqrt(squares) || 1;
  for (const [term, weight] of vector) vector.set(term, weight / norm);
  return vector;
}

/** Cosine of two vectors of length 1. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
