/** A summary of several articles in their own sentences. */
import type { Passage, ReadArticle } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import { isFit } from './fit.ts';
import { type Line, passageOf, readLines } from './lines.ts';
import { rankLines } from './salience.ts';

export interface SummaryOptions {
  /** Most words of the whole summary, counted by white space. */
  readonly words: number;
  /** What the reader asked for: sentences about it come first. */
  readonly topic?: string;
}

/** The sentences that tell most within the words allowed, in reading order. */
export function buildSummary(articles: readonly ReadArticle[], options: SummaryOptions): Passage[] {
  const lines = readLines(articles);
  const about = new Set(parseTerms(options.topic ?? ''));
  const chosen: Line[] = [];
  let left = options.words;
  for (const { line } of rankLines(lines.filter(isFit), articles.length, about, options.words)) {
    if (line.words > left) continue;
    chosen.push(line);
    left -= line.words;
  }
  return chosen.sort((a, b) => a.source - b.source || a.order - b.order).map(passageOf);
}
