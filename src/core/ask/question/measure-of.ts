/** What a sentence must show that measures what a question asks for: money, an age, a length, a time. */
import { CURRENCIES } from '../words/number-words.ts';

const CURRENCY = String.raw`[$€£¥]|\b(?:${CURRENCIES})\b`;
const LARGE = String.raw`\b(?:[mbtr]+illion|\d+(?:[.,]\d+)?(?:bn|mn|m|tn))\b`;
/** A sum of money, or a number that may be one. */
export const MONEY = new RegExp(`${CURRENCY}|${LARGE}`, 'i');
export const HAS_CURRENCY = new RegExp(CURRENCY, 'i');
/** Asks how much was paid, earned, or stolen. */
export const PAYS =
  /\bhow much\b.*\b(?:paid|pay(?:s|ing)?|cost(?:s|ing)?|earn\w*|spen[dt](?:ing)?|worth|raised?|offer\w*|s[eo]ld?|sell|buy|bought|fined?|owed?|donat\w*|invest\w*|profits?|revenues?|salary|money|prize|price|aid|debts?|stole|steal)\b|\b(?:price|salary|budget|fine|revenue|profit) (?:of|for)\b/i;
// Of a number without end only the end is read: a text of digits alone would be read from each of them to the last.
const NUMERAL = String.raw`(?:\d[\d.,]{0,30}|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|hundred|several|half))`;
const inUnits = (units: string): RegExp =>
  new RegExp(String.raw`${NUMERAL}[ -](?:and a half )?(?:${units})\b(?![- ]olds?\b)`, 'i');
const LENGTHS = 'inch(?:es)?|foot|feet|ft|yards?|miles?|(?:centi|milli|kilo)?(?:metre|meter)s?|c?m|km';
const TIMES = 'seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|century|centuries';
/** "10 miles", "about two weeks": a length or a time, and nothing counted before it. */
export const IS_MEASURE = new RegExp(
  String.raw`^(?:[a-z]+ ){0,2}${NUMERAL}[ -](?:${TIMES}|${LENGTHS})\b(?![- ]olds?\b)`,
  'i',
);
export const NAMES_UNIT = new RegExp(String.raw`\b(?:${TIMES}|${LENGTHS})\b`, 'i');
const AGE =
  /,\s\d{1,3}\s?,|\b\d{1,3}[- ]year[- ]olds?\b|\baged? (?:of )?\d{1,3}\b|\b(?:was|is|turned) \d{1,3}\b|\(\d{1,3}\)/;
/** A time of the day. */
export const CLOCK =
  /\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\b\d{1,2}[:.]\d\d\b|\b(?:noon|midday|midnight|dawn|dusk)\b|o['’]clock/i;
/** "3-6, 6-2", "21-17", "92 votes to 88" */
export const SCORE = /\b\d{1,3} ?[-–] ?\d{1,3}\b|\b\d+(?: votes?)? to \d+\b/;

/** By what a question asks for a measure, and what shows it; the first that fits. */
const MEASURES: readonly (readonly [asks: RegExp, shows: RegExp])[] = [
  [PAYS, MONEY],
  [/\bhow much\b|\b(?:price|salary|fine|budget|sum|prize|fee)s?\b/i, MONEY],
  [/\bhow old\b|\bage\b/i, AGE],
  [/\bhow long\b/i, inUnits(`${TIMES}|${LENGTHS}`)],
  [/\bhow (?:far|tall|high|deep|wide|big|large)\b|\b(?:length|height|depth|distance)\b/i, inUnits(LENGTHS)],
  [/\b(?:percentage|per ?cent|share|proportion|rate)\b/i, /%|\bper ?cent\b/i],
  [/\bwhat time\b/i, CLOCK],
  [/\bscore(?:line)?\b|\bwhat (?:is|was|were) the (?:final )?(?:results?|vote|tally|margin)\b/i, SCORE],
  [/\b(?:what|which) year\b/i, /\b(?:1[0-9]|20)\d\d\b/],
];

/** By what a sentence is known that measures what is asked for; nothing where no measure is. */
export function measureOf(question: string): RegExp | undefined {
  return MEASURES.find(([asks]) => asks.test(question))?.[1];
}

const OTHER_ONE = /\b(?:similar|previous|earlier|separate)(?: [\p{L}-]+){0,2}(?: of)? [$€£¥]?$/iu;
const ASKS_OTHER =
  /\b(?:similar|previous|earlier|separate|before|other|(?:the|its|his|her|their|'s|’s) last)\b/i;

/**
 * Whether what stands behind counts or measures another thing than is asked about: "a similar 10-day drill".
 * @param before the sentence up to the number
 */
export const isOfAnother = (question: string, before: string): boolean =>
  OTHER_ONE.test(before) && !ASKS_OTHER.test(question);
