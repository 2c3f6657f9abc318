/**
 * Gradient boosted trees of small depth (Friedman 2001), with second-order steps as in XGBoost (Chen and Guestrin 2016) and
 * grown level by level from sums over bins. What is learned, yes or no, a number or a choice, is a loss (losses.ts).
 */
import type { Tree } from '../src/core/ask/models/trees.ts';
import { BINS, type Column, type TreeTable } from './tree-table.ts';

export interface Growing {
  readonly trees: number;
  readonly depth: number;
  /** Share of each tree's say. */
  readonly rate: number;
  /** Shrinks leaves. */
  readonly ridge: number;
  /** Second-order weight that a leaf must hold. */
  readonly leaf: number;
  /** Share of the features that a tree may use. */
  readonly share: number;
}

/** First and second derivatives of the loss by the scores; both 0 for rows that a tree is not to learn from. */
interface Slopes {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Fills in the slopes at the present scores. */
export type Loss = (scores: Float64Array, slopes: Slopes, random: () => number) => void;

interface Split {
  readonly gain: number;
  readonly column: Column | undefined;
  readonly bin: number;
}

const SEED = 20261129;
/** A split that gains less is none. */
const GAIN = 1e-5;

function createRandom(): () => number {
  let state = SEED;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** For each node the sums of both slopes, one behind the other. */
function sumNodes(nodes: Uint8Array, { first, second }: Slopes, count: number): Float64Array {
  const sums = new Float64Array(2 * count);
  for (let row = 0; row < nodes.length; row++) {
    const at = 2 * (nodes[row] ?? 0);
    sums[at] = (sums[at] ?? 0) + (first[row] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (second[row] ?? 0);
  }
  return sums;
}

/** Adds up the slopes of each node and bin of a column; what the rows without the feature have is what is left of the node. */
function sumBins(
  column: Column,
  nodes: Uint8Array,
  slopes: Slopes,
  totals: Float64Array,
  sums: Float64Array,
): void {
  const { rows, bins, absent } = column;
  const { first, second } = slopes;
  sums.fill(0);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const at = 2 * ((nodes[row] ?? 0) * BINS + (bins[i] ?? 0));
    sums[at] = (sums[at] ?? 0) + (first[row] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (second[row] ?? 0);
  }
  for (let node = 0; node < totals.length / 2; node++) {
    let [g, h] = [totals[2 * node] ?? 0, totals[2 * node + 1] ?? 0];
    for (let at = 2 * node * BINS; at < 2 * (node + 1) * BINS; at += 2) {
      g -= sums[at] ?? 0;
      h -= sums[at + 1] ?? 0;
    }
    const at = 2 * (node * BINS + absent);
    sums[at] = (sums[at] ?? 0) + g;
    sums[at + 1] = (sums[at + 1] ?? 0) + h;
  }
}

/** The best split of each node. */
function findSplits(
  open: readonly Column[],
  nodes: Uint8Array,
  slopes: Slopes,
  count: number,
  { ridge, leaf }: Growing,
): Split[] {
  const best = Array.from({ length: count }, (): Split => ({ gain: GAIN, column: undefined, bin: 0 }));
  const totals = sumNodes(nodes, slopes, count);
  const sums = new Float64Array(2 * count * BINS);
  for (const column of open) {
    sumBins(column, nodes, slopes, totals, sums);
    for (let node = 0; node < count; node++) {
      const [g, h] = [totals[2 * node] ?? 0, totals[2 * node + 1] ?? 0];
      let [left, weight] = [0, 0];
      for (let bin = 0; bin < column.borders.length; bin++) {
        const at = 2 * (node * BINS + bin);
        left += sums[at] ?? 0;
        weight += sums[at + 1] ?? 0;
        if (weight < leaf || h - weight < leaf) continue;
        const apart = left ** 2 / (weight + ridge) + (g - left) ** 2 / (h - weight + ridge);
        const gain = apart - g ** 2 / (h + ridge);
        if (gain > (best[node]?.gain ?? 0)) best[node] = { gain, column, bin };
      }
    }
  }
  return best;
}

/** Moves each row to the left or the right child of its node. */
function part(nodes: Uint8Array, splits: readonly Split[]): void {
  const before = nodes.slice();
  const sides = splits.map(({ column, bin }) => (column !== undefined && column.absent > bin ? 1 : 0));
  for (let row = 0; row < nodes.length; row++) {
    const node = before[row] ?? 0;
    nodes[row] = 2 * node + (sides[node] ?? 0);
  }
  splits.forEach(({ column, bin }, node) => {
    if (column === undefined) return;
    for (let i = 0; i < column.rows.length; i++) {
      const row = column.rows[i] ?? 0;
      if (before[row] === node) nodes[row] = 2 * node + ((column.bins[i] ?? 0) > bin ? 1 : 0);
    }
  });
}

/** The tree of splits in the order of their levels. */
function build(splits: readonly Split[], leaves: Float64Array, at = 0): Tree {
  if (at >= splits.length) return leaves[at - splits.length] ?? 0;
  const { column, bin = 0 } = splits[at] ?? {};
  const upTo = build(splits, leaves, 2 * at + 1);
  return column === undefined
    ? upTo
    : [column.name, column.borders[bin] ?? 0, upTo, build(splits, leaves, 2 * at + 2)];
}

/** Trees on top of the scores that rows begin with. */
export function growTrees(table: TreeTable, base: ArrayLike<number>, loss: Loss, growing: Growing): Tree[] {
  const { trees, depth, rate, ridge, share } = growing;
  const random = createRandom();
  const scores = Float64Array.from(base);
  const slopes = { first: new Float64Array(table.rows), second: new Float64Array(table.rows) };
  const grown: Tree[] = [];
  while (grown.length < trees) {
    slopes.first.fill(0);
    slopes.second.fill(0);
    loss(scores, slopes, random);
    const open = table.columns.filter(() => random() < share);
    const nodes = new Uint8Array(table.rows);
    const splits: Split[] = [];
    for (let level = 0; level < depth; level++) {
      const best = findSplits(open, nodes, slopes, 2 ** level, growing);
      splits.push(...best);
      part(nodes, best);
    }
    const sums = sumNodes(nodes, slopes, 2 ** depth);
    const leaves = Float64Array.from({ length: 2 ** depth }, (_, leaf) => {
      const value = (-rate * (sums[2 * leaf] ?? 0)) / ((sums[2 * leaf + 1] ?? 0) + ridge);
      return Math.round(value * 1e4) / 1e4;
    });
    for (let row = 0; row < table.rows; row++)
      scores[row] = (scores[row] ?? 0) + (leaves[nodes[row] ?? 0] ?? 0);
    grown.push(build(splits, leaves));
  }
  return grown;
}
