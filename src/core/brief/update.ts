/** What newer articles of a story add to older ones: sentences that stand alone, and quotations. */
import type { ReadArticle, StoredArticle } from '../article.ts';
import { lettersOf } from '../text/letters.ts';
import { type Desk, openDesk, stateLine } from './desk.ts';
import { type Line, readLines } from './lines.ts';
import { buildQuotes, saidIn } from './quotes.ts';
import { showAlone } from './sentences/alone.ts';
import { findNewLines } from './sentences/news.ts';
import type { BriefQuote, Families, Source, Statement } from './types.ts';

export interface Update {
  readonly statements: readonly Statement[];
  /** None of them was quoted before. */
  readonly quotes: readonly BriefQuote[];
  /** All newer articles; [1] is cited first. */
  readonly sources: readonly Source[];
}

/** Words that an update has for its sentences. */
const WORDS = 70;

/** Only what the new articles add, in sentences that stand alone where there are any. */
export function buildUpdate(
  before: readonly ReadArticle[],
  fresh: readonly (ReadArticle | StoredArticle)[],
  families: Families,
): Update {
  const desk = openDesk(fresh, '', families);
  const told = readLines(before);
  const options = { words: WORDS };
  const alone = findNewLines(told, desk.lines, options, (line) => desk.plain.has(line) && stands(line, desk));
  const found = alone.length > 0 ? alone : findNewLines(told, desk.lines, options);
  const reason = { score: 0, because: ['not told before'], insteadOf: null };
  const statements = found.map((line) =>
    stateLine(desk, line, reason, [], showAlone(line, desk) ?? line.text),
  );
  const known = new Set(before.flatMap(quotedIn));
  const quotes = buildQuotes(desk, 'short').quotes.filter(
    ({ words }) => !known.has(lettersOf(words.join(' '))),
  );
  return { statements, quotes, sources: desk.citations.sources() };
}

function stands(line: Line, desk: Desk): boolean {
  return showAlone(line, desk) !== null;
}

/** The letters of each direct quotation: copies may have other marks and spaces. */
export function quotedIn(article: ReadArticle): string[] {
  return article.analysis.quotes
    .filter(({ kind }) => kind === 'direct')
    .map((quote) => lettersOf(saidIn(article, quote).join(' ')))
    .filter(Boolean);
}
