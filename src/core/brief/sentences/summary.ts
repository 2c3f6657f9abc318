/** A summary of several articles in their own sentences. */
import type { Passage, ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { passageOf, readLines } from '../lines.ts';
import { readCrowd } from './features.ts';
import { isFit } from './fit.ts';
import { chooseLines, rankLines } from './salience.ts';

export interface SummaryOptions {
  /** Most words of the whole summary, counted by white space. */
  readonly words: number;
  /** What the reader asked for: sentences about it come first. */
  readonly topic?: string;
}

/** Fewer words than this are left only by a summary that is full. */
const SHORTEST = 4;

/** The sentences that tell most within the words allowed, in reading order. */
export function buildSummary(articles: readonly ReadArticle[], options: SummaryOptions): Passage[] {
  const lines = readLines(articles);
  const crowd = readCrowd(lines, new Set(parseTerms(options.topic ?? '')));
  let left = options.words;
  const chosen = chooseLines(
    rankLines(lines.filter(isFit), crowd),
    ({ line }) => {
      if (line.words > left) return false;
      left -= line.words;
      return true;
    },
    () => left >= SHORTEST,
  );
  return chosen
    .map(({ line }) => line)
    .sort((a, b) => a.source - b.source || a.order - b.order)
    .map(passageOf);
}
