/** Dates as articles print them, absolute and relative, resolved against the date of the article. */
import type { DateMention, DatePrecision } from '../article.ts';
import {
  dayOf,
  isoMonth,
  isoOf,
  MONTHS,
  monthOf,
  parseDay,
  WEEKDAYS,
  weekdayOf,
  yearOf,
} from './calendar.ts';
import { SPEECH_VERBS } from './data/speech-verbs.ts';
import { GAP, parseTokens, type Token } from './tokens.ts';

/**
 * The dates of a text, in order. `published` (ISO 8601) resolves relative ones; without it they have no value.
 * "last week" has the month that it lies in, or no value where it lies in two.
 */
export function parseDates(text: string, published: string | null): DateMention[] {
  return findDates(parseTokens(text), published);
}

/** What a pattern found: how many tokens it took, and what they mean. */
interface Found {
  readonly size: number;
  readonly value: string | null;
  readonly precision: DatePrecision | null;
  readonly relative: boolean;
}

/** Finds the dates among tokens. */
export function findDates(tokens: readonly Token[], published: string | null): DateMention[] {
  const today = parseDay(published);
  const dates: DateMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = dateAt(tokens, i, today);
    if (!found) continue;
    const { size, ...meaning } = found;
    dates.push({ start: (tokens[i] as Token).start, end: (tokens[i + size - 1] as Token).end, ...meaning });
    i += size - 1;
  }
  return dates;
}

function dateAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const token = tokens[i] as Token;
  if (token.kind === 'number')
    return (
      isoAt(token) ??
      slashedAt(tokens, i) ??
      dayMonthAt(tokens, i, today) ??
      agoAt(tokens, i, today) ??
      yearAt(tokens, i)
    );
  if (token.kind !== 'word') return null;
  if (/^\d/.test(token.word)) return dayMonthAt(tokens, i, today);
  if (token.capital && WEEKDAYS.has(token.lower)) return weekdayAt(tokens, i, today);
  if (token.capital && MONTHS.has(token.lower)) return monthAt(tokens, i, today);
  return dayWordAt(tokens, i, today) ?? periodAt(tokens, i, today) ?? agoAt(tokens, i, today);
}

const absolute = (size: number, value: string, precision: DatePrecision): Found => ({
  size,
  value,
  precision,
  relative: false,
});

const relativeTo = (size: number, value: string | null, precision: DatePrecision): Found => ({
  size,
  value,
  precision: value === null ? null : precision,
  relative: true,
});

function isoAt(token: Token): Found | null {
  const day = token.word.length === 10 ? parseDay(token.word) : null;
  return day === null ? null : absolute(1, token.word, 'day');
}

/** 9/13/2023. Where both numbers may be the month, no value is given: papers differ. */
function slashedAt(tokens: readonly Token[], i: number): Found | null {
  const parts = [0, 1, 2, 3, 4].map((k) => tokens[i + k]);
  if (
    parts[1]?.word !== '/' ||
    parts[3]?.word !== '/' ||
    parts.slice(1).some((part) => part?.gap !== GAP.none)
  )
    return null;
  const [a, b, year] = [parts[0], parts[2], parts[4]].map((part) => Number(part?.word));
  if (!a || !b || !year || year < 1900 || year > 2099) return null;
  const day = a > 12 ? dayOf(year, b, a) : b > 12 || a === b ? dayOf(year, a, b) : null;
  return {
    size: 5,
    value: day === null ? null : isoOf(day),
    precision: day === null ? null : 'day',
    relative: false,
  };
}

const yearOfToken = (token: Token | undefined): number | null =>
  token?.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(token.word) ? Number(token.word) : null;

function dayOfToken(token: Token | undefined): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.lower ?? '')?.[1];
  const day = Number(digits);
  return digits && day >= 1 && day <= 31 ? day : null;
}

/** The index after an optional sign. */
const past = (tokens: readonly Token[], i: number, sign: string): number =>
  tokens[i]?.word === sign ? i + 1 : i;

/** 13 September (2023), 13th of September. */
function dayMonthAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const day = dayOfToken(tokens[i]);
  const at = past(tokens, i + 1, 'of');
  const month = tokens[at]?.capital ? MONTHS.get(tokens[at]?.lower ?? '') : undefined;
  if (day === null || month === undefined || tokens[at]?.gap !== GAP.space) return null;
  const after = past(tokens, past(tokens, at + 1, '.'), ',');
  const year = yearOfToken(tokens[after]);
  if (year !== null) return dated(after + 1 - i, year, month, day);
  return withoutYear(at + 1 - i, month, day, today);
}

function dated(size: number, year: number, month: number, day: number): Found | null {
  const found = dayOf(year, month, day);
  return found === null ? null : absolute(size, isoOf(found), 'day');
}

/** The year that brings the day nearest to the article. */
function withoutYear(size: number, month: number, day: number, today: number | null): Found | null {
  if (today === null) return dayOf(2000, month, day) === null ? null : relativeTo(size, null, 'day');
  const year = yearOf(today);
  const days = [year - 1, year, year + 1].map((y) => dayOf(y, month, day)).filter((d) => d !== null);
  if (days.length === 0) return null;
  const near = days.reduce((a, b) => (Math.abs(b - today) < Math.abs(a - today) ? b : a));
  return relativeTo(size, isoOf(near), 'day');
}

/** September 13(, 2023), Sept. 2023, in July. */
function monthAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const token = tokens[i] as Token;
  const month = MONTHS.get(token.lower) as number;
  const at = past(tokens, i + 1, '.');
  const day = dayOfToken(tokens[at]);
  if (day !== null && tokens[at]?.gap === GAP.space) {
    const comma = past(tokens, at + 1, ',');
    const year = yearOfToken(tokens[comma]);
    return year !== null
      ? dated(comma + 1 - i, year, month, day)
      : withoutYear(at + 1 - i, month, day, today);
  }
  const comma = past(tokens, past(tokens, at, ','), 'of');
  const year = yearOfToken(tokens[comma]);
  if (year !== null) return absolute(comma + 1 - i, isoMonth(year, month), 'month');
  return monthAlone(tokens, i, month, today);
}

const BEFORE_MONTH = new Set(
  'in since by until till early late mid during through before after last next this from between and to of'.split(
    ' ',
  ),
);

function monthAlone(tokens: readonly Token[], i: number, month: number, today: number | null): Found | null {
  const before = tokens[i - 1]?.lower ?? '';
  const hyphen = /^(?:mid|early|late)$/.test(before);
  if (!BEFORE_MONTH.has(before) && !hyphen) return null;
  if (today === null) return relativeTo(1, null, 'month');
  const year = yearOf(today);
  const now = monthOf(today);
  let found = month <= now ? year : year - 1;
  if (before === 'next' || (before !== 'last' && isAhead(tokens, i)))
    found = month > now || (month === now && before !== 'next') ? year : year + 1;
  else if (before === 'last' && month === now) found = year - 1;
  return relativeTo(1, isoMonth(found, month), 'month');
}

const BEFORE_YEAR = new Set(
  'in since by until till during of from to through before after early late around and between mid circa spring summer autumn fall winter than for the'.split(
    ' ',
  ),
);

function yearAt(tokens: readonly Token[], i: number): Found | null {
  const year = yearOfToken(tokens[i]);
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (year === null || !before || !BEFORE_YEAR.has(before.lower)) return null;
  if (
    before.lower === 'the'
      ? !/^(?:election|campaign|war|olympics|season|crisis|summit|vote|race)$/.test(after?.lower ?? '')
      : isCounted(after)
  )
    return null;
  return absolute(1, String(year), 'year');
}

/** "in 2019 people": a plural noun makes it a number; a few words after years do not. */
const isCounted = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.gap === GAP.space &&
  /^(?:people|men|women|votes|troops|soldiers|deaths|cases|dollars|euros|pounds|points|feet|metres|meters|miles|kilometers|kilometres|acres|jobs|tons|tonnes)$/.test(
    token.lower,
  );

function weekdayAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const token = tokens[i] as Token;
  const weekday = WEEKDAYS.get(token.lower) as number;
  const short = token.lower.length < 6;
  const at = past(tokens, past(tokens, i + 1, '.'), ',');
  const next = tokens[at];
  const month = next?.capital && MONTHS.has(next.lower) ? monthAt(tokens, at, today) : null;
  if (month?.precision === 'day' || (month && month.value === null && month.size > 1))
    return { ...month, size: at - i + month.size };
  const day = dayMonthAt(tokens, at, today);
  if (day) return { ...day, size: at - i + day.size };
  if (short) return null;
  if (today === null) return relativeTo(1, null, 'day');
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const before = tokens[i - 1]?.lower;
  if (before === 'last') return relativeTo(1, isoOf(today - (back === 0 ? 7 : back)), 'day');
  if (before === 'next') return relativeTo(1, isoOf(today + 7 - back), 'day');
  const ahead = back !== 0 && (before === 'this' || before === 'coming' || isAhead(tokens, i));
  return relativeTo(1, isoOf(ahead ? today + 7 - back : today - back), 'day');
}

const AHEAD = new Set(
  "will would 'll expected scheduled plans planned planning due set upcoming going shall hopes intends poised ahead by until".split(
    ' ',
  ),
);
/** How far before a date its tense is looked for, in tokens. */
const TENSE_REACH = 10;

/** Whether the words before a date speak of what is to come. The verb of speaking itself is past. */
function isAhead(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - TENSE_REACH; k--) {
    const token = tokens[k] as Token;
    if (token.kind === 'end') return false;
    if (token.kind !== 'word') continue;
    if (AHEAD.has(token.lower)) return true;
    if (SPEECH_VERBS.has(token.lower) && token.lower.endsWith('d')) return false;
    if (/^(?:was|were|had|did)$/.test(token.lower)) return false;
    if (token.lower.length > 4 && token.lower.endsWith('ed') && !token.capital) return false;
  }
  return false;
}

const DAY_WORDS = new Map([
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
]);

function dayWordAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const offset = DAY_WORDS.get(tokens[i]?.lower ?? '');
  if (offset === undefined || tokens[i + 1]?.kind === 'possessive') return null;
  return relativeTo(1, today === null ? null : isoOf(today + offset), 'day');
}

/** last week, this month, next year, this morning. */
function periodAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const which = { last: -1, this: 0, next: 1 }[tokens[i]?.lower ?? ''];
  const unit = tokens[i + 1];
  if (which === undefined || unit?.gap !== GAP.space || unit.capital) return null;
  if (/^(?:morning|afternoon|evening|night)$/.test(unit.lower)) {
    const day = unit.lower === 'night' && which === -1 ? -1 : which;
    return relativeTo(2, today === null ? null : isoOf(today + day), 'day');
  }
  if (!/^(?:week|weekend|month|year)$/.test(unit.lower)) return null;
  return shifted(2, today, which, unit.lower);
}

function shifted(size: number, today: number | null, by: number, unit: string): Found | null {
  if (today === null) return relativeTo(size, null, 'month');
  if (unit === 'year') return relativeTo(size, String(yearOf(today) + by), 'year');
  if (unit === 'month') return relativeTo(size, isoMonth(yearOf(today), monthOf(today) + by), 'month');
  const monday = today - ((weekdayOf(today) + 6) % 7) + 7 * by;
  const months = [isoOf(unit === 'weekend' ? monday + 5 : monday, 7), isoOf(monday + 6, 7)];
  return relativeTo(size, months[0] === months[1] ? (months[0] as string) : null, 'month');
}

const COUNTS = new Map(
  'a one two three four five six seven eight nine ten'.split(' ').map((word, n) => [word, Math.max(1, n)]),
);

/** three days ago, two weeks earlier is left alone. */
function agoAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  if (tokens[i + 2]?.lower !== 'ago') return null;
  const count =
    COUNTS.get(tokens[i]?.lower ?? '') ??
    (/^\d{1,3}$/.test(tokens[i]?.word ?? '') ? Number(tokens[i]?.word) : null);
  const unit = /^(day|week|month|year)s?$/.exec(tokens[i + 1]?.lower ?? '')?.[1];
  if (count === null || unit === undefined) return null;
  if (unit === 'day') return relativeTo(3, today === null ? null : isoOf(today - count), 'day');
  return shifted(3, today, -count, unit);
}
