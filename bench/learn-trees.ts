/** Gradient boosting of small trees (Friedman 2001; second order as in XGBoost), for yes or no. */
import type { Forest, Tree } from '../src/core/ask/trees.ts';
import type { Names, Sparse } from './learn-sparse.ts';

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Shrinks leaves. */
  readonly ridge: number;
  /** Share of the features that a tree may use. */
  readonly share: number;
  /** A feature that fewer rows have is left out. */
  readonly seen: number;
  /** Weight that a leaf must hold. */
  readonly leaf: number;
}

const BINS = 32;
const OPTIONS: TreeOptions = { trees: 120, depth: 4, rate: 0.08, ridge: 3, share: 0.4, seen: 200, leaf: 1 };

interface Table {
  readonly names: readonly string[];
  /** One column a feature: the bin of each row. */
  readonly columns: readonly Uint8Array[];
  /** Upper borders of the bins of each column. */
  readonly borders: readonly (readonly number[])[];
}

function bin(rows: readonly Sparse[], all: Names, seen: number): Table {
  const values = all.list.map((): { rows: number[]; values: number[] } => ({ rows: [], values: [] }));
  rows.forEach(({ at, value }, row) => {
    for (let i = 0; i < at.length; i++) {
      const column = values[at[i] ?? 0];
      column?.rows.push(row);
      column?.values.push(value[i] ?? 0);
    }
  });
  const borders: number[][] = [];
  const names: string[] = [];
  const columns: Uint8Array[] = [];
  values.forEach((column, place) => {
    if (column.rows.length < seen) return;
    names.push(all.list[place] ?? '');
    const dense = new Float64Array(rows.length);
    column.rows.forEach((row, i) => {
      dense[row] = column.values[i] ?? 0;
    });
    const sorted = dense.slice().sort();
    const edges = new Set<number>();
    for (let i = 1; i < BINS; i++) edges.add(sorted[Math.floor((i * sorted.length) / BINS)] ?? 0);
    if (column.rows.length < rows.length / BINS) edges.add(0);
    edges.delete(sorted.at(-1) ?? 0);
    // Rounded up, so that the model as it is written parts the rows as it did here.
    const own = [...new Set([...edges].map((edge) => Math.ceil(edge * 1e4) / 1e4))].sort((a, b) => a - b);
    borders.push(own);
    columns.push(
      Uint8Array.from(dense, (value) => {
        let at = 0;
        while (at < own.length && value > (own[at] ?? 0)) at += 1;
        return at;
      }),
    );
  });
  return { names, columns, borders };
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Slopes (first) and curvatures (second) of the loss at the present scores. */
type Slopes = (scores: Float64Array, first: Float64Array, second: Float64Array) => void;

function boost(
  rows: readonly Sparse[],
  all: Names,
  base: Float64Array,
  slopes: Slopes,
  options: TreeOptions,
): Forest {
  const { depth, rate, ridge, share, leaf } = options;
  const { names, columns, borders } = bin(rows, all, options.seen);
  const scores = Float64Array.from(base);
  const [first, second] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  const node = new Uint16Array(rows.length);
  const next = random(20261122);
  const grown: Tree[] = [];
  for (let tree = 0; tree < options.trees; tree++) {
    slopes(scores, first, second);
    node.fill(0);
    const used = names.map((_, at) => at).filter(() => next() < share);
    const splits: { feature: number; bin: number }[] = [];
    for (let level = 0; level < depth; level++) {
      const count = 2 ** level;
      const best = Array.from({ length: count }, () => ({ gain: 1e-6, feature: 0, bin: -1 }));
      for (const feature of used) {
        const column = columns[feature] ?? new Uint8Array();
        const sums = new Float64Array(count * 64 * 2);
        for (let row = 0; row < column.length; row++) {
          const at = ((node[row] ?? 0) * 64 + (column[row] ?? 0)) * 2;
          sums[at] = (sums[at] ?? 0) + (first[row] ?? 0);
          sums[at + 1] = (sums[at + 1] ?? 0) + (second[row] ?? 0);
        }
        const edges = borders[feature]?.length ?? 0;
        for (let which = 0; which < count; which++) {
          let [allFirst, allSecond] = [0, 0];
          for (let i = 0; i <= edges; i++) {
            allFirst += sums[(which * 64 + i) * 2] ?? 0;
            allSecond += sums[(which * 64 + i) * 2 + 1] ?? 0;
          }
          let [left, leftSecond] = [0, 0];
          for (let i = 0; i < edges; i++) {
            left += sums[(which * 64 + i) * 2] ?? 0;
            leftSecond += sums[(which * 64 + i) * 2 + 1] ?? 0;
            const [right, rightSecond] = [allFirst - left, allSecond - leftSecond];
            if (leftSecond < leaf || rightSecond < leaf) continue;
            const gain =
              left ** 2 / (leftSecond + ridge) +
              right ** 2 / (rightSecond + ridge) -
              allFirst ** 2 / (allSecond + ridge);
            const known = best[which];
            if (known !== undefined && gain > known.gain) best[which] = { gain, feature, bin: i };
          }
        }
      }
      splits.push(...best);
      for (let row = 0; row < node.length; row++) {
        const { feature, bin: at } = best[node[row] ?? 0] ?? { feature: 0, bin: -1 };
        const right = at >= 0 && (columns[feature]?.[row] ?? 0) > at;
        node[row] = (node[row] ?? 0) * 2 + (right ? 1 : 0);
      }
    }
    const leaves = new Float64Array(2 ** depth);
    const [sums, seconds] = [new Float64Array(2 ** depth), new Float64Array(2 ** depth)];
    for (let row = 0; row < node.length; row++) {
      const at = node[row] ?? 0;
      sums[at] = (sums[at] ?? 0) + (first[row] ?? 0);
      seconds[at] = (seconds[at] ?? 0) + (second[row] ?? 0);
    }
    for (let i = 0; i < leaves.length; i++)
      leaves[i] = Math.round(((-rate * (sums[i] ?? 0)) / ((seconds[i] ?? 0) + ridge)) * 1e4) / 1e4;
    for (let row = 0; row < node.length; row++)
      scores[row] = (scores[row] ?? 0) + (leaves[node[row] ?? 0] ?? 0);
    const build = (at: number, level: number): Tree => {
      if (level === depth) return leaves[at - (2 ** depth - 1)] ?? 0;
      const { feature, bin: edge } = splits[at] ?? { feature: 0, bin: -1 };
      if (edge < 0) return build(2 * at + 1, level + 1);
      return [
        names[feature] ?? '',
        borders[feature]?.[edge] ?? 0,
        build(2 * at + 1, level + 1),
        build(2 * at + 2, level + 1),
      ];
    };
    grown.push(build(0, 0));
  }
  return { bias: 0, trees: grown };
}

export interface TreeDecision {
  readonly features: Sparse;
  readonly yes: number;
  readonly base: number;
  readonly weight: number;
}

/** Logistic loss; `yes` is the chance that is wanted, 0 to 1. */
export function learnTreeDecision(
  decisions: readonly TreeDecision[],
  names: Names,
  options: Partial<TreeOptions> = {},
): Forest {
  return boost(
    decisions.map(({ features }) => features),
    names,
    Float64Array.from(decisions, ({ base }) => base),
    (scores, first, second) => {
      decisions.forEach(({ yes, weight }, at) => {
        const p = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
        first[at] = weight * (p - yes);
        second[at] = weight * Math.max(p * (1 - p), 1e-3);
      });
    },
    { ...OPTIONS, share: 0.6, seen: 30, ...options },
  );
}
