/** "What did MSF ask the company?", "What did Lund deny?": what stands behind the same verb, or one that says the same, of the same speaker. */
import { WEEKDAY } from '../../text/calendar.ts';
import type { Argument } from '../grammar/apposition.ts';
import { readClauses } from '../grammar/clauses.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import { findNounPhrases } from '../grammar/noun-phrases.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import { contentOf, type TaggedWord, type Tagger } from '../words/tagging.ts';
import type { Fact, FactsAsked } from './fact.ts';
import { type AskedSubject, isSameSubject, readSubject } from './same-subject.ts';
import { spanOfWords, tagNames } from './tag-names.ts';

const WANT = /^want$/;
/** Verbs, by their terms, that report the same. */
const ALIKE: readonly RegExp[] = [
  /^(?:ask|urg|request)$/,
  /^(?:demand)$/,
  /^(?:insist)$/,
  /^(?:promis|pledg|vow)$/,
  /^(?:deni|reject|refut)$/,
  /^(?:admit|acknowledg|confess|conced)$/,
  /^(?:warn|caution)$/,
  /^(?:claim|alleg)$/,
  /^(?:threaten)$/,
  /^(?:announc)$/,
  /^(?:propos|recommend)$/,
  /^(?:suggest)$/,
  WANT,
];
const SAYS = /^(?:say|says|said|saying)$/;
/** Words of a report. */
const SHORTEST = 2;
const LONGEST = 45;
/** Sentences that are read. */
const READ = 40;

/** The kind of report that a verb makes: its place in the list; "says"; null for others. */
function kindOf({ lower, term }: TaggedWord): string | null {
  if (SAYS.test(lower)) return 'says';
  const at = ALIKE.findIndex((verbs) => verbs.test(term ?? ''));
  return at < 0 ? null : `${at}`;
}

interface Asked {
  readonly kind: string;
  readonly subject: AskedSubject;
  /** "What did she ask for?" */
  readonly preposition: string | null;
  readonly rest: readonly string[];
  readonly named: readonly string[];
  /** "… about the pool" */
  readonly isAbout: boolean;
}

/** "What did Lund promise about the pool?" in its parts; null for other questions. */
function readAsked({ words, named }: AskedQuestion): Asked | null {
  const asking = findAsking(words);
  if (
    words[asking]?.lower !== 'what' ||
    !/^(?:did|does|do|has|have|had)$/.test(words[asking + 1]?.lower ?? '')
  )
    return null;
  const found = words.findIndex(({ pos }, at) => at > asking + 2 && pos === 'VERB');
  // "What did the union demand?": a verb that is taken for a noun.
  const verb =
    found < 0 ? words.findLastIndex((word, at) => at > asking + 2 && kindOf(word) !== null) : found;
  const word = words[verb];
  const kind = word === undefined || isNegatedAt(words, verb) ? null : kindOf(word);
  const subject = readSubject(words.slice(asking + 2, Math.max(verb, 0)));
  if (kind === null || subject === null) return null;
  const behind = words.slice(verb + 1);
  const rest = contentOf(behind);
  const next = behind[0]?.lower ?? '';
  // "What does Lund want made easier?"
  if (behind.some(({ pos }) => pos === 'VERB') && WANT.test(word?.term ?? '')) return null;
  const isAbout =
    kind === 'says' || behind.some(({ lower }) => /^(?:about|on|over|regarding|concerning)$/.test(lower));
  return {
    kind,
    subject,
    rest,
    named: rest.filter((term) => named.has(term)),
    isAbout,
    preposition: /^(?:for|to|of)$/.test(next) ? next : null,
  };
}

/** All of its names, and at least half of what it is about; whom it is said to may be told elsewhere: "promised him". */
function speaksOf(
  { rest, named, isAbout }: Asked,
  { terms }: SentenceView,
  all: ReadonlySet<string>,
): boolean {
  const held = isAbout ? new Set(terms) : all;
  return (
    named.every((term) => held.has(term)) && rest.filter((term) => held.has(term)).length * 2 >= rest.length
  );
}

const STOPS = /^(?:[;:!?()]|--|—|–)$/;
/** What goes on behind a comma is another clause. */
const GOES_ON =
  /^(?:but|while|although|though|after|as|which|who|whom|saying|adding|telling|calling|because|before|when|citing|according|with)$/;

const isOpened = (words: readonly TaggedWord[], from: number, end: number): boolean =>
  words.slice(from, end).filter(({ word }) => /^["“”]$/.test(word)).length % 2 === 1;

const FINITE = /(?:[^s]s|ed)$/;

/** Where the report ends that begins at a word. */
function endOf(words: readonly TaggedWord[], from: number): number {
  let end = from;
  for (; end < Math.min(words.length, from + LONGEST); end++) {
    const [word, next, third] = [words[end], words[end + 1], words[end + 2]];
    if (word === undefined || STOPS.test(word.lower)) break;
    // "He denied it," Lund said: a quotation ends that began before.
    if (
      /^["”]$/.test(word.word) &&
      /^[,.?!]$/.test(words[end - 1]?.word ?? '') &&
      !isOpened(words, from, end)
    )
      break;
    if (/^(?:but|although|after)$/.test(word.lower)) break;
    // "a fig leaf," and repeated his call
    const isMore = /^(?:and|or)$/.test(word.lower) && /^[,"”’]$/.test(words[end - 1]?.word ?? '');
    if (isMore && /^(?:VERB|AUX|PRON)$/.test(next?.pos ?? '')) break;
    // "wants a museum and reckons it would pay"
    if (word.pos === 'CCONJ' && next?.pos === 'VERB' && FINITE.test(next.lower)) break;
    if (word.lower === ',' && GOES_ON.test(next?.lower ?? '')) break;
    if (
      word.lower === ',' &&
      /^(?:and|or)$/.test(next?.lower ?? '') &&
      /^(?:VERB|AUX|PRON)$/.test(third?.pos ?? '')
    )
      break;
    // "he would appeal, Lund said"
    if (word.lower === ',' && words.slice(end + 1, end + 5).some(({ lower }) => SAYS.test(lower))) break;
  }
  while (end > from && /^[,.]$/.test(words[end - 1]?.lower ?? '')) end--;
  return end;
}

/** Where the report begins: behind "that", and behind the day on which it was made. */
function startOf(words: readonly TaggedWord[], verb: number, { preposition }: Asked): number {
  let at = verb + 1;
  while (/^(?:on|in|last|this|also|earlier|later|yesterday)$/.test(words[at]?.lower ?? '') && at < verb + 4) {
    const day = words.findIndex(({ lower }, place) => place >= at && place < at + 3 && DAY.test(lower));
    if (day < 0) break;
    at = day + 1;
  }
  if (DAY.test(words[at]?.lower ?? '')) at++;
  // "promised him that …"
  if (words[at]?.pos === 'PRON' && words[at + 1]?.lower === 'that') at++;
  // "said in an email that …"
  const that = words.findIndex(({ lower }, place) => place >= at && place < at + 7 && lower === 'that');
  const isBetween =
    that > at && words.slice(at, that).every(({ pos }) => /^(?:ADP|DET|NOUN|PROPN|ADV|PRON|ADJ)$/.test(pos));
  if (isBetween && /^(?:ADP|ADV)$/.test(words[at]?.pos ?? '')) at = that;
  if (words[at]?.lower === 'that' || (preposition !== null && words[at]?.lower === preposition)) at++;
  // "Called for a pool": it is the pool that he demands.
  if (words[at]?.lower === 'for' && /^call/.test(words[verb]?.lower ?? '')) at++;
  return at;
}
const QUESTIONS = /^(?:if|whether|what|who|why|how|when|where|which)$/;
const DAY = new RegExp(`^(?:${WEEKDAY}|yesterday|today|week|month|year)$`, 'i');

/** "His grandson, Mandla, said": the noun phrase before the one between commas. */
function speakerBefore(words: readonly TaggedWord[], verb: number): Argument | null {
  if (words[verb - 1]?.lower !== ',') return null;
  const phrases = findNounPhrases(words);
  const name = phrases.find(([, last]) => last === verb - 1);
  const own = name && phrases.find(([, last]) => last === name[0] - 1);
  if (name === undefined || own === undefined || words[name[0] - 1]?.lower !== ',') return null;
  const argumentOf = ([first, last]: readonly [number, number]): Argument => ({
    first,
    last,
    head: last - 1,
    pronoun: false,
  });
  return { ...argumentOf(own), apposed: argumentOf(name) };
}

/** Whether the verb may be somebody else's, or that of an aside: "a statement urging", "the news that Lund asked", "a mill he proposed closing". */
function isApart(words: readonly TaggedWord[], verb: number, speaker: Argument | null): boolean {
  const isDoing = /ing$/.test(words[verb]?.lower ?? '');
  if (isDoing && !words.slice(Math.max(0, verb - 3), verb).some(({ pos }) => pos === 'AUX')) return true;
  const [before, second] = [words[(speaker?.first ?? 0) - 1], words[(speaker?.first ?? 0) - 2]];
  if (before?.lower === 'that' && second?.pos === 'NOUN') return true;
  return before?.pos === 'NOUN' && !DAY.test(before.lower) && speaker?.pronoun === true;
}

function reportsIn(view: SentenceView, asked: Asked, tagger: Tagger): Fact[] {
  const words = tagNames(view, tagger);
  return readClauses(words).flatMap(({ verb, passive, doer }): Fact[] => {
    const word = words[verb];
    if (word === undefined || passive || kindOf(word) !== asked.kind || isNegatedAt(words, verb)) return [];
    // "said Lund" stands behind what was said.
    const speaker = speakerBefore(words, verb) ?? doer;
    if (isApart(words, verb, speaker)) return [];
    if (words[verb - 1]?.lower === 'to' || (speaker !== null && speaker.first > verb)) return [];
    if (!isSameSubject(view, words, speaker, asked.subject)) return [];
    const first = startOf(words, verb, asked);
    // "…, she said.": what was said stands before.
    if (/^[,.;:]$/.test(words[first]?.lower ?? '.') || /^(?:about|of|by)$/.test(words[first]?.lower ?? ''))
      return [];
    // "Insisted to the police", "conceded at noon": whom he told, and when.
    if (/^(?:at|on|in|after|before|during|when)$/.test(words[first]?.lower ?? '')) return [];
    if (words[first]?.lower === 'to' && !/^(?:VERB|AUX|ADV)$/.test(words[first + 1]?.pos ?? '')) return [];
    // "Asked me if I was well" is no request.
    if (
      asked.preposition === 'for' &&
      words.slice(first, first + 3).some(({ lower }) => QUESTIONS.test(lower))
    )
      return [];
    const last = endOf(words, first);
    if (last - first < SHORTEST) return [];
    if (asked.kind === 'says' && !words.slice(first, last).some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
      return [];
    return [{ article: view.article, ...spanOfWords(view, words, [first, last]) }];
  });
}

/** What was reported, one place for each sentence that reports it. Empty for other questions. */
export function findReported({ question, articles, tagger }: FactsAsked): Fact[] {
  const asked = readAsked(question);
  if (asked === null) return [];
  const told = viewSentences(articles).flatMap((views) => {
    const all = new Set(views.flatMap(({ terms }) => terms));
    return views.filter((view) => speaksOf(asked, view, all));
  });
  return told.slice(0, READ).flatMap((view) => reportsIn(view, asked, tagger));
}
