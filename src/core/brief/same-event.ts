/** Whether two dated sentences tell of one event, each in its words. */

import { isFate } from '../search/numbers.ts';
import { baseOf } from '../text/verbs.ts';
import { pairOf } from './compare/pairs.ts';
import type { Desk } from './desk.ts';
import { type Line, overlap } from './lines.ts';

export interface DatedLine {
  readonly line: Line;
  /** ISO 8601, cut to its precision. */
  readonly date: string;
}

/** Two sentences of one date that share so much tell of one event, counted by terms … */
const SAME = 0.35;
/** … or by their weight, with so many terms, or with few that are much of both. */
const ALIKE = { overlap: 0.26, terms: 3, jaccard: 0.15 };
/** Those of one day that say that the same was done share less: "shot down", "was arrested". */
const DONE = { overlap: 0.15, terms: 2 };
/** What shares so much is one sentence told twice, under two of its dates; shorter ones may share as much by chance. */
const RETOLD = 0.6;
const LONG = 5;
const DAY = '2021-05-04'.length;
/** Verbs that tell nothing of an event. */
const EMPTY = new Set(
  'say tell have be do announce report add confirm make get become call want take give go come see leave hold keep ask know think begin find show claim describe believe expect'.split(
    ' ',
  ),
);

export function isSameEvent(desk: Desk, a: DatedLine, b: DatedLine): boolean {
  const share = overlap(a.line.sense, b.line.sense);
  if (!a.date.startsWith(b.date) && !b.date.startsWith(a.date))
    return share >= RETOLD && a.line.sense.size >= LONG && meetInDates(desk, a.line, b.line);
  if (share >= SAME) return true;
  const pair = pairOf(a.line, b.line, desk.weights);
  if (fatesOf(desk, a.line) !== fatesOf(desk, b.line)) return false;
  if (pair.overlap >= ALIKE.overlap && (pair.shared >= ALIKE.terms || pair.jaccard >= ALIKE.jaccard))
    return true;
  const ofOneDay = a.date === b.date && a.date.length === DAY;
  return (
    ofOneDay && pair.overlap >= DONE.overlap && pair.shared >= DONE.terms && tellSameDeed(a.line, b.line)
  );
}

function meetInDates(desk: Desk, a: Line, b: Line): boolean {
  const theirs = desk.factsOf(b).dates;
  return desk
    .factsOf(a)
    .dates.some(({ value }) => value !== null && theirs.some((other) => other.value === value));
}

function tellSameDeed(a: Line, b: Line): boolean {
  const theirs = deedsOf(b);
  return [...deedsOf(a)].some((deed) => theirs.has(deed));
}

/** The bases of the verbs of the past in a sentence. */
function deedsOf({ text }: Line): Set<string> {
  const words = text.match(/(?<![\p{L}-])\p{Ll}{3,}(?![\p{L}-])/gu) ?? [];
  return new Set(words.map(baseOf).filter((base): base is string => base !== null && !EMPTY.has(base)));
}

/** Of how many something is told: "ten people were killed" and "the general was killed" are two events. */
function fatesOf(desk: Desk, line: Line): string {
  const fates = desk.factsOf(line).counts.filter(({ unit }) => isFate(unit));
  return fates.map(({ unit, value }) => `${unit} ${value}`).join();
}
