/** Whether two sentences say the same thing. Precision first: what is not sure to be the same is not called so. */

import type { Count } from '../../search/numbers.ts';
import { parseTerms } from '../../search/query.ts';
import type { Line } from '../lines.ts';
import type { Facts, Named } from './facts.ts';
import { type Pair, pairOf, type Weights } from './pairs.ts';
import { haveDayInCommon, isSame, onlyOnesOf } from './same-thing.ts';

/** Shared weight from which two sentences say the same, if nothing in them differs. */
const SAME = { overlap: 0.6, jaccard: 0.4, terms: 4 };
/** … and shared weight without names, numbers and dates. */
const SAID = { overlap: 0.5, terms: 2 };

/** Whether one sentence can be cited for the other. */
export function saysSame(pair: Pair, a: Facts, b: Facts, weights: Weights): boolean {
  if (pair.shared < SAME.terms || pair.overlap < SAME.overlap || pair.jaccard < SAME.jaccard) return false;
  // The same people and places may do something else: what is said of them must be the same too.
  const said = pairOf(pair.a, pair.b, weights, new Set([...a.valued, ...b.valued]));
  if (said.shared < SAID.terms || said.overlap < SAID.overlap) return false;
  return (
    a.certainty === b.certainty &&
    agreeInNumbers(a.counts, b.counts) &&
    agreeInDates(a, b) &&
    onlyOnesOf(a.places, b.places, a.names, b.names) === null &&
    onlyOnesOf(peopleOf(a), peopleOf(b), a.names, b.names) === null &&
    !nameOthers(peopleOf(a), peopleOf(b))
  );
}

/**
 * Whether a sentence can be cited for another that says the same: all that the other names and counts stands in it. "Mara
 * Lund and Jon Dahl …" takes both.
 */
export function bearsOut(line: Line, facts: Facts, shown: Line, told: Facts): boolean {
  const holds = (terms: Iterable<string>): boolean =>
    [...terms].every((term) => line.set.has(term) || told.attribution.has(term));
  return (
    told.names.every(
      (named) => holds(named.terms) || facts.names.some((one) => isSame(named, one) && canBeOne(named, one)),
    ) &&
    told.counts.every(
      ({ unit, value, start, end }) =>
        holds(parseTerms(shown.text.slice(start, end))) ||
        facts.counts.some((one) => one.unit === unit && one.value === value),
    )
  );
}

/** Whether each names somebody whom the other does not: "his wife Delia", "his wife Fiona". */
function nameOthers(a: readonly Named[], b: readonly Named[]): boolean {
  const lacks = (ones: readonly Named[], others: readonly Named[]): boolean =>
    ones.some(
      (one) =>
        !others.some((other) => [...one.terms].some((term) => other.terms.has(term)) && canBeOne(one, other)),
    );
  return lacks(a, b) && lacks(b, a);
}

/** "Anna Weber" is not Max Weber, though she may be Weber, or Mayor Anna Weber. */
function canBeOne(a: Named, b: Named): boolean {
  const [[one = '', ...ours], [other = '', ...theirs]] = [[...a.terms], [...b.terms]];
  return ours.length === 0 || theirs.length === 0 || a.terms.has(other) || b.terms.has(one);
}

/** People, but not those who say so. */
function peopleOf({ actors, attribution }: Facts): Named[] {
  return actors.filter(
    ({ kind, terms }) => kind === 'person' && ![...terms].some((term) => attribution.has(term)),
  );
}

/** Every thing that both count has the same number. */
function agreeInNumbers(a: readonly Count[], b: readonly Count[]): boolean {
  return a.every((one) => {
    const same = b.filter((other) => other.unit === one.unit);
    return same.length === 0 || same.some((other) => other.value === one.value && other.bound === one.bound);
  });
}

/** Dates of one precision must meet, and so must the days and months of what is told: "in June" and "on 4 May" are no one day. */
function agreeInDates(a: Facts, b: Facts): boolean {
  const pairs = a.dates.flatMap((one) =>
    b.dates.flatMap((other) =>
      one.value !== null && other.value !== null && one.precision === other.precision
        ? [one.value === other.value]
        : [],
    ),
  );
  if (pairs.length > 0 && !pairs.includes(true)) return false;
  return a.days.length === 0 || b.days.length === 0 || haveDayInCommon(a.days, b.days);
}
