/**
 * Which quotation marks belong together. Works on the marks alone: whether anybody said the words is decided in quotes/.
 *
 * A paragraph is a border: a quotation that is still open there goes on only if the next paragraph repeats the
 * opening mark, as newspapers print speech of several paragraphs.
 */
import { GAP, type Token } from './tokens.ts';

/** Words between quotation marks, or from an opening mark to the end of its paragraph. All numbers are token indexes. */
export interface Quotation {
  /** The opening mark. */
  readonly open: number;
  /** The closing mark; where there is none, the last token that belongs to it. */
  readonly close: number;
  readonly closed: boolean;
  readonly single: boolean;
  /** 0: not inside another quotation. */
  readonly depth: number;
  /** The next paragraph goes on with it. */
  readonly continues: boolean;
}

const OPENING = new Set(['\u201c', '\u201e', '\u201f', '\u00ab', '\u300c', '\u300e', '``']);
const CLOSING = new Set(['\u201d', '\u2019\u2019', '\u00bb', '\u300d', '\u300f']);
const SINGLE = new Set(["'", '\u2018', '\u2019', '\u201a', '\u201b', '`', '\u2039', '\u203a']);
const BEFORE = new Set([
  '(',
  '[',
  '{',
  '\u2014',
  '\u2013',
  '-',
  '/',
  '\u2015',
  '>',
  '|',
  '*',
  '_',
  '\u00bf',
  '\u00a1',
]);
/** Words that are written with a leading apostrophe. */
const ELISIONS = new Set(
  '90s 80s 70s 60s 50s 40s 30s 20s 10s 00s em til tis twas cause bout round n nineties eighties seventies sixties fifties cuz neath kay ere'.split(
    ' ',
  ),
);
/** Quotations inside one another: more than print ever has. */
const DEEPEST = 6;
/** How far a closing single mark is looked for, in tokens. */
const SINGLE_REACH = 400;

interface Open {
  readonly at: number;
  readonly single: boolean;
  readonly sign: string;
}

/** Pairs the quotation marks of a text, outer before inner, in order of their opening marks. */
export function parseMarks(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  let first = 0;
  let pending: number | null = null;
  while (first < tokens.length) {
    const paragraph = tokens[first]?.paragraph;
    let end = first + 1;
    let marks = tokens[first]?.kind === 'mark';
    while (end < tokens.length && tokens[end]?.paragraph === paragraph && !isLineBorder(tokens, end)) {
      marks ||= tokens[end]?.kind === 'mark';
      end++;
    }
    const from = found.length;
    if (pending !== null) {
      const close = closesUnopened(tokens, first, end);
      if (close !== null) joinParagraphs(tokens, pending, first, close, found);
    }
    if (marks) pairParagraph(tokens, first, end, found);
    const last = found
      .slice(from)
      .findIndex(({ close, closed, continues }) => !closed && !continues && close === end - 1);
    pending = last < 0 ? null : from + last;
    first = end;
  }
  return found.sort((a, b) => a.open - b.open);
}

/** A line that ends like a paragraph, with the next one beginning like one: some papers print no blank lines. */
function isLineBorder(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.gap !== GAP.line || !before) return false;
  return (before.kind === 'end' || before.kind === 'mark') && (token.capital || token.kind === 'mark');
}

function pairParagraph(tokens: readonly Token[], first: number, end: number, found: Quotation[]): void {
  const stack: Open[] = [];
  const from = found.length;
  const next = tokens[end];
  const isBalanced = balanced(tokens, first, end);
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (token?.kind !== 'mark') continue;
    // "“…": a straight mark around curly ones is left over from quoting an article.
    if (token.word === '"' && tokens[i + 1]?.word === '\u201c' && tokens[i + 1]?.gap === GAP.none) continue;
    const single = SINGLE.has(token.word);
    const turn = single ? turnOfSingle(tokens, i, end, stack) : turnOfDouble(tokens, i, end, stack);
    if (turn === 'open') {
      // A second opening mark of the same kind: the closing one of the first was forgotten, unless both are closed.
      const outer = stack.at(-1);
      if (outer?.sign === token.word && !single && (stack.length >= DEEPEST || !isBalanced)) {
        stack.pop();
        if (i - 1 > outer.at)
          found.push({
            open: outer.at,
            close: i - 1,
            closed: false,
            single,
            depth: stack.length,
            continues: false,
          });
      }
      if (stack.length < DEEPEST) stack.push({ at: i, single, sign: token.word });
    } else if (turn === 'close') close(stack, i, single, found);
  }
  // What stays open: an apostrophe, speech that goes on in the next paragraph, or a mark that was forgotten.
  const outer = stack.find((open) => !open.single || goesOnSingle(tokens, open.at, end));
  if (!outer || isStray(tokens, outer, first, found, from)) return;
  const goesOn =
    next !== undefined && next.kind === 'mark' && isOpener(tokens, end) && next.word === outer.sign;
  const inner = found.slice(from).filter(({ open, single }) => open > outer.at && single === outer.single);
  const cut = goesOn ? undefined : inner[0];
  const last = cut ? cut.open - 1 : end - 1;
  if (cut) for (let i = from; i < found.length; i++) found[i] = raised(found[i] as Quotation, outer.at);
  if (last > outer.at) {
    const { at, single } = outer;
    found.push({ open: at, close: last, closed: false, single, depth: 0, continues: goesOn });
  }
}

/** Speech in single marks that is open at the end of its paragraph, and that the next one opens again. */
function goesOnSingle(tokens: readonly Token[], at: number, end: number): boolean {
  const [token, before, next] = [tokens[at], tokens[at - 1], tokens[end]];
  const begins = before === undefined || before.paragraph !== token?.paragraph || /^[:,]$/.test(before.word);
  return begins && next?.kind === 'mark' && next.word === token?.word && isOpener(tokens, end);
}

/** The curly closing mark of a paragraph that no mark opens: speech of the paragraph before ends there. */
function closesUnopened(tokens: readonly Token[], first: number, end: number): number | null {
  for (let i = first; i < end; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'mark' || SINGLE.has(token.word)) continue;
    return token.word === '\u201d' && i > first && token.gap === GAP.none ? i : null;
  }
  return null;
}

/** Speech over two paragraphs of which the second does not repeat the opening mark. */
function joinParagraphs(
  tokens: readonly Token[],
  pending: number,
  first: number,
  close: number,
  found: Quotation[],
): void {
  const before = found[pending];
  if (!before || before.single || tokens[before.open]?.word !== '\u201c') return;
  found[pending] = { ...before, continues: true };
  found.push({ open: first, close, closed: true, single: false, depth: 0, continues: false });
}

/** As many closing double marks as opening ones. */
function balanced(tokens: readonly Token[], first: number, end: number): boolean {
  let open = 0;
  let straight = 0;
  for (let i = first; i < end; i++) {
    const sign = tokens[i]?.kind === 'mark' ? (tokens[i]?.word ?? '') : '';
    if (OPENING.has(sign)) open++;
    else if (CLOSING.has(sign)) open--;
    else if (sign === '"') straight++;
  }
  return open === 0 && straight % 2 === 0;
}

/** A straight mark at the beginning of a paragraph that has quotations in curly marks: left over from quoting an article. */
function isStray(
  tokens: readonly Token[],
  outer: Open,
  first: number,
  found: Quotation[],
  from: number,
): boolean {
  if (outer.sign !== '"' || outer.at !== first) return false;
  const inner = found.slice(from).some((quotation) => tokens[quotation.open]?.word === '\u201c');
  if (inner) for (let i = from; i < found.length; i++) found[i] = raised(found[i] as Quotation, outer.at);
  return inner;
}

const raised = (quotation: Quotation, after: number): Quotation =>
  quotation.open > after && quotation.depth > 0 ? { ...quotation, depth: quotation.depth - 1 } : quotation;

/** Closes the innermost open quotation of this kind; what was opened inside it and never closed is dropped. */
function close(stack: Open[], at: number, single: boolean, found: Quotation[]): void {
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i];
    if (open?.single !== single) continue;
    stack.length = i;
    if (at > open.at + 1) {
      found.push({ open: open.at, close: at, closed: true, single, depth: i, continues: false });
    }
    return;
  }
}

/** Whether a mark stands where an opening one stands: space or a bracket before it, a word right after it. */
function isOpener(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!token || !after || after.gap !== GAP.none) return false;
  if (token.gap !== GAP.none || !before) return true;
  if (before.kind !== 'mark') return BEFORE.has(before.word);
  const earlier = tokens[at - 2];
  return before.gap !== GAP.none || !earlier || BEFORE.has(earlier.word);
}

function isCloser(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (!token || token.gap !== GAP.none) return false;
  return at + 1 >= end || !after || after.gap !== GAP.none || !isWordy(after);
}

const isWordy = (token: Token): boolean => token.kind === 'word' || token.kind === 'number';

function turnOfDouble(
  tokens: readonly Token[],
  at: number,
  end: number,
  stack: readonly Open[],
): 'open' | 'close' {
  const sign = tokens[at]?.word ?? '';
  const open = stack.some((other) => !other.single);
  const opener = isOpener(tokens, at);
  if (OPENING.has(sign)) return open && !opener && isCloser(tokens, at, end) ? 'close' : 'open';
  if (CLOSING.has(sign)) return !open && (opener || tokens[at]?.gap !== GAP.none) ? 'open' : 'close';
  if (opener && !isCloser(tokens, at, end)) return 'open';
  return open ? 'close' : 'open';
}

function turnOfSingle(
  tokens: readonly Token[],
  at: number,
  end: number,
  stack: readonly Open[],
): 'open' | 'close' | 'none' {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (!token) return 'none';
  const open = stack.some((other) => other.single);
  if (token.word === '\u2018' || token.word === '\u201a' || token.word === '\u2039') {
    return after && isElision(after) ? 'none' : 'open';
  }
  if (!open) {
    if (token.word === '\u203a' || !after || !isOpener(tokens, at) || isElision(after)) return 'none';
    return hasCloser(tokens, at, end) || goesOnSingle(tokens, at, end) ? 'open' : 'none';
  }
  if (token.gap !== GAP.none && after && after.gap === GAP.none) return 'none';
  if (!isCloser(tokens, at, end)) return 'none';
  return isPlural(tokens, at) && hasCloser(tokens, at, end) ? 'none' : 'close';
}

/** "’08", "’90s", "’em": the mark stands for what is left out. */
const isElision = (token: Token): boolean =>
  ELISIONS.has(token.lower) || (token.kind === 'number' && token.end - token.start === 2);

/** "the Democrats’ plan": an s before the mark, and the sentence goes on. */
function isPlural(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    before?.kind === 'word' && before.lower.endsWith('s') && after?.kind === 'word' && after.gap === GAP.space
  );
}

/** Whether a mark that surely closes a single quotation follows in the paragraph. */
function hasCloser(tokens: readonly Token[], at: number, end: number): boolean {
  const stop = Math.min(end, at + SINGLE_REACH);
  for (let i = at + 1; i < stop; i++) {
    const token = tokens[i];
    if (token?.kind !== 'mark' || (token.word !== "'" && token.word !== '\u2019')) continue;
    if (token.gap === GAP.none && isCloser(tokens, i, end) && !isPlural(tokens, i)) return true;
  }
  return false;
}
