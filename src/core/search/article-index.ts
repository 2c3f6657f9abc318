/** The full-text index of the articles. The only file that imports minisearch, so that a database can replace it. */
import MiniSearch from 'minisearch';
import type { ReadArticle } from '../article.ts';
import type { ArticleHit, ArticleIndex, PassageHit, SearchFilter } from '../ports.ts';
import {
  allTerms,
  endOf,
  type PackedArticle,
  packRows,
  type Row,
  scoreArticle,
  scoreSentences,
  startOf,
  termsOf,
} from './passages.ts';
import { parseWeightedTerms, termOf, WORD } from './query.ts';

/** Of a snapshot; another version is not read and the index starts empty. */
const VERSION = 1;
/** The rarest words of a long question find its articles; the others only rank them. */
const SEARCHED_TERMS = 8;
/** Postings that one search may walk through. A word that half of all articles have finds nothing. */
const POSTINGS = 4000;
/** Articles that are ranked by all words of the query. */
const RANKED = 120;
/** Passages of one article at most. */
const PER_ARTICLE = 3;

interface Entry {
  readonly publisher: string | null;
  readonly published: string | null;
  readonly packed: PackedArticle;
}

interface Snapshot {
  readonly version: number;
  readonly terms: readonly string[];
  readonly articles: readonly (readonly [string, string | null, string | null, number, string])[];
}

interface IndexedDocument {
  readonly id: string;
  readonly words: string;
}

interface Query {
  /** Known term numbers with their weights. */
  readonly weights: Map<number, number>;
  /** Neighbouring words, as pairs of term numbers. */
  readonly pairs: Set<string>;
  readonly unknown: readonly string[];
}

function createEngine(): MiniSearch<IndexedDocument> {
  return new MiniSearch<IndexedDocument>({
    fields: ['words'],
    // Terms arrive processed, so that one pass over the text serves MiniSearch and the passages.
    tokenize: (words) => (words === '' ? [] : words.split(' ')),
    processTerm: (term) => term,
  });
}

function matches(entry: Entry, id: string, filter: SearchFilter): boolean {
  if (filter.articles !== undefined && !filter.articles.has(id)) return false;
  if (filter.publisher !== undefined) {
    const wanted = filter.publisher.toLowerCase();
    if (!(entry.publisher ?? '').toLowerCase().includes(wanted)) return false;
  }
  if (filter.since === undefined && filter.until === undefined) return true;
  const { published } = entry;
  if (published === null) return false;
  // Compared as far as both are stated: "2023-09" includes all of September.
  const { since, until } = filter;
  if (since !== undefined && published.slice(0, since.length) < since.slice(0, published.length))
    return false;
  return until === undefined || published.slice(0, until.length) <= until.slice(0, published.length);
}

class MiniSearchIndex implements ArticleIndex {
  #engine = createEngine();
  readonly #entries = new Map<string, Entry>();
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  /** Articles that have the term, by term number. */
  readonly #frequencies: number[] = [];
  #totalTerms = 0;

  add(articles: readonly ReadArticle[]): Promise<void> {
    for (const article of articles) {
      this.#remove(article.id);
      const rows = [this.#readRow(article.title ?? '', 0, article.title?.length ?? 0)];
      for (const { start, end } of article.analysis.sentences)
        rows.push(this.#readRow(article.text, start, end));
      this.#insert(article.id, {
        publisher: article.publisher,
        published: article.published,
        packed: packRows(rows),
      });
    }
    return Promise.resolve();
  }

  remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#remove(id);
    return Promise.resolve();
  }

  findArticles(query: string, limit: number, filter: SearchFilter = {}): Promise<ArticleHit[]> {
    return Promise.resolve(this.#rank(this.#parse(query), filter).slice(0, limit));
  }

  findPassages(query: string, limit: number, filter: SearchFilter = {}): Promise<PassageHit[]> {
    const parsed = this.#parse(query);
    const articles = this.#rank(parsed, filter).slice(0, Math.max(10, limit * 2));
    const total = [...parsed.weights.values()].reduce((sum, weight) => sum + weight, 0);
    const hits: PassageHit[] = [];
    for (const { article, score } of articles) {
      const entry = this.#entries.get(article);
      if (entry === undefined) continue;
      const scores = scoreSentences(entry.packed, parsed.weights, parsed.pairs);
      const best = scores
        .map((sentence, row) => ({ sentence, row }))
        .filter(({ sentence, row }) => row > 0 && sentence > 0)
        .sort((a, b) => b.sentence - a.sentence)
        .slice(0, PER_ARTICLE);
      // The second passage of an article stands behind the first of the next one that is nearly as good.
      best.forEach(({ sentence, row }, place) => {
        hits.push({
          article,
          start: startOf(entry.packed, row),
          end: endOf(entry.packed, row),
          score: (score + sentence) * 0.8 ** place,
        });
      });
    }
    if (total === 0) return Promise.resolve([]);
    return Promise.resolve(hits.sort((a, b) => b.score - a.score).slice(0, limit));
  }

  publishers(): Promise<string[]> {
    const names = new Set<string>();
    for (const { publisher } of this.#entries.values()) if (publisher !== null) names.add(publisher);
    return Promise.resolve([...names]);
  }

  size(): Promise<number> {
    return Promise.resolve(this.#entries.size);
  }

  save(): Promise<string> {
    const snapshot: Snapshot = {
      version: VERSION,
      terms: this.#terms,
      articles: [...this.#entries].map(([id, { publisher, published, packed }]) => {
        const { buffer, byteOffset, byteLength } = packed.data;
        return [
          id,
          publisher,
          published,
          packed.rows,
          Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
        ];
      }),
    };
    return Promise.resolve(JSON.stringify(snapshot));
  }

  /** Takes a snapshot back; false when it is of another version or no snapshot. */
  load(saved: string): boolean {
    const snapshot = JSON.parse(saved) as Snapshot;
    if (snapshot.version !== VERSION) return false;
    for (const term of snapshot.terms) this.#numberOf(term);
    for (const [id, publisher, published, rows, base64] of snapshot.articles) {
      const bytes = Buffer.from(base64, 'base64');
      const data = new Uint32Array(bytes.length / 4);
      new Uint8Array(data.buffer).set(bytes);
      this.#insert(id, { publisher, published, packed: { rows, data } });
    }
    return true;
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    this.#frequencies.push(0);
    return number;
  }

  #readRow(text: string, start: number, end: number): Row {
    const terms: number[] = [];
    let words = 0;
    for (const word of text.slice(start, end).match(WORD) ?? []) {
      words += 1;
      const term = termOf(word);
      if (term !== null) terms.push(this.#numberOf(term));
    }
    return { start, end, words, terms };
  }

  #insert(id: string, entry: Entry): void {
    const { packed } = entry;
    const all = allTerms(packed);
    const words: string[] = [];
    for (const term of all) words.push(this.#terms[term] ?? '');
    // The title's words twice: BM25F with a weight of two.
    for (const term of termsOf(packed, 0)) words.push(this.#terms[term] ?? '');
    this.#engine.add({ id, words: words.join(' ') });
    for (const term of new Set(all)) this.#frequencies[term] = (this.#frequencies[term] ?? 0) + 1;
    this.#totalTerms += all.length;
    this.#entries.set(id, entry);
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    const all = allTerms(entry.packed);
    for (const term of new Set(all)) this.#frequencies[term] = (this.#frequencies[term] ?? 1) - 1;
    this.#totalTerms -= all.length;
    this.#entries.delete(id);
    this.#engine.discard(id);
  }

  #parse(text: string): Query {
    const weights = new Map<number, number>();
    const pairs = new Set<string>();
    const unknown: string[] = [];
    let previous = -1;
    for (const { term, weight } of parseWeightedTerms(text)) {
      const number = this.#numbers.get(term);
      const frequency = number === undefined ? 0 : (this.#frequencies[number] ?? 0);
      if (number === undefined || frequency === 0) {
        unknown.push(term);
        previous = -1;
        continue;
      }
      const size = this.#entries.size;
      const idf = Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
      weights.set(number, Math.max(weights.get(number) ?? 0, idf * weight));
      if (previous >= 0) pairs.add(`${previous} ${number}`);
      previous = number;
    }
    return { weights, pairs, unknown };
  }

  /** All articles that the query's rarest words find, ranked by all of its words. */
  #rank(query: Query, filter: SearchFilter): ArticleHit[] {
    const frequencyOf = (term: number): number => this.#frequencies[term] ?? 0;
    const rarest = [...query.weights.keys()].sort((a, b) => frequencyOf(a) - frequencyOf(b));
    const searched: string[] = [];
    let postings = 0;
    for (const term of rarest.slice(0, SEARCHED_TERMS)) {
      postings += frequencyOf(term);
      if (searched.length > 0 && postings > POSTINGS) break;
      searched.push(this.#terms[term] ?? '');
    }
    const unfiltered = Object.keys(filter).length === 0;
    const boostDocument = unfiltered ? undefined : (id: string): number => this.#boost(id, filter);
    const options = boostDocument === undefined ? {} : { boostDocument };
    const found = this.#engine.search(searched.join(' '), options);
    if (query.unknown.length > 0 && found.length < RANKED) {
      // Only words that no article has are searched by prefix and with a letter or two wrong.
      const near = this.#engine.search(query.unknown.slice(0, SEARCHED_TERMS).join(' '), {
        ...options,
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      });
      if (query.weights.size === 0) {
        for (const hit of near) for (const term of hit.terms) this.#addNear(query, term);
      }
      found.push(...near);
    }
    const average = this.#totalTerms / Math.max(1, this.#entries.size);
    const hits = new Map<string, ArticleHit>();
    for (const { id } of found.slice(0, RANKED * 2)) {
      const article = String(id);
      const entry = this.#entries.get(article);
      if (entry === undefined || hits.has(article)) continue;
      hits.set(article, { article, score: scoreArticle(entry.packed, query.weights, average) });
    }
    return [...hits.values()].sort((a, b) => b.score - a.score);
  }

  #addNear(query: Query, term: string): void {
    const number = this.#numbers.get(term);
    if (number !== undefined) query.weights.set(number, 1);
  }

  #boost(id: string, filter: SearchFilter): number {
    const entry = this.#entries.get(id);
    return entry !== undefined && matches(entry, id, filter) ? 1 : 0;
  }
}

/**
 * An index, empty or as it was saved. A snapshot of another version, or a broken one, gives an empty index: ask `size()`
 * and add the articles again.
 */
export function createArticleIndex(saved?: string): ArticleIndex {
  const index = new MiniSearchIndex();
  if (saved === undefined) return index;
  try {
    return index.load(saved) ? index : new MiniSearchIndex();
  } catch {
    return new MiniSearchIndex();
  }
}
