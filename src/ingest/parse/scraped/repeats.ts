/** Which units say what another unit says as well: doubled titles, pull quotes, stand-firsts. */
import type { Unit } from './units.ts';

/** Shorter units may well be said twice: "No.", "Were you afraid?" */
const ENOUGH = 5;
/** Places that are compared for one run of words; hostile text repeats a run without end. */
const PLACES = 16;

export interface Repeats {
  /** How many units have this key. */
  count(key: string): number;
  /** True if the words of the unit stand, in one run, inside a longer unit for which `counts` holds. */
  isInside(index: number, counts: (other: number) => boolean): boolean;
}

/** Linear in the words of all units. */
export function findRepeats(units: readonly Unit[]): Repeats {
  const found = new Map<string, number>();
  const words = units.map((unit) => (unit.key === '' ? [] : unit.key.split(' ')));
  const starts = new Map<string, [unit: number, word: number][]>();
  for (const [index, list] of words.entries()) {
    const key = units[index]?.key ?? '';
    found.set(key, (found.get(key) ?? 0) + 1);
    for (let at = 0; at + ENOUGH <= list.length; at += 1) {
      const run = list.slice(at, at + ENOUGH).join(' ');
      const places = starts.get(run);
      if (places === undefined) starts.set(run, [[index, at]]);
      else if (places.length < PLACES) places.push([index, at]);
    }
  }
  return {
    count: (key) => found.get(key) ?? 0,
    isInside: (index, counts) => {
      const list = words[index] ?? [];
      if (list.length < ENOUGH) return false;
      const places = starts.get(list.slice(0, ENOUGH).join(' ')) ?? [];
      return places.some(([other, at]) => {
        const longer = words[other] ?? [];
        return (
          other !== index &&
          counts(other) &&
          longer.length > list.length &&
          at + list.length <= longer.length &&
          list.every((word, offset) => longer[at + offset] === word)
        );
      });
    },
  };
}
