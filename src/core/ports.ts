/** What the core needs from outside. Concrete implementations meet in app.ts. Every method returns a promise. */
import type { Passage, ReadArticle, StoredArticle } from './article.ts';

export interface Clock {
  now(): Date;
}

/** Structured log lines. Fields never hold tokens, and never the text of messages that the bot does not answer. */
export interface Logger {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** Narrows a search. Absent fields do not filter. */
export interface SearchFilter {
  /** Only these articles. */
  readonly articles?: ReadonlySet<string>;
  /** As stated by the article, compared without case; part of the name is enough. */
  readonly publisher?: string;
  /** ISO 8601, inclusive; an article without a date does not match. */
  readonly since?: string;
  /** ISO 8601, inclusive. */
  readonly until?: string;
}

export interface ArticleHit {
  readonly article: string;
  readonly score: number;
  /** How much of the query the article has, by the weight of its words; words that no article has count as the others do. 0 to 1. */
  readonly share: number;
}

export interface PassageHit extends Passage {
  readonly score: number;
}

/**
 * Finds articles and passages by words. It ranks; it does not decide whether a hit is good enough to show.
 * MiniSearch stands behind it now, a database may later.
 */
export interface ArticleIndex {
  /** Adds articles; one with a known id replaces it. */
  add(articles: readonly ReadArticle[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Whole articles, best first. */
  findArticles(query: string, limit: number, filter?: SearchFilter): Promise<ArticleHit[]>;
  /** Passages, best first; at most a few of one article. */
  findPassages(query: string, limit: number, filter?: SearchFilter): Promise<PassageHit[]>;
  /** Terms of a query that no article has, so that others, which begin so or are spelled alike, are looked for instead. */
  findUnknown(query: string): Promise<string[]>;
  /** All publishers that its articles state. */
  publishers(): Promise<string[]>;
  /** How many articles it holds. */
  size(): Promise<number>;
  /** Everything, as text that `load` of the same version takes back. */
  save(): Promise<string>;
}

/** Which articles a person may see: those of the configuration, and those of their space. */
export interface Scope {
  readonly space: string | null;
}

/** The articles, as the core reads them. Ids are unique among all spaces. */
export interface ArticleReader {
  get(id: string): Promise<StoredArticle | undefined>;
  getMany(ids: readonly string[]): Promise<StoredArticle[]>;
  /** All articles that the scope may see, newest first by publication, then by retrieval. */
  list(scope: Scope): Promise<StoredArticle[]>;
}

/** A text that an article had before. */
export interface ArticleVersion {
  readonly version: number;
  readonly title: string | null;
  readonly text: string;
  /** ISO 8601 instant from which on it was this text. */
  readonly changed: string;
}

/** What an article can be known by. `text` is compared as a whole, after white space is made even. */
export type ArticleKey =
  | { readonly url: string }
  | { readonly guid: string; readonly source: string | null }
  | { readonly path: string }
  | { readonly text: string };

/** What happened to the articles after a revision, each id once. */
interface ArticleChanges {
  /** The revision that these changes lead to. */
  readonly revision: number;
  readonly put: readonly string[];
  readonly removed: readonly string[];
}

/** The articles, as ingestion writes them. */
export interface ArticleStore extends ArticleReader {
  /** All or none. One with a known id replaces it; a text or title that it replaces is kept as a version. */
  put(articles: readonly StoredArticle[]): Promise<void>;
  /** Removes them with their versions; unknown ids are passed over. */
  remove(ids: readonly string[]): Promise<void>;
  /** Of several, the one that was read first. Only what the scope may see. */
  find(key: ArticleKey, scope: Scope): Promise<StoredArticle | undefined>;
  /** Earlier texts, oldest first, without the present one. */
  versions(id: string): Promise<ArticleVersion[]>;
  /** How many articles there are in all spaces. */
  count(): Promise<number>;
  /** A number that grows with each `put` and `remove`, whichever process did it. 0: nothing was ever stored. */
  revision(): Promise<number>;
  /** What to do to an index, or to a memory of articles, that was right at `since`. */
  changes(since: number): Promise<ArticleChanges>;
}

/** A saved index with the revision of the articles that it was made from. */
export interface IndexSnapshot {
  readonly revision: number;
  readonly text: string;
}

/** The index, saved so that a start loads it. It is only a copy: losing it costs a rebuild. */
export interface IndexStore {
  /** Undefined when there is none, when another version saved it, or when it is damaged. */
  find(version: string): Promise<IndexSnapshot | undefined>;
  put(version: string, snapshot: IndexSnapshot): Promise<void>;
}

/** What is remembered about a source between two readings. Instants are ISO 8601. */
export interface SourceState {
  readonly source: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Where it moved to for good. */
  readonly movedTo: string | null;
  readonly attempted: string | null;
  readonly succeeded: string | null;
  /** Instant of the first of the failures in a row, null while it works. */
  readonly failingSince: string | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly problem: string | null;
  /** Not before this instant. */
  readonly next: string | null;
  /** It said that it is gone for good (410). */
  readonly ended: string | null;
  /** Articles whose page was missing, with the instant at which that was first seen. */
  readonly missing: Readonly<Record<string, string>>;
  /** True once the channels that need it were told that it fails. */
  readonly told: boolean;
}

/** A source that was added from chat. */
export interface AddedSource {
  readonly id: string;
  readonly space: string;
  readonly url: string;
  readonly kind: 'feed' | 'page';
  readonly title: string | null;
  readonly addedBy: string | null;
  readonly added: string;
}

export interface SourceStore {
  findState(source: string): Promise<SourceState | undefined>;
  listStates(): Promise<SourceState[]>;
  putState(state: SourceState): Promise<void>;
  /** True for one caller at a time, among all processes: it may read the source until then or until it releases it. */
  claim(source: string, now: Date, milliseconds: number): Promise<boolean>;
  release(source: string): Promise<void>;
  /** Of one space, or of all. */
  listAdded(space?: string): Promise<AddedSource[]>;
  putAdded(source: AddedSource): Promise<void>;
  /** Removes the source and its state. */
  remove(source: string): Promise<void>;
}
