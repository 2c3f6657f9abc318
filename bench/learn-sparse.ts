/** Linear models over numbered features, for many candidates: of choice among them, and of yes or no. Adam, L2. */
import type { Features, Weights } from '../src/core/ask/models/linear.ts';

/** Features as places and values, which takes a tenth of the memory. */
export interface Sparse {
  readonly at: Uint16Array;
  readonly value: Float32Array;
}

/** Numbers the names of features in the order in which they are met. */
export class Names {
  readonly list: string[] = [];
  readonly #index = new Map<string, number>();

  encode(features: Features): Sparse {
    const entries = Object.entries(features).filter(([, value]) => value !== 0);
    const at = Uint16Array.from(entries, ([name]) => {
      const known = this.#index.get(name);
      if (known !== undefined) return known;
      this.#index.set(name, this.list.length);
      return this.list.push(name) - 1;
    });
    return { at, value: Float32Array.from(entries, ([, value]) => value) };
  }
}

export interface SparseChoice {
  readonly items: readonly Sparse[];
  readonly worth: readonly number[];
  readonly weight: number;
}

/** A feature seen less often teaches nothing general. */
const SEEN = 8;
/** A smaller weight is left out. */
const KEPT = 0.02;

export function dot({ at, value }: Sparse, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += (weights[at[i] ?? 0] ?? 0) * (value[i] ?? 0);
  return sum;
}

class Adam {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #known: Uint8Array;
  #step = 0;

  constructor(items: Iterable<Sparse>, size: number, seen: number) {
    this.weights = new Float64Array(size);
    this.gradient = new Float64Array(size);
    this.#first = new Float64Array(size);
    this.#second = new Float64Array(size);
    const counts = new Uint32Array(size);
    for (const { at } of items) for (const place of at) counts[place] = (counts[place] ?? 0) + 1;
    this.#known = Uint8Array.from(counts, (count) => (count >= seen ? 1 : 0));
  }

  add({ at, value }: Sparse, by: number): void {
    for (let i = 0; i < at.length; i++) {
      const place = at[i] ?? 0;
      this.gradient[place] = (this.gradient[place] ?? 0) + by * (value[i] ?? 0);
    }
  }

  /** One step against the gradient, which is then empty again. */
  step(rate: number, l2: number): void {
    this.#step += 1;
    for (let i = 0; i < this.weights.length; i++) {
      if (this.#known[i] !== 1) continue;
      const weight = this.weights[i] ?? 0;
      const slope = (this.gradient[i] ?? 0) + l2 * weight;
      const first = 0.9 * (this.#first[i] ?? 0) + 0.1 * slope;
      const second = 0.999 * (this.#second[i] ?? 0) + 0.001 * slope * slope;
      this.#first[i] = first;
      this.#second[i] = second;
      const scaled = first / (1 - 0.9 ** this.#step) / (Math.sqrt(second / (1 - 0.999 ** this.#step)) + 1e-8);
      this.weights[i] = weight - rate * scaled;
    }
    this.gradient.fill(0);
  }

  rounded(): Float64Array {
    return this.weights.map((weight) => (Math.abs(weight) < KEPT ? 0 : Math.round(weight * 100) / 100));
  }
}

/** Maximises the expected worth of the chosen candidate's logarithm: log Σ softmax(score) · worth. */
export function learnSparseChoice(
  choices: readonly SparseChoice[],
  size: number,
  { epochs = 20, l2 = 3e-3, rate = 0.05 } = {},
): Float64Array {
  const known = choices.filter(({ items, worth }) => items.length > 1 && worth.some((one) => one > 0));
  const adam = new Adam(
    known.flatMap(({ items }) => items),
    size,
    SEEN,
  );
  const batch = 16;
  let seed = 20261122;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = known.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fff_ffff;
      const j = seed % (i + 1);
      const [a, b] = [known[i], known[j]];
      if (a !== undefined && b !== undefined) [known[i], known[j]] = [b, a];
    }
    for (let from = 0; from < known.length; from += batch) {
      for (const { items, worth, weight } of known.slice(from, from + batch)) {
        const scores = items.map((item) => dot(item, adam.weights));
        const most = Math.max(...scores);
        const shares = scores.map((score) => Math.exp(score - most));
        const all = shares.reduce((sum, share) => sum + share, 0);
        const good = shares.reduce((sum, share, i) => sum + share * (worth[i] ?? 0), 0);
        items.forEach((item, i) => {
          const share = shares[i] ?? 0;
          const slope = share / all - (share * (worth[i] ?? 0)) / good;
          if (Math.abs(slope) > 1e-5) adam.add(item, (slope * weight) / batch);
        });
      }
      adam.step(rate * (1 - epoch / epochs) + 1e-3, l2);
    }
  }
  return adam.rounded();
}

export interface SparseDecision {
  readonly features: Sparse;
  /** The chance that is wanted. */
  readonly yes: number;
  readonly weight: number;
}

/** Logistic regression. A constant feature is the bias. */
export function learnSparseDecision(
  decisions: readonly SparseDecision[],
  size: number,
  { epochs = 300, l2 = 1e-3 } = {},
): Float64Array {
  const total = decisions.reduce((sum, { weight }) => sum + weight, 0);
  const adam = new Adam(
    decisions.map(({ features }) => features),
    size,
    SEEN,
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, yes, weight } of decisions)
      adam.add(features, ((1 / (1 + Math.exp(-dot(features, adam.weights))) - yes) * weight) / total);
    adam.step(0.05 * (1 - epoch / epochs) + 1e-3, l2);
  }
  return adam.rounded();
}

export function toWeights(names: Names, weights: Float64Array): Weights {
  return Object.fromEntries(
    names.list.flatMap((name, i): [string, number][] => (weights[i] ? [[name, weights[i] ?? 0]] : [])),
  );
}
