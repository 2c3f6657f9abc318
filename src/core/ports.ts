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
