/** What the name reader looks at: for each token a few signs, as rows of the table of weights. */
import type { Token } from '../tokens.ts';
import { listsOf, placeAt } from './lists.ts';
import { CLASSES, COMMON } from './model.ts';

/** Rows of the table of weights; a power of two. Signs share rows where their hashes meet. */
export const ROWS = 1 << 14;
/** How many signs a token has. */
export const WIDTH = 38;

/** Small words and signs that stand inside names. */
const INNER = new Set(
  "of the de la von van der den bin ibn al el da do dos du di del le & for and in at on to ter ten y und et des i e s - . , ' / : a".split(
    ' ',
  ),
);
/** Of these, the words that lead over from one capital to the next inside a run. */
const LINKS = new Set(
  'of the de la von van der den bin ibn al el da do dos du di del le for ter ten y und et des'.split(' '),
);
/** Longest run of capitals that is looked at as a whole, in tokens. */
const RUN = 12;

/** The tokens of a text with what is asked again and again about their words. */
export interface Words {
  readonly tokens: readonly Token[];
  readonly hashes: Int32Array;
  readonly lists: Int32Array;
  readonly shapes: Uint8Array;
  readonly classes: Uint8Array;
}

/** The signs of the tokens of a sentence: WIDTH rows for each token that can be part of a name. */
export interface Signs {
  readonly rows: Int32Array;
  readonly candidates: Uint8Array;
}

/** Prepares the words of a text. */
export function readWords(tokens: readonly Token[]): Words {
  const hashes = new Int32Array(tokens.length);
  const lists = new Int32Array(tokens.length);
  const shapes = new Uint8Array(tokens.length);
  const classes = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    hashes[i] = hashOf(token.lower, 0, token.lower.length);
    lists[i] = listsOf(token.lower);
    shapes[i] = shapeOf(token);
    classes[i] = classOf(hashes[i] as number, token.capital);
  }
  return { tokens, hashes, lists, shapes, classes };
}

/** FNV-1a of a part of a word. */
function hashOf(word: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = Math.max(0, from); i < to; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Where a word's bit stands in the table of words that English writes small. */
export const bitOf = (lower: string): number => hashOf(lower, 0, lower.length) & 0xffff;

/** The class of a word; a word with a capital has one of its own. Of two words with one place the last set has it. */
function classOf(hash: number, capital: boolean): number {
  const { slot, check } = placeOf(hash, capital);
  return CLASSES[slot] === check ? (CLASSES[slot + 1] as number) : 0;
}

/** Two bytes of the table belong to a word: one that tells it from most others, and its class. */
function placeOf(hash: number, capital: boolean): { slot: number; check: number } {
  const own = Math.imul(capital ? ~hash : hash, 0x9e3779b1);
  return { slot: (own >>> 17) * 2, check: (own >>> 9) & 0xff };
}

/** Sets the class of a word in the table. */
export function setClass(lower: string, capital: boolean, value: number): void {
  const { slot, check } = placeOf(hashOf(lower, 0, lower.length), capital);
  CLASSES[slot] = check;
  CLASSES[slot + 1] = value;
}

/** Whether English writes a word small. One in ten other words is taken for such a word. */
export const isCommon = (lower: string): boolean => isCommonHash(hashOf(lower, 0, lower.length));

const isCommonHash = (hash: number): boolean =>
  (((COMMON[(hash & 0xffff) >> 3] as number) >> (hash & 7)) & 1) === 1;

/** How a token is written: 0 small, 1 Capital, 2 CAPITALS, 3 A, 4 number, 5 sign, 6 mixed, 7 mark or end. */
function shapeOf(token: Token): number {
  if (token.kind === 'number') return 4;
  if (token.kind === 'mark' || token.kind === 'end') return 7;
  if (token.kind === 'sign') return 5;
  if (!token.capital) return token.word === token.lower ? 0 : 6;
  if (token.end - token.start === 1) return 3;
  return token.word === token.word.toUpperCase() ? 2 : 1;
}
/** The shape of what is not there. */
const NO_SHAPE = 8;

/** Whether a token can be part of a name at all; the others are passed over. */
function isCandidate({ tokens, shapes }: Words, at: number): boolean {
  const token = tokens[at] as Token;
  if (token.capital || shapes[at] === 6) return true;
  const before = tokens[at - 1]?.capital === true;
  const after = tokens[at + 1]?.capital === true;
  if (token.kind === 'number') return before || after;
  return (
    (before || after || tokens[at - 2]?.capital === true || tokens[at - 3]?.capital === true) &&
    INNER.has(token.lower)
  );
}

/** The signs of the tokens of a sentence, half-open. */
export function signsOf(words: Words, first: number, last: number): Signs {
  const { tokens } = words;
  const candidates = new Uint8Array(last - first);
  const places = new Uint8Array(last - first);
  let some = false;
  for (let i = first; i < last; i++) {
    if (!isCandidate(words, i)) continue;
    candidates[i - first] = 1;
    some = true;
    const size = tokens[i]?.capital ? placeAt(tokens, i) : 0;
    for (let k = 0; k < size && i + k < last; k++) places[i + k - first] = k === 0 ? 1 : 2;
  }
  const rows = new Int32Array(some ? (last - first) * WIDTH : 0);
  let run = { first: -1, last: -1 };
  for (let i = first; i < last; i++) {
    if (candidates[i - first] === 0) continue;
    if (i >= run.last) run = runAt(tokens, i, first, last);
    writeSigns(words, i, first, run, places[i - first] as number, rows, (i - first) * WIDTH);
  }
  return { rows, candidates };
}

/** The capitalised words around a token, with small words between them. */
function runAt(
  tokens: readonly Token[],
  at: number,
  first: number,
  last: number,
): { first: number; last: number } {
  let from = at;
  while (from > first && from > at - RUN && tokens[from - 1]?.capital) from--;
  let to = at + 1;
  while (
    to < last &&
    to < at + RUN &&
    (tokens[to]?.capital || (tokens[to + 1]?.capital && LINKS.has(tokens[to]?.lower ?? '')))
  )
    to++;
  return { first: from, last: to };
}

/** One row of the table for a sign of kind `kind` with one or two values. */
function rowOf(kind: number, value: number, other = 0): number {
  let hash = Math.imul(value ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(other, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 14)) & (ROWS - 1);
}

function writeSigns(
  words: Words,
  at: number,
  first: number,
  run: { first: number; last: number },
  place: number,
  rows: Int32Array,
  from: number,
): void {
  const { tokens, hashes, lists, shapes, classes } = words;
  const token = tokens[at] as Token;
  const word = token.lower;
  const size = word.length;
  const hash = (i: number): number => (i >= 0 && i < tokens.length ? (hashes[i] as number) : 1);
  const list = (i: number): number => (i >= 0 && i < tokens.length ? (lists[i] as number) : 0);
  const shape = (i: number): number => (i >= 0 && i < tokens.length ? (shapes[i] as number) : NO_SHAPE);
  const group = (i: number): number => (i >= first && i < tokens.length ? (classes[i] as number) : 0);
  const before = at > first ? at - 1 : -1;
  const start = at === first || (at === first + 1 && tokens[before]?.kind === 'mark') ? 1 : 0;
  const head = run.last - 1;
  const length = Math.min(run.last - run.first, 5);
  const inside = at - run.first;
  const common = Number(isCommonHash(hash(at)));
  let to = from;
  const add = (kind: number, value: number, other = 0): void => {
    rows[to++] = rowOf(kind, value, other);
  };
  add(1, 0);
  add(2, hash(at));
  add(3, shape(at), start);
  add(4, shape(before) * 81 + shape(at) * 9 + shape(at + 1));
  add(5, hash(before));
  add(6, hash(at + 1));
  add(7, at - 2 >= first ? hash(at - 2) : 1);
  add(8, hash(at + 2));
  add(9, hashOf(word, size - 3, size));
  add(10, hashOf(word, size - 4, size));
  add(11, hashOf(word, 0, Math.min(3, size)));
  add(12, hashOf(word, size - 2, size), shape(at));
  add(13, list(at), start);
  add(14, list(before));
  add(15, list(at + 1));
  add(16, list(at), list(at + 1));
  add(17, place);
  add(18, hash(head));
  add(19, list(head), length);
  const last = tokens[head]?.lower ?? '';
  add(20, hashOf(last, last.length - 3, last.length));
  add(21, list(run.first), length * 4 + Math.min(inside, 3));
  add(22, hash(run.first));
  add(23, length * 10 + Math.min(inside, 4), start);
  add(24, run.first > first ? hash(run.first - 1) : 1);
  add(25, hash(run.last));
  add(26, run.first > first ? list(run.first - 1) : 0, list(run.last));
  add(27, run.first - 2 >= first ? hash(run.first - 2) : 1);
  add(28, common, start * 10 + shape(at));
  add(29, common * 4 + Number(isCommonHash(hash(before))) * 2 + Number(isCommonHash(hash(at + 1))), start);
  add(30, Number(isCommonHash(hash(run.first))) * 2 + Number(isCommonHash(hash(head))), length);
  add(
    31,
    Number(tokens[run.first - 1]?.kind === 'mark') * 2 + Number(tokens[run.last]?.kind === 'mark'),
    length,
  );
  add(32, group(at), start);
  add(33, group(before));
  add(34, group(at + 1));
  add(35, group(before), group(at));
  add(36, group(head), length);
  add(37, group(run.first - 1), group(run.last));
  add(38, group(run.first), group(head));
}
