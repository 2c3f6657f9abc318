/** Whether two sentences speak of the same thing, whatever they say of it. */
import { distance } from 'fastest-levenshtein';
import type { DateMention } from '../../article.ts';
import { COUNTRIES } from '../../text/data/places.ts';
import type { DifferenceOf } from '../types.ts';
import type { Facts, Named } from './facts.ts';
import { type Pair, pairOf, type Weights } from './pairs.ts';

export interface Difference {
  readonly of: DifferenceOf;
  /** What differs, as it is put on each side. */
  readonly values: readonly [string, string];
  /** What is counted, or the kind of value: one difference a subject is shown. */
  readonly subject: string;
}

/** Whether an article says this somewhere: then it does not differ from who says so. */
export interface Elsewhere {
  /** Whether the article of side 0 or 1 gives this number for this unit anywhere. */
  counts(side: 0 | 1, unit: string, value: number): boolean;
  /** Whether it holds the words of this name together. */
  names(side: 0 | 1, name: Named): boolean;
  dates(side: 0 | 1, value: string): boolean;
}

/** Two sentences side by side, with what each states. */
export interface Sides {
  readonly pair: Pair;
  readonly a: Facts;
  readonly b: Facts;
  readonly weights: Weights;
  readonly elsewhere: Elsewhere;
}

/** Shared weight and terms from which two sentences are about the same thing. */
export interface Least {
  readonly overlap: number;
  readonly terms: number;
}

/** Whether a pair shares at least so much weight and so many terms. */
export function isAbout(pair: Pair, least: Least): boolean {
  return pair.overlap >= least.overlap && pair.shared >= least.terms;
}

/** A pair without the terms given and without who says so: what is left is what it is about. */
export function restOf({ pair, weights, a, b }: Sides, terms: Iterable<string>): Pair {
  return pairOf(pair.a, pair.b, weights, new Set([...terms, ...a.attribution, ...b.attribution]));
}

/** Sentences dated differently speak of different times. */
export function datesApart({ a, b }: Pick<Sides, 'a' | 'b'>): boolean {
  const [ours, theirs] = [a, b].map(({ dates }) => dates.filter(({ value }) => value !== null));
  if (!ours?.length || !theirs?.length) return false;
  return !haveDayInCommon(ours, theirs);
}

/** Whether one date lies in another: 4 May in May. */
export function haveDayInCommon(a: readonly DateMention[], b: readonly DateMention[]): boolean {
  const theirs = b.flatMap(({ value }) => value ?? []);
  return a.some(
    ({ value }) =>
      value !== null && theirs.some((other) => value.startsWith(other) || other.startsWith(value)),
  );
}

/** The only one of each side that the other side does not name, or null where there are none or several. */
export function onlyOnesOf(
  ours: readonly Named[],
  theirs: readonly Named[],
  a: readonly Named[],
  b: readonly Named[],
): [Named, Named] | null {
  const [one, second] = ours.filter((named) => !b.some((other) => isSame(named, other)));
  const [other, third] = theirs.filter((named) => !a.some((known) => isSame(named, known)));
  return one && other && !second && !third ? [one, other] : null;
}

/** Other names of countries that are no part of their full names. */
const ALIASES: Record<string, string> = {
  us: 'united states',
  usa: 'united states',
  america: 'united states',
  uk: 'united kingdom',
  britain: 'united kingdom',
  england: 'united kingdom',
};

/** "Solberg" and "Ingrid Solberg" are the same, and so are "US" and "United States". */
export function isSame(a: Named, b: Named): boolean {
  for (const term of a.terms) if (b.terms.has(term)) return true;
  const [one, other] = [a, b].map(({ name }) => name.toLowerCase().replaceAll('.', '').replace(/^the /, ''));
  if (one === undefined || other === undefined) return false;
  return (ALIASES[one] ?? one) === (ALIASES[other] ?? other) || areSpellings(one, other);
}

/** Names shorter than this are others where one letter is: "Rome", "Roma"; "Lodi", "Lodz". */
const LONG = 5;

/** Consonants alone, each once in a row, hard ones alike: what spellings of a foreign name share. */
const soundOf = (name: string): string => name.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1');

/** "Gaddafi" and "Gadhafi", "Kyiv" and "Kiev"; never two countries, of which some are one letter apart: "Iran" and "Iraq". */
export function areSpellings(one: string, other: string): boolean {
  if ((COUNTRIES.has(one) && COUNTRIES.has(other)) || one[0] !== other[0]) return false;
  if (Math.min(one.length, other.length) >= LONG && distance(one, other) <= 1) return true;
  return soundOf(one).length > 1 && soundOf(one) === soundOf(other);
}

/** A town lies in a country: only two countries, or two places that are none, can be set against each other. */
export function areOfOneSize(one: Named, other: Named): boolean {
  return COUNTRIES.has(one.name.toLowerCase()) === COUNTRIES.has(other.name.toLowerCase());
}
