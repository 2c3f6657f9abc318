/** What newer articles say that the older ones did not. */
import type { Passage, ReadArticle } from '../article.ts';
import { isFit } from './fit.ts';
import { passageOf, readLines } from './lines.ts';
import { rankLines } from './salience.ts';

/** So much of a sentence told before is no news. */
const TOLD = 0.8;

export interface NewsOptions {
  /** Most words together, counted by white space. */
  readonly words: number;
}

/** Sentences of `after` that say what `before` did not, in reading order. */
export function findNews(
  before: readonly ReadArticle[],
  after: readonly ReadArticle[],
  options: NewsOptions,
): Passage[] {
  const told = readLines(before);
  const lines = readLines(after).filter(isFit);
  const fresh = lines.filter((line) => !told.some((old) => shareOf(line.set, old.set) >= TOLD));
  const chosen = [];
  let left = options.words;
  for (const { line } of rankLines(fresh, after.length, new Set(), options.words)) {
    if (line.words > left) continue;
    chosen.push(line);
    left -= line.words;
  }
  return chosen.sort((a, b) => a.source - b.source || a.order - b.order).map(passageOf);
}

function shareOf(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of mine) if (theirs.has(term)) shared++;
  return mine.size === 0 ? 1 : shared / mine.size;
}
