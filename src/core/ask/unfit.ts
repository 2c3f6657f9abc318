/** Words that the noun, the name or the preposition of a question rules out, though they are of the kind that it asks for. */
import { termOf } from '../search/query.ts';
import { NATIONALITIES } from '../text/data/offices.ts';
import { COUNTRIES, STATES } from '../text/data/places.ts';
import { measureOf, SCORE } from './measure-of.ts';
import type { AskedQuestion } from './question.ts';
import type { ScoredSpan } from './spans.ts';

const CAPITAL = /\p{Lu}/u;

/** A piece of "Ost-by-Sea" or of "black-and-white"; a number or a day may stand in one ("90-metre", "mid-July"). */
function cutsCompound({ candidate: { kind }, sentence, start, end }: ScoredSpan): boolean {
  if (kind === 'number' || kind === 'date') return false;
  if (/^-\p{L}+-\p{L}/u.test(sentence.text.slice(end))) return true;
  return /^(?:phrase|adjective|clause)$/.test(kind) && /\p{L}-$/u.test(sentence.text.slice(0, start));
}

const NAMED: ReadonlySet<string> = new Set(['person', 'place', 'organisation']);
const ALIKE = 0.35;

/** "50" for "which towns", "a long time" for "which bank": no name, and nothing like what the noun names. */
function isNoneOfThem({ kind, text }: AskedQuestion, span: ScoredSpan): boolean {
  if (!NAMED.has(kind)) return false;
  if (/^[\d.,]+$/.test(span.text)) return true;
  if (kind === 'person' || !/\b(?:which|what)\b/i.test(text) || CAPITAL.test(span.text)) return false;
  return (span.features['headLikeFocus'] ?? 1) < ALIKE;
}

/** Small words inside names. */
const JOINTS = /^(?:of|and|the|for|in|on|to|a|an|de|la|von|van|der|al|bin)$/;
const ASKS_NAME = /\bwhat(?:['’]?s| is| are| was| were) (?:the )?(?:\p{L}+ )?(?:names?|titles?) of\b/iu;

/** "What is the name of the engineer?" */
export function asksNameOfPerson({ kind, text }: AskedQuestion): boolean {
  return kind === 'person' && ASKS_NAME.test(text);
}

/** It is answered by a name: of nothing else where somebody is asked for. */
function isNoName({ kind, text }: AskedQuestion, span: ScoredSpan): boolean {
  if (!ASKS_NAME.test(text)) return false;
  if (/^(?:clause|adjective)$/.test(span.candidate.kind)) return true;
  const small = span.text
    .split(/\s+/)
    .filter(
      (word) =>
        /\p{L}/u.test(word) && (!CAPITAL.test(word) || /-\p{Ll}+ed$/u.test(word)) && !JOINTS.test(word),
    );
  if (small.length > 0 && !/["“‘']$/.test(span.sentence.text.slice(0, span.start))) return true;
  return kind === 'person' && (span.candidate.kind === 'organisation' || span.candidate.kind === 'place');
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

const OWNER = /(?<!\p{L})(\p{Lu}[\p{L}-]+)['’]s?(?!\p{L})/u;

/** "Brandt's 17" is not how many Lund has. */
function isOfOther({ text, named }: AskedQuestion, span: ScoredSpan): boolean {
  const owner = OWNER.exec(span.text);
  if (owner === null || owner.index > 0 || !OWNER.test(text)) return false;
  return !named.has(termOf(owner[1] ?? '') ?? '');
}

/** "What did Lund die of?" is not answered by a day. */
function isDayForWhat({ text, kind, preposition }: AskedQuestion, span: ScoredSpan): boolean {
  if (kind !== 'open' || !/\bwhat\b/i.test(text) || !/^(?:of|for|from|about|with)$/.test(preposition ?? ''))
    return false;
  const { sentence, dates, text: said } = span.sentence;
  const date = dates.find(({ start }) => start === sentence.start + span.start);
  // "the Monday protest" is no day.
  return date !== undefined && !/^ \p{Ll}{5,}/u.test(said.slice(date.end - sentence.start, span.end));
}

const DIES_OF = /\b(?:what|which)\b.*\bdie[sd]? (?:of|from)\b/i;
const CAUSE_LEADS = /\b(?:of|from|after|with|to|by|following)(?: (?:the|an?|his|her|their))?$/i;

/** "died in a nursing home" does not say of what. */
function isNoCause({ text }: AskedQuestion, { candidate, sentence, start }: ScoredSpan): boolean {
  if (!DIES_OF.test(text) || candidate.kind === 'clause') return false;
  return !CAUSE_LEADS.test(sentence.text.slice(0, start).trimEnd());
}

/** Where words are published, and nothing else is done. */
const PLATFORM = /^(?:Twitter|Facebook|Instagram|YouTube|TikTok|Telegram|WhatsApp|Snapchat|Reddit)$/;
const PUBLISHES =
  /\b(?:say|said|post|announce|write|wrote|publish|share|tweet|upload|appear|see|watch|stream|read|find)\w*\b/i;

const WHERE_LEADS =
  /\b(?:in|at|on|near|to|from|outside|inside|into|onto|under|behind|beside|beneath|by|off|around|across|through|over|above|below|between|along|towards?|of|beyond)(?: (?:the|an?|his|her|its|their|this|that))?$/i;
const PLACES = ['location', 'artifact', 'object', 'group', 'body', 'plant'].map((noun) => `place:n:${noun}`);

/** A thing that is no place, and to which nothing leads that would make it one: "arrangements" for "where". */
function isNoPlace({ text, kind }: AskedQuestion, span: ScoredSpan): boolean {
  if (kind !== 'place' || !/\bwhere\b/i.test(text)) return false;
  if (PLATFORM.test(span.text) && !PUBLISHES.test(text)) return true;
  if (span.candidate.kind !== 'phrase') return false;
  if (CAPITAL.test(span.text.slice(1)) || PLACES.some((name) => span.features[name] !== undefined))
    return false;
  return !WHERE_LEADS.test(span.sentence.text.slice(0, span.start).trimEnd());
}

/** "Velmar" of "the Velmar singer" won nothing: she did. */
function isWhence({ kind }: AskedQuestion, { candidate, sentence, end }: ScoredSpan): boolean {
  return (
    kind === 'person' && candidate.kind === 'other' && /^ \p{Ll}{3,}er\b/u.test(sentence.text.slice(end))
  );
}

const WHICH_PLACE =
  /\b(?:which|what)\b(?: (?!is|was|are|were|did|do|does)[\p{L}-]+){0,3}? (city|town|village|state|country|nation)\b/iu;

/** A state is no town, nor a country: what is asked for is told by lists of countries and states. */
function isOtherPlace({ kind, text }: AskedQuestion, { text: said }: ScoredSpan): boolean {
  const asked = kind === 'place' ? WHICH_PLACE.exec(text)?.[1]?.toLowerCase() : undefined;
  if (asked === undefined) return false;
  const name = said.toLowerCase().replace(/^the /, '');
  if (asked === 'state') return COUNTRIES.has(name) && !STATES.has(name);
  const isState = STATES.has(name) && !COUNTRIES.has(name);
  return asked === 'country' || asked === 'nation'
    ? isState
    : (isState && !/^(?:new york|washington)$/.test(name)) || isLand(name);
}

/** Countries that are towns as well are left out. */
const isLand = (name: string): boolean =>
  COUNTRIES.has(name) &&
  !/^(?:singapore|monaco|luxembourg|hong kong|macau|gibraltar|djibouti|kuwait|panama|guatemala|vatican.*|san marino)$/.test(
    name,
  );

/** A score or a vote has numbers. */
function isNoScore({ text, kind }: AskedQuestion, { text: said }: ScoredSpan): boolean {
  return kind !== 'number' && measureOf(text) === SCORE && !/\d/.test(said);
}

const PEOPLES = new Set([...NATIONALITIES].map((word) => word.toLowerCase()));

/** A nationality is a people or a country. */
function isNoPeople({ text }: AskedQuestion, { text: said }: ScoredSpan): boolean {
  if (!/\bnationalit(?:y|ies)\b/i.test(text)) return false;
  const words = said.toLowerCase().split(/\s+/);
  return !COUNTRIES.has(said.toLowerCase()) && !words.some((word) => PEOPLES.has(word));
}

const WHICH_TWO =
  /\b(?:which|what) (?:(?:are|were) the )?(?:names of )?(?:the )?(?:two|three|four|five|six)\b/i;

const JOINED = /,|&|\band\b/;
const JOINED_NAMES = /\p{Lu}.*(?:,|&|\band\b).*\p{Lu}/u;

/** "Which two towns?" is not answered by one, nor by anything that is joined. */
function isOneOfThem({ text, kind }: AskedQuestion, { text: said, candidate }: ScoredSpan): boolean {
  if (!WHICH_TWO.test(text) || candidate.kind === 'clause') return false;
  return !(NAMED.has(kind) ? JOINED_NAMES : JOINED).test(said);
}

/** Whether words cannot be what is asked for. */
export function isUnfit(question: AskedQuestion, span: ScoredSpan): boolean {
  return (
    cutsCompound(span) ||
    isNoneOfThem(question, span) ||
    isNoName(question, span) ||
    tellsNoKind(question, span) ||
    isOfOther(question, span) ||
    isDayForWhat(question, span) ||
    isNoCause(question, span) ||
    isNoPlace(question, span) ||
    isOtherPlace(question, span) ||
    isNoScore(question, span) ||
    isOneOfThem(question, span) ||
    isNoPeople(question, span) ||
    isWhence(question, span)
  );
}
