/**
 * Words after `/digest add` that look like a time, a day, a zone or a setting and are none that is understood. Taken for a
 * topic, such a word would set the digest wrong in silence; whoever means a topic by it puts it in quotation marks.
 */
import { distance } from 'fastest-levenshtein';

/** One name for several zones, some of which change to summer time: nobody can say which is meant. */
const UNCLEAR_ZONES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    est: 'America/New_York',
    edt: 'America/New_York',
    et: 'America/New_York',
    cst: 'America/Chicago',
    cdt: 'America/Chicago',
    mst: 'America/Denver',
    mdt: 'America/Denver',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    bst: 'Europe/London',
    cet: 'Europe/Berlin',
    cest: 'Europe/Berlin',
    mez: 'Europe/Berlin',
    mesz: 'Europe/Berlin',
    eet: 'Europe/Helsinki',
    eest: 'Europe/Helsinki',
    msk: 'Europe/Moscow',
    ist: 'Asia/Kolkata',
    jst: 'Asia/Tokyo',
    kst: 'Asia/Seoul',
    aest: 'Australia/Sydney',
    aedt: 'Australia/Sydney',
    nzst: 'Pacific/Auckland',
    nzdt: 'Pacific/Auckland',
  }),
);
const REGION = /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc)\/./i;
const OFFSET = /^(?:utc|gmt|z)?[+\-−]\d{1,2}(?::?\d{2})?$/i;
/** A field of a cron expression that nothing else looks like, or one of its short names. */
const CRON = /^[\d/,-]*[*?][\d*/,-]*$|^@(?:hourly|daily|midnight|weekly|monthly|yearly|annually|reboot)$/i;
/** "8:5", "08:00:00", "8Uhr", "1st", "31", "1-5": a year and "747" are none. */
const NUMBERS = /^\d{1,2}(?:[:.]\S*|st|nd|rd|th|uhr|hrs?)?$|^\d[\d/,-]*[/,-][\d/,-]*$/i;
const TIMES = new Set(
  (
    'today tonight tomorrow yesterday someday sometime sometimes anytime always now later soon once twice ' +
    'morning mornings afternoon afternoons evening evenings night nights nightly hour hours minute minutes days ' +
    'week weeks weekly fortnight fortnightly biweekly month months monthly quarterly year years yearly annually'
  ).split(' '),
);
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday weekdays weekends'.split(' ');
/** "mo-fr", as calendars print it. */
const SHORT_DAYS = /^(?:mo|tu|di|we|mi|th|do|fr|sa|su|so)-(?:mo|tu|di|we|mi|th|do|fr|sa|su|so)$/i;
const SETTINGS = new Set(['headline', 'short', 'full', 'silent']);
/** "[zone]", "<topic>", "topic…": copied from the help. */
const PLACEHOLDER = /^[[<{].*[\]>}]$|…$|\.{3}$/;

/** What a word looks like that is no part of a time that is understood, and what to write; undefined for a topic. */
export function whyMisread(text: string, examples: string): string | undefined {
  const word = text.toLowerCase();
  const zone = UNCLEAR_ZONES.get(word);
  if (zone !== undefined) return `"${text}" means several zones: write one such as ${zone}.`;
  if (REGION.test(text)) return `"${text}" is no time zone: write one such as Europe/Berlin.`;
  if (OFFSET.test(text))
    return `"${text}" is no time zone that knows when its clocks change: write one such as Europe/Berlin, or UTC.`;
  if (PLACEHOLDER.test(text)) return `"${text}" stands in the help for what you want: write ${examples}.`;
  if (SETTINGS.has(word))
    return `"${text}" can be set for digests in config/digests.yaml, not here; if it is a topic, put it in quotation marks.`;
  if (looksLikeTime(word))
    return `"${text}" is no time or day that is understood: write ${examples}. If it is a topic, put it in quotation marks.`;
  return undefined;
}

/** Whether a word is written like a field of a cron expression. */
export function isCronField(text: string): boolean {
  return CRON.test(text);
}

/** The zone that a word or two ("Berlin", "new york") may mean where no zone is written. */
export function findZoneOfCity(words: string): string | undefined {
  const wanted = words.toLowerCase().replaceAll(' ', '_');
  return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
}

function looksLikeTime(word: string): boolean {
  if (NUMBERS.test(word) || TIMES.has(word) || SHORT_DAYS.test(word)) return true;
  return word.length > 4 && DAYS.some((day) => distance(word, day) === 1);
}
