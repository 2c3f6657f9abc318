/** Whom "he" and "she" can mean. */
import { EITHER_NAMES, FEMALE_NAMES } from './data/female-names.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { NAMES_OF_MEN, NAMES_OF_WOMEN } from './data/given-names.ts';
import type { Token } from './tokens.ts';

export type Gender = 'he' | 'she';

const MALE_ROLE =
  /\b(?:Mr|spokesman|chairman|congressman|councilman|alderman|businessman|king|prince|father|son|brother|husband|sir|lord|actor|man|assemblyman|pope|duke|imam|rabbi)\b/i;
const FEMALE_ROLE =
  /\b(?:Mrs|Ms|Miss|spokeswoman|chairwoman|congresswoman|councilwoman|businesswoman|queen|princess|mother|daughter|sister|wife|lady|actress|woman|assemblywoman|duchess|first lady)\b/i;

const COURTESY: ReadonlyMap<string, Gender> = new Map([
  ['mr', 'he'],
  ['sir', 'he'],
  ['shri', 'he'],
  ['mrs', 'she'],
  ['ms', 'she'],
  ['miss', 'she'],
  ['dame', 'she'],
  ['smt', 'she'],
  ['shrimati', 'she'],
]);

/** What the courtesy title right before the name at token `first` tells: "Mr. Hale", "Mrs Hale". */
export function courtesyOf(tokens: readonly Token[], first: number): Gender | null {
  const title = tokens[first - 1]?.word === '.' ? tokens[first - 2] : tokens[first - 1];
  return COURTESY.get(title?.lower ?? '') ?? null;
}

/** The same for a name that begins at a place of a text. */
export function courtesyAt(text: string, start: number): Gender | null {
  const title = /(\p{L}+)\.? $/u.exec(text.slice(Math.max(0, start - 8), start))?.[1];
  return COURTESY.get(title?.toLowerCase() ?? '') ?? null;
}

/** What a person's role or given name tells, or null. */
export function genderOf(name: string, role: string | null): Gender | null {
  // Of "Mr. Hale's campaign manager" and "wife of the chairman" only the office itself tells.
  const office = role?.replace(/^.*['’]s\s/, '').split(/\s(?:of|for|at|in|to|on)\s/)[0] ?? '';
  if (FEMALE_ROLE.test(office)) return 'she';
  if (MALE_ROLE.test(office)) return 'he';
  const words = name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean);
  if (words.length < 2) return null;
  return genderOfGiven(words[0] ?? '');
}

/** What a given name tells, in small letters; null for names of both and for other words. */
export function genderOfGiven(first: string): Gender | null {
  if (EITHER_NAMES.has(first)) return null;
  if (FEMALE_NAMES.has(first)) return 'she';
  if (FIRST_NAMES.has(first)) return 'he';
  const folded = foldName(first);
  if (NAMES_OF_WOMEN.has(folded)) return 'she';
  return NAMES_OF_MEN.has(folded) ? 'he' : null;
}

/** A name in small letters without accents. */
export function foldName(name: string): string {
  return name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}
