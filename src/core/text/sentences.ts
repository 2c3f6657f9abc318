/** Sentences: where one ends and the next begins. */
import type { Sentence } from '../article.ts';
import { endsBefore, isCloser, isStart } from './full-stops.ts';
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
