/** Dates as bylines state them: "Sep 11, 2023", "11 September 2023", "2023-09-11T10:00Z". */
import { MONTH, MONTHS } from '../../../core/text/calendar.ts';

const NAMED = `(${MONTH})\\.?`;
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const TIME =
  '(?:,? ?(?:at |- |– |— |\\| |\\/ )?\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?\\(?(?:UTC|GMT|BST|[CEMP][DES]?T|CEST|IST|JST|AEST)\\)?)?)?';

const FORMS: readonly [RegExp, (parts: readonly string[]) => string | null][] = [
  [
    new RegExp(`^${WEEKDAY}${NAMED} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}`, 'iu'),
    ([month, day, year]) => buildDate(year, numberOf(month), day),
  ],
  [
    new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${NAMED},?[ -](\\d{4})${TIME}`, 'iu'),
    ([day, month, year]) => buildDate(year, numberOf(month), day),
  ],
  [/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})/u, () => null],
  [
    new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})${TIME}`, 'iu'),
    ([year, month, day]) => buildDate(year, month, day),
  ],
  [
    new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${TIME}`, 'iu'),
    ([day, month, year]) => buildDate(year, month, day),
  ],
  [
    new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${TIME}`, 'iu'),
    // 03/04/2023 is March or April: which one is not stated.
    ([first, second, year]) =>
      Number(first) > 12
        ? buildDate(year, second, first)
        : Number(second) > 12 || first === second
          ? buildDate(year, first, second)
          : null,
  ],
];

export interface StatedDate {
  /** ISO 8601: a date, or the instant where one is written out. Null where the words do not settle it. */
  readonly value: string | null;
  /** How much of the text it takes. */
  readonly length: number;
}

/** The date at the very start of the text, if one stands there. */
export function findDateAtStart(text: string): StatedDate | undefined {
  const start = text.slice(0, 80);
  for (const [form, build] of FORMS) {
    const match = form.exec(start);
    if (match === null) continue;
    const instant = match.length === 1 && !Number.isNaN(Date.parse(match[0])) ? match[0] : null;
    return { value: instant ?? build(match.slice(1)), length: match[0].length };
  }
  return undefined;
}

function numberOf(month: string | undefined): string {
  return String(MONTHS.get(month?.toLowerCase() ?? '') ?? 0);
}

function buildDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  const date = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}
