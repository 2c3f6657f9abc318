/** Words of a query that no article has, and what the index took them for: a slip of the keys may be mended, another word not. */
import { distance } from 'fastest-levenshtein';
import type { Article } from './article.ts';
import { parseTokens } from './search/query.ts';
import { isCommon } from './text/names/features.ts';

/** A word as it was typed, and as the articles write what it was read as. */
export interface ReadAs {
  readonly typed: string;
  readonly meant: string;
}

/** Shorter stems are a letter away from others by chance: "Iraq", "Iran". */
const SHORTEST = 5;
/** Letters that are wrong in a word, at most: one in so many. */
const ONE_IN = 5;
/** Found articles that are looked through. */
const LOOKED = 8;

/**
 * What the words of a query were read as; null where one of them is no slip of what these articles have, but another word.
 * @param unknown the terms for which the index had to look for others: what some other article has was read as it stands
 */
export function findMisread(
  query: string,
  unknown: readonly string[],
  found: readonly Article[],
): readonly ReadAs[] | null {
  let missing = new Map([...termsOf(query)].filter(([term]) => unknown.includes(term)));
  if (missing.size === 0) return [];
  const words = new Map<string, string>();
  for (const { title, text, publisher, author } of found.slice(0, LOOKED)) {
    const held = termsOf([title, text, publisher, author].join('\n'));
    missing = new Map([...missing].filter(([term]) => !held.has(term)));
    if (missing.size === 0) return [];
    for (const [term, word] of held) if (!words.has(term)) words.set(term, word);
  }
  const readings: ReadAs[] = [];
  for (const [term, typed] of missing) {
    // "Iraq" where they write of Iraqis.
    if ([...words.keys()].some((other) => other.startsWith(term))) continue;
    const meant = nearest(term, words);
    // Not read as anything: the other words of the query found these.
    if (meant === undefined) continue;
    if (term.length < SHORTEST || !isSlip(typed.toLowerCase(), meant.toLowerCase())) return null;
    readings.push({ typed, meant });
  }
  return readings;
}

function isSlip(typed: string, meant: string): boolean {
  return typed.charAt(0) === meant.charAt(0) && !isCommon(typed);
}

function nearest(term: string, words: ReadonlyMap<string, string>): string | undefined {
  let best: { readonly word: string; readonly off: number } | undefined;
  const most = Math.max(1, Math.round(term.length / ONE_IN));
  for (const [other, word] of words) {
    if (Math.abs(other.length - term.length) > most) continue;
    const off = distance(term, other);
    if (off <= most && off < (best?.off ?? Number.POSITIVE_INFINITY)) best = { word, off };
  }
  return best?.word;
}

/** Each term with the word that it first stands for. */
function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const { term, start, end } of parseTokens(text))
    if (term !== null && !terms.has(term)) terms.set(term, text.slice(start, end));
  return terms;
}
