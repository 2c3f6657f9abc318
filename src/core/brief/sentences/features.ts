/** What can be seen of a sentence that tells how much it matters, each from 0 to about 1. */
import type { Line } from '../lines.ts';

export interface Features {
  /** How far down its article it stands. */
  readonly depth: number;
  /** How often its terms stand in all sentences. */
  readonly central: number;
  /** How many of the other articles hold its terms. */
  readonly shared: number;
  /** How much of it the opening of another article says. */
  readonly echo: number;
  /** 1 where it holds quoted words. */
  readonly quoted: number;
  /** Names among its words. */
  readonly names: number;
  /** 1 where it holds a number. */
  readonly digits: number;
  /** How much of it is what the reader asked for. */
  readonly about: number;
}

/** Of all lines together: what the features of one are measured by. */
export interface Crowd {
  readonly sources: number;
  /** Indexes of articles are below it. */
  readonly width: number;
  /** In how many sentences, and in which articles, each term stands. */
  readonly counts: ReadonlyMap<string, number>;
  readonly holders: ReadonlyMap<string, ReadonlySet<number>>;
  /** Of each term, the articles that it opens. */
  readonly openings: ReadonlyMap<string, readonly number[]>;
  /** Number of sentences of each article. */
  readonly lengths: ReadonlyMap<number, number>;
  readonly about: ReadonlySet<string>;
}

/** Sentences that open an article. */
const OPENING = 3;
/** Brings the mean logarithm of counts to about 1. */
const CENTRAL_SCALE = 3;

export function readCrowd(lines: readonly Line[], about: ReadonlySet<string>): Crowd {
  const counts = new Map<string, number>();
  const holders = new Map<string, Set<number>>();
  const openings = new Map<string, number[]>();
  const lengths = new Map<number, number>();
  for (const line of lines) {
    lengths.set(line.source, Math.max(lengths.get(line.source) ?? 0, line.order + 1));
    for (const term of line.set) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      const set = holders.get(term) ?? new Set();
      holders.set(term, set.add(line.source));
      if (line.order >= OPENING) continue;
      const opened = openings.get(term);
      if (opened === undefined) openings.set(term, [line.source]);
      else if (opened.at(-1) !== line.source) opened.push(line.source);
    }
  }
  const width = Math.max(-1, ...lengths.keys()) + 1;
  return { sources: lengths.size, width, counts, holders, openings, lengths, about };
}

/** The features of one sentence beside all others. */
export function featuresOf(line: Line, crowd: Crowd): Features {
  const size = Math.max(1, line.set.size);
  let [central, shared, about] = [0, 0, 0];
  for (const term of line.set) {
    central += Math.log(1 + (crowd.counts.get(term) ?? 0));
    shared += Math.max(0, (crowd.holders.get(term)?.size ?? 0) - 1) / Math.max(1, crowd.sources - 1);
    if (crowd.about.has(term)) about++;
  }
  const echo = echoOf(line, crowd) / size;
  return {
    depth: line.order / Math.max(1, crowd.lengths.get(line.source) ?? 1),
    central: central / size / CENTRAL_SCALE,
    shared: shared / size,
    echo,
    quoted: /["“”]/.test(line.text) ? 1 : 0,
    names: Math.min(1, (3 * line.entities.length) / Math.max(1, line.words)),
    digits: /\d/.test(line.text) ? 1 : 0,
    about: about / size,
  };
}

/** How many terms of a line one other article opens with, at most. */
function echoOf(line: Line, { openings, width }: Crowd): number {
  // No map: this is asked of every line, and of each of its terms as many articles may begin with it as there are.
  const echoes = new Uint16Array(width);
  let most = 0;
  for (const term of line.set)
    for (const source of openings.get(term) ?? []) {
      if (source === line.source) continue;
      const echo = (echoes[source] ?? 0) + 1;
      echoes[source] = echo;
      if (echo > most) most = echo;
    }
  return most;
}

/** How many of the terms stand in the other set. */
export function countIn(terms: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const term of terms) if (others.has(term)) count++;
  return count;
}
