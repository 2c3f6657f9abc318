/** "What about 2015?", "And in March?": the question before, asked of another time. */

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\\s+\\d{4})?';
const YEAR = '(?:1[5-9]|20)\\d\\d(?!\\d)';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const SOME = '(?:last|this|next) (?:year|month|week|weekend|season|spring|summer|autumn|fall|winter)';
/** Of each kind one takes the other's place; "in" stands before years and months, "on" before days. */
const PERIODS: readonly { readonly words: string; readonly preposition: string }[] = [
  { words: MONTH, preposition: 'in ' },
  { words: YEAR, preposition: 'in ' },
  { words: DAY, preposition: 'on ' },
  { words: `(?:${SOME}|yesterday|today|tomorrow)`, preposition: '' },
];
const LED = '(?:(?:in|on|since|by|until|before|after|during|back in) )?';

const findKind = (text: string) =>
  PERIODS.find(({ words }) => new RegExp(`^${LED}${words}$`, 'i').test(text.trim()));

/** Whether words are nothing but a time, with what leads it. */
export const isPeriod = (words: string): boolean => findKind(words) !== undefined;

/** The question with the other time in it; undefined where the other words are no time. */
export function exchangePeriod(question: string, other: string): string | undefined {
  const asked = findKind(other);
  if (asked === undefined) return undefined;
  const led = new RegExp(`^${asked.words}$`, 'i').test(other) ? `${asked.preposition}${other}` : other;
  const end = /[\s?.!]*$/.exec(question)?.index ?? question.length;
  const clause = question.slice(0, end);
  for (const { words } of PERIODS) {
    // "the 2011 election" keeps its article; "in 2011" and "last year" give way as a whole.
    const inside = new RegExp(`\\b(?:the|an?|this|that) (${words})(?= \\p{L})`, 'iu').exec(clause);
    if (inside?.[1] !== undefined && led !== other)
      return `${clause.slice(0, inside.index)}${inside[0].replace(inside[1], other)}${clause.slice(inside.index + inside[0].length)}?`;
    const place = new RegExp(`\\b${LED}${words}(?!\\p{L})`, 'iu').exec(clause);
    if (place !== null)
      return `${clause.slice(0, place.index)}${led}${clause.slice(place.index + place[0].length)}?`;
  }
  return `${clause} ${led}?`;
}
