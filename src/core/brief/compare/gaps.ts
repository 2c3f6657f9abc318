/** Where one article says that something is not known, and another says what it is. */

import { parseCounts } from '../../search/numbers.ts';
import { parseTerms } from '../../search/query.ts';
import { plainTerm } from '../../text/verbs.ts';
import type { Line } from '../lines.ts';
import { isAhead, type NotKnown, parseNotKnown } from './certainty.ts';
import type { Facts } from './facts.ts';

export interface Gap {
  readonly unknown: Line;
  readonly stated: Line;
  /** Terms of what fills the gap: the place, the person. */
  readonly filling: ReadonlySet<string>;
  /** Terms of the event. */
  readonly event: ReadonlySet<string>;
}

/** Verbs that say only that something happens: "might take place", "will be held". */
const LIGHT = new Set(
  'take place happen occur held hold start begin go come made make one occurr event could peopl next new exactli plan'.split(
    ' ',
  ),
);
/** A value stands so near its verb, in words: "meet in London", "meet on the coast at Bergen". */
const NEAR = 4;

/** What is said not to be known, each with the sentences of other voices that state it for sure, the plainest first. */
export function findGaps(
  lines: readonly Line[],
  voices: readonly number[],
  factsOf: (line: Line) => Facts,
): Gap[] {
  const open = lines.flatMap((unknown) => {
    const gap = parseNotKnown(unknown.text);
    const event = gap === null ? new Set<string>() : eventOf(gap);
    return gap === null || event.size === 0 ? [] : [{ unknown, gap, event }];
  });
  const holders = holdersOf(new Set(open.flatMap(({ event }) => [...event])), lines);
  return open.flatMap(({ unknown, gap, event }) => {
    const [fewest = []] = [...event]
      .map((term) => holders.get(term) ?? [])
      .sort((a, b) => a.length - b.length);
    const fillers = fewest.flatMap((line) => {
      if (voices[line.source] === voices[unknown.source]) return [];
      const filling = fillingOf(line, gap, event, factsOf);
      return filling === null ? [] : [{ unknown, stated: line, filling, event }];
    });
    fillers.sort((x, y) => x.stated.words - y.stated.words);
    return fillers.slice(0, 1);
  });
}

/** The lines that hold each of the terms: all lines for each gap would cost their number squared. */
function holdersOf(terms: ReadonlySet<string>, lines: readonly Line[]): Map<string, Line[]> {
  const holders = new Map([...terms].map((term): [string, Line[]] => [term, []]));
  if (terms.size === 0) return holders;
  for (const line of lines) for (const term of line.sense) holders.get(term)?.push(line);
  return holders;
}

/** What fills the gap for sure in another line, or null. */
function fillingOf(
  line: Line,
  gap: NotKnown,
  event: ReadonlySet<string>,
  factsOf: (line: Line) => Facts,
): ReadonlySet<string> | null {
  for (const term of event) if (!line.sense.has(term)) return null;
  const facts = factsOf(line);
  if (facts.certainty !== 'stated' || isAhead(gap.clause) !== facts.ahead) return null;
  if (/\bif\b|\?/i.test(line.text)) return null;
  if (gap.slot === 'place')
    return facts.places.find((place) => isNear(line, event, place.start))?.terms ?? null;
  if (gap.slot === 'actor') {
    const named = facts.actors.filter((actor) => ![...actor.terms].some((term) => event.has(term)));
    return event.size >= 2 && named.length === 1 ? (named[0]?.terms ?? null) : null;
  }
  if (gap.slot === 'number') {
    const [asked] = parseCounts(`2 ${gap.clause}`);
    const count = facts.counts.find((one) => one.unit === asked?.unit);
    return count ? new Set([String(count.value)]) : null;
  }
  if (gap.slot === 'date')
    return event.size >= 2 && facts.dates.length === 1 ? new Set([facts.dates[0]?.value ?? '']) : null;
  return gap.slot === 'whether' && event.size >= 3 ? new Set() : null;
}

/** Terms of what happens: of "a meeting might take place", "meet". */
function eventOf(gap: NotKnown): ReadonlySet<string> {
  return new Set(
    parseTerms(gap.clause)
      .map(plainTerm)
      .filter((term) => !LIGHT.has(term)),
  );
}

/** Whether a place stands right after the verb of the event, so that it is the event's and not somebody's. */
function isNear(line: Line, event: ReadonlySet<string>, start: number): boolean {
  const before = line.text
    .slice(0, start)
    .split(/\s+/)
    .filter(Boolean)
    .slice(-NEAR - 1);
  return parseTerms(before.join(' ')).some((term) => event.has(plainTerm(term)));
}
