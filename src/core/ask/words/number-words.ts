/** Numbers in words and digits, and the ranges that they make. */
import type { TaggedWord } from './tagging.ts';

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

/** A number below a hundred in words, as the source of a pattern: "seven", "twenty-three". */
export const SPELT = `(?:${TEENS}|(?:${TENS})(?:[- ](?:${ONES}))?|${ONES})`;

/** What money is called, as the source of a pattern. */
export const CURRENCIES =
  'pounds?|dollars?|euros?|cents?|pence|yen|yuan|rou?bles?|rupees?|crowns?|kron(?:er|or|a)|francs?|pesos?|reais|dinars?|dirhams?|rand|naira|shillings?|lira|zlotys?|baht|ringgit|hryvnias?';

const NUMBER_WORD = new RegExp(
  `^(?:${ONES}|${TEENS}|${TENS}|hundreds?|thousands?|millions?|billions?|trillions?|half|dozens?|third|quarter|[\\d$€£¥].*)$`,
);

/** Whether a word is a number: "seven", "1,400", "$5". */
export function isNumberWord({ lower, pos }: Pick<TaggedWord, 'lower' | 'pos'>): boolean {
  return NUMBER_WORD.test(lower) || (pos === 'NUM' && /\d/.test(lower));
}

/** "between 30% and 60%", "between nine and 11", "10% to 24%" */
export function findRanges(words: readonly TaggedWord[]): [number, number][] {
  const isNumber = (at: number): boolean => isNumberWord(words[at] ?? { lower: '', pos: 'X' });
  const isPart = (at: number): boolean =>
    isNumber(at) || /^(?:[$€£¥%]|per ?cent|percent)$/.test(words[at]?.lower ?? '');
  const endOf = (from: number): number => {
    let last = from;
    while (isPart(last)) last++;
    return last;
  };
  return words.flatMap(({ lower }, first): [number, number][] => {
    const isBetween = lower === 'between';
    const begins = isBetween || (isPart(first) && !isPart(first - 1));
    if (!begins) return [];
    const from = isBetween ? first + 1 : first;
    const joint = endOf(from);
    const last = endOf(joint + 1);
    const joins = isBetween ? /^and$/ : /^(?:to|or|-|–)$/;
    // "from 30 to 24" tells of a change, and "48 to 41" is a score; "four to six weeks" is a range.
    const isRange = last - joint >= 3 || words[last]?.pos === 'NOUN';
    if (!isBetween && (words[first - 1]?.lower === 'from' || !isRange)) return [];
    return joint > from && joins.test(words[joint]?.lower ?? '') && last > joint + 1 ? [[first, last]] : [];
  });
}

/** "two in 24 hours", "10 in 12 games": so many in a time, or on so many occasions. */
const TIMES =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|games?|match(?:es)?|races?|tests?|starts?|attempts?|appearances?)$/;

/** "1 in 4", "three out of five". */
export function findShares(words: readonly TaggedWord[]): [number, number][] {
  const isSmall = (at: number): boolean =>
    isNumberWord(words[at] ?? { lower: '', pos: 'X' }) && !/\d{4}|[^\d\p{L}]/u.test(words[at]?.lower ?? '');
  return words.flatMap((_, first): [number, number][] => {
    const out = words[first + 1]?.lower === 'out' && words[first + 2]?.lower === 'of';
    const of = out ? first + 3 : words[first + 1]?.lower === 'in' ? first + 2 : -1;
    if (of < 0 || !isSmall(first) || !isSmall(of) || TIMES.test(words[of + 1]?.lower ?? '')) return [];
    return [[first, of + 1]];
  });
}
