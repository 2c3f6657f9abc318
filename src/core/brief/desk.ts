/** What the parts of a brief are made from and share. */
import type { ReadArticle } from '../article.ts';
import type { Allowance } from './allowance.ts';
import type { Citations } from './citations.ts';
import { type Line, passageOf } from './lines.ts';
import type { Reason, Statement } from './types.ts';

export interface Desk {
  readonly articles: readonly ReadArticle[];
  readonly lines: readonly Line[];
  /** The voice of each article, by its index. */
  readonly voices: readonly number[];
  readonly citations: Citations;
  readonly allowance: Allowance;
  /** Terms of what the reader asked for. */
  readonly about: ReadonlySet<string>;
}

/** A line as a statement; `also` are further articles that say it. */
export function stateLine(
  desk: Desk,
  line: Line,
  reason: Reason,
  also: readonly string[] = [],
  shown = line.text,
): Statement {
  const sources = [...new Set([line.article, ...also])].map((article) => desk.citations.numberOf(article));
  return { passage: passageOf(line), shown, sources, reason };
}
