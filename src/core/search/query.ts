/** From words to search terms: tokens, stop words, stems, and the weight of a word in a query. */
import { stemmer } from 'stemmer';
import { IRREGULAR } from './irregular.ts';
import { isCapital, isNumeral, scanWords } from './words.ts';

/** Words that carry no subject: grammar, and the verbs of saying that every news article is full of. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also although am among an and any anyone are aren as at be because been before
  being below between both but by can cannot could couldn did didn do does doesn doing don done down during each either
  ever every few for from further get gets got had hadn has hasn have haven having he her here hers herself him himself
  his how however i if in instead into is isn it its itself just let like ll may me might more most much must my myself
  neither no nor not now of off often on once one only onto or other others our ours ourselves out over own per please
  quite rather really re said same say says shall she should shouldn since so some such tell than that the their theirs
  them themselves then there these they this those though through thus to too toward towards under until up upon us ve
  very was wasn we were weren what when where whether which while who whom whose why will with within without won would
  wouldn yet you your yours yourself`.split(/\s+/),
);

/** A word where it stands; `term` is null for a stop word. */
export interface Token {
  readonly term: string | null;
  readonly start: number;
  readonly end: number;
}

/** A word longer than this is no word of a language (a link, a key, noise): it is cut, so that nothing is slow. */
const LONGEST = 40;
/** Distinct words remembered: nearly all that are met, and no more memory than a few articles. */
const REMEMBERED = 20_000;

/** Two generations: when the young one is full it becomes the old one, so that common words are never forgotten. */
let young = new Map<string, string | null>();
let old = new Map<string, string | null>();

/** The Porter stem of a lower-case word ("won" as of "win"); what is not of the English alphabet stays as it is. */
export function stem(word: string): string {
  return /^[a-z]+$/.test(word) ? stemmer(IRREGULAR.get(word) ?? word) : word;
}

/** Without accents, for words beyond ASCII. */
function foldAccents(word: string): string {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) > 0x7f) return word.normalize('NFKD').replace(/\p{M}/gu, '');
  }
  return word;
}

function readTerm(raw: string): string | null {
  if (/^(?:US|U\.S\.?|USA|U\.S\.A\.?)$/.test(raw)) return 'usa';
  const word = foldAccents(raw.length > LONGEST ? raw.slice(0, LONGEST) : raw)
    .toLowerCase()
    .replace(/['’].*$/u, '');
  if (isNumeral(word)) return word.replace(/,(?=\d{3}(?:\D|$))/g, '');
  const plain = word.includes('.') ? word.replaceAll('.', '') : word;
  // "Won" is the stump of "won't", and a word of its own.
  if (plain === 'won' && plain.length === raw.length) return stem(plain);
  return plain === '' || STOP_WORDS.has(plain) ? null : stem(plain);
}

/** The search term of one word as it stands in a text, or null for a stop word. */
export function termOf(raw: string): string | null {
  const known = young.get(raw);
  if (known !== undefined) return known;
  const before = old.get(raw);
  const term = before === undefined ? readTerm(raw) : before;
  if (young.size >= REMEMBERED) [old, young] = [young, new Map()];
  young.set(raw, term);
  return term;
}

/** All words of a text with their places, in order, stop words included. */
export function parseTokens(text: string): Token[] {
  const tokens: Token[] = [];
  scanWords(text, 0, text.length, (start, end) => {
    tokens.push({ term: termOf(text.slice(start, end)), start, end });
  });
  return tokens;
}

/** The words of a text as they stand, in order. */
export function parseWords(text: string): string[] {
  const words: string[] = [];
  scanWords(text, 0, text.length, (start, end) => words.push(text.slice(start, end)));
  return words;
}

/** Stems of the words of a text that are not stop words, in order, with repetitions. */
export function parseTerms(text: string): string[] {
  const found: string[] = [];
  scanWords(text, 0, text.length, (start, end) => {
    const term = termOf(text.slice(start, end));
    if (term !== null) found.push(term);
  });
  return found;
}

/** Small words of names are none of their own. */
const JOINS_NAMES = /^(?:the|an?|of|and|for|in|on|at)$/i;

/** The terms of a name: with a capital, a word of grammar is one, too ("Will Reed", "Theresa May"). */
export function nameTerms(name: string): string[] {
  return parseTokens(name).flatMap(({ term, start, end }) => {
    const word = name.slice(start, end);
    if (term !== null || !/^\p{Lu}/u.test(word) || JOINS_NAMES.test(word)) return term ?? [];
    return stem(word.toLowerCase().replace(/['’].*$/u, ''));
  });
}

/** A term of a query; `weight` is above 1 for words of names. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

const NAME_WEIGHT = 1.25;

/** Terms of a query in order; a word that is written as a name, or holds a number, weighs more. */
export function parseWeightedTerms(text: string): WeightedTerm[] {
  // In a text that is all capitals, or none, capitals say nothing.
  const shouted = !/\p{Ll}/u.test(text);
  const found: WeightedTerm[] = [];
  scanWords(text, 0, text.length, (start, end) => {
    const word = text.slice(start, end);
    const term = termOf(word);
    if (term === null) return;
    const first = start === 0 || /[.!?]\s*$/.test(text.slice(Math.max(0, start - 3), start));
    const named = isNumeral(word) || (!first && !shouted && isCapital(word));
    found.push({ term, weight: named ? NAME_WEIGHT : 1 });
  });
  return found;
}
