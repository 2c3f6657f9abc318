/** Sentences: where one ends and the next begins. */
import type { Sentence } from '../article.ts';
import { ABBREVIATIONS, BEFORE_NAMES, BEFORE_NUMBERS, STARTERS } from './data/abbreviations.ts';
import { SPEECH_VERBS } from './data/speech-verbs.ts';
import { type ListItem, startsItem } from './lists.ts';
import { parseMarks, type Quotation } from './marks.ts';
import { GAP, parseTokens, type Token } from './tokens.ts';

/** A quotation with a speaker clause behind it stays in one sentence up to so many tokens. */
const QUOTED_WHOLE = 45;
/** A bracket inside a sentence holds it together up to so many tokens. */
const BRACKET_WHOLE = 60;
/** A line of at least so many characters without a full stop was wrapped, not ended. */
const WRAPPED_LINE = 50;

/** A sentence as a run of tokens, half-open. */
export interface SentenceRun {
  readonly first: number;
  readonly last: number;
}

/**
 * The sentences of a text in order, trimmed, not overlapping; together they hold everything but white space.
 * A blank line always ends one. Never throws; linear in the length of the text.
 */
export function parseSentences(text: string): Sentence[] {
  const tokens = parseTokens(text);
  return toSentences(tokens, splitSentences(tokens, parseMarks(tokens)));
}

/** Runs of tokens as spans. */
export function toSentences(tokens: readonly Token[], runs: readonly SentenceRun[]): Sentence[] {
  return runs.map(({ first, last }) => {
    const from = tokens[first] as Token;
    return { start: from.start, end: (tokens[last - 1] as Token).end, paragraph: from.paragraph };
  });
}

/** The index of the sentence that holds a token, by halving. */
export function sentenceAt(runs: readonly SentenceRun[], token: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as SentenceRun).last <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Splits the tokens of a text into sentences. */
export function splitSentences(tokens: readonly Token[], quotations: readonly Quotation[]): SentenceRun[] {
  const runs: SentenceRun[] = [];
  const whole = holdTogether(tokens, quotations);
  const sloppy = isSloppy(tokens);
  let first = 0;
  let item: ListItem | null = tokens.length > 0 ? startsItem(tokens, 0, null) : null;
  const push = (next: number) => {
    if (next > first) runs.push({ first, last: next });
    first = next;
    item = startsItem(tokens, next, null);
  };
  let lineStart = 0;
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.gap === GAP.paragraph) {
      push(i);
      lineStart = i;
      continue;
    }
    const marker = item ? first + item.size : first;
    if (item && i > marker && startsItem(tokens, i, item)) push(i);
    else if ((whole[i] ?? 0) === 0 && (i > marker || !item)) {
      if (endsBefore(tokens, i, first, sloppy)) push(i);
      else if (token.gap === GAP.line && endsLine(tokens, lineStart, i)) push(i);
    }
    if (token.gap === GAP.line) lineStart = i;
  }
  push(tokens.length);
  return runs;
}

/** Whether the sentence that began at token `first` ends before token `at`. */
function endsBefore(tokens: readonly Token[], at: number, first: number, sloppy: boolean): boolean {
  const next = tokens[at] as Token;
  let i = at - 1;
  let quoted = false;
  let bracket = false;
  while (i > first && i > at - CLOSERS_MOST && isCloser(tokens, i)) {
    if (tokens[i]?.kind === 'mark') quoted = true;
    else bracket = true;
    i--;
  }
  const end = tokens[i];
  if (quoted && isDash(end) && next.gap !== GAP.none) return next.capital && !speakerFollows(tokens, at);
  if (end?.kind !== 'end') return false;
  if (next.kind === 'end' || isAttached(next)) return false;
  let from = i;
  while (
    from - 1 > first &&
    from > i - DOTS_MOST &&
    tokens[from - 1]?.kind === 'end' &&
    !isSpacedDot(tokens, from)
  )
    from--;
  const before = tokens[from - 1];
  if (!before || from <= first) return next.gap !== GAP.none && isStart(tokens, at);
  if (next.gap === GAP.none) return !quoted && !bracket && isMissingSpace(before, next);
  const start = startOf(tokens, at);
  const lower = start?.kind === 'word' && !start.capital;
  const dots = i - from + 1;
  const ellipsis = end.word === '\u2026' || (dots > 1 && end.word === '.');
  if (lower) {
    if (quoted || bracket || next !== start || ellipsis) return false;
    if (end.word !== '.') return sloppy || dots > 1;
    return sloppy || (isPlainWord(before) && before.end - before.start > 1);
  }
  if (next.lower === '-' || next.word === '\u2013' || next.word === '\u2014')
    return end.word !== '.' || !isAbbreviation(before) ? tokens[at + 1]?.capital === true : false;
  if (ellipsis && /^i(?:'|$)/.test(start?.lower ?? '')) return false;
  if (ellipsis) return !(tokens[i + 1]?.word === ']') && isStart(tokens, at);
  if (end.word !== '.') return !(quoted && speakerFollows(tokens, at)) && isStart(tokens, at);
  if (quoted || bracket) return isStart(tokens, at);
  return endsAfterDot(tokens, from - 1, at, first);
}

const isDash = (token: Token | undefined): boolean =>
  token?.word === '-' || token?.word === '\u2014' || token?.word === '\u2013';

/** The difficult case: a single full stop after a word that may be an abbreviation. */
function endsAfterDot(tokens: readonly Token[], word: number, at: number, first: number): boolean {
  const before = tokens[word] as Token;
  const next = tokens[at] as Token;
  const starter = STARTERS.has(startOf(tokens, at)?.lower ?? '');
  if (before.kind === 'number')
    return word > first || before.end - before.start > 3 ? isStart(tokens, at) : false;
  if (before.kind !== 'word')
    return !(before.kind === 'sign' && next.kind === 'number') && isStart(tokens, at);
  const lower = before.lower;
  if (before.end - before.start === 1 && before.capital) {
    if (lower === 'i' && tokens[word - 1]?.capital === false) return starter;
    return starter && !isInitialOfName(tokens, word);
  }
  if (before.end - before.start === 1 && word === first) return false;
  if (lower.includes('.')) {
    if (next.kind === 'number' && /^[ap]\.m$/.test(lower)) return false;
    return starter || (isMeridiem(lower) && next.kind === 'mark');
  }
  if (BEFORE_NUMBERS.has(lower) && (next.kind === 'number' || next.word === '#')) return false;
  if (BEFORE_NAMES.has(lower)) return false;
  if (ABBREVIATIONS.has(lower) || isClipped(before)) return starter;
  return isStart(tokens, at);
}

const isMeridiem = (lower: string): boolean => lower === 'a.m' || lower === 'p.m';

/** "J. Smith", "George W. Bush": a capital before or after. */
function isInitialOfName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.capital || before.word === '.' || tokens[at]?.gap === GAP.none;
}

/** A capital and consonants only: "Cmdr", "Msgr". */
const isClipped = (token: Token): boolean =>
  token.capital &&
  /^[bcdfghjklmnpqrstvwxz]{2,5}$/.test(token.lower) &&
  token.word !== token.word.toUpperCase();

const isAbbreviation = (token: Token): boolean =>
  BEFORE_NAMES.has(token.lower) || ABBREVIATIONS.has(token.lower) || token.lower.includes('.');

const isPlainWord = (token: Token): boolean =>
  token.kind === 'word' &&
  !isAbbreviation(token) &&
  !BEFORE_NUMBERS.has(token.lower) &&
  /[aeiouy]/.test(token.lower);

/** "world.Today": no space, but a whole word before and a capital after. */
function isMissingSpace(before: Token, next: Token): boolean {
  if (!next.capital || next.end - next.start < 2) return false;
  if (before.kind === 'number') return true;
  if (!isPlainWord(before) || before.end - before.start < 3) return false;
  return !before.capital || BEFORE_NAMES.has(next.lower) || STARTERS.has(next.lower);
}

const DOTS_MOST = 20;
/** More closing signs behind one full stop are no text. */
const CLOSERS_MOST = 8;
const CLOSERS = new Set([')', ']', '}', '*', '_']);

function isCloser(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.gap !== GAP.none) return false;
  return token.kind === 'mark' || CLOSERS.has(token.word);
}

/** Closing signs that belong to the sentence before. */
const isAttached = (token: Token): boolean =>
  token.gap === GAP.none &&
  (token.kind === 'mark' || token.kind === 'possessive' || /^[)\]},;:*_]$/.test(token.word));

const isSpacedDot = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && token.gap !== GAP.none && token.word !== '.';
};

/** The first word of what begins at a token: past quotation marks and brackets. */
function startOf(tokens: readonly Token[], at: number): Token | undefined {
  let i = at;
  while (i < at + 4 && (tokens[i]?.kind === 'mark' || /^[([]$/.test(tokens[i]?.word ?? ''))) i++;
  return tokens[i];
}

function isStart(tokens: readonly Token[], at: number): boolean {
  const start = startOf(tokens, at);
  if (!start) return true;
  return start.kind !== 'word' || start.capital || start.word.toUpperCase() === start.lower;
}

/** "…?" Smith asked. */
function speakerFollows(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 5; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (SPEECH_VERBS.has(token.lower)) {
      const after = tokens[i + 1];
      return (
        i > at &&
        (after === undefined ||
          after.kind === 'end' ||
          after.word === ',' ||
          after.word === ':' ||
          !after.capital)
      );
    }
  }
  return false;
}

/** People who write "i" write sentences without capitals. */
function isSloppy(tokens: readonly Token[]): boolean {
  let small = 0;
  let large = 0;
  for (const token of tokens) {
    if (token.word === 'i' || token.word === "i'm" || token.word === 'im') small++;
    else if (token.word === 'I') large++;
  }
  return small > large;
}

/** Whether a line break without a full stop before it ends a sentence: headings and list items do, wrapped lines do not. */
function endsLine(tokens: readonly Token[], lineStart: number, at: number): boolean {
  const next = tokens[at] as Token;
  const last = tokens[at - 1] as Token;
  const begin = tokens[lineStart] as Token;
  if (last.kind === 'end' || last.kind === 'mark') return isStart(tokens, at);
  if (next.kind === 'sign' && !/^[([$#@&]$/.test(next.word)) return true;
  if (startsItem(tokens, at, null)) return true;
  if (next.kind === 'word' && !next.capital) return at - lineStart <= 2 && last.kind === 'word';
  if (last.word === ',' || last.word === '-') return false;
  return last.end - begin.start < WRAPPED_LINE;
}

/** For each token, whether what stands around it forbids a border before it (1) or not (0). */
function holdTogether(tokens: readonly Token[], quotations: readonly Quotation[]): Uint8Array {
  const whole = new Uint8Array(tokens.length);
  for (const { open, close, closed, depth } of quotations) {
    if (!closed || depth > 0 || close - open > QUOTED_WHOLE) continue;
    const after = tokens[close + 1];
    const end = tokens[close - 1];
    const goesOn = after !== undefined && after.gap <= GAP.space && after.kind === 'word' && !after.capital;
    if (goesOn || end?.word === ',') whole.fill(1, open + 1, close + 1);
  }
  let open = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.gap === GAP.paragraph) open = -1;
    if (token.word === '(' && open < 0) open = i;
    else if (token.word === ')' && open >= 0) {
      const lead = tokens[open - 1];
      const inside =
        lead !== undefined &&
        lead.kind !== 'end' &&
        !isCloser(tokens, open - 1) &&
        tokens[open]?.gap !== GAP.paragraph;
      if (inside && i - open <= BRACKET_WHOLE) whole.fill(1, open + 1, i + 1);
      open = -1;
    }
  }
  return whole;
}
