/** Gradient boosted trees of small depth, as in Friedman (2001), with second-order steps and binned values: for yes or no, or for a number. */
import type { Features } from '../src/core/ask/linear.ts';
import type { Forest, Tree } from '../src/core/ask/trees.ts';

export interface Growing {
  /** Whether targets are 1 for yes and 0 for no, or any numbers (squared loss). */
  readonly of: 'chances' | 'numbers';
  readonly trees: number;
  readonly depth: number;
  /** Share of each tree's say. */
  readonly rate: number;
  /** Least second-order weight of a leaf. */
  readonly leaf: number;
  readonly l2: number;
  /** Share of rows and of features that a tree sees. */
  readonly rows: number;
  readonly columns: number;
}

/** Rows with each feature cut into at most 32 bins. */
export interface Binned {
  readonly names: readonly string[];
  readonly borders: readonly (readonly number[])[];
  readonly columns: readonly Uint8Array[];
  readonly targets: Float64Array;
}

const BINS = 32;

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Borders between bins: between all distinct values, or between quantiles where there are many. */
function findBorders(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const distinct = [...new Set(sorted)];
  const borders = new Set<number>();
  const between = (i: number): number => ((distinct[i - 1] ?? 0) + (distinct[i] ?? 0)) / 2;
  if (distinct.length <= BINS) for (let i = 1; i < distinct.length; i++) borders.add(between(i));
  else {
    for (let i = 1; i < BINS; i++) {
      const at = distinct.indexOf(sorted[Math.floor((i * sorted.length) / BINS)] ?? 0);
      if (at > 0) borders.add(between(at));
    }
  }
  return [...borders].sort((a, b) => a - b);
}

export function binRows(rows: readonly { readonly features: Features; readonly target: number }[]): Binned {
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].sort();
  const borders: number[][] = [];
  const columns = names.map((name) => {
    const values = Float64Array.from(rows, ({ features }) => features[name] ?? 0);
    const own = findBorders(values);
    borders.push(own);
    return Uint8Array.from(values, (value) => own.filter((border) => value > border).length);
  });
  return { names, borders, columns, targets: Float64Array.from(rows, ({ target }) => target) };
}

/** Values are written with four digits behind the point. */
function round(value: number): number {
  return Math.round(value * 10000) / 10000;
}

/** Learns from the rows that `seen` names. */
export function learnForest(binned: Binned, seen: Int32Array, options: Growing): Forest {
  const { names, borders, columns, targets } = binned;
  const chances = options.of === 'chances';
  const random = createRandom(20261122);
  const mean = seen.reduce((sum, i) => sum + (targets[i] ?? 0), 0) / seen.length;
  const bias = chances ? Math.log(mean / (1 - mean)) : mean;
  const scores = new Float64Array(targets.length).fill(bias);
  const slope = new Float64Array(targets.length);
  const curve = new Float64Array(targets.length);
  const add = (members: Int32Array, value: number): void => {
    for (const i of members) scores[i] = (scores[i] ?? 0) + value;
  };
  // `members` decide, `all` are moved.
  const grow = (members: Int32Array, all: Int32Array, open: readonly number[], depth: number): Tree => {
    let [g, h] = [0, 0];
    for (const i of members) {
      g += slope[i] ?? 0;
      h += curve[i] ?? 0;
    }
    let best = { gain: chances ? 1e-3 : 1e-6, f: -1, bin: -1 };
    const base = (g * g) / (h + options.l2);
    const gs = new Float64Array(BINS + 1);
    const hs = new Float64Array(BINS + 1);
    if (depth > 0) {
      for (const f of open) {
        const column = columns[f] ?? new Uint8Array();
        gs.fill(0);
        hs.fill(0);
        for (const i of members) {
          const bin = column[i] ?? 0;
          gs[bin] = (gs[bin] ?? 0) + (slope[i] ?? 0);
          hs[bin] = (hs[bin] ?? 0) + (curve[i] ?? 0);
        }
        let [lg, lh] = [0, 0];
        for (let bin = 0; bin < (borders[f]?.length ?? 0); bin++) {
          lg += gs[bin] ?? 0;
          lh += hs[bin] ?? 0;
          if (lh < options.leaf || h - lh < options.leaf) continue;
          const gain = (lg * lg) / (lh + options.l2) + (g - lg) ** 2 / (h - lh + options.l2) - base;
          if (gain > best.gain) best = { gain, f, bin };
        }
      }
    }
    if (best.f < 0) {
      const value = round((-g / (h + options.l2)) * options.rate);
      add(all, value);
      return value;
    }
    const column = columns[best.f] ?? new Uint8Array();
    const upTo = (i: number): boolean => (column[i] ?? 0) <= best.bin;
    const above = (i: number): boolean => !upTo(i);
    return [
      names[best.f] ?? '',
      borders[best.f]?.[best.bin] ?? 0,
      grow(members.filter(upTo), all.filter(upTo), open, depth - 1),
      grow(members.filter(above), all.filter(above), open, depth - 1),
    ];
  };
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    for (const i of seen) {
      const score = scores[i] ?? 0;
      const guess = chances ? 1 / (1 + Math.exp(-score)) : score;
      slope[i] = guess - (targets[i] ?? 0);
      curve[i] = chances ? Math.max(1e-6, guess * (1 - guess)) : 1;
    }
    const members = seen.filter(() => random() < options.rows);
    const open = [...names.keys()].filter(() => random() < options.columns);
    trees.push(grow(members, seen, open, options.depth));
  }
  return { bias: round(bias), trees };
}
