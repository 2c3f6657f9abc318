/** Whether words say when what is asked for was, or will be. */
import { parseTerms } from '../../search/query.ts';
import { CLOCK } from '../question/measure-of.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { ScoredSpan } from './spans.ts';

const TIME_WORD =
  /\b(?:century|centuries|decades?|years?|months?|weeks?|days?|today|yesterday|tomorrow|spring|summer|autumn|fall|winter|morning|noon|afternoon|evening|night|midnight|christmas|easter|hours?|minutes?|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;
/** A year, a day of a month, a time of the day: "10" of "10 miles" is none of them, nor is "6-3". */
const TIME_NUMBER =
  /^(?:c\. ?)?(?:1\d|20)\d\ds?(?: ?[–-] ?\d{2,4})?$|^(?:c\. ?)?\d{1,4}s?(?: ?[–-] ?\d{2,4})? (?:AD|BCE?|CE)$|\b(?:1[0-9]|20)\d\ds?\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|^(?:the )?\d{1,2}(?:st|nd|rd|th)\b/i;

/** How long something lasts does not say when it was: "12 years", but "12 years ago" and "in 12 years". */
const DURATION =
  /^(?:(?:up to|about|some|nearly|almost|more than|less than|at least|a|the) )*(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many)[ -](?:centur(?:y|ies)|decades?|years?|months?|weeks?|days?|hours?|minutes?)(?: in \p{L}+)?$/iu;
const LEADS_TO_TIME = /\b(?:in|within|after|next|last|past) (?:the |about )?$/i;
const FROM_THERE = /^ (?:ago|later|earlier|before|after|from now|into|away|to go)\b/i;

function isDuration({ text, start, end, sentence }: ScoredSpan): boolean {
  const around = [sentence.text.slice(0, start), sentence.text.slice(end)] as const;
  return DURATION.test(text) && !LEADS_TO_TIME.test(around[0]) && !FROM_THERE.test(around[1]);
}

/** Whether words that are no date say when. */
function isTime(span: ScoredSpan): boolean {
  const { text } = span;
  // "the 2003 attacks" are no time, nor are "days 27 and 48".
  if (
    isDuration(span) ||
    /^(?:hours?|days?|weeks?|months?|years?) \d/i.test(text) ||
    /^(?:the )?\d{4} \p{Ll}{3,}s\b/u.test(text)
  )
    return false;
  return TIME_WORD.test(text) || (TIME_NUMBER.test(text) && !/[$€£¥]/.test(text));
}

/** Months that are verbs in small letters: "they may meet" says nothing of a time. */
const VERBS = /\b(?:may|march|fall)\b/g;
/** A time by what else happens, or by what came before: "after the vote", and not "after that". */
const BESIDE_OTHERS =
  /\b(?:when|while|(?:after|before|until|since|during)(?! (?:that|this|which)\b)|once|soon|later|earlier|first|last|next|still|always|never)\b/i;

/** Asks of what is to come. */
const WILL = /\bwhen (?:will|['’]ll)\b/i;
const TELLS_AHEAD =
  /\b(?:will|would|could|may|might|shall|due|scheduled|expected|set|planned|slated|next|tomorrow|coming|upcoming|soon|plans?|hopes?|aims?)\b|['’]ll\b/i;

/** Whether a sentence may tell when: it says something of a time, be it only after what, and of what is to come where that is asked. */
export function mayTellWhen({ kind, text: question }: AskedQuestion, text: string): boolean {
  if (kind !== 'date') return true;
  if (WILL.test(question) && !TELLS_AHEAD.test(text)) return false;
  const said = text.replace(VERBS, '');
  return TIME_WORD.test(said) || TIME_NUMBER.test(said) || BESIDE_OTHERS.test(said);
}

const WHICH_YEAR = /\b(?:which|what) year\b/i;
const WHAT_TIME = /\b(?:at )?what time\b/i;
const TO_COME =
  /\bwhen (?:will|['’]ll|do|does)\b|\bwhen (?:is|are)\b.*\b(?:due|expected|scheduled|set) (?:to|for)\b/i;
const PAST = /\bwhen (?:did|was|were|had)\b/i;

const PAST_VERB =
  '(?:was|were|did|had|went|came|met|took|made|left|won|saw|began|fell|rose|held|told|(?!need|feed|seed|speed|breed|hundred|indeed)\\p{Ll}{3,}ed)\\b';
/** "when he visited in 2019": what was, whenever it was written. */
const WAS = new RegExp(`\\b${PAST_VERB}[^.;,]{0,30}$`, 'u');
/** "on Tuesday held its first meeting": what was, too. */
const WAS_THEN = new RegExp(`^,? ${PAST_VERB}`, 'u');
const IS_AHEAD = /\b(?:will|would|to be|due|scheduled|expected|set|planned|slated)\b[^.;,]{0,50}$/i;
/** "the vote set for Tuesday was …" */
const IS_SET = /\b(?:due|scheduled|expected|set|planned|slated) (?:on|for|in|by) (?:late |early )?$/i;
/** Whether a time can be the one of what is to come, or is past, as its article was published; and a year where one is asked for. */
function isOfTense(
  question: string,
  { text, start, end, candidate, sentence: { article, sentence, text: whole } }: ScoredSpan,
): boolean {
  if (WHICH_YEAR.test(question) && !/\d{3}|\byear\b/i.test(text)) return false;
  if (WHAT_TIME.test(question) && (candidate.kind === 'clause' || !CLOCK.test(text))) return false;
  const before = whole.slice(0, start);
  // "visited in 2019" has its verb itself.
  const was = WAS.test(before) || WAS.test(text);
  if (TO_COME.test(question) && was && !IS_AHEAD.test(before) && !IS_AHEAD.test(text)) return false;
  if (TO_COME.test(question) && WAS_THEN.test(whole.slice(end)) && !IS_SET.test(before)) return false;
  const { published, analysis } = article;
  const [from, to] = [sentence.start + start, sentence.start + end];
  const date = analysis.dates.find((one) => one.start < to && from < one.end);
  const value = date?.value ?? /^(?:1[5-9]|20)\d\d$/.exec(text)?.[0];
  if (published === null || value === undefined) return true;
  const day = published.slice(0, value.length);
  return !(TO_COME.test(question) && value < day) && !(PAST.test(question) && value > day);
}

/** What a year stands before when it only says which one is meant: "the 2012 campaign", "her 1998 novel". */
const SAYS_WHICH = /(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that)|['’]s?) (?:\p{Ll}+ )?$/iu;
const THING = /^(?: [\p{L}-]+){1,3}/u;

/** Whether a year says which thing is meant, and the question does not speak of that thing. */
function isPartOfName({ weights }: AskedQuestion, { text, start, end, sentence }: ScoredSpan): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(text) || !SAYS_WHICH.test(sentence.text.slice(0, start))) return false;
  const thing = parseTerms(THING.exec(sentence.text.slice(end))?.[0] ?? '');
  return thing.length > 0 && !thing.some((term) => weights.has(term));
}

/** Whether words are a time, and may be that of what the question asks about. */
export function isTimeAsked(question: AskedQuestion, span: ScoredSpan): boolean {
  return (
    (span.candidate.kind === 'date' || isTime(span)) &&
    isOfTense(question.text, span) &&
    !isPartOfName(question, span)
  );
}
