/** How the index keeps an article: its sentences as term numbers, so that ranking them reads no text. */
import { termOf } from './query.ts';
import { isCapital, isNumeral, scanWords } from './words.ts';

/**
 * One article as the index keeps it: term numbers of its sentences in one typed array, so that thousands of articles cost
 * little and nothing has to be tokenised again when a question comes.
 *
 * Layout: `rows` groups of four (start, end, index of the first term, number of words), then the terms. Row 0 is the title.
 */
export interface PackedArticle {
  readonly rows: number;
  readonly data: Uint32Array;
}

/** A row before it is packed. */
export interface Row {
  readonly start: number;
  readonly end: number;
  /** Words by white space, stop words included. */
  readonly words: number;
  readonly terms: readonly number[];
}

const FIELDS = 4;
/** Words whose numbers are remembered while articles are read. */
const KNOWN_WORDS = 100_000;

/** Reads rows of texts; one reader remembers the words that it met, so that most cost one look-up. */
export function createRowReader(
  numberOf: (term: string) => number,
): (text: string, start: number, end: number) => Row {
  /** -1 for a stop word. */
  const known = new Map<string, number>();
  const readWord = (word: string): number => {
    const term = termOf(word);
    const number = term === null ? -1 : numberOf(term);
    if (known.size < KNOWN_WORDS) known.set(word, number);
    return number;
  };
  return (text, start, end) => {
    const terms: number[] = [];
    let words = 0;
    scanWords(text, start, end, (from, to) => {
      words += 1;
      const word = text.slice(from, to);
      const number = known.get(word) ?? readWord(word);
      if (number < 0) return;
      const named = isNumeral(word) || (from > start && isCapital(word));
      terms.push(named ? number + NAMED : number);
    });
    return { start, end, words, terms };
  };
}

/** Packs the sentences of an article into one typed array. */
export function packRows(rows: readonly Row[]): PackedArticle {
  const size = rows.reduce((sum, row) => sum + row.terms.length, rows.length * FIELDS);
  const data = new Uint32Array(size);
  let at = rows.length * FIELDS;
  rows.forEach((row, index) => {
    data.set([row.start, row.end, at, row.words], index * FIELDS);
    data.set(row.terms, at);
    at += row.terms.length;
  });
  return { rows: rows.length, data };
}

/** Where a sentence begins in its text, in UTF-16 code units. */
export function startOf(article: PackedArticle, row: number): number {
  return article.data[row * FIELDS] ?? 0;
}

/** Where it ends: the first unit behind it. */
export function endOf(article: PackedArticle, row: number): number {
  return article.data[row * FIELDS + 1] ?? 0;
}

/** How many words it has. */
export function wordsOf(article: PackedArticle, row: number): number {
  return article.data[row * FIELDS + 3] ?? 0;
}

/** Set in a stored term where the word is written as a name: the number itself is the rest. */
const NAMED = 0x8000_0000;
const NUMBER = 0x7fff_ffff;

/** The term number without its mark. */
export function numberOf(stored: number): number {
  return stored & NUMBER;
}

/** Whether a stored term stands in a name. */
export function isNamed(stored: number): boolean {
  return stored >= NAMED;
}

/** Stored terms of a row, a view and no copy. */
export function storedTermsOf(article: PackedArticle, row: number): Uint32Array {
  const from = article.data[row * FIELDS + 2] ?? 0;
  const to = row + 1 < article.rows ? (article.data[(row + 1) * FIELDS + 2] ?? 0) : article.data.length;
  return article.data.subarray(from, to);
}

/** Stored terms of all rows. */
export function allStoredTerms(article: PackedArticle): Uint32Array {
  return article.data.subarray(article.rows * FIELDS);
}
