/** Reckoning with calendar days, without clock or zone. A day is counted from 1970-01-01. */

export const MONTHS: ReadonlyMap<string, number> = new Map(
  'january jan february feb march mar april apr may may june jun july jul august aug september sep october oct november nov december dec'
    .split(' ')
    .map((name, i) => [name, Math.floor(i / 2) + 1] as const)
    .concat([['sept', 9] as const]),
);

/** 0 is Sunday, as in `Date`. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...'sunday monday tuesday wednesday thursday friday saturday'
    .split(' ')
    .map((name, i) => [name, i] as const),
  ...'sun mon tue wed thu fri sat'.split(' ').map((name, i) => [name, i] as const),
  ...(['tues', 'weds', 'thur', 'thurs'] as const).map(
    (name, i) => [name, [2, 3, 4, 4][i] as number] as const,
  ),
]);

/** As articles write them, as sources of patterns. */
export const MONTH_NAME =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** The same, also in short; without the full stop behind that. */
export const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

const DAY = 86_400_000;

/** The day of a date that exists, else null. */
export function dayOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / DAY : null;
}

/** The day of an ISO 8601 date or instant, in the offset in which it is stated; null where there is none. */
export function parseDay(iso: string | null): number | null {
  const parts = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** The day as ISO 8601, cut to so many characters: 10 for a day, 7 for a month, 4 for a year. */
export function isoOf(day: number, length = 10): string {
  return new Date(day * DAY).toISOString().slice(0, length);
}

export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

export const monthOf = (day: number): number => new Date(day * DAY).getUTCMonth() + 1;

/** A month as ISO 8601; months beyond 12 or below 1 run into other years. */
export function isoMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);
}
