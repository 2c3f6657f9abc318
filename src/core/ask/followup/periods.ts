/** "What about 2015?", "And in March?": the question before, asked of another time. */
import { MONTH_NAME, WEEKDAY } from '../../text/calendar.ts';
import { endOfWords } from './phrases.ts';

const OF_YEAR = `${MONTH_NAME}(?:\\s+\\d{4})?`;
/** "2014" of "March 2014" is no time of its own. */
const YEAR = `(?<!${MONTH_NAME}\\s)(?:1[5-9]|20)\\d\\d(?!\\d)`;
const DAY = `${WEEKDAY}s?`;
const SOME = '(?:last|this|next) (?:year|month|week|weekend|season|spring|summer|autumn|fall|winter)';
/** Of each kind one takes the other's place; "in" stands before years and months, "on" before days. */
const PERIODS: readonly { readonly words: string; readonly preposition: string }[] = [
  { words: OF_YEAR, preposition: 'in ' },
  { words: YEAR, preposition: 'in ' },
  { words: DAY, preposition: 'on ' },
  { words: `(?:${SOME}|yesterday|today|tomorrow)`, preposition: '' },
];
const LED = '(?:(?:in|on|since|by|until|before|after|during|back in) )?';

const findKind = (text: string) =>
  PERIODS.find(({ words }) => new RegExp(`^${LED}${words}$`, 'i').test(text.trim()));

/** Whether words are nothing but a time, with what leads it. */
export const isPeriod = (words: string): boolean => findKind(words) !== undefined;

/** "the 2011 election": a time that says which one is meant, and has no preposition. */
const insideOf = (words: string): RegExp =>
  new RegExp(`(?<=\\b(?:the|an?|this|that) )(?:${words}) (?=\\p{L})`, 'iu');

/** The question with the other time in it; undefined where the other words are no time. */
export function exchangePeriod(question: string, other: string): string | undefined {
  const asked = findKind(other);
  if (asked === undefined) return undefined;
  const bare = other.trim().replace(new RegExp(`^${LED}(?=${asked.words}$)`, 'i'), '');
  const led = bare === other ? `${asked.preposition}${bare}` : other;
  const clause = question.slice(0, endOfWords(question));
  // A time takes the place of one of its own kind first: of "the 2019 vote on Friday", Monday that of Friday.
  for (const { words } of [asked, ...PERIODS]) {
    const inside = insideOf(words);
    // "the last year election" is none: it is the election last year.
    if (inside.test(clause))
      return asked.preposition === ''
        ? `${clause.replace(inside, '')} ${led}?`
        : `${clause.replace(inside, `${bare} `)}?`;
    const place = new RegExp(`\\b${LED}${words}(?!\\p{L})`, 'iu');
    if (place.test(clause)) return `${clause.replace(place, led)}?`;
  }
  return `${clause} ${led}?`;
}
