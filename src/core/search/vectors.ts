/** Term vectors of articles: log term frequency times inverse document frequency, length 1. */
import type { ReadArticle } from '../article.ts';
import { parseCounts } from './numbers.ts';
import { parseTokens } from './query.ts';

/** How much a term counts in an article. */
type Bag = ReadonlyMap<string, number>;
export type Vector = ReadonlyMap<string, number>;

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
  const [whole, lead, headline] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const title = termsOf(article.title ?? '').flatMap((term) => term ?? []);
  for (const term of title) {
    add(whole, term, TITLE_WEIGHT);
    add(lead, term, TITLE_WEIGHT);
    add(headline, term, 1);
  }
  let before: string | null = null;
  let terms = 0;
  for (const term of termsOf(article.text.slice(0, LONGEST))) {
    if (term !== null) {
      if (title.length === 0 && terms < FIRST_TERMS) add(headline, term, 1);
      const inLead = terms < LEAD_TERMS;
      add(whole, term, terms++ < TOP.terms ? TOP.weight : 1);
      if (inLead) add(lead, term, 1);
      if (before !== null) {
        add(whole, `${before} ${term}`, PAIR_WEIGHT);
        if (inLead) add(lead, `${before} ${term}`, PAIR_WEIGHT);
      }
    }
    before = term;
  }
  return { whole, lead, headline, counts: countsOf(article), dates: datesOf(article) };
}

function termsOf(text: string): (string | null)[] {
  return parseTokens(text).map(({ term }) => term);
}

function add(bag: Map<string, number>, term: string, weight: number): void {
  bag.set(term, (bag.get(term) ?? 0) + weight);
}

/** "29 killed" and "seven trucks", each with what it counts. */
function countsOf(article: ReadArticle): Bag {
  const bag = new Map<string, number>();
  for (const { value, unit } of parseCounts(article.text.slice(0, LONGEST))) add(bag, `${value} ${unit}`, 1);
  return bag;
}

/** Days and months that the text gives in full: those it leaves to be understood hang on the date of publication. */
function datesOf({ analysis }: ReadArticle): Bag {
  const bag = new Map<string, number>();
  for (const { value, precision, relative } of analysis.dates) {
    if (value === null || relative || precision === 'year') continue;
    add(bag, value, 1);
    if (precision === 'day') add(bag, value.slice(0, 7), 1);
  }
  return bag;
}

/** As if so many more articles were known, without any of these words: among two articles no word would be rare. */
const UNSEEN = 40;

/** How many articles hold each term, view by view. */
export class Frequencies {
  #size = 0;
  readonly #of = new Map<string, number>();

  add(views: Views): void {
    this.#size++;
    for (const [view, bag] of Object.entries(views))
      for (const term of bag.keys()) {
        const key = keyOf(view, term);
        this.#of.set(key, (this.#of.get(key) ?? 0) + 1);
      }
  }

  /** The vectors of an article, by the articles counted so far. */
  weigh(views: Views): Vectors {
    const sum = Object.values(WORDS).reduce<number>((a, b) => a + b, 0);
    const [words, facts] = [new Map<string, number>(), new Map<string, number>()];
    for (const [view, share] of Object.entries(WORDS))
      this.#weighView(view, views[view as keyof typeof WORDS], share / sum, words);
    for (const [view, share] of Object.entries(FACTS))
      this.#weighView(view, views[view as keyof typeof FACTS], share, facts);
    return { words, facts };
  }

  /**
   * Puts a view of length √share into a vector. Views do not share terms, so that the product of two vectors is the
   * sum of the cosines of their views, each times its share.
   */
  #weighView(view: string, bag: Bag, share: number, vector: Map<string, number>): void {
    let squares = 0;
    const weighed: [string, number][] = [];
    for (const [term, count] of bag) {
      const key = keyOf(view, term);
      const weight = (1 + Math.log(Math.max(1, count))) * this.#rarity(key);
      squares += weight * weight;
      if (weight > 0) weighed.push([key, weight]);
    }
    const scale = Math.sqrt(share / (squares || 1));
    for (const [key, weight] of weighed) vector.set(key, weight * scale);
  }

  /** Inverse document frequency. */
  #rarity(key: string): number {
    return Math.log((this.#size + UNSEEN) / ((this.#of.get(key) ?? 0) + 0.5));
  }
}

/** One view's term is not another's. */
function keyOf(view: string, term: string): string {
  return view === 'whole' ? term : `${view}:${term}`;
}
