/** The words of requests, mistyped: "lastest", "teh", "sumary". */
import { distance } from 'fastest-levenshtein';

const KNOWN = [
  'latest',
  'update',
  'updates',
  'summary',
  'summarise',
  'summarize',
  'overview',
  'briefing',
  'timeline',
  'headlines',
  'stories',
  'topics',
  'sources',
  'quotes',
  'figures',
  'differences',
] as const;
/** Short ones are too near to other words. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^teh$/i, 'the'],
  [/^(?:wats?|wat['’]s|waht['’]?s|whts)$/i, "what's"],
  [/^(?:baout|abuot|abot|abt)$/i, 'about'],
];

/** The words with those of requests as they are spelt; words of other kinds stay. */
export function respellRequest(words: string): string {
  return words.replace(/[\p{L}'’]+/gu, (word) => {
    const short = SHORT.find(([pattern]) => pattern.test(word));
    if (short) return short[1];
    return KNOWN.find((known) => isMistyped(word.toLowerCase(), known)) ?? word;
  });
}

const sorted = (word: string): string => [...word].sort().join('');

/** One letter off, or two that have changed places. Another form of a word is another word: "quoted", "figure". */
function isMistyped(typed: string, known: string): boolean {
  if (typed.length < 5 || typed[0] !== known[0] || /(?:ed|er|ing)$/.test(typed)) return false;
  if (typed === known || `${typed}s` === known || `${known}s` === typed) return false;
  return distance(typed, known) === 1 || sorted(typed) === sorted(known);
}
