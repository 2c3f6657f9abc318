/** Whether a number measures what a question asks for: money for "how much was paid", people for "how many people". */
import { parseTerms } from '../../search/query.ts';
import { MONTH } from '../../text/calendar.ts';
import { HAS_CURRENCY, IS_MEASURE, isOfAnother, MONEY, NAMES_UNIT, PAYS } from '../question/measure-of.ts';
import type { AskedQuestion } from '../question/question.ts';
import { holdsDate, type ScoredSpan } from './spans.ts';

/** Characters behind a share in which what it is a share of is looked for. */
const SHARE_REACH = 40;

/** "3914 W. Harbour Road" */
const STREET =
  /^ (?:[NSEW]\.? |(?:North|South|East|West) )?(?:\p{Lu}[\p{L}.'’-]* ){0,3}(?:St|Street|Ave|Avenue|Blvd|Boulevard|Road|Rd|Lane|Highway|Hwy|Drive|Dr|Way|Square|Parkway)\b/u;

const BEHIND_MONTH = new RegExp(`\\b${MONTH}\\.? $`);
const BEFORE_MONTH = new RegExp(`^(?:st|nd|rd|th)? (?:of )?${MONTH}(?!\\p{L})`, 'u');

/** "18" of "18 April" */
const isDayOfMonth = ({ text, sentence, start, end }: ScoredSpan): boolean =>
  /^\d{1,2}$/.test(text) &&
  (BEHIND_MONTH.test(sentence.text.slice(0, start)) || BEFORE_MONTH.test(sentence.text.slice(end)));

/** "5-2" counts nothing, and "5-6 boats" do. */
const isBareScore = ({ text, sentence, end }: ScoredSpan): boolean =>
  /^\d{1,3}[-–]\d{1,3}$/.test(text) && !/^ \p{Ll}/u.test(sentence.text.slice(end));

/** Whether a number names a year or a day, stands in a name ("Velmar 91") or is a share, where it is asked how many there are. */
function countsNothing({ text, focus }: AskedQuestion, span: ScoredSpan): boolean {
  const { text: said, start, end, features, sentence } = span;
  if (!/\bhow many\b(?! per)/i.test(text)) return false;
  const behind = sentence.text.slice(end, end + SHARE_REACH);
  // "between 10% and 20% of the trees" says how many trees.
  const isShare = /%|\bper ?cent\b/i.test(said) || /^(?:%| ?per ?cent\b)/i.test(behind);
  const [, whole = ''] = /^(?:%| ?per ?cent)? of (.*)/i.exec(behind) ?? [];
  if (isShare && !parseTerms(whole).some((term) => term === focus || focus === 'person')) return true;
  if (/\p{Lu}\p{L}* \d+$/u.test(said) || STREET.test(said.replace(/^\D*\d+/, '') + behind)) return true;
  if (isDayOfMonth(span) || isBareScore(span)) return true;
  // "at the age of 33"
  if (/\b(?:age of|aged?) $/i.test(sentence.text.slice(0, start)) && /^\d{1,3}$/.test(said)) return true;
  // "Ada Reed, 56, has sons": her age.
  if (
    /\p{Lu}\p{L}+, $/u.test(sentence.text.slice(0, start)) &&
    /^\d{1,3}$/.test(said) &&
    /^[,.]/.test(behind)
  )
    return true;
  if (!/^(?:1[5-9]|20)\d\d\b(?!,)/.test(said) || (features['counted'] ?? 0) === 1) return false;
  return holdsDate(span);
}

/** What "how long" and "how far" are measured in: times and lengths. */
const LONG =
  /\b(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|century|centuries|generations?|inch(?:es)?|foot|feet|yards?|miles?|pages?|(?:centi|milli|kilo)?(?:metre|meter)s?|c?m|km|until|since|forever|indefinitely)\b/i;
const UNIT = new RegExp(
  `^[ -](?:${LONG.source}|(?:pounds?|dollars?|euros?|cents?|yen|yuan|rou?bles?|rupees?|ton(?:ne)?s?|ounces?|(?:kilo)?grams?|kg|percent|per cent|[mbtr]+illion|degrees?|lit(?:er|re)s?|gallons?|barrels?|acres?|hectares?|mph|km/h|kmh?|knots|square)\\b)`,
  'i',
);
const MEASURES = /\bhow (?:long|far|much|high|tall|heavy|deep|fast|wide|big|large)\b/i;
/** Right behind a number its unit stands: "four" of "four days". */
const UNIT_REACH = 14;
/** A word that is so like the thing asked for counts it, too. */
const LIKE = 0.45;

/** "How long will it last?" asks for a time, "how long is it" maybe for a length. */
const HOW_LONG_TIME = /\bhow long (?:will|would|did|does|do|has|have|had|can|could)\b/i;
/** Days of the week are no length, but until or since one is. */
const TIME_LONG =
  /\b(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|century|centuries|generations?|until|since|forever|indefinitely|permanent\w*)\b/i;

/** "3.2m", "6ft 1in" */
const SHORT_UNIT = /\d ?(?:[ckm]?m|ft|in|storeys?|stories)\b|\d["'′″]/i;

/** Whether a measure is asked for and the words are a number without its unit, or no length or time for "how long". */
function lacksUnit({ text }: AskedQuestion, span: ScoredSpan, behind: string): boolean {
  if (span.candidate.kind === 'number' && MEASURES.test(text) && UNIT.test(behind)) return true;
  const isLong = LONG.test(span.text + behind) || SHORT_UNIT.test(span.text + behind);
  if (/\bhow (?:wide|tall|deep)\b/i.test(text) && !isLong) return true;
  if (HOW_LONG_TIME.test(text)) return !TIME_LONG.test(span.text + behind);
  return /\bhow (?:long|far)\b/i.test(text) && !LONG.test(span.text + behind);
}

/** Whether a number counts something else than the things that are asked for: hamlets for "how many people". */
function countsOther({ kind, focus, text }: AskedQuestion, { candidate, features }: ScoredSpan): boolean {
  if (kind !== 'number' || focus === null || candidate.kind !== 'number') return false;
  return /\bhow many\b/i.test(text) && features['counted'] !== undefined && features['counted'] < LIKE;
}

/** Whether words are a length or a time, where it is asked how many of other things there are: "10 miles" for "how many people". */
function measuresNone({ text }: AskedQuestion, { text: said }: ScoredSpan, behind: string): boolean {
  return /\bhow many\b/i.test(text) && !NAMES_UNIT.test(text) && IS_MEASURE.test(said + behind);
}

/** "7 of 12 boats", "7 of Ostry's 12 boats": the second is how many there are in all. */
const SHARE =
  /(?:\b(?:\d[\d,.]*(?:bn|mn?)?|[mb]illion|one|two|three|four|five|six|seven|eight|nine|ten|half|most|all|none|some|each|per ?cent|thirds?|fourths?|quarters?|fifths?|tenths?|majority)|%) (?:out )?of (?:the |its |their |all |(?:\S+ ){0,2}\S+['’]s? )?(?:other |remaining )?[$€£¥]?$/i;

/** "out of 12 boats, he saw three" */
const OUT_OF = /\bout of (?:the |its |their |all |some |about |around |nearly |almost )*$/i;

/** Whether a number is the whole of which the text counts a part. */
function countsWhole({ text }: AskedQuestion, { candidate, sentence, start }: ScoredSpan): boolean {
  if (
    candidate.kind !== 'number' ||
    !/\bhow (?:many|much of)\b/i.test(text) ||
    /\bout of how many\b/i.test(text)
  )
    return false;
  const before = sentence.text.slice(0, start);
  return SHARE.test(before) || OUT_OF.test(before);
}

/** "grew 4% to 9 million": by how much, and not to what. */
const CHANGED =
  /\bhow much\b.*\b(?:r[io]sen?|gr[eo]wn?|f[ae]ll(?:en)?|drop(?:ped)?|increased?|decreased?|climb(?:ed)?|jump(?:ed)?|declined?|gain(?:ed)?|shr[aiu]nk|changed?|go up|gone up|go down)\b/i;
const TO_LEVEL = /\bto (?:about |nearly |almost |around |a record |just )*[$€£¥]?$/i;

/** Whether a number is a bound of a range ("between 30 and 60"), or what something rose to, where it is asked by how much. */
function isOtherEnd(
  { text }: AskedQuestion,
  { candidate, sentence, start, end, text: said }: ScoredSpan,
): boolean {
  if (candidate.kind !== 'number') return false;
  const [before, behind] = [sentence.text.slice(0, start), sentence.text.slice(end)];
  if (/\bbetween [$€£¥]?$/i.test(before) && /^[^.;]{0,12} and\b/.test(behind)) return true;
  // "$700" of "$700-$800 million"
  if (/^[-–][$€£¥]?\d/.test(behind) || /\d[-–][$€£¥]?$/.test(before)) return true;
  return CHANGED.test(text) && !/^[$€£¥]?to\b/.test(said) && TO_LEVEL.test(before);
}

const HOW_OLD = /\bhow old\b|\bwhat age\b/i;
/** "44 years", "nine-year", "18-month", "second century" */
const IN_YEARS = /(?:^|[ -])(?:years?|months?|weeks?|days?|decades?|century|centuries)\b/i;
const YEARS_BEHIND = /^[ -](?:\p{Ll}+ )?(?:years?|months?|weeks?|days?|decades?|century|centuries)\b/u;
/** "shut for three days", "died on 5 May": a length of time, or a day. */
const NO_AGE_LEADS =
  /\b(?:for|in|within|after|over|every|last|next|past|first|on|until|since) (?:the |about )?$/i;
/** A number without years: "Ada Reed, 44,", "(44)", "aged 44", "a woman of 44", "he was 44". */
const AGE_LEADS =
  /(?:\p{L}, |\(|\b(?:aged?|age (?:limit )?of|(?:man|woman|boy|girl|person|child) of|is|was|were|are|be|been|being|turn(?:s|ed|ing)?) )$/iu;
/** These lead to an age only where one is spoken of. */
const WEAK_AGE_LEADS = /\b(?:of|at|by|before|from|to|until|under|over|than|between|and) $/i;
const SPEAKS_OF_AGE = /\b(?:aged?|ages|old|older|oldest|younger|youngest|birthday|born|died)\b/i;
const AGE_ENDS =
  /^(?:[,.;:)?!]|$| (?:and|when|at|in|on|or|but|to|years?|last|this|next|who|from|with|by|was|is)\b)/;
/** Nobody is older; buildings and towns are. */
const OLDEST = 125;

function isBareAge({ sentence, start, end, text: said }: ScoredSpan): boolean {
  const [, number = ''] =
    /^(?:(?:about|around|just|only|almost|nearly|aged?) )*([\p{L}\d-]+)$/u.exec(said) ?? [];
  if (number === '' || Number(number) > OLDEST) return false;
  const before = sentence.text.slice(0, start);
  const leads = AGE_LEADS.test(before) || (WEAK_AGE_LEADS.test(before) && SPEAKS_OF_AGE.test(sentence.text));
  return leads && AGE_ENDS.test(sentence.text.slice(end));
}

/** Whether words do not stand as an age does, where one is asked for. */
function isNoAge({ text }: AskedQuestion, span: ScoredSpan): boolean {
  if (!HOW_OLD.test(text) || isBareAge(span)) return false;
  const { sentence, start, end, text: said } = span;
  const isInYears =
    !HAS_CURRENCY.test(said) && (IN_YEARS.test(said) || YEARS_BEHIND.test(sentence.text.slice(end)));
  return !isInYears || NO_AGE_LEADS.test(sentence.text.slice(0, start));
}

/** Sentences without a currency that may still tell a sum: "The yard cost 4 million." */
const SPEAKS_OF_MONEY =
  /\b(?:cost|price|pa(?:y|id)|worth|s[eo]ld|sell|spen[dt]|bought|buy|raise[ds]?|earn|fine|donat|budget|invest|debt|owe|money|fund|profit|revenue|loan|salary)/i;
/** Times are no distance: but light years are. */
const NO_DISTANCE =
  /\b(?<!light[ -])(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b/i;

/** "What is the number to call?" asks for no count. */
const TELEPHONE =
  /\bnumber\b.*\b(?:call|ring|phone|dial|text)\b|\b(?:phone|telephone|hotline|helpline|contact) number\b/i;
const TELEPHONE_DIGITS = 7;

/** What is paid in per cents. */
const IN_SHARES = /\b(?:interest|tax(?:es)?|duty|tariffs?|rates?|share|stake)\b/i;

/** Whether words measure something else than what is asked for. */
export function measuresOther(question: AskedQuestion, span: ScoredSpan): boolean {
  const { kind, text } = question;
  const behind = span.sentence.text.slice(span.end, span.end + UNIT_REACH);
  if (
    lacksUnit(question, span, behind) ||
    countsOther(question, span) ||
    countsNothing(question, span) ||
    measuresNone(question, span, behind) ||
    countsWhole(question, span) ||
    isOtherEnd(question, span) ||
    (/\bhow (?:long|many|much|far|big|large|high|wide|deep|tall|often)\b/i.test(text) &&
      isOfAnother(text, span.sentence.text.slice(0, span.start)))
  )
    return true;
  if (/\bhow far (?:away|apart|from|is|are|was|were)\b/i.test(text) && NO_DISTANCE.test(span.text + behind))
    return true;
  if (TELEPHONE.test(text) && span.text.replace(/\D/g, '').length < TELEPHONE_DIGITS) return true;
  if (isNoAge(question, span)) return true;
  if (kind !== 'number') return false;
  if (PAYS.test(text)) {
    const isShare = /%|per ?cent/i.test(span.text) || /^ ?(?:%|per ?cent)/i.test(behind);
    const { text: all } = span.sentence;
    if (!isShare && !HAS_CURRENCY.test(all) && !SPEAKS_OF_MONEY.test(all)) return true;
    return isShare ? !CHANGED.test(text) && !IN_SHARES.test(text) : !MONEY.test(span.text + behind);
  }
  return /\bhow many\b/i.test(text) && HAS_CURRENCY.test(span.text) && !HAS_CURRENCY.test(text);
}
