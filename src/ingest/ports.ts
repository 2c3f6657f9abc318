/** What the parts of ingestion say to each other: readers find articles, the pipeline takes them. */
import type { Article } from '../core/article.ts';

/** An article as a reader found it: its own words, not yet analysed, with what may tell whether it is known. */
export interface FoundArticle extends Omit<Article, 'id'> {
  /** Canonical, without tracking parameters. */
  readonly url: string | null;
  /** The publisher's own identifier in its feed. */
  readonly guid: string | null;
  /** The file that it was read from, relative to its folder. */
  readonly path: string | null;
  /** True when only the teaser of a feed is known, not the article. */
  readonly teaser: boolean;
  /** What it states and could not be understood, in words for the operator; absent where there is nothing. */
  readonly doubts?: readonly string[];
}

/** Something that could not be read, and why, in words for the operator. */
export interface Refusal {
  /** File name or address, without credentials. */
  readonly what: string;
  readonly why: string;
}

/** Where articles come from, as their status records it. */
export interface Origin {
  /** Id of the source, null for a file or page that was given by hand. */
  readonly source: string | null;
  /** The space that they belong to; null: shared. */
  readonly space: string | null;
  /** Somebody asks for just this: what was removed before comes back. */
  readonly asked?: boolean;
}

/** What one run of a source, a folder or a list brought. */
export interface IngestReport {
  /** New articles. */
  readonly added: number;
  readonly unchanged: number;
  /** Known articles with a new text or title. */
  readonly replaced: number;
  readonly removed: number;
  readonly refused: readonly Refusal[];
}

export const EMPTY_REPORT: IngestReport = { added: 0, unchanged: 0, replaced: 0, removed: 0, refused: [] };

/** The sum of two runs. */
export function addReports(a: IngestReport, b: IngestReport): IngestReport {
  return {
    added: a.added + b.added,
    unchanged: a.unchanged + b.unchanged,
    replaced: a.replaced + b.replaced,
    removed: a.removed + b.removed,
    refused: [...a.refused, ...b.refused],
  };
}

/** Takes what readers found: decides what is known, analyses the rest, stores and indexes it (pipeline.ts). */
export interface ArticleSink {
  take(found: readonly FoundArticle[], origin: Origin): Promise<IngestReport>;
  /** The publisher withdrew these: they are marked, not deleted. Ids that are unknown or marked are passed over. */
  withdraw(ids: readonly string[], at: Date): Promise<void>;
}
