/** Words that the noun, the name or the preposition of a question rules out, though they are of the kind that it asks for. */
import { parseTerms, termOf } from '../../search/query.ts';
import { NATIONALITIES } from '../../text/data/offices.ts';
import { COUNTRIES } from '../../text/data/places.ts';
import { isOtherFate } from '../question/fates.ts';
import { IS_MEASURE, measureOf, SCORE } from '../question/measure-of.ts';
import type { AskedQuestion } from '../question/question.ts';
import { isOtherName } from './asked-names.ts';
import { isOtherwhere } from './asked-places.ts';
import type { ScoredSpan } from './spans.ts';

/** "nine" of "forty-nine", "half years" of "four and a half years", "£7.2" of "£7.2m" */
function cutsNumber({ text, sentence, start, end }: ScoredSpan): boolean {
  const before = sentence.text.slice(0, start);
  if (/\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty-$/i.test(before)) return true;
  if (/^half\b/i.test(text) && /\band an? $/i.test(before)) return true;
  return /\d$/.test(text) && /^(?:[mk]|[bmt]n)\b/.test(sentence.text.slice(end));
}

/** A piece of "Ost-by-Sea" or of "black-and-white"; a number or a day may stand in one ("90-metre", "mid-July"). */
function cutsCompound({ candidate: { kind }, sentence, start, end }: ScoredSpan): boolean {
  if (kind === 'number' || kind === 'date') return false;
  if (/^-\p{L}+-\p{L}/u.test(sentence.text.slice(end))) return true;
  return /^(?:phrase|adjective|clause)$/.test(kind) && /\p{L}-$/u.test(sentence.text.slice(0, start));
}

/** "What kind of wood?" is not answered by "piles of wood", nor by "ships": by "oak wood", "oak" before it, or another plant. */
function tellsNoKind({ text, focus }: AskedQuestion, span: ScoredSpan): boolean {
  if (focus === null || !/\bwhat (?:kind|type|sort)s? of\b/i.test(text)) return false;
  const words = span.text.split(/\s+/);
  const at = words.findIndex((word) => termOf(word) === focus);
  if (at >= 0) return at === 0 || /^(?:of|with|in|for|from|the|an?)$/i.test(words[at - 1] ?? '');
  const [next = ''] = span.sentence.text.slice(span.end).trimStart().split(/\s+/);
  return termOf(next.replace(/\P{L}+$/u, '')) !== focus && (span.features['sameNoun'] ?? 0) < 0;
}

/** "What did Lund die of?" is not answered by a day. */
function isDayForWhat({ text, kind, preposition }: AskedQuestion, span: ScoredSpan): boolean {
  if (kind !== 'open' || !/\bwhat\b/i.test(text) || !/^(?:of|for|from|about|with)$/.test(preposition ?? ''))
    return false;
  // Nor by a length of time: "280 years" for "what was he convicted of?"
  if (preposition === 'of' && IS_MEASURE.test(span.text)) return true;
  const { sentence, dates, text: said } = span.sentence;
  const date = dates.find(({ start }) => start === sentence.start + span.start);
  // "the Monday protest" is no day.
  return date !== undefined && !/^ \p{Ll}{5,}/u.test(said.slice(date.end - sentence.start, span.end));
}

const DIES_OF = /\b(?:what|which)\b.*\bdie[sd]? (?:of|from)\b/i;
const HOW_DIED = /\bhow (?:did|had|has|have)\b.*\b(?:die[sd]?|pass(?:ed)? away)[?.!\s]*$/i;
const CAUSE_LEADS =
  /\b(?:(?:die[sd]?|dying|death)(?: \p{L}+ly)?(?: (?:on|in) [^,]{0,15})? (?:of|from)|after|with|due to|succumb\w* to|following)(?: (?:the|an?|his|her|their))?$/iu;

const TELLS_CAUSE =
  /\b(?:die[sd]?|death|dead|killed|succumb\w*)\b[^,;]{0,40}\b(?:of|from|after|following|due to|by|to)\b|\b(?:cause[sd]?|cancer|heart|stroke|illness|disease|pneumonia|injur\w*|wounds?|overdose|suicide)\b/i;

/** Whether of a death, where it is asked of what somebody died, a sentence may tell the cause. */
export function mayTellCause({ text }: AskedQuestion, sentence: string): boolean {
  return !(DIES_OF.test(text) || HOW_DIED.test(text)) || TELLS_CAUSE.test(sentence);
}

/** Whether somebody's name stands in words. */
function holdsPerson({ start, end, sentence: { article, sentence } }: ScoredSpan): boolean {
  const [from, to] = [sentence.start + start, sentence.start + end];
  return article.analysis.names.some((name) => name.kind === 'person' && name.start < to && from < name.end);
}

/** "died in a nursing home" does not say of what. */
function isNoCause({ text, kind }: AskedQuestion, span: ScoredSpan): boolean {
  const { text: said, sentence, start, features } = span;
  if (HOW_DIED.test(text)) return !TELLS_CAUSE.test(sentence.text);
  if (!DIES_OF.test(text)) return false;
  // "died on holiday with his partner, Andrew"
  if (holdsPerson(span) || features[`${kind}:n:person`] !== undefined) return true;
  if (/^(?:of|from|after|with|following) /i.test(said)) return false;
  return !CAUSE_LEADS.test(sentence.text.slice(0, start).trimEnd());
}

/** A score or a vote has numbers. */
function isNoScore({ text, kind }: AskedQuestion, { text: said }: ScoredSpan): boolean {
  if (measureOf(text) !== SCORE) return false;
  return /\bscore(?:line)?\b/i.test(text) ? !SCORE.test(said) : kind !== 'number' && !/\d/.test(said);
}

/** What says nothing of a thing but that there is one: "certain borrowers" for "which borrowers?". */
const VAGUE =
  /^(?:(?:certain|serious|several|some|many|various|other|new|such|any|different|big|major|recent|more|most|all|these|those|the|further|additional|possible|potential|few|a) )+(?<thing>\p{L}+)$/iu;

/** "Another book" for "which novel": it tells that it was none that was named. */
const NONE_NAMED = /^(?:another|(?:the )?(?:same|other)|such|others)\b/i;

function echoes({ text, focus }: AskedQuestion, { text: said }: ScoredSpan): boolean {
  if (/\b(?:what|which|who)\b/i.test(text) && NONE_NAMED.test(said) && !/\p{Lu}/u.test(said)) return true;
  const thing = VAGUE.exec(said)?.groups?.['thing'];
  return focus !== null && thing !== undefined && /\b(?:what|which)\b/i.test(text) && termOf(thing) === focus;
}

/** "…, the commander said on Tuesday": the day on which it was said. */
const SAID_ON =
  /\b(?:said|says|added|wrote|tweeted|told (?:\p{L}+ ){1,4}?(?:\p{L}+)?)(?: in (?:an? |the )?\p{L}+)?,? (?:on |late |early )*$/u;

const ASKS_SAYING = /\b(?:sa(?:y|id)|tell|told|announced?|speak|spoke|write|wrote|tweet(?:ed)?)\b/i;

function isDayOfSaying({ kind, text }: AskedQuestion, { sentence, start }: ScoredSpan): boolean {
  if (kind !== 'date' || ASKS_SAYING.test(text)) return false;
  return SAID_ON.test(sentence.text.slice(0, start));
}

const COLOUR =
  /\b(?:black|white|gr[ae]y|red|orange|yellow|green|blue|purple|violet|pink|brown|beige|gold(?:en)?|silver|bronze|crimson|scarlet|maroon|turquoise|teal|navy|magenta|cyan|lilac|cream|ivory|tan|khaki|amber|blond\w*|copper|rainbow|transparent|colou?rless|-?colou?red)\b/i;
/** Where something goes, or from where. */
const DIRECTION =
  /\b(?:(?:north|south)?(?:-?(?:north|south|east|west))(?:ern|wards?|bound)?|left|right|up\w*|down\w*|forwards?|backwards?|clockwise|in(?:land|wards?)|out(?:wards?)|towards?|away|to)\b/i;

/** A colour is one, and "which way" is a direction. */
function isOtherQuality({ text }: AskedQuestion, { text: said }: ScoredSpan): boolean {
  if (/\b(?:what|which) colou?rs?\b/i.test(text)) return !COLOUR.test(said);
  return /\b(?:which|what) (?:way|direction)\b/i.test(text) && !DIRECTION.test(said);
}

/** A nationality is a people or a country. */
function isNoPeople({ text }: AskedQuestion, { text: said }: ScoredSpan): boolean {
  if (!/\bnationalit(?:y|ies)\b/i.test(text)) return false;
  const words = said.toLowerCase().split(/\s+/);
  return !COUNTRIES.has(said.toLowerCase()) && !words.some((word) => NATIONALITIES.has(word));
}

/** What something is only held against: "compared with 27%", "ahead of Reed", "rather than Ostry". */
const HELD_AGAINST =
  /\b(?:compared (?:with|to)|rather than|instead of|ahead of|unlike|(?:up|down) from)(?: (?:an?|the|about|around|some|nearly|almost|just))? ?[$€£¥]?$/i;

/** Whether words are what the answer is held against, and nothing of the question is said of them. */
function isHeldAgainst({ weights, text }: AskedQuestion, { sentence, start, end }: ScoredSpan): boolean {
  if (!HELD_AGAINST.test(sentence.text.slice(0, start)) || HELD_AGAINST.test(`${text} `)) return false;
  const [own = ''] = sentence.text.slice(end).split(/[,;]/);
  return !parseTerms(own).some((term) => weights.has(term));
}

/** "Guilty" of "not guilty" says the opposite. */
function cutsNegation({ text }: AskedQuestion, { sentence, start }: ScoredSpan): boolean {
  return (
    /\b(?:not|never) $/i.test(sentence.text.slice(0, start)) && !/\b(?:not|never|\p{L}+n['’]t)\b/iu.test(text)
  );
}

/** What was cut in the middle: "a reason not to trust him, saying". */
const BREAKS_OFF =
  /(?: (?:and|or|but|that|which|whose|with|of|for|from|as|because|while|than|the|an?)|, (?:saying|adding|who|when|where))$/i;

function breaksOff({ text, candidate: { kind } }: ScoredSpan): boolean {
  return (kind === 'clause' || kind === 'phrase') && BREAKS_OFF.test(text);
}

/** "R-Pa." behind the name of a politician says of which party and state; a sign or a small letter says nothing. */
function isScrap({ text }: ScoredSpan): boolean {
  return /^[RDI]-\p{Lu}\p{L}*\.?$/u.test(text) || !/\p{L}{2}|\d|^\p{Lu}$/u.test(text);
}

/** Which of several is asked for ("the second goal"), each with what may stand for it in an article. */
const RANKS: readonly (readonly [asked: RegExp, said: RegExp])[] = [
  [
    /\bother (?:half|side|one|two|three|four|five|six|\p{Ll}+s)\b(?! than)/iu,
    /\b(?:other|others|another|else|rest|remaining|both|too|also|fellow|along with|alongside|with|and)\b/i,
  ],
  [/\bsecond(?! half| quarter|s)\b/i, /\b(?:second|secondly|two|2nd|2|again|another)\b/i],
  [/\bthird(?! quarter| world|s)\b/i, /\b(?:third|three|3rd|3|again|another)\b/i],
  [/\bfourth(?! quarter)\b/i, /\b(?:fourth|four|4th|4|again|another)\b/i],
  [/\bfifth\b/i, /\b(?:fifth|five|5th|5|again|another)\b/i],
  [/\brunners?-up\b/i, /\b(?:runners?-up|second|final(?:ist)?|beaten|los(?:er|ing|t)|2nd)\b/i],
];

/** Whether one of several is asked for, and the sentence speaks of none that could be it: of the first, or of one alone. */
function isOfOtherRank({ text }: AskedQuestion, { sentence }: ScoredSpan): boolean {
  return RANKS.some(([asked, said]) => asked.test(text) && !said.test(sentence.text));
}

/** "A 52-year-old man": no time. */
const isAgeForDate = ({ kind }: AskedQuestion, { text }: ScoredSpan): boolean =>
  kind === 'date' && /-old\b/.test(text);

const HOW_MUCH = /\bhow (?:many|much|big|large|tall|high|deep|wide|heavy)\b/i;
/** "5:15 a.m.", "about 2pm", "Louth in 2003", "age 86": numbers that count and measure nothing. */
const NO_COUNT =
  /\b\d{1,2}(?::\d\d\b| ?[ap]\.?m\b)|^\D* (?:in|since|until|by) (?:1[89]|20)\d\d$|^(?:died )?(?:at )?(?:the )?aged? (?:of )?\d/i;
/** … what makes of a number such a one: "62" of "a 62-year-old physician", "8" of "8 a.m.", "88" of "died aged 88". */
const AGE_OR_HOUR = /^(?:[- ]years?[- ]old\b|:\d\d\b| ?[ap]\.?m\b)/i;
const AGED = /\bage[ds]? (?:of )?$/i;

function countsNothing(
  { kind, text }: AskedQuestion,
  { text: said, sentence, start, end }: ScoredSpan,
): boolean {
  if (kind === 'date' || !HOW_MUCH.test(text)) return false;
  const isOther = /\d$/.test(said) && AGE_OR_HOUR.test(sentence.text.slice(end));
  return NO_COUNT.test(said) || isOther || (/^\d/.test(said) && AGED.test(sentence.text.slice(0, start)));
}

/** "What was his job?", "What must they have?": something that is named. */
const ASKS_THING =
  /^what (?:(?:is|was|are|were) (?:the |(?:\S+ ){0,3}\S+['’]s? |his |her |its |their |my |our )?(?:[\p{L}-]+ ){0,2}[\p{L}-]+|(?:must|can|do|does|did|will|should) .+ have\b.*)\?*$/iu;
const DOES = /\b(?:do|does|doing|done|going|happen\w*|plan\w*|[\p{L}]{2,}(?<!th)ing|[\p{L}]{2,}ed)\b/iu;

/** "Has not done this because of it" names nothing. */
function isDeedForThing(
  { text, kind }: AskedQuestion,
  { candidate, features, text: said }: ScoredSpan,
): boolean {
  if (!/^(?:clause|quotation)$/.test(candidate.kind) || /^\p{L}+ing\b/u.test(said)) return false;
  if (features[`${kind}:p0:VERB`] === undefined && features[`${kind}:p0:AUX`] === undefined) return false;
  return ASKS_THING.test(text) && !DOES.test(text.replace(/^what (?:do|does|did)\b/i, ''));
}

/** Whether words cannot be what is asked for. */
export function isUnfit(question: AskedQuestion, span: ScoredSpan): boolean {
  return (
    cutsCompound(span) ||
    cutsNumber(span) ||
    isScrap(span) ||
    breaksOff(span) ||
    cutsNegation(question, span) ||
    isHeldAgainst(question, span) ||
    isOfOtherRank(question, span) ||
    isOtherName(question, span) ||
    isOtherwhere(question, span) ||
    tellsNoKind(question, span) ||
    isDayForWhat(question, span) ||
    isNoCause(question, span) ||
    isNoScore(question, span) ||
    isDeedForThing(question, span) ||
    isAgeForDate(question, span) ||
    countsNothing(question, span) ||
    echoes(question, span) ||
    isDayOfSaying(question, span) ||
    isOtherFate(question.text, span.sentence.text) ||
    isNoPeople(question, span) ||
    isOtherQuality(question, span)
  );
}
