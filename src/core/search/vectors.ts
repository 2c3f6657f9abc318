/** Term vectors of articles: log term frequency times inverse document frequency, length 1. */
import type { ReadArticle } from '../article.ts';
import { parseCounts } from './numbers.ts';
import { parseTokens } from './query.ts';

/** Terms, as numbers, and how much each counts. Two arrays, since an article has hundreds of them and thousands are held. */
interface Bag {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}
/** The same, exact. */
export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}
/** A bag that is being filled. */
type Counts = Map<number, number>;

/**
 * An article looked at in five ways. What it is about stands in all of it; which event it tells of, more clearly in its
 * opening and its headline, and in the numbers and full dates that it gives.
 */
export interface Views {
  readonly whole: Bag;
  readonly lead: Bag;
  readonly headline: Bag;
  readonly counts: Bag;
  readonly dates: Bag;
}

/** What an article says, and the facts that it gives: compared apart. */
export interface Vectors {
  readonly words: Vector;
  readonly facts: Vector;
}

/**
 * What each view counts. The cosine of the words is the mean of three cosines; likeness of facts is added to it, and is
 * nothing where one gives none.
 */
const WORDS = { whole: 1, lead: 0.3, headline: 0.25 } as const;
const FACTS = { counts: 0.35, dates: 0.6 } as const;

const VIEW_NUMBERS = { whole: 1, lead: 2, headline: 3, counts: 4, dates: 5 } as const;

/** Who did what to whom stands at the top: words there count more than those further down. */
const TOP = { terms: 100, weight: 3 };
const LEAD_TERMS = 60;
/** What stands for the headline of an article without one. */
const FIRST_TERMS = 10;
const TITLE_WEIGHT = 2;
/** Two words in a row tell two look-alike events apart where neither word does. */
const PAIR_WEIGHT = 0.5;
/** Of an article longer than this, the rest says nothing about which event it tells of. */
const LONGEST = 30_000;

/** The terms of an article, its pairs of words in a row, and its facts, with their weights. */
export function readViews(article: ReadArticle): Views {
  const [whole, lead, headline]: [Counts, Counts, Counts] = [new Map(), new Map(), new Map()];
  const title = termsOf(article.title ?? '').flatMap((term) => term ?? []);
  for (const term of title) {
    add(whole, term, TITLE_WEIGHT);
    add(lead, term, TITLE_WEIGHT);
    add(headline, term, 1);
  }
  let before: number | null = null;
  let terms = 0;
  for (const term of termsOf(article.text.slice(0, LONGEST))) {
    if (term !== null) {
      if (title.length === 0 && terms < FIRST_TERMS) add(headline, term, 1);
      const inLead = terms < LEAD_TERMS;
      add(whole, term, terms++ < TOP.terms ? TOP.weight : 1);
      if (inLead) add(lead, term, 1);
      if (before !== null) {
        const pair = join(before, term);
        add(whole, pair, PAIR_WEIGHT);
        if (inLead) add(lead, pair, PAIR_WEIGHT);
      }
    }
    before = term;
  }
  const views = { whole, lead, headline, counts: countsOf(article), dates: datesOf(article) };
  return mapViews((view) => pack(view, views[view]));
}

function mapViews(make: (view: keyof Views) => Bag): Views {
  return {
    whole: make('whole'),
    lead: make('lead'),
    headline: make('headline'),
    counts: make('counts'),
    dates: make('dates'),
  };
}

/** One view's term is not another's. */
function pack(view: keyof Views, counts: Counts): Bag {
  const terms = Int32Array.from(counts.keys(), (term) => join(term, VIEW_NUMBERS[view]));
  return { terms, weights: Float32Array.from(counts.values()) };
}

function termsOf(text: string): (number | null)[] {
  return parseTokens(text).map(({ term }) => (term === null ? null : numberOf(term)));
}

function add(counts: Counts, term: number, weight: number): void {
  counts.set(term, (counts.get(term) ?? 0) + weight);
}

/**
 * A word as a number of 32 bits (FNV-1a): kept as text, the pairs of an article take ten times the memory. Of a million terms
 * a hundred share their number with another.
 */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The number of two in a row. */
function join(first: number, second: number): number {
  return (Math.imul(first, 31) + second) | 0;
}

/** "29 killed" and "seven trucks", each with what it counts. */
function countsOf(article: ReadArticle): Counts {
  const counts: Counts = new Map();
  for (const { value, unit } of parseCounts(article.text.slice(0, LONGEST)))
    add(counts, numberOf(`${value} ${unit}`), 1);
  return counts;
}

/** Days and months that the text gives in full: those it leaves to be understood hang on the date of publication. */
function datesOf({ analysis }: ReadArticle): Counts {
  const counts: Counts = new Map();
  for (const { value, precision, relative } of analysis.dates) {
    if (value === null || relative || precision === 'year') continue;
    add(counts, numberOf(value), 1);
    if (precision === 'day') add(counts, numberOf(value.slice(0, 7)), 1);
  }
  return counts;
}

/** As if so many more articles were known, without any of these words: among two articles no word would be rare. */
const UNSEEN = 40;

/** How many articles hold each term, view by view. */
export class Frequencies {
  #size = 0;
  readonly #of = new Map<number, number>();

  add(views: Views): void {
    this.#size++;
    const { whole, lead, headline, counts, dates } = views;
    for (const { terms } of [whole, lead, headline, counts, dates])
      for (const term of terms) this.#of.set(term, (this.#of.get(term) ?? 0) + 1);
  }

  /** The vectors of an article, by the articles counted so far. */
  weigh(views: Views): Vectors {
    const sum = WORDS.whole + WORDS.lead + WORDS.headline;
    return {
      words: this.#weigh([
        [views.whole, WORDS.whole / sum],
        [views.lead, WORDS.lead / sum],
        [views.headline, WORDS.headline / sum],
      ]),
      facts: this.#weigh([
        [views.counts, FACTS.counts],
        [views.dates, FACTS.dates],
      ]),
    };
  }

  /**
   * Puts views, each of length √share, into one vector. Views do not share terms, so that the product of two vectors is the
   * sum of the cosines of their views, each times its share.
   */
  #weigh(shares: readonly (readonly [view: Bag, share: number])[]): Vector {
    const size = shares.reduce((total, [{ terms }]) => total + terms.length, 0);
    const vector = { terms: new Int32Array(size), weights: new Float64Array(size) };
    let end = 0;
    for (const [{ terms, weights }, share] of shares) {
      const start = end;
      let squares = 0;
      for (const [at, term] of terms.entries()) {
        const weight = (1 + Math.log(Math.max(1, weights[at] ?? 0))) * this.#rarity(term);
        squares += weight * weight;
        vector.terms[end] = term;
        vector.weights[end++] = weight;
      }
      const scale = Math.sqrt(share / (squares || 1));
      for (let at = start; at < end; at++) vector.weights[at] = (vector.weights[at] ?? 0) * scale;
    }
    return vector;
  }

  /** Inverse document frequency. */
  #rarity(term: number): number {
    return Math.max(0, Math.log((this.#size + UNSEEN) / ((this.#of.get(term) ?? 0) + 0.5)));
  }
}
