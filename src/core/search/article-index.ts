/** The full-text index of the articles. */
import type { ReadArticle } from '../article.ts';
import type { ArticleHit, ArticleIndex, PassageHit, SearchFilter } from '../ports.ts';
import { Engine, type Postings } from './engine.ts';
import { matchesFilter } from './filter.ts';
import { publisherForms } from './hints.ts';
import { allStoredTerms, createRowReader, endOf, type PackedArticle, packRows, startOf } from './packed.ts';
import { parseTerms, type WeightedTerm } from './query.ts';
import { type ParsedQuestion, parseQuestion } from './question.ts';
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
import { Vocabulary } from './vocabulary.ts';

/** The rarest words of a question find its articles; the others only rank them. */
const SEARCHED_TERMS = 24;
/** Postings that one search may walk through. A word that most articles have finds nothing. */
const POSTINGS = 3000;
/** Articles that are ranked by all words of the query. */
const RANKED = 150;
/** Words that one misspelt word may stand for. */
const NEAR_WORDS = 2;
/** Passages of one article at most, and how much each counts after the first. */
const PER_ARTICLE = 3;
const NEXT_PASSAGE = 0.8;
/** Names of the three best articles are searched too, the eight weightiest, at half weight (pseudo-relevance feedback). */
const FEEDBACK = { articles: 3, names: 8, weight: 0.5 };

interface Scored extends RankedArticle {
  readonly article: string;
  readonly entry: RankedEntry;
}

class MiniSearchIndex implements ArticleIndex {
  readonly #engine = new Engine();
  readonly #entries = new Map<string, RankedEntry>();
  readonly #vocabulary: Vocabulary;
  readonly #publishers = new Map<string, readonly string[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add(articles: readonly ReadArticle[]): Promise<void> {
    const readRow = createRowReader((term) => this.#vocabulary.numberOf(term));
    const entries = new Map<string, RankedEntry>();
    for (const { id, title, text, publisher, published, analysis } of articles) {
      this.#remove(id);
      const rows = [readRow(title ?? '', 0, title?.length ?? 0)];
      for (const { start, end } of analysis.sentences) rows.push(readRow(text, start, end));
      entries.set(id, { publisher, published, packed: packRows(rows) });
    }
    this.insert(entries);
    return Promise.resolve();
  }

  remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#remove(id);
    return Promise.resolve();
  }

  findArticles(query: string, limit: number, filter: SearchFilter = {}): Promise<ArticleHit[]> {
    const parsed = parseQuestion(query, this.#publishers);
    const question = this.#numbered(parsed);
    const ranked = this.#rank(question, filter, limit);
    const known = this.#knownShare(parsed);
    return Promise.resolve(
      ranked.map(({ article, score, entry }) => ({
        article,
        score,
        share: known * coveredShare(entry.packed, question.weights),
      })),
    );
  }

  findPassages(query: string, limit: number, filter: SearchFilter = {}): Promise<PassageHit[]> {
    const question = this.#numbered(parseQuestion(query, this.#publishers));
    const hits: PassageHit[] = [];
    for (const { article, score, entry } of this.#rank(question, filter, limit)) {
      this.#bestRows(entry, question).forEach((row, place) => {
        const [start, end] = [startOf(entry.packed, row), endOf(entry.packed, row)];
        hits.push({ article, start, end, score: score * NEXT_PASSAGE ** place });
      });
    }
    return Promise.resolve(hits.sort((a, b) => b.score - a.score).slice(0, limit));
  }

  findUnknown(query: string): Promise<string[]> {
    const terms = [...new Set(parseTerms(query))];
    return Promise.resolve(
      terms.filter((term) => this.#numberOf(term) === undefined && this.#known(term).length > 0),
    );
  }

  publishers(): Promise<string[]> {
    return Promise.resolve([...this.#publishers.keys()]);
  }

  size(): Promise<number> {
    return Promise.resolve(this.#entries.size);
  }

  save(): Promise<string> {
    return Promise.resolve(renderSnapshot({ terms: this.#vocabulary.terms, entries: this.#entries }));
  }

  /** Takes in articles whose terms are already numbered, none of which the index has. */
  insert(entries: ReadonlyMap<string, RankedEntry>): void {
    if (this.#entries.size === 0) this.#fill(entries);
    else for (const [id, { packed }] of entries) this.#engine.add(id, this.#read(packed));
    for (const [id, entry] of entries) {
      this.#entries.set(id, entry);
      const { publisher } = entry;
      if (publisher !== null && !this.#publishers.has(publisher)) {
        this.#publishers.set(publisher, publisherForms(publisher));
      }
    }
  }

  #fill(entries: ReadonlyMap<string, RankedEntry>): void {
    const { terms } = this.#vocabulary;
    const postings: Postings[] = terms.map(() => ({}));
    const lengths = [...entries.values()].map(({ packed }, document) =>
      this.#vocabulary.count(packed, (number, times) => {
        const documents = postings[number];
        if (documents !== undefined) documents[document] = times;
      }),
    );
    const index = terms.map((term, number): [string, Postings] => [term, postings[number] ?? {}]);
    this.#engine.fill([...entries.keys()], lengths, index);
  }

  /** The terms of an article as MiniSearch is to see them. */
  #read(packed: PackedArticle): string[] {
    const terms: string[] = [];
    this.#vocabulary.count(packed, (number) => terms.push(this.#vocabulary.termOf(number)));
    return terms;
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#vocabulary.discount(entry.packed);
    this.#entries.delete(id);
    this.#engine.remove(id);
    const { publisher } = entry;
    if (publisher !== null && ![...this.#entries.values()].some((other) => other.publisher === publisher)) {
      this.#publishers.delete(publisher);
    }
  }

  #weigh(terms: readonly WeightedTerm[]): Map<number, number> {
    const weights = new Map<number, number>();
    for (const { term, weight } of terms) {
      for (const number of this.#known(term)) {
        const rarity = this.#vocabulary.rarityOf(number) * weight;
        if (rarity > (weights.get(number) ?? 0)) weights.set(number, rarity);
      }
    }
    return weights;
  }

  /** The number of a term that some article has. */
  #numberOf(term: string): number | undefined {
    const number = this.#vocabulary.find(term);
    return number !== undefined && this.#vocabulary.frequencyOf(number) > 0 ? number : undefined;
  }

  /** The numbers that a term stands for; only a word that no article has is taken for one that begins so or is misspelt. */
  #known(term: string): number[] {
    const number = this.#numberOf(term);
    if (number !== undefined) return [number];
    if (term.length < 3 || /^\d/.test(term)) return [];
    return this.#engine
      .findNear(term)
      .slice(0, NEAR_WORDS)
      .map((near) => this.#vocabulary.numberOf(near));
  }

  /** How many of the words of a query some article has, from 0 to 1: what nobody writes of is not covered either. */
  #knownShare(question: ParsedQuestion): number {
    const terms = new Set(question.terms.map(({ term }) => term));
    const known = [...terms].filter((term) => this.#known(term).length > 0);
    return known.length / Math.max(1, terms.size);
  }

  #numbered({ terms, hints, parts }: ParsedQuestion): NumberedQuestion {
    const pairs = new Set<string>();
    let previous: number | undefined;
    for (const { term } of terms) {
      const number = this.#vocabulary.find(term);
      if (number !== undefined && previous !== undefined) pairs.add(`${previous} ${number}`);
      previous = number;
    }
    const numbered = parts.map((part) => ({ weights: this.#weigh(part.terms), hints: part.hints }));
    return { weights: this.#weigh(terms), hints, parts: numbered, pairs };
  }

  /** Articles that the rarest of these terms find. */
  #search(weights: ReadonlyMap<number, number>, filter: SearchFilter): string[] {
    const frequencyOf = (term: number): number => this.#vocabulary.frequencyOf(term);
    const rarest = [...weights.keys()]
      .sort((a, b) => frequencyOf(a) - frequencyOf(b))
      .slice(0, SEARCHED_TERMS);
    const searched: string[] = [];
    let postings = 0;
    for (const term of rarest) {
      postings += frequencyOf(term);
      if (searched.length > 0 && postings > POSTINGS) break;
      searched.push(this.#vocabulary.termOf(term));
    }
    const filtered = Object.values(filter).some((value) => value !== undefined);
    const accepts = (id: string): boolean => {
      const entry = this.#entries.get(id);
      return entry !== undefined && matchesFilter(entry, id, filter);
    };
    return this.#engine.search(searched, filtered ? accepts : undefined).slice(0, RANKED);
  }

  #rank(question: NumberedQuestion, filter: SearchFilter, limit: number): Scored[] {
    const average = this.#vocabulary.averageLength;
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
        if (this.#vocabulary.frequencyOf(term) > 1)
          sums.set(term, (sums.get(term) ?? 0) + this.#vocabulary.rarityOf(term));
      }
    }
    const top = [...sums].sort((a, b) => b[1] - a[1]).slice(0, FEEDBACK.names);
    const most = top[0]?.[1] ?? 1;
    return new Map(
      top.map(([term, sum]) => [term, (FEEDBACK.weight * this.#vocabulary.rarityOf(term) * sum) / most]),
    );
  }
}

/**
 * An index, empty or as it was saved. A snapshot of another version, or a broken one, gives an empty index: ask `size()`
 * and add the articles again.
 */
export function createArticleIndex(saved?: string): ArticleIndex {
  const snapshot = saved === undefined ? undefined : parseSnapshot(saved);
  const vocabulary = new Vocabulary();
  for (const term of snapshot?.terms ?? []) vocabulary.numberOf(term);
  const index = new MiniSearchIndex(vocabulary);
  if (snapshot !== undefined) index.insert(snapshot.entries);
  return index;
}
