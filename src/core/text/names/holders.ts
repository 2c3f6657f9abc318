/** Where somebody's name begins behind what he is: "Mayor | Anna Weber", "Larkfield Supreme Court Justice | Anna Weber". */
import { FIRST_NAMES } from '../data/first-names.ts';
import { NATIONALITIES, OFFICES, ORGANISATION_WORDS, SHORT_TITLES } from '../data/offices.ts';
import type { Token } from '../tokens.ts';

/** Titles that are part of the name. */
const WORN = new Set(
  'king queen pope prince princess emperor empress duke duchess lord lady saint sultan sheikh general major judge justice bishop father mother brother sister captain chief marshal whip page dean priest cook coach baker miller'.split(
    ' ',
  ),
);

/** "Mayor Anna Weber", "Union Chair Bo Lund": the person begins behind the office, unless it is worn like a name ("Queen Anne"). */
export function pastOffice(tokens: readonly Token[], first: number, last: number): number {
  for (let i = last - 2; i >= first; i--) {
    const word = (tokens[i]?.lower ?? '').replace(/-(?:designate|elect)$/, '');
    if (WORN.has(word) || !(OFFICES.has(word) || SHORT_TITLES.has(word))) continue;
    const next = tokens[i + 1]?.word === '.' ? i + 2 : i + 1;
    if (tokens[next]?.lower === 'of') return pastOf(tokens, next, last) ?? first;
    return next < last && tokens[next]?.capital && !OFFICES.has(tokens[next]?.lower ?? '') ? next : first;
  }
  return first;
}

/** "Secretary of State Anna Weber": the person begins with a given name. */
function pastOf(tokens: readonly Token[], of: number, last: number): number | null {
  for (let i = of + 2; i < last - 1; i++) if (FIRST_NAMES.has(tokens[i]?.lower ?? '')) return i;
  return null;
}

const isHouse = (token: Token | undefined): boolean => ORGANISATION_WORDS.has(token?.lower ?? '');

/** "Republican Anna Weber": the token where the person begins, or the first where nobody does. */
export function pastParty(tokens: readonly Token[], first: number, last: number): number {
  const isParty =
    last - first > 2 &&
    NATIONALITIES.has(tokens[first]?.lower ?? '') &&
    FIRST_NAMES.has(tokens[first + 1]?.lower ?? '') &&
    !isHouse(tokens[last - 1]);
  return isParty ? first + 1 : first;
}

/** "Larkfield City Council President Anna Weber", read as a house: an office, and then who holds it; else the first token. */
export function pastHouse(tokens: readonly Token[], first: number, last: number): number {
  if (isHouse(tokens[last - 1])) return first;
  const from = pastOffice(tokens, first, last);
  const words = last - from;
  if (from > first && (words === 2 || words === 3)) return from;
  for (let i = last - 3; i > first; i--)
    if (WORN.has(tokens[i]?.lower ?? '') && FIRST_NAMES.has(tokens[i + 1]?.lower ?? '')) return i + 1;
  return first;
}
