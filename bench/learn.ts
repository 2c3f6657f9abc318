/** Two small learners for linear models over named features: of choice among candidates, and of yes or no. Adam, L2. */
import type { Features, Weights } from '../src/core/ask/linear.ts';

/** Candidates of one question, with how right each is (0 to 1). */
export interface Choice {
  readonly items: readonly Features[];
  readonly worth: readonly number[];
  readonly weight: number;
}

export interface Decision {
  readonly features: Features;
  readonly yes: boolean;
  readonly weight: number;
}

interface Sparse {
  readonly at: readonly number[];
  readonly value: readonly number[];
}

/** A feature seen less often teaches nothing general. */
const SEEN = 8;
/** A smaller weight is left out. */
const KEPT = 0.03;

function namesOf(items: readonly Features[]): string[] {
  const seen = new Map<string, number>();
  for (const features of items)
    for (const name of Object.keys(features)) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen].filter(([, count]) => count >= SEEN).map(([name]) => name);
}

function toSparse(features: Features, index: ReadonlyMap<string, number>): Sparse {
  const at: number[] = [];
  const value: number[] = [];
  for (const [name, amount] of Object.entries(features)) {
    const place = index.get(name);
    if (place !== undefined && amount !== 0) {
      at.push(place);
      value.push(amount);
    }
  }
  return { at, value };
}

function dot({ at, value }: Sparse, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) sum += (weights[at[i] ?? 0] ?? 0) * (value[i] ?? 0);
  return sum;
}

function addTo(gradient: Float64Array, { at, value }: Sparse, by: number): void {
  for (let i = 0; i < at.length; i++) {
    const place = at[i] ?? 0;
    gradient[place] = (gradient[place] ?? 0) + by * (value[i] ?? 0);
  }
}

class Adam {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  #step = 0;

  constructor(size: number) {
    this.weights = new Float64Array(size);
    this.gradient = new Float64Array(size);
    this.#first = new Float64Array(size);
    this.#second = new Float64Array(size);
  }

  /** One step against the gradient, which is then empty again. */
  step(rate: number, l2: number): void {
    this.#step += 1;
    for (let i = 0; i < this.weights.length; i++) {
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
}

function toWeights(names: readonly string[], weights: Float64Array): Weights {
  const entries = names.map((name, i): [string, number] => [name, Math.round((weights[i] ?? 0) * 100) / 100]);
  return Object.fromEntries(entries.filter(([, weight]) => Math.abs(weight) >= KEPT));
}

/** Maximises the expected worth of the chosen candidate's logarithm: log Σ softmax(score) · worth. */
export function learnChoice(choices: readonly Choice[], { epochs = 30, l2 = 3e-3 } = {}): Weights {
  const names = namesOf(choices.flatMap(({ items }) => items));
  const index = new Map(names.map((name, i) => [name, i]));
  const known = choices
    .filter(({ items, worth }) => items.length > 1 && worth.some((one) => one > 0))
    .map(({ items, worth, weight }) => ({
      worth,
      weight,
      items: items.map((item) => toSparse(item, index)),
    }));
  const adam = new Adam(names.length);
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
          if (Math.abs(slope) > 1e-6) addTo(adam.gradient, item, (slope * weight) / batch);
        });
      }
      adam.step(0.05 * (1 - epoch / epochs) + 1e-3, l2);
    }
  }
  return toWeights(names, adam.weights);
}

/** Logistic regression; `bias` is among the weights. */
export function learnDecision(decisions: readonly Decision[], { epochs = 400, l2 = 1e-2 } = {}): Weights {
  const names = ['bias', ...namesOf(decisions.map(({ features }) => features))];
  const index = new Map(names.map((name, i) => [name, i]));
  const total = decisions.reduce((sum, { weight }) => sum + weight, 0);
  const rows = decisions.map(({ features, yes, weight }) => ({
    row: toSparse({ ...features, bias: 1 }, index),
    yes: yes ? 1 : 0,
    share: weight / total,
  }));
  const adam = new Adam(names.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { row, yes, share } of rows) {
      addTo(adam.gradient, row, (1 / (1 + Math.exp(-dot(row, adam.weights))) - yes) * share);
    }
    adam.step(0.05, l2);
  }
  return toWeights(names, adam.weights);
}
