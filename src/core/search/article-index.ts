/** The full-text index of the articles. The only file that imports minisearch, so that a database can replace it. */
import MiniSearch from 'minisearch';
import type { ReadArticle } from '../article.ts';
import type { ArticleHit, ArticleIndex, PassageHit, SearchFilter } from '../ports.ts';
import { matchesFilter } from './filter.ts';
import { publisherForms } from './hints.ts';
import { allStoredTerms, endOf, NAMED, numberOf, packRows, type Row, startOf } from './packed.ts';
import { termOf, type WeightedTerm } from './query.ts';
import { parseQuestion } from './question.ts';
import {
  countTerms,
  coveredShare,
  diversify,
  findNewNames,
  type NumberedQuestion,
  type RankedArticle,
  type RankedEntry,
  scoreArticle,
  scoreCounts,
  scoreSentences,
} from './ranking.ts';
import { parseSnapshot, renderSnapshot } from './snapshot.ts';
import { isCapital, isNumeral, scanWords } from './words.ts';

/** The rarest words of a question find its articles; the others only rank them. */
const SEARCHED_TERMS = 24;
/** Postings that one search may walk through. A word that most articles have finds nothing. */
const POSTINGS = 3000;
/** Articles that are ranked by all words of the query. */
const RANKED = 150;
/** A word that stands so often in an article counts twice in finding it. */
const OFTEN = 3;
/** Words that one misspelt word may stand for. */
const NEAR_WORDS = 2;
/** Words whose numbers are remembered while articles are added. */
const KNOWN_WORDS = 100_000;
/** Passages of one article at most, and how much each counts after the first. */
const PER_ARTICLE = 3;
const NEXT_PASSAGE = 0.8;
/** Names of the three best articles are searched too, the eight weightiest, at half weight (pseudo-relevance feedback). */
const FEEDBACK = { articles: 3, names: 8, weight: 0.5 };

interface Scored extends RankedArticle {
  readonly article: string;
  readonly entry: RankedEntry;
}

/** MiniSearch over terms that are already read: it is handed lists of terms, and tokenises nothing. */
class Engine {
  #terms: string[] = [];
  readonly #index = new MiniSearch<{ id: string; terms: true }>({
    fields: ['terms'],
    tokenize: () => this.#terms,
    processTerm: (term) => term,
  });

  add(id: string, terms: string[]): void {
    this.#terms = terms;
    this.#index.add({ id, terms: true });
  }

  remove(id: string): void {
    this.#index.discard(id);
  }

  /** Ids of the documents that have any of the terms, best first; those of which `accepts` is false are left out. */
  search(terms: string[], accepts: ((id: string) => boolean) | undefined): string[] {
    this.#terms = terms;
    const options = accepts === undefined ? {} : { boostDocument: (id: string) => (accepts(id) ? 1 : 0) };
    return this.#index.search('-', options).map(({ id }) => String(id));
  }

  /** Terms of the index that begin with a term or are a letter or two away from it, likeliest first. */
  findNear(term: string): string[] {
    this.#terms = [term];
    const fuzzy = term.length > 3 ? Math.max(1, Math.round(term.length / 5)) : false;
    const near = this.#index.autoSuggest(term, { prefix: term.length > 3, fuzzy });
    return near.map(({ suggestion }) => suggestion);
  }
}

class MiniSearchIndex implements ArticleIndex {
  readonly #engine = new Engine();
  readonly #entries = new Map<string, RankedEntry>();
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  /** Articles that have the term, by term number. */
  readonly #frequencies: number[] = [];
  readonly #publishers = new Map<string, readonly string[]>();
  #totalTerms = 0;

  add(articles: readonly ReadArticle[]): Promise<void> {
    const known = new Map<string, number>();
    for (const { id, title, text, publisher, published, analysis } of articles) {
      this.#remove(id);
      const rows = [this.#readRow(title ?? '', 0, title?.length ?? 0, known)];
      for (const { start, end } of analysis.sentences) rows.push(this.#readRow(text, start, end, known));
      this.insert(id, { publisher, published, packed: packRows(rows) });
    }
    return Promise.resolve();
  }

  remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#remove(id);
    return Promise.resolve();
  }

  findArticles(query: string, limit: number, filter: SearchFilter = {}): Promise<ArticleHit[]> {
    const question = this.#numbered(query);
    const ranked = this.#rank(question, filter, limit);
    return Promise.resolve(
      ranked.map(({ article, score, entry }) => ({
        article,
        score,
        share: coveredShare(entry.packed, question.weights),
      })),
    );
  }

  findPassages(query: string, limit: number, filter: SearchFilter = {}): Promise<PassageHit[]> {
    const question = this.#numbered(query);
    const hits: PassageHit[] = [];
    for (const { article, score, entry } of this.#rank(question, filter, limit)) {
      this.#bestRows(entry, question).forEach((row, place) => {
        const [start, end] = [startOf(entry.packed, row), endOf(entry.packed, row)];
        hits.push({ article, start, end, score: score * NEXT_PASSAGE ** place });
      });
    }
    return Promise.resolve(hits.sort((a, b) => b.score - a.score).slice(0, limit));
  }

  publishers(): Promise<string[]> {
    return Promise.resolve([...this.#publishers.keys()]);
  }

  size(): Promise<number> {
    return Promise.resolve(this.#entries.size);
  }

  save(): Promise<string> {
    return Promise.resolve(renderSnapshot({ terms: this.#terms, entries: this.#entries }));
  }

  /** Takes in an article whose terms are already numbered, and its terms in the order of their numbers before. */
  insert(id: string, entry: RankedEntry): void {
    const all = allStoredTerms(entry.packed);
    const numbers = all.map(numberOf).sort();
    const terms: string[] = [];
    let run = 0;
    numbers.forEach((number, at) => {
      run = number === numbers[at - 1] ? run + 1 : 1;
      // MiniSearch finds the candidates; that a word stands there often is all that it needs to know of frequencies.
      if (run === 1 || run === OFTEN) terms.push(this.#terms[number] ?? '');
      if (run === 1) this.#frequencies[number] = (this.#frequencies[number] ?? 0) + 1;
    });
    this.#engine.add(id, terms);
    this.#totalTerms += all.length;
    this.#entries.set(id, entry);
    const { publisher } = entry;
    if (publisher !== null && !this.#publishers.has(publisher)) {
      this.#publishers.set(publisher, publisherForms(publisher));
    }
  }

  /** The number of a term, a new one where it is not known. */
  numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    this.#frequencies.push(0);
    return number;
  }

  /** `known` holds the numbers of the words met so far, -1 for a stop word: one look-up for most words. */
  #readRow(text: string, start: number, end: number, known: Map<string, number>): Row {
    const terms: number[] = [];
    let words = 0;
    scanWords(text, start, end, (from, to) => {
      words += 1;
      const word = text.slice(from, to);
      let number = known.get(word);
      if (number === undefined) {
        const term = termOf(word);
        number = term === null ? -1 : this.numberOf(term);
        if (known.size < KNOWN_WORDS) known.set(word, number);
      }
      if (number < 0) return;
      const named = isNumeral(word) || (from > start && isCapital(word));
      terms.push(named ? number + NAMED : number);
    });
    return { start, end, words, terms };
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    const all = allStoredTerms(entry.packed);
    for (const term of new Set(all.map(numberOf))) {
      this.#frequencies[term] = (this.#frequencies[term] ?? 1) - 1;
    }
    this.#totalTerms -= all.length;
    this.#entries.delete(id);
    this.#engine.remove(id);
    const { publisher } = entry;
    if (publisher !== null && ![...this.#entries.values()].some((other) => other.publisher === publisher)) {
      this.#publishers.delete(publisher);
    }
  }

  /** Inverse document frequency as in BM25; 0 for a word that no article has. */
  #rarity(term: number): number {
    const frequency = this.#frequencies[term] ?? 0;
    if (frequency === 0) return 0;
    return Math.log(1 + (this.#entries.size - frequency + 0.5) / (frequency + 0.5));
  }

  #weigh(terms: readonly WeightedTerm[]): Map<number, number> {
    const weights = new Map<number, number>();
    for (const { term, weight } of terms) {
      for (const number of this.#known(term)) {
        const rarity = this.#rarity(number) * weight;
        if (rarity > (weights.get(number) ?? 0)) weights.set(number, rarity);
      }
    }
    return weights;
  }

  /** The numbers that a term stands for; only a word that no article has is taken for one that begins so or is misspelt. */
  #known(term: string): number[] {
    const number = this.#numbers.get(term);
    if (number !== undefined && (this.#frequencies[number] ?? 0) > 0) return [number];
    if (term.length < 3 || /^\d/.test(term)) return [];
    return this.#engine
      .findNear(term)
      .slice(0, NEAR_WORDS)
      .map((near) => this.numberOf(near));
  }

  #numbered(query: string): NumberedQuestion {
    const { terms, hints, parts } = parseQuestion(query, this.#publishers);
    const pairs = new Set<string>();
    let previous: number | undefined;
    for (const { term } of terms) {
      const number = this.#numbers.get(term);
      if (number !== undefined && previous !== undefined) pairs.add(`${previous} ${number}`);
      previous = number;
    }
    const numbered = parts.map((part) => ({ weights: this.#weigh(part.terms), hints: part.hints }));
    return { weights: this.#weigh(terms), hints, parts: numbered, pairs };
  }

  /** Articles that the rarest of these terms find. */
  #search(weights: ReadonlyMap<number, number>, filter: SearchFilter): string[] {
    const frequencyOf = (term: number): number => this.#frequencies[term] ?? 0;
    const rarest = [...weights.keys()]
      .sort((a, b) => frequencyOf(a) - frequencyOf(b))
      .slice(0, SEARCHED_TERMS);
    const searched: string[] = [];
    let postings = 0;
    for (const term of rarest) {
      postings += frequencyOf(term);
      if (searched.length > 0 && postings > POSTINGS) break;
      searched.push(this.#terms[term] ?? '');
    }
    const filtered = Object.values(filter).some((value) => value !== undefined);
    const accepts = (id: string): boolean => {
      const entry = this.#entries.get(id);
      return entry !== undefined && matchesFilter(entry, id, filter);
    };
    return this.#engine.search(searched, filtered ? accepts : undefined).slice(0, RANKED);
  }

  #rank(question: NumberedQuestion, filter: SearchFilter, limit: number): Scored[] {
    const average = this.#totalTerms / Math.max(1, this.#entries.size);
    const lengthOf = ({ packed }: RankedEntry): number => allStoredTerms(packed).length / average;
    const ranked: Scored[] = [];
    for (const article of this.#search(question.weights, filter)) {
      const entry = this.#entries.get(article);
      if (entry === undefined) continue;
      const counts = countTerms(entry.packed, question.weights);
      const score = scoreArticle(entry, counts, question, lengthOf(entry));
      ranked.push({ article, entry, counts, score });
    }
    ranked.sort((a, b) => b.score - a.score);
    // A question about one thing says what it means; one about several leaves out the name that joins them, and wants all.
    if (question.parts.length === 0) return ranked.slice(0, limit);
    const names = this.#feedback(ranked, question);
    const again = ranked.map((hit) => {
      const counts = countTerms(hit.entry.packed, names);
      return { ...hit, score: hit.score + scoreCounts(counts, names, lengthOf(hit.entry)) };
    });
    return diversify(
      again.sort((a, b) => b.score - a.score),
      question.weights,
      limit,
    );
  }

  #bestRows({ packed }: RankedEntry, question: NumberedQuestion): number[] {
    const rows = scoreSentences(packed, question)
      .map((score, row) => ({ score, row }))
      .filter(({ score, row }) => row > 0 && score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ row }) => row);
    // Found by its title alone: the first sentence says what it is about.
    if (rows.length === 0 && packed.rows > 1) return [1];
    return rows.slice(0, PER_ARTICLE);
  }

  #feedback(ranked: readonly Scored[], question: NumberedQuestion): Map<number, number> {
    const sums = new Map<number, number>();
    for (const { entry } of ranked.slice(0, FEEDBACK.articles)) {
      const scores = scoreSentences(entry.packed, question);
      const best = scores.indexOf(Math.max(...scores));
      for (const term of findNewNames(entry.packed, best, question.weights)) {
        if ((this.#frequencies[term] ?? 0) > 1) sums.set(term, (sums.get(term) ?? 0) + this.#rarity(term));
      }
    }
    const top = [...sums].sort((a, b) => b[1] - a[1]).slice(0, FEEDBACK.names);
    const most = top[0]?.[1] ?? 1;
    return new Map(top.map(([term, sum]) => [term, (FEEDBACK.weight * this.#rarity(term) * sum) / most]));
  }
}

/**
 * An index, empty or as it was saved. A snapshot of another version, or a broken one, gives an empty index: ask `size()`
 * and add the articles again.
 */
export function createArticleIndex(saved?: string): ArticleIndex {
  const index = new MiniSearchIndex();
  const snapshot = saved === undefined ? undefined : parseSnapshot(saved);
  if (snapshot === undefined) return index;
  for (const term of snapshot.terms) index.numberOf(term);
  for (const [id, entry] of snapshot.entries) index.insert(id, entry);
  return index;
}
