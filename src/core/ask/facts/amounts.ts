/** How sums and lengths of time are written, as sources of patterns: "$4.5m", "15,000-dollar", "three and a half hours". */
import { CURRENCIES, SPELT } from '../words/number-words.ts';

const DIGITS = String.raw`\d{1,12}(?:,\d{2,3}){0,5}(?:\.\d{1,4})?`;
const SCALE = '(?:[ -]?(?:hundred|thousand|million|billion|trillion|crore|lakh)|(?:bn|mn|tn|m|k)(?![a-z]))';
const CURRENCY = `(?:US |Canadian |Australian |Danish |Swedish |Norwegian |Hong Kong )?(?:${CURRENCIES}|USD|EUR|GBP)`;
const SIGN = String.raw`(?:(?:US|AU|CA|NZ|HK|A|C|S)?[$€£¥₹]|Rs\.? ?|(?:USD|EUR|GBP) )`;

/** A sum of money, and nothing that is part of a longer number. */
export const SUM = String.raw`(?<![\p{L}\d.,$€£¥₹-])(?:${SIGN}${DIGITS}(?:${SCALE})?|(?:${DIGITS}|(?:half )?an?|${SPELT})(?:${SCALE})?[ -]${CURRENCY})(?![\p{L}\d]|[.,]\d)`;

/** A number of whole things. */
const COUNT = String.raw`(?<![\p{L}\d.,$€£¥-])(?:\d{1,3}(?:,\d{3})+|\d{1,7}|${SPELT})(?![\p{L}\d]|[.,]\d)`;

/** "about", "up to", "an estimated": what may stand before any of them. */
export const ABOUT =
  '(?:(?:about|around|some|roughly|approximately|nearly|almost|over|under|only|just|at least|at most|up to|as much as|as many as|more than|less than|a total of|an estimated|a record|a further|a whopping|a maximum of|a minimum of) ){0,3}';

const UNITS = '(?:second|minute|min|hour|hr|day|night|week|month|year|decade|centur(?:y|ie))s?';
const HALF = '(?:[ -]and[ -]a[ -](?:half|quarter))?';
const TIMES = `(?:${COUNT}(?:½)?|half an?|an?(?! second))${HALF}[ -]${UNITS}`;

/** A length of time: "11-minute", "three and a half years", "three hours and 21 minutes". */
export const TIME = String.raw`(?<![\p{L}\d.,-])(?:${TIMES}(?:,? (?:and )?${COUNT} ${UNITS})?)(?![\p{L}\d]|[- ]old|[ -]ago| (?:less|more|longer|shorter|later|earlier)\b)`;

const OTHERS =
  'and|or|but|in|of|for|to|from|into|over|on|as|with|at|by|since|until|during|after|before|when|while|that|which|who|the|an?|his|her|its|their|is|was|were|are|had|has|have|per|ago|later|old|earlier';

/** Up to so many words between a number and its noun: "$45 million production budget". */
export const wordsBetween = (most: number): string =>
  String.raw`(?:(?!(?:${OTHERS})\b)[\p{L}-]{1,25} ){0,${most}}`;
