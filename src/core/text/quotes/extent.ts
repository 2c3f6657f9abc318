/** From where to where the words around a quotation are reported with it. */
import { GAP, type Token } from '../tokens.ts';
import type { Clause } from './clauses.ts';
import {
  isAdverb,
  isPreposition,
  isSpeechVerb,
  isTime,
  isVerbLike,
  lastInside,
  PRONOUNS,
} from './grammar.ts';
import { phraseFrom } from './mentions.ts';

/** A sentence is looked through so far, in tokens: a bound for texts without full stops. */
export const LONGEST = 300;
/** What words are said in. */
const OCCASIONS = new Set(
  'interview interviews statement statements speech speeches tweet tweets post posts letter email e-mail memo message report response reply testimony remarks address broadcast podcast editorial op-ed essay column blog conference briefing debate rally hearing twitter facebook'.split(
    ' ',
  ),
);
/** Longest way from the preposition to such a word, in tokens. */
const OCCASION = 6;

/** Longest rest of a source behind its head, in tokens. */
const SOURCE = 15;

/** Where reported speech begins after its verb: past the listener and the time, at "that" if there is one. */
export function reportedFrom(tokens: readonly Token[], clause: Clause, open: number): number {
  let at = Math.max(
    clause.cue.last,
    clause.speaker && clause.speaker.first >= clause.cue.first ? clause.speaker.last : 0,
  );
  if (tokens[clause.cue.first]?.lower === 'according') {
    // "According to a letter from the ministry to Lund, the bridge …"
    for (let i = at; i < Math.min(open, at + SOURCE); i++) if (tokens[i]?.word === ',') return i + 1;
  }
  for (let i = at; i < Math.min(open, at + 10); i++) if (tokens[i]?.lower === 'that') return i;
  const told = /^(?:tell|told|inform|remind|assur|warn|ask|reassur)/.test(
    tokens[clause.cue.first]?.lower ?? '',
  );
  if (told) at = phraseFrom(tokens, at, open)?.last ?? at;
  while (
    at < open &&
    (isTime(tokens[at]) ||
      isAdverb(tokens[at]) ||
      (tokens[at]?.lower === 'on' && isTime(tokens[at + 1])) ||
      tokens[at]?.word === ',' ||
      tokens[at]?.word === ':')
  )
    at++;
  return Math.min(at, open);
}

/** Where reported speech ends behind its last quoted words: at a comma, a dash, or a clause of another kind. */
export function reportedTo(tokens: readonly Token[], close: number, end: number): number {
  const inside = lastInside(tokens, close);
  if (inside?.word === ',' || inside?.kind === 'end') return close + 1;
  if (isVerbLike(tokens, close + 1)) return close + 1;
  for (let i = close + 1; i < Math.min(end, close + LONGEST); i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' && token.gap !== GAP.none) {
      // Another quotation: reported as a whole or not at all.
      const closing = closingMark(tokens, i, end);
      if (closing === null) return i;
      const last = lastInside(tokens, closing);
      if (last?.word === ',' || last?.kind === 'end') return closing + 1;
      i = closing;
      continue;
    }
    if (isOccasion(tokens, i)) return i;
    if (/^[,;:\u2013\u2014-]$/.test(token.word)) return i;
    if (/^(?:but|while|when|although|though|before|after|until|which|who|as|because)$/.test(token.lower))
      return i;
    if (token.lower === 'and' && tokens[i + 1]?.capital && nextSpeechVerb(tokens, i + 2, i + 6)) return i;
    if (
      token.lower === 'and' &&
      (isVerbLike(tokens, i + 1) || isSpeechVerb(tokens, i + 1) || PRONOUNS.has(tokens[i + 1]?.lower ?? ''))
    )
      return i;
  }
  return end;
}

function closingMark(tokens: readonly Token[], open: number, end: number): number | null {
  for (let i = open + 1; i < Math.min(end, open + LONGEST); i++)
    if (tokens[i]?.kind === 'mark' && tokens[i]?.gap === GAP.none) return i;
  return null;
}

/** "in an interview with …", "in response", "on Monday": when and where it was said, rather than what. */
export function isOccasion(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:in|on|at|during|via)$/.test(tokens[at]?.lower ?? '')) return false;
  if (isTime(tokens[at + 1])) return true;
  let i = at + 1;
  while (i < at + OCCASION && (tokens[i]?.kind === 'word' || tokens[i]?.kind === 'possessive')) {
    if (OCCASIONS.has(tokens[i]?.lower ?? '')) return true;
    if (i > at + 1 && isPreposition(tokens[i])) return false;
    i++;
  }
  return false;
}

function nextSpeechVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isSpeechVerb(tokens, i)) return true;
  return false;
}
