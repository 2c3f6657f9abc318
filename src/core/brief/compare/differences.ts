/** Where two sentences about the same thing cannot both be right. */

import type { DateMention } from '../../article.ts';
import { type Count, contradict, isFate, isMeasure } from '../../search/numbers.ts';
import type { Line } from '../lines.ts';
import { standingOf } from '../sentences/dangling.ts';
import { scopeOf } from './count-scope.ts';
import { findDoubt } from './doubts.ts';
import type { Facts, Named } from './facts.ts';
import { findFrameDifference } from './frames.ts';
import { type Pair, pairOf } from './pairs.ts';
import {
  areOfOneSize,
  type Difference,
  datesApart,
  type Elsewhere,
  haveDayInCommon,
  isAbout,
  isSame,
  type Least,
  onlyOnesOf,
  restOf,
  type Sides,
} from './same-thing.ts';

/** What two sentences must share, leaving out the values themselves, to be about the same thing. */
const COUNTED = { overlap: 0.5, terms: 3 };
const TOLL = { overlap: 0.35, terms: 2 };
const MEASURED = { overlap: 0.65, terms: 3 };
const PLACED = { overlap: 0.6, terms: 3, jaccard: 0.4 };
const DONE = { overlap: 0.75, terms: 3 };
/** Where only a name or a hedge may differ, all else must be nearly the same, counted over both sentences. */
const ALIKE = 0.6;
/** Of an earthquake too there is one magnitude; those of two tremors lie further apart. */
const TREMOR = { unit: 'magnitude', apart: 0.6 };

/** The first difference of a pair, or null: numbers, then dates, places, actors, certainty. */
export function findDifference(sides: Sides): Difference | null {
  return (
    numberDifference(sides) ??
    dateDifference(sides) ??
    placeDifference(sides) ??
    actorDifference(sides) ??
    findDoubt(sides) ??
    findFrameDifference(sides)
  );
}

function numberDifference(sides: Sides): Difference | null {
  return datesApart(sides) ? null : findOtherNumber(sides, contradict);
}

/** What a number has become: in a new version of a text any, from one article to the next only a toll, since all else may be another thing. At least 40 may become at least 80. */
export function findNewNumber(sides: Sides): Difference | null {
  const exactly = (count: Count): Count => ({ ...count, bound: 'exact' });
  const isOneText = sides.pair.a.article === sides.pair.b.article;
  return findOtherNumber(
    sides,
    (one, other) => (isOneText || isFate(one.unit)) && contradict(exactly(one), exactly(other)),
  );
}

function findOtherNumber(sides: Sides, isOther: (one: Count, other: Count) => boolean): Difference | null {
  const { pair, a, b, elsewhere } = sides;
  if (scopeOf(pair.a.text) !== scopeOf(pair.b.text)) return null;
  const sameSubject = haveSameSubject(sides);
  for (const one of a.counts)
    for (const other of b.counts) {
      if (!isOther(one, other) || !(sameSubject || isOfStory(one.unit))) continue;
      if (OF_A_SERIES.test(pair.a.text.slice(0, one.start))) continue;
      if (one.unit === TREMOR.unit && !areOfOneTremor(pair, one, other)) continue;
      if (isMeasure(one.unit) && !areMeasuredAlike(pair, one, other)) continue;
      const units = new Set(a.counts.filter((count) => count.unit === one.unit).map((count) => count.value));
      if (units.size > 1 || b.counts.some((count) => count.unit === one.unit && units.has(count.value)))
        continue;
      if (elsewhere.counts(0, one.unit, other.value) || elsewhere.counts(1, one.unit, one.value)) continue;
      const numbers = [...a.valued, ...b.valued].filter((term) => /^\d/.test(term));
      if (!isAbout(restOf(sides, numbers), leastOf(one.unit))) continue;
      const values: [string, string] = [
        pair.a.text.slice(one.start, one.end),
        pair.b.text.slice(other.start, other.end),
      ];
      return { of: 'number', values, subject: one.unit };
    }
  return null;
}

/** "Episode 7 recap", "Section 18": one of a series, beside which there are others. */
const OF_A_SERIES =
  /\b(?:Season|Series|Episode|Chapter|Part|Section|Article|Phase|Volume|Class|Grade|Group|Round|Game|Week|Day|Act|Stage|Level|Room|Flight|Route|Highway|Unit|Terminal|Gate|Platform|Line|Channel|No|Number)\.? $/;

/** What an event has one of: within a story it is of its event. */
function isOfStory(unit: string): boolean {
  return isFate(unit) || unit === TREMOR.unit;
}

function areOfOneTremor({ a, b }: Pair, one: Count, other: Count): boolean {
  const isOther = /\b(?:after|fore)shocks?\b|\b(?:since|in) (?:19|20)\d\d\b/i;
  return Math.abs(one.value - other.value) <= TREMOR.apart && !isOther.test(a.text) && !isOther.test(b.text);
}

/** "400 km from Oslo" and "200 km from Bergen": what is measured from two places is no difference. */
function areMeasuredAlike({ a, b }: Pair, one: Count, other: Count): boolean {
  const ours = NEXT_NAME.exec(a.text.slice(one.end))?.[1];
  const theirs = NEXT_NAME.exec(b.text.slice(other.end))?.[1];
  return ours === undefined || theirs === undefined || ours === theirs;
}
/** The first name after a number, in the same clause. */
const NEXT_NAME = /^[^\p{Lu},;.]{0,40}(\p{Lu}[\p{L}'’-]*)/u;

function leastOf(unit: string): Least {
  if (isOfStory(unit)) return TOLL;
  return isMeasure(unit) || unit === '%' ? MEASURED : COUNTED;
}

/** Whether both can be of one person: a pronoun, or two names that have nothing in common, cannot be told to be. */
function haveSameSubject({ pair, a, b }: Sides): boolean {
  if (!standingOf(pair.a.text).alone || !standingOf(pair.b.text).alone) return false;
  const [first, second] = [a, b].map((facts) => facts.names.find(({ start }) => start === 0));
  if (first && second && !isSame(first, second)) return false;
  const [ours, theirs] = [a, b].map((facts) => facts.actors.filter((actor) => actor.kind === 'person'));
  if (!ours?.length || !theirs?.length) return true;
  return ours.some((one) => theirs.some((other) => isSame(one, other)));
}

function dateDifference(sides: Sides): Difference | null {
  const { pair, a, b, weights, elsewhere } = sides;
  const [one, other] = [a.days[0], b.days[0]];
  if (a.days.length !== 1 || b.days.length !== 1 || !one?.value || !other?.value) return null;
  if (haveDayInCommon([one], [other])) return null;
  // "on Thursday" hangs on when the article says it was published, "20 March" hardly does.
  if (namesMonth(pair.a, one) !== namesMonth(pair.b, other)) return null;
  if (elsewhere.dates(0, other.value) || elsewhere.dates(1, one.value) || a.certainty !== b.certainty)
    return null;
  if (!isAbout(pairOf(pair.a, pair.b, weights, new Set([...termsIn(a), ...termsIn(b)])), DONE)) return null;
  return { of: 'date', values: [one.value, other.value], subject: 'date' };
}

function namesMonth(line: Line, { start, end }: DateMention): boolean {
  return /\d/.test(line.text.slice(start - line.start, end - line.start));
}

/** Terms of numbers and dates. */
function termsIn(facts: Facts): string[] {
  const names = new Set([...facts.places, ...facts.actors].flatMap((named) => [...named.terms]));
  return [...facts.valued].filter((term) => !names.has(term));
}

function placeDifference(sides: Sides): Difference | null {
  const { a, b, elsewhere } = sides;
  const [one, other] = onlyOnesOf(a.places, b.places, a.places, b.places) ?? [];
  if (!one || !other || isAddress(one) || isAddress(other) || a.ahead !== b.ahead) return null;
  if (!areOfOneSize(one, other) || isElsewhere(one, other, elsewhere) || datesApart(sides)) return null;
  const rest = restOf(sides, [...one.terms, ...other.terms]);
  if (!isAbout(rest, PLACED) || rest.jaccard < PLACED.jaccard) return null;
  return { of: 'place', values: [one.name, other.name], subject: 'place' };
}

function actorDifference(sides: Sides): Difference | null {
  const { pair, a, b, elsewhere } = sides;
  const [ours, theirs] = [a, b].map(({ actors }) => actors.filter(isFullName));
  const [one, other] = onlyOnesOf(ours ?? [], theirs ?? [], a.actors, b.actors) ?? [];
  if (!one || !other || isElsewhere(one, other, elsewhere) || datesApart(sides)) return null;
  const rest = restOf(sides, [...one.terms, ...other.terms]);
  if (!isAbout(rest, DONE) || rest.jaccard < ALIKE || roleAt(pair.a, one) !== roleAt(pair.b, other))
    return null;
  return { of: 'actor', values: [one.name, other.name], subject: 'actor' };
}

function isFullName({ kind, full }: Named): boolean {
  return kind === 'person' && full.includes(' ');
}

/** Whether an article names what the other puts in its place. */
function isElsewhere(one: Named, other: Named, elsewhere: Elsewhere): boolean {
  return elsewhere.names(0, other) || elsewhere.names(1, one);
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
