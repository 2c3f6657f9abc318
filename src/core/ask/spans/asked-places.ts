/** Whether words are the place that is asked for: where something is, or which city, state or country. */

import type { Name } from '../../article.ts';
import { termOf } from '../../search/query.ts';
import { COUNTRIES, PLACES, STATES } from '../../text/data/places.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { ScoredSpan } from './spans.ts';

const CAPITAL = /\p{Lu}/u;

/** Where words are published, and nothing else is done. */
const PLATFORM = /^(?:Twitter|Facebook|Instagram|YouTube|TikTok|Telegram|WhatsApp|Snapchat|Reddit)$/;
const PUBLISHES =
  /\b(?:say|said|post|announce|write|wrote|publish|share|tweet|upload|appear|see|watch|stream|read|find)\w*\b/i;

const WHERE_LEADS =
  /\b(?:in|at|on|near|to|from|outside|inside|into|onto|under|behind|beside|beneath|by|off|around|across|through|over|above|below|between|along|towards?|of|beyond)(?: (?:the|an?|his|her|its|their|this|that))?$/i;
const PLACE_NOUNS = ['location', 'artifact', 'object', 'group', 'body', 'plant'].map(
  (noun) => `place:n:${noun}`,
);

/** "New Jersey Gov. Reed" says of whom, and not where. */
const OFFICE_BEHIND =
  /^ (?:Gov|Sen|Rep|Lt|Atty|Govs|Governor|Senator|Representative|Mayor|Attorney|Congress(?:man|woman)|President|Premier|Prime Minister|Police|Supreme Court)\b/;

/** Where a house is what is named and nothing leads to it: "Islamic State". */
function isHouse(span: ScoredSpan): boolean {
  const { article, sentence } = span.sentence;
  const lead = article.text.slice(sentence.start, sentence.start + span.start).trimEnd();
  return nameKind(span) === 'organisation' && !WHERE_LEADS.test(lead);
}

/** What the name that the words are, or are part of, is a name of. */
function nameKind({ sentence: { article, sentence }, start, end }: ScoredSpan): Name['kind'] | undefined {
  const [from, to] = [sentence.start + start, sentence.start + end];
  return article.analysis.names.find((one) => one.start <= from && to <= one.end)?.kind;
}

/** "Chicago locations" are in Chicago. */
const SOMEWHERE = /^(?:location|site|place|scene|setting|spot|venue|area|region)s?$/;

/** "Korrin" of "Korrin lookout" only says which lookout it is; where a landslide was, "the Temra landslide" tells. */
function isModifier({ weights }: AskedQuestion, { candidate, features, sentence, end }: ScoredSpan): boolean {
  if (candidate.kind !== 'place' && candidate.kind !== 'other') return false;
  const [, next] = /^ (\p{Ll}[\p{L}-]+)/u.exec(sentence.text.slice(end)) ?? [];
  if (features['r:NOUN'] !== 1 || next === undefined || SOMEWHERE.test(next)) return false;
  return !weights.has(termOf(next) ?? '');
}

/** "at age 86", "aged 40" */
const AN_AGE = /^(?:the )?age(?:d| of)? \d/i;

/** A thing that is no place, and to which nothing leads that would make it one: "arrangements" for "where". */
function isNoPlace(question: AskedQuestion, span: ScoredSpan): boolean {
  const { text, kind } = question;
  if (kind !== 'place' || !/\bwhere\b/i.test(text)) return false;
  if (PLATFORM.test(span.text) && !PUBLISHES.test(text)) return true;
  if (OFFICE_BEHIND.test(span.sentence.text.slice(span.end)) || isHouse(span)) return true;
  if (/-(?:born|based|led|made|backed|bound)$/.test(span.text)) return true;
  if (AN_AGE.test(span.text) || isModifier(question, span)) return true;
  // "unfair"
  if (span.candidate.kind === 'adjective') return !CAPITAL.test(span.text) || /-\p{Ll}/u.test(span.text);
  if (!/^(?:phrase|clause)$/.test(span.candidate.kind) || WHERE_LEADS.test(span.text.split(' ')[0] ?? ''))
    return false;
  if (CAPITAL.test(span.text.slice(1)) || PLACE_NOUNS.some((name) => span.features[name] !== undefined))
    return false;
  return !WHERE_LEADS.test(span.sentence.text.slice(0, span.start).trimEnd());
}

const WHICH_PLACE =
  /\b(?:which|what)\b(?: (?!is|was|are|were|did|do|does)[\p{L}-]+){0,3}? (city|town|village|state|country|nation)\b/iu;

const AMERICAN = /\b(?:US|U\.S\.|USA|American)(?![\p{L}])/u;

const NAMED_PLACE = /^(?:the )?\p{Lu}/u;

/** A state is no town, nor a country: what is asked for is told by lists of countries and states. */
function isOtherPlace({ kind, text }: AskedQuestion, span: ScoredSpan): boolean {
  const said = span.text;
  const asked = kind === 'place' ? WHICH_PLACE.exec(text)?.[1]?.toLowerCase() : undefined;
  if (asked === undefined) return false;
  // "government forces is a major blow": which town it is, a name tells.
  if (nameKind(span) === 'person' || !NAMED_PLACE.test(said)) return true;
  const name = said.toLowerCase().replace(/^the /, '');
  const isState = STATES.has(name) && !COUNTRIES.has(name);
  // A member state is a country, and Georgia both.
  if (asked === 'state')
    return AMERICAN.test(text) && COUNTRIES.has(name) && !STATES.has(name) && name !== 'georgia';
  const isRegion = PLACES.has(name) && !COUNTRIES.has(name);
  return asked === 'country' || asked === 'nation'
    ? isRegion
    : (isState && !/^(?:new york|washington)$/.test(name)) || isLand(name);
}

/** Countries that are towns as well are left out. */
const isLand = (name: string): boolean =>
  COUNTRIES.has(name) &&
  !/^(?:singapore|monaco|luxembourg|hong kong|macau|gibraltar|djibouti|kuwait|panama|guatemala|vatican.*|san marino)$/.test(
    name,
  );

/** Whether words are no place, or one of another kind. */
export function isOtherwhere(question: AskedQuestion, span: ScoredSpan): boolean {
  return isNoPlace(question, span) || isOtherPlace(question, span);
}
