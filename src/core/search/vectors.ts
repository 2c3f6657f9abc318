/** Term vectors of articles: log term frequency times inverse document frequency, length 1. */
import type { ReadArticle } from '../article.ts';
import { parseTokens } from './query.ts';

/** How much a term counts in an article. */
export type Bag = ReadonlyMap<string, number>;
export type Vector = ReadonlyMap<string, number>;

/** Who did what to whom stands at the top: words there count more than those further down. */
const LEAD = { terms: 100, weight: 3 };
const TITLE_WEIGHT = 2;
/** Two words in a row tell two look-alike events apart where neither word does. */
const PAIR_WEIGHT = 0.5;
/** Of an article longer than this, the rest says nothing about which event it tells of. */
const LONGEST = 30_000;

/** The terms of an article, and its pairs of words in a row, with their weights. */
export function readBag(article: ReadArticle): Bag {
  const bag = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    bag.set(term, (bag.get(term) ?? 0) + weight);
  };
  for (const { term } of parseTokens(article.title ?? '')) if (term !== null) add(term, TITLE_WEIGHT);
  let before: string | null = null;
  let terms = 0;
  for (const { term } of parseTokens(article.text.slice(0, LONGEST))) {
    if (term !== null) add(term, terms++ < LEAD.terms ? LEAD.weight : 1);
    if (term !== null && before !== null) add(`${before} ${term}`, PAIR_WEIGHT);
    before = term;
  }
  return bag;
}

/** How many articles hold each term. */
export class Frequencies {
  #size = 0;
  readonly #of = new Map<string, number>();

  add(bag: Bag): void {
    this.#size++;
    for (const term of bag.keys()) this.#of.set(term, (this.#of.get(term) ?? 0) + 1);
  }

  /** Inverse document frequency, smoothed so that a term of every article still weighs a little. */
  #rarity(term: string): number {
    return Math.log((this.#size + 1) / ((this.#of.get(term) ?? 0) + 0.5));
  }

  /** The vector of a bag, by the articles counted so far. */
  weigh(bag: Bag): Vector {
    const vector = new Map<string, number>();
    let squares = 0;
    for (const [term, count] of bag) {
      const weight = (1 + Math.log(Math.max(1, count))) * Math.max(0, this.#rarity(term));
      squares += weight * weight;
      if (weight > 0) vector.set(term, weight);
    }
    const norm = Math.sqrt(squares) || 1;
    for (const [term, weight] of vector) vector.set(term, weight / norm);
    return vector;
  }
}
