/** Sentences of different voices about the same thing. */
import type { Line } from './lines.ts';

export interface Pair {
  readonly a: Line;
  readonly b: Line;
  /** Weight of the shared terms against the lighter of the two, from 0 to 1. */
  readonly overlap: number;
  /** Weight of the shared terms against all terms of both, from 0 to 1. */
  readonly jaccard: number;
  readonly shared: ReadonlySet<string>;
}

export type Weights = (term: string) => number;

/** A term of more sentences than this is what the whole story is about: it brings no two together. */
const COMMON = 120;
/** Below this no comparison looks at a pair. */
const FLOOR = 0.3;

/** What a shared term is worth: less, the more sentences hold it, since every sentence of a story shares those. */
export function weightsOf(lines: readonly Line[]): Weights {
  const counts = new Map<string, number>();
  for (const line of lines) for (const term of line.sense) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(2 + lines.length / (counts.get(term) ?? 1));
}

/** Pairs of lines of different voices that share enough, the nearest first. */
export function findPairs(lines: readonly Line[], voices: readonly number[], weights: Weights): Pair[] {
  const holders = new Map<string, number[]>();
  const sums = lines.map((line) => [...line.sense].reduce((sum, term) => sum + weights(term), 0));
  const pairs: Pair[] = [];
  for (const [at, line] of lines.entries()) {
    const near = new Map<number, number>();
    for (const term of line.sense) {
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [at]);
      else {
        if (list.length <= COMMON)
          for (const other of list) near.set(other, (near.get(other) ?? 0) + weights(term));
        list.push(at);
      }
    }
    for (const [at2, weight] of near) {
      const other = lines[at2];
      const [mine, theirs] = [sums[at] ?? 0, sums[at2] ?? 0];
      if (!other || voices[other.source] === voices[line.source] || weight < FLOOR * Math.min(mine, theirs))
        continue;
      pairs.push(pairOf(other, line, weights));
    }
  }
  return pairs.sort((x, y) => y.jaccard - x.jaccard);
}

/** Two lines, compared without some terms. */
export function pairOf(a: Line, b: Line, weights: Weights, without: ReadonlySet<string> = new Set()): Pair {
  const shared = new Set<string>();
  let [same, mine, theirs] = [0, 0, 0];
  for (const term of a.sense) {
    if (without.has(term)) continue;
    mine += weights(term);
    if (!b.sense.has(term)) continue;
    shared.add(term);
    same += weights(term);
  }
  for (const term of b.sense) if (!without.has(term)) theirs += weights(term);
  const least = Math.min(mine, theirs);
  const all = mine + theirs - same;
  return { a, b, shared, overlap: least === 0 ? 0 : same / least, jaccard: all === 0 ? 0 : same / all };
}
