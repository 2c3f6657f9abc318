/** What the name reader looks at: for each token a few signs, as numbers of a table of weights. */
import { FIRST_NAMES } from '../data/first-names.ts';
import {
  CALENDAR,
  NATIONALITIES,
  OFFICES,
  ORGANISATION_WORDS,
  ORGANISATIONS,
  SHORT_TITLES,
} from '../data/offices.ts';
import { COUNTRIES, PLACE_LEADS, PLACE_PREPOSITIONS, PLACE_WORDS, PLACES } from '../data/places.ts';
import { SPEECH_VERBS } from '../data/speech-verbs.ts';
import { GAP, type Token } from '../tokens.ts';
import { COMMON } from './model.ts';

/** Rows of the table of weights; a power of two. Signs share rows where their hashes meet. */
export const ROWS = 1 << 14;

/** Small words that stand inside names. */
const INNER = new Set(
  "of the de la von van der den bin ibn al el da do dos du di del le & for and in at on to ter ten y und et des i e s - . , ' / : a".split(
    ' ',
  ),
);

/** Longest run of capitals that is looked at as a whole, in tokens. */
const RUN = 12;

export interface Sentence {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
}

const memory = new Map<string, number>();
/** Words whose list signs are remembered; a bound on memory for hostile texts. */
const REMEMBERED = 20_000;

/** Where a word's bit stands in COMMON. */
export const bitOf = (lower: string): number => hashOf(lower) & 0xffff;

/** Whether English writes a word small. */
export const isCommon = (lower: string): boolean => {
  const bit = bitOf(lower);
  return (((COMMON[bit >> 3] as number) >> (bit & 7)) & 1) === 1;
};

/** The lists that a word stands in, as bits. */
export function listsOf(lower: string): number {
  const known = memory.get(lower);
  if (known !== undefined) return known;
  let bits = 0;
  const lists = [
    FIRST_NAMES,
    COUNTRIES,
    PLACES,
    PLACE_WORDS,
    PLACE_LEADS,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    OFFICES,
    SHORT_TITLES,
    NATIONALITIES,
    CALENDAR,
    SPEECH_VERBS,
    PLACE_PREPOSITIONS,
  ];
  lists.forEach((list, i) => {
    if (list.has(lower)) bits |= 1 << i;
  });
  if (memory.size < REMEMBERED) memory.set(lower, bits);
  return bits;
}

/** How a token is written: 0 small, 1 Capital, 2 CAPITALS, 3 A, 4 number, 5 sign, 6 mixed, 7 mark or end. */
export function shapeOf(token: Token | undefined): number {
  if (!token) return 8;
  if (token.kind === 'number') return 4;
  if (token.kind === 'mark' || token.kind === 'end') return 7;
  if (token.kind === 'sign') return 5;
  if (!token.capital) return token.word === token.lower ? 0 : 6;
  const length = token.end - token.start;
  if (length === 1) return 3;
  return token.word === token.word.toUpperCase() ? 2 : 1;
}

/** Whether a token can be part of a name at all; the others are passed over. */
export function isCandidate(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.capital) return true;
  if (token.kind === 'word' && token.word !== token.lower) return true;
  if (token.kind === 'number') return tokens[at - 1]?.capital === true || tokens[at + 1]?.capital === true;
  return INNER.has(token.lower) && near(tokens, at);
}

const near = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at - 1]?.capital || tokens[at - 2]?.capital || tokens[at - 3]?.capital) === true ||
  tokens[at + 1]?.capital === true;

/** Whether several words from a token on are a place of the lists: "new york". Gives the number of tokens. */
function placeAt(tokens: readonly Token[], at: number): number {
  let phrase = tokens[at]?.lower ?? '';
  for (let size = 2; size <= 4; size++) {
    const token = tokens[at + size - 1];
    if (!token || token.gap >= GAP.line) return 0;
    phrase += token.gap === GAP.none ? token.lower : ` ${token.lower}`;
    if (COUNTRIES.has(phrase) || PLACES.has(phrase)) return size;
  }
  return 0;
}

/** The signs of every token of a sentence, as rows of the table; empty for tokens that cannot be part of a name. */
export function signsOf({ tokens, first, last }: Sentence): (number[] | null)[] {
  const signs: (number[] | null)[] = [];
  const places = new Uint8Array(last - first);
  for (let i = first; i < last; i++) {
    const size = tokens[i]?.capital ? placeAt(tokens, i) : 0;
    for (let k = 0; k < size && i + k < last; k++) places[i + k - first] = k === 0 ? 1 : 2;
  }
  let run = { first: -1, last: -1 };
  for (let i = first; i < last; i++) {
    if (!isCandidate(tokens, i)) {
      signs.push(null);
      continue;
    }
    if (i >= run.last) run = runAt(tokens, i, first, last);
    signs.push(signsAt(tokens, i, first, run, places[i - first] ?? 0));
  }
  return signs;
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
    (tokens[to]?.capital ||
      (INNER.has(tokens[to]?.lower ?? '') &&
        tokens[to + 1]?.capital &&
        tokens[to]?.kind === 'word' &&
        !/^(?:and|in|at|on|to|a)$/.test(tokens[to]?.lower ?? '')))
  )
    to++;
  return { first: from, last: to };
}

function signsAt(
  tokens: readonly Token[],
  at: number,
  first: number,
  run: { first: number; last: number },
  place: number,
): number[] {
  const rows: number[] = [];
  const token = tokens[at] as Token;
  const before = at > first ? tokens[at - 1] : undefined;
  const after = tokens[at + 1];
  const shape = shapeOf(token);
  const start = at === first || (at === first + 1 && before?.kind === 'mark') ? 1 : 0;
  const add = (sign: string) => rows.push(rowOf(sign));
  const lists = listsOf(token.lower);
  const word = token.lower;
  add('b');
  add(`w${word}`);
  add(`s${shape}${start}`);
  add(`S${shapeOf(before)}${shape}${shapeOf(after)}`);
  add(`p${before?.lower ?? '<'}`);
  add(`n${after?.lower ?? '>'}`);
  add(`q${tokens[at - 2]?.lower ?? '<'}`);
  add(`o${tokens[at + 2]?.lower ?? '>'}`);
  add(`3${word.slice(-3)}`);
  add(`4${word.slice(-4)}`);
  add(`f${word.slice(0, 3)}`);
  add(`2${word.slice(-2)}${shape}`);
  add(`l${lists}${start}`);
  add(`L${listsOf(before?.lower ?? '')}`);
  add(`M${listsOf(after?.lower ?? '')}`);
  add(`N${lists}.${listsOf(after?.lower ?? '')}`);
  add(`g${place}`);
  const head = tokens[run.last - 1] as Token;
  const lead = tokens[run.first] as Token;
  const length = Math.min(run.last - run.first, 5);
  const inside = at - run.first;
  add(`h${head.lower}`);
  add(`H${listsOf(head.lower)}.${length}`);
  add(`e${head.lower.slice(-3)}`);
  add(`d${listsOf(lead.lower)}.${length}.${Math.min(inside, 3)}`);
  add(`D${lead.lower}`);
  add(`r${length}.${Math.min(inside, 4)}.${start}`);
  add(`P${tokens[run.first - 1]?.lower ?? '<'}`);
  add(`A${tokens[run.last]?.lower ?? '>'}`);
  add(`B${listsOf(tokens[run.first - 1]?.lower ?? '')}.${listsOf(tokens[run.last]?.lower ?? '')}`);
  add(`C${tokens[run.first - 2]?.lower ?? '<'}`);
  const common = Number(isCommon(word));
  add(`c${common}${start}${shape}`);
  add(`k${common}${Number(isCommon(before?.lower ?? ''))}${Number(isCommon(after?.lower ?? ''))}${start}`);
  add(`K${Number(isCommon(lead.lower))}${Number(isCommon(head.lower))}${length}`);
  const markBefore = tokens[run.first - 1]?.kind === 'mark';
  const markAfter = tokens[run.last]?.kind === 'mark';
  add(`m${Number(markBefore)}${Number(markAfter)}${length}`);
  return rows;
}

/** FNV-1a. */
const rowOf = (sign: string): number => hashOf(sign) & (ROWS - 1);

function hashOf(sign: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < sign.length; i++) {
    hash ^= sign.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
