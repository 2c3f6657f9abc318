/** A question with its articles, and what people say answers it: one form for all sets. */
import type { ReadArticle, Span } from '../src/core/article.ts';

export interface LabelledQuestion {
  readonly set:
    | 'squad'
    | 'paragraphs'
    | 'altered'
    | 'realtime'
    | 'rgb'
    | 'clapnq'
    | 'turns'
    | 'stories'
    | 'quizzes'
    | 'told'
    | 'untold'
    /** Of stories or quizzes, without the sentences that have the words. */
    | 'gone';
  readonly question: string;
  readonly articles: readonly ReadArticle[];
  /** Short answers, where the set has them. */
  readonly answers: readonly string[];
  /** Parts of the sentences that say them, where the set has these: the same words may stand elsewhere. */
  readonly said?: readonly string[];
  /** Of an unanswerable question: words of the right kind, which do not answer it. */
  readonly plausible: readonly string[];
  readonly answerable: boolean;
  /** Spans of the first article that are the evidence, one list for each person who marked it. */
  readonly evidence: readonly (readonly Span[])[];
  /** Answers in somebody's own words. */
  readonly references: readonly string[];
  /** Questions on the same text are in the same group; groups are left out whole. */
  readonly group: string;
}
