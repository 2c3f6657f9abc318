/** What a brief is made of. Every line carries the passages that it comes from. */
import type { DatePrecision, Passage, Span } from '../article.ts';

export type BriefLength = 'headline' | 'short' | 'full';

/** Publisher as the article states it, in lower case, to the house that it belongs to. */
export type Families = ReadonlyMap<string, string>;

/** A source as it is cited: [1], [2] … Numbers run from 1 in the order of first citation. */
export interface Source {
  readonly number: number;
  readonly article: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Whether it says of itself that it is opinion or analysis. */
  readonly opinion: boolean;
  readonly teaser: boolean;
  readonly withdrawn: boolean;
  readonly corrected: boolean;
}

/** What the brief rests on. */
export interface Evidence {
  readonly articles: number;
  /** Independent publishers: copies and publishers of one house count once, each unstated one for itself. */
  readonly voices: number;
  /** Articles whose publisher is not stated. */
  readonly unstated: number;
  /** ISO 8601 date of the oldest and the newest dated article, or null. */
  readonly from: string | null;
  readonly to: string | null;
  readonly undated: number;
}

/** A reason that `--explain` can show: why a line is here. */
export interface Reason {
  readonly score: number;
  /** Short phrases: "named in both articles", "lead of [2]". */
  readonly because: readonly string[];
  /** The line that was passed over for it, verbatim, if there is one. */
  readonly insteadOf: string | null;
}

/** A verbatim statement with the sources that support it. `shown` differs from the words only by a [name] put in. */
export interface Statement {
  readonly passage: Passage;
  /** Verbatim words of the passage; a dangling pronoun may be replaced by the name in square brackets. */
  readonly shown: string;
  /** Numbers of all sources that say it, the passage's own first. */
  readonly sources: readonly number[];
  readonly reason: Reason;
}

export interface BriefQuote {
  readonly article: string;
  readonly content: readonly Span[];
  /** Verbatim words of each span, without the outer quotation marks. */
  readonly words: readonly string[];
  readonly speaker: string;
  /** True when `speaker` is a full name, false when it is what the text says ("a senior official"). */
  readonly named: boolean;
  readonly role: string | null;
  readonly sources: readonly number[];
  /** The sentences around it, for context on demand. */
  readonly context: Passage;
  readonly reason: Reason;
}

type ComparisonKind = 'agree' | 'only' | 'differ';
export type DifferenceOf = 'number' | 'date' | 'place' | 'actor' | 'certainty';

/** What sources say about one thing, side by side. `only` has one side; `agree` and `differ` have two or more. */
export interface Comparison {
  readonly kind: ComparisonKind;
  readonly of: DifferenceOf | null;
  readonly sides: readonly Statement[];
  /** What an article of one side says elsewhere about the same thing, so that nobody is misrepresented. */
  readonly beside: readonly Statement[];
}

export interface TimelineEntry {
  /** Event date, ISO 8601 cut to the precision. */
  readonly date: string;
  readonly precision: DatePrecision;
  /** True where it still lay ahead when its article was published. */
  readonly planned: boolean;
  readonly statement: Statement;
}

export interface Figure {
  /** The number with what it counts, verbatim: "155mm rounds", "seven people". */
  readonly words: string;
  readonly statement: Statement;
}

/** One of those whom the articles name most. */
export interface Person {
  /** The fullest form of the name that an article has. */
  readonly name: string;
  /** A sentence that tells who it is, or their office alone. */
  readonly statement: Statement;
}

export interface Brief {
  readonly title: string;
  readonly evidence: Evidence;
  readonly happened: readonly Statement[];
  readonly quotes: readonly BriefQuote[];
  readonly comparisons: readonly Comparison[];
  readonly timeline: readonly TimelineEntry[];
  readonly figures: readonly Figure[];
  /** What the articles themselves say is unknown or unclear. */
  readonly unknown: readonly Statement[];
  /** Who is who; no part of the brief's card, and on one of its own when it is asked for. */
  readonly people: readonly Person[];
  readonly sources: readonly Source[];
  /** How many quotes there are in all, shown or not. */
  readonly allQuotes: number;
}
