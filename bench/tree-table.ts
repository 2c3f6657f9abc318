/** Rows of features as columns in bins, of which trees are grown: most features are those of few rows. */
import type { Names, Sparse } from './learn-sparse.ts';

/** A feature with its values in bins. */
export interface Column {
  readonly name: string;
  /** Between the bins, lowest first: a value up to the first border is in bin 0. */
  readonly borders: readonly number[];
  /** Bin of the rows that do not have the feature: of 0. */
  readonly absent: number;
  /** The rows that have it, in order, and their bins. */
  readonly rows: Int32Array;
  readonly bins: Uint8Array;
}

export interface TreeTable {
  readonly rows: number;
  readonly columns: readonly Column[];
}

export const BINS = 32;

/** The shortest number from `low` up to below `high`: models are written with all their digits. */
function between(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let digits = 1; digits < 8; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (low <= short && short < high) return short;
  }
  return middle;
}

/** Borders between all values where they are few, else between quantiles of those that are not 0, and on both sides of 0. */
function findBorders(values: Float32Array, absent: boolean): number[] {
  const sorted = values.slice().sort();
  const distinct = [...new Set(absent ? [...sorted, 0] : sorted)].sort((a, b) => a - b);
  const places = new Map(distinct.map((value, at) => [value, at]));
  const chosen = new Set<number>();
  if (distinct.length <= BINS) for (let at = 1; at < distinct.length; at++) chosen.add(at);
  else {
    const zero = places.get(0);
    if (zero !== undefined) chosen.add(zero).add(zero + 1);
    for (let i = 1; i < BINS - 2; i++)
      chosen.add(places.get(sorted[Math.floor((i * sorted.length) / (BINS - 2))] ?? 0) ?? 0);
  }
  return [...chosen]
    .filter((at) => at > 0 && at < distinct.length)
    .sort((a, b) => a - b)
    .map((at) => between(distinct[at - 1] ?? 0, distinct[at] ?? 0));
}

function binOf(value: number, borders: readonly number[]): number {
  let bin = 0;
  while (bin < borders.length && value > (borders[bin] ?? 0)) bin += 1;
  return bin;
}

/** Of the features that at least `seen` rows have. */
export function makeTable(rows: readonly Sparse[], { list }: Names, seen: number): TreeTable {
  const counts = new Uint32Array(list.length);
  for (const { at } of rows) for (const place of at) counts[place] = (counts[place] ?? 0) + 1;
  const open = list.map((_, place) => {
    const count = counts[place] ?? 0;
    return count < seen
      ? undefined
      : { rows: new Int32Array(count), values: new Float32Array(count), filled: 0 };
  });
  rows.forEach(({ at, value }, row) => {
    for (let i = 0; i < at.length; i++) {
      const column = open[at[i] ?? 0];
      if (column === undefined) continue;
      column.rows[column.filled] = row;
      column.values[column.filled] = value[i] ?? 0;
      column.filled += 1;
    }
  });
  const columns = open.flatMap((column, place): Column[] => {
    if (column === undefined) return [];
    const borders = findBorders(column.values, column.filled < rows.length);
    const bins = Uint8Array.from(column.values, (value) => binOf(value, borders));
    return [{ name: list[place] ?? '', borders, absent: binOf(0, borders), rows: column.rows, bins }];
  });
  return { rows: rows.length, columns };
}
