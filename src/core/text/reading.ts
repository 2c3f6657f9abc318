/** What has been read of a text so far; each part of the reading is made once and shared. */
import type { Entity, Name, NameKind } from '../article.ts';
import type { Quotation } from './marks.ts';
import type { SentenceRun } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A name as a run of tokens, half-open. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
  readonly kind: NameKind;
}

export interface Reading {
  readonly text: string;
  readonly title: string | null;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  readonly sentences: readonly SentenceRun[];
  /** Names as token runs, one for one with `names`. */
  readonly runs: readonly NameRun[];
  readonly names: readonly Name[];
  readonly entities: readonly Entity[];
}
