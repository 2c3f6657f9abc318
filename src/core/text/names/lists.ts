/** In which lists of the gazetteers a word stands, and whether it belongs to a place of several words. */
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

const LISTS = [
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

/** Bits of the lists by word, for every word that stands in any. */
const BITS: ReadonlyMap<string, number> = bitsOfAll();
/** Longest place name, in tokens. */
const LONGEST_PLACE = 4;
/** First words of places of several words. */
const PLACE_BEGINNINGS: ReadonlySet<string> = new Set(
  [...COUNTRIES, ...PLACES]
    .filter((place) => /[ .-]/.test(place))
    .map((place) => place.split(/[ .-]/)[0] ?? ''),
);

function bitsOfAll(): Map<string, number> {
  const bits = new Map<string, number>();
  LISTS.forEach((list, i) => {
    for (const word of list) bits.set(word, (bits.get(word) ?? 0) | (1 << i));
  });
  return bits;
}

/** The lists that a word stands in, as bits. */
export const listsOf = (lower: string): number => BITS.get(lower) ?? 0;

/** How many tokens from one on are a place of several words ("New York"), or 0. */
export function placeAt(tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.lower ?? '';
  if (!PLACE_BEGINNINGS.has(first)) return 0;
  let phrase = first;
  for (let size = 2; size <= LONGEST_PLACE; size++) {
    const token = tokens[at + size - 1];
    if (!token || token.gap >= GAP.line) return 0;
    phrase += token.gap === GAP.none ? token.lower : ` ${token.lower}`;
    if (COUNTRIES.has(phrase) || PLACES.has(phrase)) return size;
  }
  return 0;
}
