/** Where two sentences about the same thing cannot both be right. */
import type { DateMention } from '../article.ts';
import { contradict, isMeasure } from '../search/numbers.ts';
import { parseTerms } from '../search/query.ts';
import { COUNTRIES } from '../text/data/places.ts';
import { standingOf } from './dangling.ts';
import type { Facts, Named } from './facts.ts';
import type { Line } from './lines.ts';
import { type Pair, pairOf, type Weights } from './pairs.ts';
import type { DifferenceOf } from './types.ts';
import { plainTerm } from './verbs.ts';

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
  /** Whether it holds all these terms within one name. */
  names(side: 0 | 1, name: Named): boolean;
  dates(side: 0 | 1, value: string): boolean;
}

/** What two sentences must share, leaving out the values themselves, to be about the same thing. */
const COUNTED = { overlap: 0.5, terms: 3 };
const TOLL = { overlap: 0.35, terms: 2 };
const MEASURED = { overlap: 0.65, terms: 3 };
const PLACED = { overlap: 0.6, terms: 3 };
const DONE = { overlap: 0.75, terms: 3 };
/** Where only a name or a hedge may differ, all else must be nearly the same, counted over both sentences. */
const ALIKE = 0.6;
/** Units of people's fates: within one story, tolls are of its event. */
const FATES = new Set(['death', 'injured', 'missing', 'arrest', 'displaced']);

/** Other names of countries that are no part of their full names. */
const ALIASES: Record<string, string> = {
  us: 'united states',
  usa: 'united states',
  america: 'united states',
  uk: 'united kingdom',
  britain: 'united kingdom',
  england: 'united kingdom',
};

/** The first difference of a pair, or null: numbers, then dates, places, actors, certainty. */
export function findDifference(
  pair: Pair,
  a: Facts,
  b: Facts,
  weights: Weights,
  elsewhere: Elsewhere,
): Difference | null {
  return (
    numberDifference(pair, a, b, weights, elsewhere) ??
    dateDifference(pair, a, b, weights, elsewhere) ??
    placeDifference(pair, a, b, weights, elsewhere) ??
    actorDifference(pair, a, b, weights, elsewhere) ??
    certaintyDifference(pair, a, b, weights)
  );
}

function isAbout(pair: Pair, least: { overlap: number; terms: number }): boolean {
  return pair.overlap >= least.overlap && pair.shared >= least.terms;
}

function numberDifference(
  pair: Pair,
  a: Facts,
  b: Facts,
  weights: Weights,
  elsewhere: Elsewhere,
): Difference | null {
  if (datesApart(a, b) || scopeOf(pair.a.text) !== scopeOf(pair.b.text)) return null;
  const sameSubject = haveSameSubject(pair, a, b);
  for (const one of a.counts)
    for (const other of b.counts) {
      if (!contradict(one, other) || !(sameSubject || FATES.has(one.unit))) continue;
      const units = new Set(a.counts.filter((count) => count.unit === one.unit).map((count) => count.value));
      if (units.size > 1 || b.counts.some((count) => count.unit === one.unit && units.has(count.value)))
        continue;
      if (elsewhere.counts(0, one.unit, other.value) || elsewhere.counts(1, one.unit, one.value)) continue;
      const rest = pairOf(
        pair.a,
        pair.b,
        weights,
        new Set([
          ...[...a.valued, ...b.valued].filter((term) => /^\d/.test(term)),
          ...a.attribution,
          ...b.attribution,
        ]),
      );
      if (
        !isAbout(
          rest,
          FATES.has(one.unit) ? TOLL : isMeasure(one.unit) || one.unit === '%' ? MEASURED : COUNTED,
        )
      )
        continue;
      const values: [string, string] = [
        pair.a.text.slice(one.start, one.end),
        pair.b.text.slice(other.start, other.end),
      ];
      return { of: 'number', values, subject: one.unit };
    }
  return null;
}

/** Whether both can be of one person: a pronoun, or two names that have nothing in common, cannot be told to be. */
function haveSameSubject(pair: Pair, a: Facts, b: Facts): boolean {
  if (!standingOf(pair.a.text).alone || !standingOf(pair.b.text).alone) return false;
  const [ours, theirs] = [a, b].map((facts) => facts.actors.filter((actor) => actor.kind === 'person'));
  if (!ours?.length || !theirs?.length) return true;
  return ours.some((one) => theirs.some((other) => isSame(one, other)));
}

/** "since the morning", "in all", "a day": over what time or whole a number counts. */
function scopeOf(text: string): string {
  return (
    /\b(?:since|so far|per|each|every|annually|daily|overnight|in (?:all|total)|altogether|(?:in|over|during|for) the (?:past|last|first|next)|a (?:day|week|month|year)|on average|averag(?:es?|ed|ing)|initially|originally|earlier|previous(?:ly)?)\b/i
      .exec(text)?.[0]
      .toLowerCase() ?? ''
  );
}

/** Sentences dated differently speak of different times. */
function datesApart(a: Facts, b: Facts): boolean {
  const [ours, theirs] = [valuesOf(a.dates), valuesOf(b.dates)];
  if (ours.length === 0 || theirs.length === 0) return false;
  return !ours.some((one) => theirs.some((other) => one.startsWith(other) || other.startsWith(one)));
}

function valuesOf(dates: readonly DateMention[]): string[] {
  return dates.flatMap((date) => date.value ?? []);
}

function dateDifference(
  pair: Pair,
  a: Facts,
  b: Facts,
  weights: Weights,
  elsewhere: Elsewhere,
): Difference | null {
  const [one, other] = [a.dates[0], b.dates[0]];
  if (a.dates.length !== 1 || b.dates.length !== 1 || !one?.value || !other?.value) return null;
  if (one.precision !== 'day' || other.precision !== 'day' || one.value === other.value) return null;
  if (elsewhere.dates(0, other.value) || elsewhere.dates(1, one.value) || a.certainty !== b.certainty)
    return null;
  if (!isAbout(pairOf(pair.a, pair.b, weights, new Set([...termsIn(a), ...termsIn(b)])), DONE)) return null;
  return { of: 'date', values: [one.value, other.value], subject: 'date' };
}

/** Terms of numbers and dates. */
function termsIn(facts: Facts): string[] {
  const names = new Set([...facts.places, ...facts.actors].flatMap((named) => [...named.terms]));
  return [...facts.valued].filter((term) => !names.has(term));
}

function placeDifference(
  pair: Pair,
  a: Facts,
  b: Facts,
  weights: Weights,
  elsewhere: Elsewhere,
): Difference | null {
  const ours = a.places.filter((place) => !b.places.some((other) => isSame(place, other)));
  const theirs = b.places.filter((place) => !a.places.some((other) => isSame(place, other)));
  const [one, other] = [ours[0], theirs[0]];
  if (ours.length !== 1 || theirs.length !== 1 || !one || !other || isAddress(one) || isAddress(other))
    return null;
  if (a.ahead !== b.ahead) return null;
  // A town and its country are no difference: only two countries, or two places that are none.
  if (COUNTRIES.has(one.name.toLowerCase()) !== COUNTRIES.has(other.name.toLowerCase())) return null;
  if (elsewhere.names(0, other) || elsewhere.names(1, one) || datesApart(a, b)) return null;
  const rest = pairOf(
    pair.a,
    pair.b,
    weights,
    new Set([...one.terms, ...other.terms, ...a.attribution, ...b.attribution]),
  );
  if (!isAbout(rest, PLACED)) return null;
  return { of: 'place', values: [one.name, other.name], subject: 'place' };
}

function actorDifference(
  pair: Pair,
  a: Facts,
  b: Facts,
  weights: Weights,
  elsewhere: Elsewhere,
): Difference | null {
  const people = (facts: Facts) =>
    facts.actors.filter((actor) => actor.kind === 'person' && actor.full.includes(' '));
  const ours = people(a).filter((actor) => !b.actors.some((other) => isSame(actor, other)));
  const theirs = people(b).filter((actor) => !a.actors.some((other) => isSame(actor, other)));
  const [one, other] = [ours[0], theirs[0]];
  if (ours.length !== 1 || theirs.length !== 1 || !one || !other) return null;
  if (elsewhere.names(0, other) || elsewhere.names(1, one) || datesApart(a, b)) return null;
  const rest = pairOf(
    pair.a,
    pair.b,
    weights,
    new Set([...one.terms, ...other.terms, ...a.attribution, ...b.attribution]),
  );
  if (!isAbout(rest, DONE) || rest.jaccard < ALIKE || roleAt(pair.a, one) !== roleAt(pair.b, other))
    return null;
  return { of: 'actor', values: [one.name, other.name], subject: 'actor' };
}

/** "12 East Street" lies in every quarter, town and country around it. */
function isAddress({ name }: Named): boolean {
  return /\d|\b(?:Street|Avenue|Road|Square|Lane)$/.test(name);
}

/** Who does it stands first, or after "by": the same on both sides. */
function roleAt(line: Line, actor: Named): 'first' | 'by' | 'other' {
  const before = line.text.slice(0, actor.start);
  if (/\bby (?:[\p{L}-]+ ){0,3}$/u.test(before)) return 'by';
  return /^(?:[\p{L}-]+ ){0,4}$/u.test(before) ? 'first' : 'other';
}

/** "Solberg" and "Ingrid Solberg" are the same, and so are "US" and "United States". */
function isSame(a: Named, b: Named): boolean {
  for (const term of a.terms) if (b.terms.has(term)) return true;
  const [one, other] = [a, b].map(({ name }) => name.toLowerCase().replaceAll('.', '').replace(/^the /, ''));
  if (one === undefined || other === undefined) return false;
  // Spellings of one name differ at the end ("Gaddafi", "Gadhafi"; "Kyiv", "Kiev"), rarely at the start.
  return (ALIASES[one] ?? one) === (ALIASES[other] ?? other) || one.slice(0, 2) === other.slice(0, 2);
}

/** One states what the other denies or calls no more than possible. */
function certaintyDifference(pair: Pair, a: Facts, b: Facts, weights: Weights): Difference | null {
  if (a.certainty === b.certainty || datesApart(a, b)) return null;
  const sure = a.certainty === 'stated' ? pair.a : b.certainty === 'stated' ? pair.b : null;
  if (sure === null) return null;
  const unsure = sure === pair.a ? pair.b : pair.a;
  if (
    !isDoubted(unsure.text, sure) ||
    (a.ahead !== b.ahead && a.certainty !== 'denied' && b.certainty !== 'denied')
  )
    return null;
  const rest = pairOf(pair.a, pair.b, weights, HEDGES);
  if (!isAbout(rest, DONE) || rest.jaccard < ALIKE) return null;
  return { of: 'certainty', values: [a.certainty, b.certainty], subject: 'certainty' };
}

/** Whether a sentence hedges or denies what the other says: the word that is hedged or denied stands in both. */
function isDoubted(text: string, sure: Line): boolean {
  const match = DOUBT.exec(text);
  if (match === null) return false;
  const next = parseTerms(text.slice(match.index + match[0].length))
    .map(plainTerm)
    .filter((term) => !HEDGES.has(term));
  return next[0] !== undefined && sure.sense.has(next[0]);
}

/** Hedges of the writer's own. "Allegedly", "reportedly" and "according to" only say who says so. */
const DOUBT =
  /\b(?:may|might|could|possibly|perhaps|probably|likely to|(?:believed|thought|feared|expected|suspected) to|den(?:y|ies|ied)|reject(?:s|ed)?|ruled out|(?:is|was|are|were|did|does|do|has|have|had|will|would|could) (?:not|never)|(?:is|was|are|were|did|does|do|has|have|had|wo|would|could)n['’]t|never)\b(?!\s+(?:say|know|confirm|comment))/;

/** Stems that only say how sure somebody is. */
const HEDGES: ReadonlySet<string> = new Set(
  `believ thought think appear seem like unlik probabl possibl perhap mayb expect plan schedul deni reject dismiss rule confirm fear
  suspect suggest consid`.split(/\s+/),
);
