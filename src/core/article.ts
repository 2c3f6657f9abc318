/**
 * The words that everything else is made of: articles, what was read in them, and places in them.
 *
 * All offsets are UTF-16 code units (`String.prototype.slice`) into the `text` of the article, half-open.
 */

/** A place in a text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One to three whole consecutive sentences of one article. */
export interface Passage extends Span {
  readonly article: string;
}

/** An article as its publisher wrote it. What it does not state is null, never guessed. */
export interface Article {
  /** Unique among all articles of all spaces. */
  readonly id: string;
  readonly title: string | null;
  /** The body, verbatim; paragraphs are separated by a blank line. */
  readonly text: string;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601, a date or an instant, as precise as it was stated. */
  readonly published: string | null;
  readonly url: string | null;
}

/** A sentence, with the number of the paragraph that it stands in (from 0). */
export interface Sentence extends Span {
  readonly paragraph: number;
}

export type NameKind = 'person' | 'organisation' | 'place' | 'other';

/** A name where it stands; `entity` is its index in `Analysis.entities`. */
export interface Name extends Span {
  readonly kind: NameKind;
  readonly entity: number | null;
}

/** Who or what several names of one article mean: "Kim", "Kim Jong Un". */
export interface Entity {
  readonly kind: NameKind;
  /** The fullest form that stands in the article, verbatim. */
  readonly name: string;
  /** Office or affiliation as the article states it, verbatim: "the Kremlin’s spokesman". */
  readonly role: string | null;
  /** Indexes into `Analysis.names`, in order. */
  readonly mentions: readonly number[];
}

/** `direct`: all of the content is what was said; `mixed`: quoted words inside reported speech; `indirect`: none. */
export type QuoteKind = 'direct' | 'mixed' | 'indirect';

interface Speaker {
  /** Who the text says it was at that place: "he", "Miller", "a spokesman". */
  readonly mention: Span | null;
  /** The full name that the text gives for them anywhere, verbatim, or null when unsure. */
  readonly name: string | null;
  /** Office or affiliation as the text states it, verbatim. */
  readonly role: string | null;
}

export interface Quote {
  /** Spans without the speaker clause: a quotation broken by "he said" has two. */
  readonly content: readonly Span[];
  readonly kind: QuoteKind;
  /** True where the words stand in no quotation marks, but behind a name and a colon in a transcript. */
  readonly turn?: true;
  /** The speech verb. */
  readonly cue: Span | null;
  readonly speaker: Speaker;
}

export type DatePrecision = 'day' | 'month' | 'year';

/** A date where it stands. `value` is ISO 8601 cut to the precision ("2023-07"), null while unresolved. */
export interface DateMention extends Span {
  readonly value: string | null;
  readonly precision: DatePrecision | null;
  /** True for "on Wednesday", "in July": resolved against the date of the article. */
  readonly relative: boolean;
}

/** What was read in an article. Stored, so that a brief reads and does not parse. */
export interface Analysis {
  /** `ANALYSIS_VERSION` of the reader that made it; another version is read again. */
  readonly version: number;
  /** ISO 639-1, or null when too short to tell. */
  readonly language: string | null;
  /** Words, counted by white space. */
  readonly words: number;
  readonly sentences: readonly Sentence[];
  readonly names: readonly Name[];
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  readonly dates: readonly DateMention[];
}

/** An article with what was read in it: what briefs, answers and digests are made from. */
export interface ReadArticle extends Article {
  readonly analysis: Analysis;
}

/** What happened to an article since it was first read. */
export interface ArticleStatus {
  /** The space that it belongs to; null: shared, from the configuration. */
  readonly space: string | null;
  /** Id of the source that brought it, null for a file or a single page given by hand. */
  readonly source: string | null;
  /** The file that it was read from, relative to the folder, or null. */
  readonly path: string | null;
  /** Publisher's identifier in its feed, if any. */
  readonly guid: string | null;
  /** ISO 8601 instant of the first reading; "new since" is measured by it. */
  readonly retrieved: string;
  /** ISO 8601 instant of the newest version. */
  readonly changed: string;
  /** 1 for the first text; each change of text or title adds one. */
  readonly version: number;
  /** True when only the teaser of a feed is known, not the article. */
  readonly teaser: boolean;
  /** ISO 8601 instant at which the publisher withdrew it, or null. */
  readonly withdrawn: string | null;
  /** ISO 8601 instant at which a sentence that had been shown changed, or null. */
  readonly corrected: string | null;
}

/** An article as the store keeps it. */
export interface StoredArticle extends ReadArticle {
  readonly status: ArticleStatus;
}

/** Who or what a name means; undefined where it was joined to nobody. */
export function entityOf({ analysis }: ReadArticle, name: Name | undefined): Entity | undefined {
  return analysis.entities[name?.entity ?? -1];
}

/** The name that stands at a place of the text. */
export function nameAt({ analysis }: ReadArticle, at: number): Name | undefined {
  return analysis.names.find(({ start, end }) => start <= at && at < end);
}

/** The words at a span. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
