/** What the facade takes and gives. `briefings.ts` makes these of the articles; `chat/cards` shows them. */
import type { Passage, StoredArticle } from './article.ts';
import type { Answer, Turn } from './ask/types.ts';
import type { Changes } from './brief/changes.ts';
import type { Brief, BriefLength, Source } from './brief/types.ts';
import type { Update } from './brief/update.ts';
import type { ReadAs } from './misread.ts';
import type { Scope } from './ports.ts';

/** A topic as people see it: configured, or made out of a story. */
export interface TopicLine {
  readonly slug: string;
  readonly title: string;
  readonly articles: number;
  readonly origin: 'config' | 'story';
}

export interface BriefRequest {
  readonly scope: Scope;
  readonly query: string;
  readonly length: BriefLength;
  /** ISO 8601 dates, inclusive. */
  readonly since?: string;
  readonly until?: string;
  readonly publisher?: string;
  /** What the channel was shown last about this: for "since the last brief in this channel". */
  readonly before?: {
    readonly articles: readonly { readonly id: string; readonly version: number }[];
    readonly at: string;
  };
}

export type BriefResult =
  | {
      readonly found: true;
      readonly topic: { readonly slug: string | null; readonly title: string };
      /** Words that no article has, as they were typed and as they were read. */
      readonly readAs: readonly ReadAs[];
      readonly brief: Brief;
      readonly articles: readonly StoredArticle[];
      /** Questions that were asked of the core and have an answer. */
      readonly questions: readonly string[];
      /** Where words found more than one story: those with a name of their own. */
      readonly stories: readonly TopicLine[];
      /** What is new since the channel was last briefed on it, in counts and in sentences; null where it never was. */
      readonly news: { readonly changes: Changes; readonly update: Update } | null;
    }
  | NotFound;

/** Nothing to show: `empty` when there are no articles at all; else the nearest topics. */
export interface NotFound {
  readonly found: false;
  readonly empty: boolean;
  readonly nearest: readonly TopicLine[];
  /** Articles about it that the filters leave out. */
  readonly leftOut: number;
  /** Articles with its words in their titles that are in a language that is not read. */
  readonly unread: number;
}

export interface QuoteLine {
  readonly words: readonly string[];
  readonly article: string;
  readonly version: number;
  readonly context: Passage;
  readonly source: Source;
  /** Other sources that carry the same words. */
  readonly alsoIn: readonly Source[];
}

export interface SpeakerQuotes {
  /** Null where the articles do not say who it was. */
  readonly speaker: string | null;
  readonly named: boolean;
  readonly role: string | null;
  readonly quotes: readonly QuoteLine[];
}

export type QuotesResult =
  | {
      readonly found: true;
      readonly title: string;
      /** Somebody who was asked for, is named in these articles, and is not known to be quoted there; else null. */
      readonly unquoted: string | null;
      readonly speakers: readonly SpeakerQuotes[];
      readonly sources: readonly Source[];
      readonly articles: readonly string[];
    }
  | NotFound;

export interface AskRequest {
  readonly scope: Scope;
  readonly question: string;
  readonly history: readonly Turn[];
  /** The articles of the thread's brief, tried first. */
  readonly articles: readonly string[];
}

/** A passage with its words and the number of its source. */
export interface Cited {
  readonly passage: Passage;
  /** Of the article, as it stands in the store. */
  readonly version: number;
  readonly words: string;
  readonly source: number;
}

export interface AskResult {
  readonly answer: Answer;
  readonly passages: readonly Cited[];
  readonly sources: readonly Source[];
  /** `thread`: from the thread's brief; `all`: no brief to start from; `wider`: the brief did not say, others were asked. */
  readonly searched: 'thread' | 'all' | 'wider';
  /** What could be asked instead; each has an answer. */
  readonly questions: readonly string[];
  readonly empty: boolean;
}

interface Library {
  readonly articles: number;
  readonly unstatedPublisher: number;
  readonly undated: number;
  /** Kept, but in a language that is not read. */
  readonly unread: number;
}

/** The briefing core, as everything else calls it. */
export interface Briefings {
  brief(request: BriefRequest): Promise<BriefResult>;
  /** Of whoever is shown by the query, else of everybody in the articles about it; with `everybody`, always of all these. */
  quotes(request: {
    readonly scope: Scope;
    readonly query: string;
    readonly everybody?: boolean;
  }): Promise<QuotesResult>;
  ask(request: AskRequest): Promise<AskResult>;
  /** Which of these articles are about a topic or some words. */
  findAbout(query: string, scope: Scope, among: readonly string[]): Promise<readonly string[]>;
  topics(scope: Scope): Promise<readonly TopicLine[]>;
  /** Whether the whole of some words names a topic or a story, rather than a detail of one. */
  isStory(words: string, scope: Scope): Promise<boolean>;
  /** What the story of an article is called, so that it can be briefed on. */
  storyOf(article: string, scope: Scope): Promise<string | undefined>;
  /** Speakers with direct quotations, most quoted first. */
  speakers(scope: Scope): Promise<readonly string[]>;
  library(scope: Scope): Promise<Library>;
  /** The articles of the latest days, the newest first. */
  newest(scope: Scope): Promise<readonly Source[]>;
  /** The sentences around a quote as they stood in a version, with its source; undefined when they are no longer kept. */
  context(
    scope: Scope,
    passage: Passage & { readonly version?: number },
  ): Promise<{ readonly words: string; readonly source: Source } | undefined>;
}
