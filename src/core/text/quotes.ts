/** Who said what: quotations with their speech verb and speaker. */
import type { Quote } from '../article.ts';
import { groupNames } from './entities.ts';
import { parseMarks } from './marks.ts';
import { findNames } from './names.ts';
import { attribute } from './quotes/attribution.ts';
import type { Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';
import { parseTokens } from './tokens.ts';

/**
 * The quotes of a text in order: `direct` and `mixed` ones, and `indirect` speech, which is never shown in quotation marks.
 * Words in quotation marks that nobody is said to have spoken are none. The title helps to find full names.
 */
export function parseQuotes(text: string, title: string | null = null): Quote[] {
  const tokens = parseTokens(text);
  const quotations = parseMarks(tokens);
  const sentences = splitSentences(tokens, quotations);
  const runs = findNames(tokens, sentences);
  return findQuotes({ text, title, tokens, quotations, sentences, runs, ...groupNames(text, tokens, runs) });
}

/** Finds the quotes in what was read of an article so far. */
export function findQuotes(reading: Reading): Quote[] {
  return attribute(reading);
}
