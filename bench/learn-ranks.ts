/**
 * Gradient boosted trees (Friedman 2001, second order) that rank the candidates of a question. The loss is that of
 * learnSparseChoice: -log of the worth that is expected of a candidate drawn by softmax.
 */
import type { Forest, Tree } from '../src/core/ask/trees.ts';
import type { Names, Sparse } from './learn-sparse.ts';

export interface RankGroup {
  readonly items: readonly Sparse[];
  /** Scores on top of which trees are learned. */
  readonly base: readonly number[];
  readonly worth: readonly number[];
  readonly weight: number;
}

export interface RankOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Shrinks leaves. */
  readonly ridge: number;
  /** Share of the features, and of the questions, that a tree sees. */
  readonly share: number;
  readonly questions: number;
  /** Second-order weight that a leaf must hold. */
  readonly leaf: number;
}

/** Items of all groups as rows, with each feature in bins. */
export interface RankTable {
  readonly groups: readonly RankGroup[];
  /** First row of each group, and the number of all. */
  readonly from: Int32Array;
  readonly names: readonly string[];
  readonly borders: readonly (readonly number[])[];
  readonly columns: readonly Uint8Array[];
}

const BINS = 24;
/** Every so many values are looked at for borders. */
const SAMPLED = 7;

/** Borders between bins: between all values where they are few, or between quantiles. */
function findBorders(column: Float32Array): number[] {
  const sample = column.filter((_, i) => i % SAMPLED === 0).sort();
  const distinct = [...new Set(sample)];
  const places = new Map(distinct.map((value, at) => [value, at]));
  const between = (at: number): number => ((distinct[at - 1] ?? 0) + (distinct[at] ?? 0)) / 2;
  const quantile = (_: unknown, i: number): number =>
    places.get(sample[Math.floor(((i + 1) * sample.length) / BINS)] ?? 0) ?? 0;
  const chosen = distinct.length <= BINS ? distinct.keys() : Array.from({ length: BINS - 1 }, quantile);
  return [...new Set([...chosen].filter((at) => at > 0).map(between))].sort((a, b) => a - b);
}

/** Of the features that at least `seen` items have. */
export function makeTable(groups: readonly RankGroup[], known: Names, seen: number): RankTable {
  const counts = new Uint32Array(known.list.length);
  const from = new Int32Array(groups.length + 1);
  groups.forEach(({ items }, i) => {
    from[i + 1] = (from[i] ?? 0) + items.length;
    for (const { at } of items) for (const place of at) counts[place] = (counts[place] ?? 0) + 1;
  });
  const rows = from[groups.length] ?? 0;
  const kept = [...counts.keys()].filter((place) => (counts[place] ?? 0) >= seen);
  const values = new Map(kept.map((place) => [place, new Float32Array(rows)]));
  let row = 0;
  for (const { items } of groups)
    for (const { at, value } of items) {
      at.forEach((place, i) => {
        const column = values.get(place);
        if (column !== undefined) column[row] = value[i] ?? 0;
      });
      row += 1;
    }
  const borders: number[][] = [];
  const columns = kept.map((place) => {
    const column = values.get(place) ?? new Float32Array();
    const own = findBorders(column);
    borders.push(own);
    values.delete(place);
    return Uint8Array.from(column, (one) => {
      let bin = 0;
      while (bin < own.length && one > (own[bin] ?? 0)) bin += 1;
      return bin;
    });
  });
  return { names: kept.map((place) => known.list[place] ?? ''), borders, columns, from, groups };
}

/** A tree by the numbers of its features and bins, which is walked faster. */
type BinnedTree = number | readonly [feature: number, bin: number, upTo: BinnedTree, above: BinnedTree];

interface Slopes {
  readonly slope: Float64Array;
  readonly curve: Float64Array;
}

// Loops count: an iterator over numbers takes several times as long, and these run some billion times.
function sumSlopes({ slope, curve }: Slopes, members: Int32Array): [number, number] {
  let [g, h] = [0, 0];
  for (let k = 0; k < members.length; k++) {
    const i = members[k] ?? 0;
    g += slope[i] ?? 0;
    h += curve[i] ?? 0;
  }
  return [g, h];
}

function findSplit(
  { columns, borders }: RankTable,
  { slope, curve }: Slopes,
  members: Int32Array,
  open: readonly number[],
  options: RankOptions,
): { feature: number; bin: number } | undefined {
  const [g, h] = sumSlopes({ slope, curve }, members);
  const base = (g * g) / (h + options.ridge);
  let best: { feature: number; bin: number; gain: number } | undefined;
  const gs = new Float64Array(BINS + 1);
  const hs = new Float64Array(BINS + 1);
  for (const feature of open) {
    const column = columns[feature] ?? new Uint8Array();
    gs.fill(0);
    hs.fill(0);
    for (let k = 0; k < members.length; k++) {
      const i = members[k] ?? 0;
      const bin = column[i] ?? 0;
      gs[bin] = (gs[bin] ?? 0) + (slope[i] ?? 0);
      hs[bin] = (hs[bin] ?? 0) + (curve[i] ?? 0);
    }
    let [lg, lh] = [0, 0];
    for (let bin = 0; bin < (borders[feature]?.length ?? 0); bin++) {
      lg += gs[bin] ?? 0;
      lh += hs[bin] ?? 0;
      if (lh < options.leaf || h - lh < options.leaf) continue;
      const gain = (lg * lg) / (lh + options.ridge) + (g - lg) ** 2 / (h - lh + options.ridge) - base;
      if (gain > (best?.gain ?? 1e-3)) best = { feature, bin, gain };
    }
  }
  return best;
}

function grow(
  table: RankTable,
  slopes: Slopes,
  members: Int32Array,
  open: readonly number[],
  depth: number,
  options: RankOptions,
): BinnedTree {
  const split = depth > 0 ? findSplit(table, slopes, members, open, options) : undefined;
  if (split === undefined) {
    const [g, h] = sumSlopes(slopes, members);
    return Math.round((-g / (h + options.ridge)) * options.rate * 1e4) / 1e4;
  }
  const column = table.columns[split.feature] ?? new Uint8Array();
  const [upTo, above] = [new Int32Array(members.length), new Int32Array(members.length)];
  let [n, m] = [0, 0];
  for (let k = 0; k < members.length; k++) {
    const i = members[k] ?? 0;
    if ((column[i] ?? 0) <= split.bin) upTo[n++] = i;
    else above[m++] = i;
  }
  return [
    split.feature,
    split.bin,
    grow(table, slopes, upTo.subarray(0, n), open, depth - 1, options),
    grow(table, slopes, above.subarray(0, m), open, depth - 1, options),
  ];
}

function nameTree(tree: BinnedTree, table: RankTable): Tree {
  if (typeof tree === 'number') return tree;
  const [feature, bin, upTo, above] = tree;
  return [
    table.names[feature] ?? '',
    table.borders[feature]?.[bin] ?? 0,
    nameTree(upTo, table),
    nameTree(above, table),
  ];
}

/** Slopes of the loss over the rows of a group. */
function readSlopes(
  { worth, weight }: RankGroup,
  scores: Float64Array,
  from: number,
  to: number,
  { slope, curve }: Slopes,
): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) most = Math.max(most, scores[i] ?? 0);
  let [all, good] = [0, 0];
  for (let i = from; i < to; i++) {
    const share = Math.exp((scores[i] ?? 0) - most);
    slope[i] = share;
    all += share;
    good += share * (worth[i - from] ?? 0);
  }
  for (let i = from; i < to; i++) {
    const share = slope[i] ?? 0;
    const chance = share / all;
    slope[i] = weight * (chance - (share * (worth[i - from] ?? 0)) / good);
    curve[i] = weight * Math.max(1e-4, chance * (1 - chance));
  }
}

/** Learns from the groups that `use` allows. */
export function learnRanks(table: RankTable, use: (group: number) => boolean, options: RankOptions): Forest {
  const { groups, from, columns, names } = table;
  const scores = Float64Array.from(groups.flatMap(({ base }) => base));
  const slopes = { slope: new Float64Array(scores.length), curve: new Float64Array(scores.length) };
  const usable = [...groups.keys()].filter((at) => {
    const { items = [], worth = [] } = groups[at] ?? {};
    return use(at) && items.length > 1 && worth.some((one) => one > 0);
  });
  let state = 20261129;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    const members: number[] = [];
    for (const at of usable) {
      if (random() > options.questions) continue;
      const [start, end] = [from[at] ?? 0, from[at + 1] ?? 0];
      const group = groups[at];
      if (group !== undefined) readSlopes(group, scores, start, end, slopes);
      for (let i = start; i < end; i++) members.push(i);
    }
    const open = [...names.keys()].filter(() => random() < options.share);
    const tree = grow(table, slopes, Int32Array.from(members), open, options.depth, options);
    for (let i = 0; i < scores.length; i++) {
      let node = tree;
      while (typeof node !== 'number') node = (columns[node[0]]?.[i] ?? 0) <= node[1] ? node[2] : node[3];
      scores[i] = (scores[i] ?? 0) + node;
    }
    trees.push(nameTree(tree, table));
  }
  return { bias: 0, trees };
}
