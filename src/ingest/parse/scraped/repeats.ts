/** Which units say what another unit says as well: doubled titles, pull quotes, stand-firsts. */
import type { Unit } from './units.ts';

/** Shorter units may well be said twice: "No.", "Were you afraid?" */
const ENOUGH = 5;
/** Places that are compared for one run of words; hostile text repeats a run without end. */
const PLACES = 16;

export interface Repeats {
  /** How many units have this key. */
  count(key: string): number;
  /** True if no unit before has this unit's key. */
  isFirst(index: number): boolean;
  /** True if the words of the unit stand, in one run, inside a longer unit. */
  isInside(index: number): boolean;
}

/** Linear in the words of all units. */
export function findRepeats(units: readonly Unit[]): Repeats {
  const counts = new Map<string, number>();
  const first = new Map<string, number>();
  const words = units.map((unit) => (unit.key === '' ? [] : unit.key.split(' ')));
  const starts = new Map<string, [unit: number, word: number][]>();
  for (const [index, list] of words.entries()) {
    const key = units[index]?.key ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (!first.has(key)) first.set(key, index);
    for (let at = 0; at + ENOUGH <= list.length; at += 1) {
      const run = list.slice(at, at + ENOUGH).join(' ');
      const places = starts.get(run);
      if (places === undefined) starts.set(run, [[index, at]]);
      else if (places.length < PLACES) places.push([index, at]);
    }
  }
  return {
    count: (key) => counts.get(key) ?? 0,
    isFirst: (index) => first.get(units[index]?.key ?? '') === index,
    isInside: (index) => {
      const list = words[index] ?? [];
      if (list.length < ENOUGH) return false;
      const places = starts.get(list.slice(0, ENOUGH).join(' ')) ?? [];
      return places.some(([other, at]) => {
        const longer = words[other] ?? [];
        return (
          other !== index &&
          longer.length > list.length &&
          at + list.length <= longer.length &&
          list.every((word, offset) => longer[at + offset] === word)
        );
      });
    },
  };
}
