/** Everything that is read in an article, in one pass that shares its tokens. */
import type { Analysis, Article } from '../article.ts';
import { findDates } from './dates.ts';
import { groupNames } from './entities.ts';
import { findLanguage } from './language.ts';
import { parseMarks } from './marks.ts';
import { findNames } from './names.ts';
import { findQuotes } from './quotes.ts';
import { splitSentences, toSentences } from './sentences.ts';
import { GAP, parseTokens } from './tokens.ts';

/** Rises whenever the reader reads differently: stored analyses of another version are made again. */
export const ANALYSIS_VERSION = 19;

/** Reads an article: sentences, names, quotes and dates, as spans of its text. Never throws; linear in its length. */
export function analyse(article: Article): Analysis {
  const { text, title } = article;
  const tokens = parseTokens(text);
  const quotations = parseMarks(tokens);
  const sentences = splitSentences(tokens, quotations);
  const runs = findNames(tokens, sentences);
  const { names, entities } = groupNames(text, tokens, runs);
  return {
    version: ANALYSIS_VERSION,
    language: findLanguage(tokens),
    words: tokens.reduce((sum, token, i) => sum + Number(i === 0 || token.gap !== GAP.none), 0),
    sentences: toSentences(tokens, sentences),
    names,
    entities,
    quotes: findQuotes({ text, title, tokens, quotations, sentences, runs, names, entities }),
    dates: findDates(tokens, article.published),
  };
}
