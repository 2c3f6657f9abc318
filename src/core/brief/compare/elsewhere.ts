/** What whole articles say, so that one that gives both values is not set against another. */
import { parseTerms } from '../../search/query.ts';
import type { Desk } from '../desk.ts';
import type { Named } from './facts.ts';
import type { Pair } from './pairs.ts';
import type { Elsewhere } from './same-thing.ts';

/** For a pair of lines, what each one's article says. */
export function createElsewhere({ linesOf, factsOf }: Desk): (pair: Pair) => Elsewhere {
  return (pair) => {
    const sides = [pair.a, pair.b].map((line) => linesOf(line.source));
    return {
      counts: (side, unit, value) =>
        (sides[side] ?? []).some((line) =>
          factsOf(line).counts.some((count) => count.unit === unit && count.value === value),
        ),
      // "Peruvian" does not name Peru.
      names: (side, { name }: Named) =>
        (sides[side] ?? []).some(({ terms }) => holdsRow(terms, parseTerms(name))),
      dates: (side, value) =>
        (sides[side] ?? []).some((line) => factsOf(line).dates.some((date) => date.value === value)),
    };
  };
}

function holdsRow(terms: readonly string[], row: readonly string[]): boolean {
  return ` ${terms.join(' ')} `.includes(` ${row.join(' ')} `);
}
