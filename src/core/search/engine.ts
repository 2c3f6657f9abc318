/** MiniSearch over terms that are already read. The only file that imports minisearch, so that a database can replace it. */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';

/** Documents that have a term, by their place in a list, each with how often it stands there. */
export type Postings = Record<number, number>;

/** A list of terms under an id. */
interface TermList {
  readonly id: string;
  readonly terms: true;
}

/** The form of MiniSearch's saved index that `fill` writes (its `toJSON` names the same). */
const SERIALIZATION_VERSION = 2;

/** Near terms that are found for one, and terms whose near ones are remembered. */
const NEAR_TERMS = 8;
const REMEMBERED = 500;

/** MiniSearch is handed lists of terms, and tokenises nothing. */
export class Engine {
  #terms: string[] = [];
  readonly #options: Options<TermList> = {
    fields: ['terms'],
    tokenize: () => this.#terms,
    processTerm: (term) => term,
  };
  #index = new MiniSearch<TermList>(this.#options);
  /** What `findNear` found since the last change: one question asks for the same word several times. */
  readonly #near = new Map<string, readonly string[]>();

  add(id: string, terms: string[]): void {
    this.#terms = terms;
    this.#near.clear();
    this.#index.add({ id, terms: true });
  }

  /**
   * Takes these documents in the place of all before. Walks to each term once, where `add` walks once for each term of
   * each document: half the time when thousands come.
   *
   * @param lengths how many different terms each document has
   */
  fill(ids: readonly string[], lengths: readonly number[], postings: readonly [string, Postings][]): void {
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const saved: AsPlainObject = {
      documentCount: ids.length,
      nextId: ids.length,
      documentIds: { ...ids },
      fieldIds: { terms: 0 },
      fieldLength: Object.fromEntries(lengths.map((length, document) => [document, [length]])),
      averageFieldLength: [total / Math.max(1, ids.length)],
      storedFields: {},
      dirtCount: 0,
      index: postings.map(([term, documents]) => [term, { 0: documents }]),
      serializationVersion: SERIALIZATION_VERSION,
    };
    this.#near.clear();
    this.#index = MiniSearch.loadJS(saved, this.#options);
  }

  remove(id: string): void {
    this.#near.clear();
    this.#index.discard(id);
  }

  /** Ids of the documents that have any of the terms, best first; those of which `accepts` is false are left out. */
  search(terms: string[], accepts: ((id: string) => boolean) | undefined): string[] {
    this.#terms = terms;
    const options = accepts === undefined ? {} : { boostDocument: (id: string) => (accepts(id) ? 1 : 0) };
    return this.#index.search('-', options).map(({ id }) => String(id));
  }

  /** Terms of the index that begin with a term or are a letter or two away from it, likeliest first. */
  findNear(term: string): readonly string[] {
    const known = this.#near.get(term);
    if (known !== undefined) return known;
    this.#terms = [term];
    const fuzzy = term.length > 3 ? Math.max(1, Math.round(term.length / 5)) : false;
    const near = this.#index.autoSuggest(term, { prefix: term.length > 3, fuzzy });
    const found = near.slice(0, NEAR_TERMS).map(({ suggestion }) => suggestion);
    if (this.#near.size >= REMEMBERED) this.#near.clear();
    this.#near.set(term, found);
    return found;
  }
}
