/** Dates as articles print them, absolute and relative, resolved against the date of the article. */
import type { DateMention } from '../article.ts';
import { MONTHS, parseDay, WEEKDAYS, weekdayOf } from './calendar.ts';
import { dayMonthAt, isoAt, monthAt, past, slashedAt, yearAt } from './dates/absolute.ts';
import type { Found } from './dates/found.ts';
import { agoAt, dayWordAt, periodAt, weekdayAlone } from './dates/relative.ts';
import { parseTokens, type Token } from './tokens.ts';

/**
 * The dates of a text, in order. `published` (ISO 8601) resolves relative ones; without it they have no value.
 * "last week" has the month that it lies in, or no value where it lies in two.
 */
export function parseDates(text: string, published: string | null): DateMention[] {
  return findDates(parseTokens(text), published);
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

/** Wednesday, Wed. 13 September, Wednesday, Sept. 13. */
function weekdayAt(tokens: readonly Token[], i: number, today: number | null): Found | null {
  const token = tokens[i] as Token;
  const weekday = WEEKDAYS.get(token.lower) as number;
  const short = token.lower.length < 6;
  const at = past(tokens, past(tokens, i + 1, '.'), ',');
  const next = tokens[at];
  const month = next?.capital && MONTHS.has(next.lower) ? monthAt(tokens, at, today) : null;
  if (month?.precision === 'day' || (month && month.value === null && month.size > 1))
    return onWeekday({ ...month, size: at - i + month.size }, weekday);
  const day = dayMonthAt(tokens, at, today);
  if (day) return onWeekday({ ...day, size: at - i + day.size }, weekday);
  return short ? null : weekdayAlone(tokens, i, weekday, today);
}

/** A day whose year is that of the article: where its weekday is another, it is of another year, and nobody knows of which. */
function onWeekday(found: Found, weekday: number): Found {
  const day = found.relative ? parseDay(found.value) : null;
  return day === null || weekdayOf(day) === weekday ? found : { ...found, value: null, precision: null };
}
