/** Who said what: quotations with their speech verb and speaker. */
import { type Quote, type QuoteKind, type Span, textAt } from '../article.ts';
import { groupNames } from './entities.ts';
import { parseMarks } from './marks.ts';
import { findNames } from './names.ts';
import { findUtterances } from './quotes/attribution.ts';
import type { Clause } from './quotes/clauses.ts';
import { findReported } from './quotes/indirect.ts';
import type { Phrase } from './quotes/mentions.ts';
import { createResolver } from './quotes/resolve.ts';
import { speakable } from './quotes/speakable.ts';
import { readTurns, type SpokenTurn } from './quotes/spoken-turns.ts';
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

interface Found {
  readonly content: readonly Phrase[];
  readonly kind: QuoteKind;
  readonly clause: Clause | null;
  /** Where the words are a turn of a transcript. */
  readonly turn?: SpokenTurn;
}

/** Where the turn that was read last ends, and what its speaker is called. */
interface OwnTurn {
  readonly last: number;
  readonly names: readonly (string | null)[];
}

/** Whether "he", in a turn, was taken to be whoever has the word: it is somebody else. */
function isOneself(tokens: readonly Token[], { first }: Phrase, name: string | null, own: OwnTurn): boolean {
  return first < own.last && /^s?he$/.test(tokens[first]?.lower ?? '') && own.names.includes(name);
}

/** Finds the quotes in what was read of an article so far. */
export function findQuotes(reading: Reading): Quote[] {
  const { tokens } = reading;
  const found: Found[] = [
    ...findUtterances(tokens, reading.quotations, reading.sentences),
    ...findIndirect(reading),
    ...readTurns(reading).map(
      (turn): Found => ({ content: turn.content, kind: 'direct', clause: null, turn }),
    ),
  ];
  found.sort((a, b) => (a.content[0]?.first ?? 0) - (b.content[0]?.first ?? 0));
  const resolver = createResolver(reading);
  let own: OwnTurn = { last: 0, names: [] };
  return found.map(({ content, kind, clause, turn }): Quote => {
    const mention = turn?.label ?? clause?.speaker;
    const speaker = mention ? speakable(tokens, mention) : null;
    const resolved = resolver.resolve(speaker);
    const isKnown = turn !== undefined || speaker === null || !isOneself(tokens, speaker, resolved.name, own);
    const { name, role } = isKnown ? resolved : { name: null, role: null };
    if (turn !== undefined) {
      const label = speaker === null ? null : textAt(reading.text, spanOf(tokens, speaker));
      own = { last: content.at(-1)?.last ?? 0, names: [label, turn.name ?? name] };
    }
    return {
      content: content.map((part) => spanOf(tokens, part)),
      kind,
      ...(turn === undefined ? {} : { turn: true as const }),
      cue: clause ? spanOf(tokens, clause.cue) : null,
      speaker: {
        mention: speaker && spanOf(tokens, speaker),
        name: turn?.name ?? name,
        role: turn?.role ?? role,
      },
    };
  });
}

/** Reported speech of the sentences without quotation marks. */
function findIndirect({ tokens, quotations, sentences }: Reading): Found[] {
  const quoted = new Uint8Array(tokens.length);
  for (const { open, close } of quotations) quoted.fill(1, open, close + 1);
  const found: Found[] = [];
  for (const sentence of sentences) {
    let free = true;
    for (let i = sentence.first; i < sentence.last && free; i++) free = quoted[i] === 0;
    const reported = free ? findReported(tokens, sentence) : null;
    if (reported) found.push({ content: [reported.content], kind: 'indirect', clause: reported.clause });
  }
  return found;
}

const spanOf = (tokens: readonly Token[], { first, last }: Phrase): Span => ({
  start: (tokens[first] as Token).start,
  end: (tokens[last - 1] as Token).end,
});
