/**
 * Puts words into classes by the words that stand beside them in running text: spherical k-means over positive pointwise
 * mutual information with the neighbours. What a name reader has not seen in its few tagged sentences it may know by its class
 * (Turian, Ratinov and Bengio 2010).
 */
import type { Token } from '../src/core/text/tokens.ts';

/** Classes; 0 is none. */
const CLASSES = 160;
/** Rarer words have no class. */
const LEAST = 6;
/** So many of the most frequent neighbours are looked at, on each side. */
const NEIGHBOURS = 1500;
const ROUNDS = 12;

/** How a word is known: apart with a capital and without. */
const typeOf = (token: Token): string => {
  if (token.kind === 'number') return '#';
  if (token.kind !== 'word') return token.kind === 'mark' ? '"' : token.word;
  return token.capital ? `^${token.lower}` : token.lower;
};

interface Row {
  readonly word: string;
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/** The class of each frequent word of some texts, by its type. */
export function learnClasses(texts: readonly (readonly Token[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tokens of texts)
    for (const token of tokens) counts.set(typeOf(token), (counts.get(typeOf(token)) ?? 0) + 1);
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const neighbours = new Map(frequent.slice(0, NEIGHBOURS).map(([type], i) => [type, i]));
  const known = frequent.filter(([type, count]) => count >= LEAST && /[a-z]/.test(type));
  const beside = new Map(known.map(([type]) => [type, new Map<number, number>()]));
  for (const tokens of texts) {
    tokens.forEach((token, i) => {
      const own = beside.get(typeOf(token));
      const before = tokens[i - 1];
      // The first word of a sentence has its capital from there.
      if (!own || (token.capital && (!before || before.kind === 'end' || before.kind === 'mark'))) return;
      const left = before && neighbours.get(typeOf(before));
      const next = tokens[i + 1];
      const right = next && neighbours.get(typeOf(next));
      if (left !== undefined) own.set(left, (own.get(left) ?? 0) + 1);
      if (right !== undefined) own.set(NEIGHBOURS + right, (own.get(NEIGHBOURS + right) ?? 0) + 1);
    });
  }
  return cluster(toRows(beside));
}

/** Positive pointwise mutual information, each row of length one. */
function toRows(beside: ReadonlyMap<string, ReadonlyMap<number, number>>): Row[] {
  const sums = new Float64Array(2 * NEIGHBOURS);
  let all = 0;
  for (const own of beside.values())
    for (const [at, count] of own) {
      sums[at] = (sums[at] as number) + count;
      all += count;
    }
  const rows: Row[] = [];
  for (const [word, own] of beside) {
    let total = 0;
    for (const count of own.values()) total += count;
    const parts = [...own]
      .map(([at, count]): [number, number] => [at, Math.log((count * all) / (total * (sums[at] as number)))])
      .filter(([, value]) => value > 0);
    const length = Math.hypot(...parts.map(([, value]) => value));
    if (length === 0) continue;
    rows.push({
      word,
      at: Int32Array.from(parts, ([at]) => at),
      value: Float32Array.from(parts, ([, value]) => value / length),
    });
  }
  return rows;
}

function cluster(rows: readonly Row[]): Map<string, number> {
  let centres: Float32Array = new Float32Array(2 * NEIGHBOURS * CLASSES);
  // The first centres are frequent words, spread over the list.
  const step = Math.max(1, Math.floor(rows.length / (4 * CLASSES)));
  for (let k = 0; k < CLASSES; k++) addTo(centres, rows[k * step], k);
  const classes = new Int32Array(rows.length);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float32Array(centres.length);
    rows.forEach((row, i) => {
      classes[i] = nearest(centres, row);
      addTo(next, row, classes[i] as number);
    });
    centres = normalised(next);
  }
  return new Map(rows.map(({ word }, i) => [word, (classes[i] as number) + 1]));
}

function addTo(centres: Float32Array, row: Row | undefined, k: number): void {
  row?.at.forEach((at, i) => {
    centres[at * CLASSES + k] = (centres[at * CLASSES + k] as number) + (row.value[i] as number);
  });
}

function nearest(centres: Float32Array, { at, value }: Row): number {
  const scores = new Float32Array(CLASSES);
  for (let i = 0; i < at.length; i++) {
    const from = (at[i] as number) * CLASSES;
    const weight = value[i] as number;
    for (let k = 0; k < CLASSES; k++)
      scores[k] = (scores[k] as number) + weight * (centres[from + k] as number);
  }
  let best = 0;
  for (let k = 1; k < CLASSES; k++) if ((scores[k] as number) > (scores[best] as number)) best = k;
  return best;
}

function normalised(centres: Float32Array): Float32Array {
  const squares = new Float64Array(CLASSES);
  centres.forEach((value, i) => {
    squares[i % CLASSES] = (squares[i % CLASSES] as number) + value * value;
  });
  return centres.map((value, i) => value / (Math.sqrt(squares[i % CLASSES] as number) || 1));
}
