/** Sentences of different voices about the same thing. */
import type { Line } from '../lines.ts';

export interface Pair {
  readonly a: Line;
  readonly b: Line;
  /** Weight of the shared terms against the lighter of the two, from 0 to 1. */
  readonly overlap: number;
  /** Weight of the shared terms against all terms of both, from 0 to 1. */
  readonly jaccard: number;
  /** How many terms they share. */
  readonly shared: number;
}

/** Pairs of lines of different articles, the nearest first, and those of one line. */
export interface Pairs {
  readonly all: readonly Pair[];
  of(line: Line): readonly Pair[];
}

export type Weights = (term: string) => number;

/** A term of more sentences than this is what the whole story is about: it brings no two together. */
const COMMON = 120;
/** Below this no comparison looks at a pair. */
const FLOOR = { overlap: 0.3, jaccard: 0.1, terms: 2 };

/** What a shared term is worth: less, the more sentences hold it, since every sentence of a story shares those. */
export function weightsOf(lines: readonly Line[]): Weights {
  const counts = new Map<string, number>();
  for (const line of lines) for (const term of line.sense) counts.set(term, (counts.get(term) ?? 0) + 1);
  const worths = new Map([...counts].map(([term, count]) => [term, Math.log(2 + lines.length / count)]));
  return (term) => worths.get(term) ?? Math.log(2 + lines.length);
}

/** Pairs of lines of different articles that share enough. */
export function findPairs(lines: readonly Line[], weights: Weights): Pairs {
  const holders = new Map<string, number[]>();
  const sums = new Float64Array(lines.length);
  const weight = new Float64Array(lines.length);
  const shared = new Uint16Array(lines.length);
  const pairs: Pair[] = [];
  for (const [at, line] of lines.entries()) {
    const near: number[] = [];
    for (const term of line.sense) {
      const worth = weights(term);
      sums[at] = (sums[at] ?? 0) + worth;
      const list = holders.get(term);
      if (list === undefined) {
        holders.set(term, [at]);
        continue;
      }
      if (list.length <= COMMON)
        for (const other of list) {
          if (shared[other] === 0) near.push(other);
          shared[other] = (shared[other] ?? 0) + 1;
          weight[other] = (weight[other] ?? 0) + worth;
        }
      list.push(at);
    }
    for (const other of near) {
      const [same, mine, theirs] = [weight[other] ?? 0, sums[at] ?? 0, sums[other] ?? 0];
      const count = shared[other] ?? 0;
      weight[other] = 0;
      shared[other] = 0;
      const before = lines[other];
      if (!before || before.source === line.source || count < FLOOR.terms) continue;
      const overlap = same / Math.min(mine, theirs);
      const jaccard = same / (mine + theirs - same);
      if (overlap < FLOOR.overlap || jaccard < FLOOR.jaccard) continue;
      pairs.push({ a: before, b: line, overlap, jaccard, shared: count });
    }
  }
  pairs.sort((x, y) => y.jaccard - x.jaccard);
  const byLine = new Map<Line, Pair[]>();
  for (const pair of pairs)
    for (const line of [pair.a, pair.b]) {
      const own = byLine.get(line);
      if (own) own.push(pair);
      else byLine.set(line, [pair]);
    }
  return { all: pairs, of: (line) => byLine.get(line) ?? [] };
}

/** Two lines, compared without some terms. */
export function pairOf(a: Line, b: Line, weights: Weights, without: ReadonlySet<string> = new Set()): Pair {
  let [same, mine, theirs, shared] = [0, 0, 0, 0];
  for (const term of a.sense) {
    if (without.has(term)) continue;
    const worth = weights(term);
    mine += worth;
    if (!b.sense.has(term)) continue;
    shared++;
    same += worth;
  }
  for (const term of b.sense) if (!without.has(term)) theirs += weights(term);
  const least = Math.min(mine, theirs);
  const all = mine + theirs - same;
  return { a, b, shared, overlap: least === 0 ? 0 : same / least, jaccard: all === 0 ? 0 : same / all };
}
