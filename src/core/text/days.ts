/** Days as people say them in a command: "yesterday", "last week", "September 2023", "2023-09-11". */
import { casual } from 'chrono-node';

/** An ISO date as precise as it was said ("2023-09"), or null where it is none. Zones do not matter to a day here. */
export function parseDay(said: string, now: Date): string | null {
  const words = said.trim().slice(0, 60);
  if (/^\d{4}(-\d{2}){0,2}$/.test(words)) {
    // 31 February is no day, though Date takes it for one of March.
    const instant = Date.parse(words);
    return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(words) ? words : null;
  }
  const [found] = casual.parse(words, now);
  // Only words that are a date as a whole: "the day he left on Monday" is none.
  if (found === undefined || found.text.length < words.replace(/^(the|on|in)\s+/i, '').length) return null;
  const { start } = found;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => start.get(part));
  const pad = (number: number | null | undefined) => String(number ?? 1).padStart(2, '0');
  const isMonth = start.isCertain('month') && !start.isCertain('day') && !start.isCertain('weekday');
  return isMonth ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`;
}
