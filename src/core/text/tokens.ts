/**
 * The one pass over the characters of a text that sentences, names, quotes and dates share.
 *
 * A token is a word (with its inner hyphens, apostrophes and abbreviation dots: "O'Brien", "U.S", "example.com"),
 * a number ("1,000.5"), a quotation mark, a sentence end, a possessive ending ("'s"), or any other single sign.
 */
type TokenKind = 'word' | 'number' | 'mark' | 'end' | 'possessive' | 'sign';

/** What stands before a token: nothing, white space, one line break, or a blank line. */
export const GAP = { none: 0, space: 1, line: 2, paragraph: 3 } as const;
type Gap = (typeof GAP)[keyof typeof GAP];

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** The characters as they stand. */
  readonly word: string;
  /** Lower case, with a straight apostrophe. */
  readonly lower: string;
  readonly gap: Gap;
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
  /** Begins with an upper-case letter. */
  readonly capital: boolean;
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const MARK = 4;
const END = 5;
const OTHER = 6;

/** Classes of the Basic Multilingual Plane, filled as characters are met: \p{…} tests are slow. */
const classes = new Uint8Array(65536);
const MARKS =
  '"\'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\uff02';
for (const mark of MARKS) classes[mark.charCodeAt(0)] = MARK;
for (const end of '.!?\u2026\u203c\u2047\u2048\u2049\u3002\uff01\uff1f') classes[end.charCodeAt(0)] = END;
for (const space of '\u200b\u2060\ufeff') classes[space.charCodeAt(0)] = SPACE;

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  return /\p{Nd}/u.test(character) ? DIGIT : OTHER;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return 0;
  let found = classes[code] ?? 0;
  if (found === 0) {
    if (code >= 0xd800 && code < 0xe000) return classOfPair(text, at);
    found = classify(text.charAt(at));
    classes[code] = found;
  }
  return found;
}

/** The class of half a surrogate pair: that of the whole character, so that a pair is never split. */
function classOfPair(text: string, at: number): number {
  const low = text.charCodeAt(at) >= 0xdc00;
  const point = text.codePointAt(low ? at - 1 : at) ?? 0;
  return point > 0xffff ? classify(String.fromCodePoint(point)) : OTHER;
}

/** Words after which "'s" is a verb ("he's"), not a possessive. */
const CONTRACTING = new Set('he she it that there here what who where how let when why this one'.split(' '));

const isWordClass = (found: number): boolean => found === LETTER || found === DIGIT;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2018;
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;

/** Reads the tokens of a text, in order. Linear in its length. */
export function parseTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let gap: Gap = GAP.none;
  let paragraph = 0;
  while (at < text.length) {
    const found = classAt(text, at);
    if (found === SPACE) {
      const from = at;
      while (at < text.length && classAt(text, at) === SPACE) at++;
      gap = gapOf(text, from, at);
      if (gap === GAP.paragraph && tokens.length > 0) paragraph++;
      continue;
    }
    let end = at + 1;
    let kind: TokenKind = 'sign';
    if (isWordClass(found)) {
      end = wordEnd(text, at);
      kind = isNumber(text, at, end) ? 'number' : 'word';
    } else if (found === MARK) {
      end = possessiveEnd(text, at, tokens.at(-1), gap);
      kind = end > at + 1 ? (CONTRACTING.has(tokens.at(-1)?.lower ?? '') ? 'word' : 'possessive') : 'mark';
      if (kind === 'mark') end = markEnd(text, at);
    } else if (found === END) kind = 'end';
    else if (isPair(text, at)) end = at + 2;
    const word = text.slice(at, end);
    const lower = word.toLowerCase();
    tokens.push({
      start: at,
      end,
      kind,
      word,
      lower: kind === 'word' || kind === 'possessive' ? lower.replaceAll(/[\u2018\u2019]/g, "'") : lower,
      gap,
      paragraph,
      capital: kind === 'word' && isCapital(word, lower),
    });
    gap = GAP.none;
    at = end;
  }
  return tokens;
}

function gapOf(text: string, from: number, to: number): Gap {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x2028 || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) lines++;
    else if (code === 0x2029) lines += 2;
  }
  if (lines === 0) return GAP.space;
  return lines === 1 ? GAP.line : GAP.paragraph;
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

function isCapital(word: string, lower: string): boolean {
  const first = word.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  return word.charAt(0) !== lower.charAt(0);
}

function isNumber(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (classAt(text, i) === LETTER) return false;
  return true;
}

/** '', `` and ’’ are one quotation mark; of three that close, the first closes what is quoted inside. */
function markEnd(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === sign && text.charCodeAt(at + 2) === sign && isClosing(text, at))
    return at + 1;
  return (sign === 0x27 || sign === 0x60 || sign === 0x2019) && text.charCodeAt(at + 1) === sign
    ? at + 2
    : at + 1;
}

/** Whether a mark stands right behind something, rather than before a word. */
const isClosing = (text: string, at: number): boolean => at > 0 && classAt(text, at - 1) !== SPACE;

/** The end of "'s" after a word, else at + 1. */
function possessiveEnd(text: string, at: number, before: Token | undefined, gap: Gap): number {
  if (gap !== GAP.none || !isApostrophe(text.charCodeAt(at)) || !before) return at + 1;
  if (before.kind === 'mark' || before.kind === 'sign') return at + 1;
  const next = text.charCodeAt(at + 1) | 0x20;
  return next === 0x73 && !isWordClass(classAt(text, at + 2)) ? at + 2 : at + 1;
}

const ADDRESS = /^(?:https?:|www$|mailto:)/i;
/** Longest address that is read as one token; also bounds the look-ahead. */
const ADDRESS_MAX = 2000;

function wordEnd(text: string, from: number): number {
  let at = from;
  let segment = from; // where the part since the last inner sign begins
  while (at < text.length) {
    const found = classAt(text, at);
    if (isWordClass(found)) {
      at++;
      continue;
    }
    const next = classAt(text, at + 1);
    if (!joins(text, at, segment, next)) break;
    segment = at + 1;
    at++;
  }
  // A sign is joined only to a word character that follows, so that `at` never ends on a sign.
  const head = text.slice(from, Math.min(at + 1, from + 8));
  if (ADDRESS.test(head) && at - from < 12 && isAddressSign(text.charCodeAt(at)))
    return addressEnd(text, from);
  return at;
}

const isAddressSign = (code: number): boolean => code === 0x3a || code === 0x2e || code === 0x2f;

function addressEnd(text: string, from: number): number {
  let at = from;
  const stop = Math.min(text.length, from + ADDRESS_MAX);
  while (at < stop && classAt(text, at) !== SPACE && !isAddressEnd(text.charCodeAt(at))) at++;
  while (at > from + 1 && !isWordClass(classAt(text, at - 1)) && text.charCodeAt(at - 1) !== 0x2f) at--;
  if (at < text.length && at > from && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000) at--;
  return Math.max(at, from + 1);
}

const isAddressEnd = (code: number): boolean =>
  code === 0x22 || code === 0x29 || code === 0x3c || code === 0x3e || code === 0x201d || code === 0xbb;

/** Whether the sign at `at` stands inside a word or number rather than after it. */
function joins(text: string, at: number, segment: number, next: number): boolean {
  if (!isWordClass(next)) {
    // U.S.-led, Ph.D.-level
    const abbreviation = text.charCodeAt(at) === 0x2e && at - segment === 1;
    return abbreviation && isHyphen(text.charCodeAt(at + 1)) && classAt(text, at + 2) === LETTER;
  }
  const code = text.charCodeAt(at);
  const before = classAt(text, at - 1);
  if (isHyphen(code)) return true;
  if (isApostrophe(code)) return before === LETTER && next === LETTER && !isPossessive(text, at);
  if (code === 0x2e) {
    if (before === DIGIT && next === DIGIT) return true;
    if (before !== LETTER || next !== LETTER) return false;
    return at - segment === 1 || (isLowerAt(text, at + 1) && isLowerAt(text, at - 1));
  }
  if (code === 0x2c || code === 0x3a) return before === DIGIT && next === DIGIT;
  if (code === 0x26) return at - segment <= 2; // AT&T, R&D
  if (code === 0x40 || code === 0x5f) return true; // addresses
  return false;
}

function isPossessive(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | 0x20) === 0x73 && !isWordClass(classAt(text, at + 2));
}

function isLowerAt(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign !== sign.toUpperCase();
}
