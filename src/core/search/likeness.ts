/**
 * How alike articles are: the cosine of their words, smoothed by what the nearest articles say, and the facts they share.
 *
 * Two reports of one event may share few words with each other and many with a third. So each article is taken together
 * with its nearest neighbours before two are compared (document expansion; Singhal and Pereira 1999, Tao et al. 2006).
 * With S the cosines and A the articles with their neighbours, that is A·S·Aᵀ, so no expanded vector is ever built.
 */
import type { Vector, Vectors } from './vectors.ts';

/** Cosines from neighbours that are nearer than this; below it two articles share everyday words. */
const FLOOR = 0.04;
const NEIGHBOURS = { most: 6, floor: 0.06 };
/** What its neighbours together count beside the article itself. */
const LEAN = 1.25;
/** An article with weak neighbours leans on them less; the more so among few articles, where no third one vouches. */
const WEAK = { least: 0.3, few: 1.2 };
/** Facts in common say something only of articles that speak of one thing. */
const RELATED = 0.1;
/** Days between two publications within which dates say nothing, and from which they say most. */
const DAYS = { near: 3, far: 30 };
/** What is left of the cosine of two articles that are far apart in time. */
const FAR_APART = 0.5;

interface Share {
  readonly at: number;
  readonly weight: number;
}

/**
 * Vectors by their terms: of each, the holders and its weight there, in turn: [at, weight, at, weight, …]. Most terms have one
 * holder, and are kept as one number, a tenth of such a list: the holder, and behind the point the weight, which is less than 1.
 */
class Postings {
  readonly #of = new Map<number, number | number[]>();

  /** Puts a vector in, and gives its product with each of those before it. */
  add(at: number, { terms, weights }: Vector): Float64Array {
    const sums = new Float64Array(at);
    for (const [n, term] of terms.entries()) {
      const weight = weights[n] ?? 0;
      const holders = this.#of.get(term);
      if (holders === undefined) {
        this.#of.set(term, at + weight);
        continue;
      }
      if (typeof holders === 'number') {
        const only = Math.floor(holders);
        sums[only] = (sums[only] ?? 0) + weight * (holders - only);
        this.#of.set(term, [only, holders - only, at, weight]);
        continue;
      }
      for (let i = 0; i < holders.length; i += 2) {
        const other = holders[i] ?? 0;
        sums[other] = (sums[other] ?? 0) + weight * (holders[i + 1] ?? 0);
      }
      holders.push(at, weight);
    }
    return sums;
  }
}

/** Articles with their cosines; articles can be added at any time. */
export class Likeness {
  readonly #words = new Postings();
  readonly #facts = new Postings();
  /** Cosines of at least FLOOR, each article's own (1) included. */
  readonly #rows: Map<number, number>[] = [];
  /** What facts in common add. */
  readonly #shared: Map<number, number>[] = [];
  readonly #days: (number | null)[] = [];
  readonly #shares: Share[][] = [];
  readonly #norms: number[] = [];

  /** Adds an article; `published` is ISO 8601 or null. Gives its index. */
  add({ words, facts }: Vectors, published: string | null): number {
    const at = this.#rows.length;
    const day = dayOf(published);
    const shared = new Map<number, number>();
    for (const [other, sum] of this.#facts.add(at, facts).entries()) {
      if (sum === 0) continue;
      shared.set(other, sum);
      this.#shared[other]?.set(at, sum);
    }
    this.#shared.push(shared);
    const row = new Map<number, number>([[at, 1]]);
    for (const [other, sum] of this.#words.add(at, words).entries()) {
      const value = sum * nearness(day, this.#days[other] ?? null);
      if (value < FLOOR) continue;
      row.set(other, value);
      this.#rows[other]?.set(at, value);
    }
    this.#rows.push(row);
    this.#days.push(day);
    return at;
  }

  /** Takes an article together with its neighbours. Call after all are added and before `rowOf`. */
  smooth(at: number): void {
    const shares = this.#sharesOf(at);
    this.#shares[at] = shares;
    const reach = this.#reachOf(at);
    this.#norms[at] =
      Math.sqrt(shares.reduce((sum, share) => sum + share.weight * (reach[share.at] ?? 0), 0)) || 1;
  }

  /** How alike this article and each of the others are, by index, from 0 to 1. */
  rowOf(at: number): Float64Array {
    const reach = this.#reachOf(at);
    const row = new Float64Array(this.#rows.length);
    const norm = this.#norms[at] ?? 1;
    const day = this.#days[at] ?? null;
    for (const [other, shares] of this.#shares.entries()) {
      if (other === at) continue;
      let sum = 0;
      for (const share of shares) sum += share.weight * (reach[share.at] ?? 0);
      if (sum > 0)
        row[other] = (sum / (norm * (this.#norms[other] ?? 1))) * nearness(day, this.#days[other] ?? null);
    }
    for (const [other, value] of this.#shared[at] ?? [])
      if ((row[other] ?? 0) > RELATED) row[other] = Math.min(1, (row[other] ?? 0) + value);
    return row;
  }

  /** The article itself, and its nearest neighbours by how near they are. */
  #sharesOf(at: number): Share[] {
    const near = [...(this.#rows[at] ?? [])]
      .filter(([other, value]) => other !== at && value >= NEIGHBOURS.floor)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, NEIGHBOURS.most);
    const sum = Math.max(
      WEAK.least + WEAK.few / this.#rows.length,
      near.reduce((total, [, value]) => total + value, 0),
    );
    return [
      { at, weight: 1 },
      ...near.map(([other, value]) => ({ at: other, weight: (LEAN * value) / sum })),
    ];
  }

  /** The article with its neighbours, against every article alone. */
  #reachOf(at: number): Float64Array {
    const reach = new Float64Array(this.#rows.length);
    for (const share of this.#shares[at] ?? [])
      for (const [other, value] of this.#rows[share.at] ?? [])
        reach[other] = (reach[other] ?? 0) + share.weight * value;
    return reach;
  }
}

/** Day number of an ISO 8601 date, null where there is none. */
function dayOf(published: string | null): number | null {
  const time = Date.parse(published?.slice(0, 10) ?? '');
  return Number.isNaN(time) ? null : time / 86_400_000;
}

/** 1 for articles of the same days, less the further apart; undated ones are near to all. */
function nearness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1;
  const apart = Math.min(1, Math.max(0, (Math.abs(a - b) - DAYS.near) / (DAYS.far - DAYS.near)));
  return 1 - (1 - FAR_APART) * apart;
}
