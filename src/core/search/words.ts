/** Where the words of a text begin and end. A table of characters, because regular expressions cost most of indexing. */

const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;

/** Classes of the Basic Multilingual Plane, filled as characters are met. */
const classes = new Uint8Array(65536);

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = classes[code];
  if (known !== undefined && known !== 0) return known;
  if (Number.isNaN(code)) return OTHER;
  // Halves of a surrogate pair belong together: letters of rare scripts are words, and so, harmlessly, are emoji.
  const surrogate = code >= 0xd800 && code < 0xe000;
  const character = text.charAt(at);
  const found =
    surrogate || /[\p{L}\p{M}]/u.test(character) ? LETTER : /\p{N}/u.test(character) ? DIGIT : OTHER;
  classes[code] = found;
  return found;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const isPoint = (code: number): boolean => code === 0x2e || code === 0x2c;

/** The end of a dotted abbreviation (U.S., p.m.) that begins at `from`, else `from`. */
function abbreviationEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at + 1 < to && classAt(text, at) === LETTER && text.charCodeAt(at + 1) === 0x2e) at += 2;
  return at - from >= 4 ? at : from;
}

function wordEnd(text: string, from: number, to: number): number {
  const abbreviation = text.charCodeAt(from + 1) === 0x2e ? abbreviationEnd(text, from, to) : from;
  if (abbreviation > from) return abbreviation;
  let at = from + 1;
  let digits = classAt(text, from) === DIGIT;
  while (at < to) {
    const found = classAt(text, at);
    if (found !== OTHER) {
      digits &&= found === DIGIT;
      at += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    const next = at + 1 < to ? classAt(text, at + 1) : OTHER;
    // 1,400 and 3.5 are one word, and so is "o'clock".
    if (!(digits && isPoint(code) && next === DIGIT) && !(isApostrophe(code) && next === LETTER)) break;
    at += 1;
  }
  return at;
}

/** Visits the words of `text` between two offsets in order. Linear. */
export function scanWords(
  text: string,
  from: number,
  to: number,
  visit: (start: number, end: number) => void,
): void {
  let at = from;
  while (at < to) {
    if (classAt(text, at) === OTHER) {
      at += 1;
      continue;
    }
    const end = wordEnd(text, at, to);
    visit(at, end);
    at = end;
  }
}

/** Begins with a digit. */
export function isNumeral(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** Begins with an upper-case letter. */
export function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
