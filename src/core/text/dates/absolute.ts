/** Dates that name a month or a year: "2023-09-13", "9/13/2023", "13 September", "Sept. 2023", "in 2019". */
import { dayOf, isoMonth, isoOf, MONTHS, monthOf, parseDay, yearOf } from '../calendar.ts';
import { GAP, type Token } from '../tokens.ts';
import { absolute, type Found, relativeTo } from './found.ts';
import { isAhead } from './relative.ts';

/** 2023-09-13. */
export function isoAt(token: Token): Found | null {
  const day = token.word.length === 10 ? parseDay(token.word) : null;
  return day === null ? null : absolute(1, token.word, 'day');
}

/** 9/13/2023. Where both numbers may be the month, no value is given: papers differ. */
export function slashedAt(tokens: readonly Token[], i: number): Found | null {
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
export const past = (tokens: readonly Token[], i: number, sign: string): number =>
  tokens[i]?.word === sign ? i + 1 : i;

/** 13 September (2023), 13th of September. */
export function dayMonthAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
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
export function monthAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
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

/** "from October to early November of 2008": the year of both. */
function yearOfRange(tokens: readonly Token[], at: number): number | null {
  if (!/^(?:to|and|or|through|until|till)$/.test(tokens[at]?.lower ?? '')) return null;
  const other = /^(?:early|late|mid)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  if (!tokens[other]?.capital || !MONTHS.has(tokens[other]?.lower ?? '')) return null;
  return yearOfToken(tokens[past(tokens, past(tokens, other + 1, ','), 'of')]);
}

interface Which {
  readonly which: 'last' | 'this' | 'next';
  readonly year: boolean;
  /** Tokens, the month's own among them. */
  readonly size: number;
}

/** "December last", "in May this year": the word behind a month that tells which one is meant. */
function whichBehind(tokens: readonly Token[], at: number): Which | null {
  const which = tokens[at]?.lower;
  if ((which !== 'last' && which !== 'this' && which !== 'next') || tokens[at]?.gap !== GAP.space)
    return null;
  if (tokens[at + 1]?.lower === 'year') return { which, year: true, size: 3 };
  // "in May this council …" tells of a council
  const ends = tokens[at + 1]?.kind !== 'word' && tokens[at + 1]?.kind !== 'number';
  return which === 'last' && ends ? { which, year: false, size: 2 } : null;
}

function inYear({ which, year, size }: Which, month: number, today: number): Found {
  const now = yearOf(today);
  const by = year ? { last: -1, this: 0, next: 1 }[which] : month < monthOf(today) ? 0 : -1;
  return relativeTo(size, isoMonth(now + by, month), 'month');
}

function monthAlone(tokens: readonly Token[], i: number, month: number, today: number | null): Found | null {
  const before = tokens[i - 1]?.lower ?? '';
  const hyphen = /^(?:mid|early|late)$/.test(before);
  const behind = whichBehind(tokens, i + 1);
  if (behind !== null)
    return today === null ? relativeTo(behind.size, null, 'month') : inYear(behind, month, today);
  if (!BEFORE_MONTH.has(before) && !hyphen) return null;
  const shared = yearOfRange(tokens, i + 1);
  if (shared !== null) return absolute(1, isoMonth(shared, month), 'month');
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

/** The year that stands at a token behind a word that leads to one: "in 2019". */
export function yearAt(tokens: readonly Token[], i: number): Found | null {
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
