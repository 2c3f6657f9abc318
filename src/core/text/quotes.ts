/** Who said what: quotations with their speech verb and speaker. */
import type { Quote, Span } from '../article.ts';
import { groupNames } from './entities.ts';
import { parseMarks } from './marks.ts';
import { findNames } from './names.ts';
import { findUtterances } from './quotes/attribution.ts';
import type { Phrase } from './quotes/mentions.ts';
import { createResolver } from './quotes/resolve.ts';
import type { Reading } from './reading.ts';
import { splitSentences } from './sentences.ts';
import { parseTokens, type Token } from './tokens.ts';

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
  const { tokens, quotations, sentences } = reading;
  const resolver = createResolver(reading);
  return findUtterances(tokens, quotations, sentences).map(({ content, kind, clause }): Quote => {
    const speaker = clause?.speaker ?? null;
    return {
      content: content.map((part) => spanOf(tokens, part)),
      kind,
      cue: clause ? spanOf(tokens, clause.cue) : null,
      speaker: { mention: speaker && spanOf(tokens, speaker), ...resolver.resolve(speaker) },
    };
  });
}

const spanOf = (tokens: readonly Token[], { first, last }: Phrase): Span => ({
  start: (tokens[first] as Token).start,
  end: (tokens[last - 1] as Token).end,
});
