/** "Who founded the mill?", "Which banks were hired?": who does, or to whom is done, what the same verb says, in actives and passives. */
import { entityOf, type Name, nameAt, type Span } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import type { Argument } from '../grammar/apposition.ts';
import { readClauses } from '../grammar/clauses.ts';
import { isNegatedAt } from '../grammar/negation.ts';
import type { AskedQuestion } from '../question/question.ts';
import { findAsking } from '../question/question-word.ts';
import { kindOfNoun } from '../question/shape.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import type { Lexicon } from '../words/lexicon/lexicon.ts';
import { areLikeDeeds } from '../words/like-deeds.ts';
import { BACK, HOUSE, houseBefore } from '../words/persons.ts';
import { isSomebody } from '../words/somebody.ts';
import { contentOf, type TaggedWord, type Tagger } from '../words/tagging.ts';
import type { Fact, FactsAsked } from './fact.ts';
import { mend } from './passives.ts';
import { type AskedSubject, isSameSubject, readSubject } from './same-subject.ts';
import { spanOfWords, tagNames } from './tag-names.ts';

interface Asked {
  readonly verb: string;
  /** Who does it, or to whom it is done: which of the two is asked for. */
  readonly role: 'doer' | 'done';
  /** The other one, as far as it is named. */
  readonly other: AskedSubject | null;
  /** "Which banks": what the answer is one of; null for "who". */
  readonly noun: TaggedWord | null;
  /** What else is said. */
  readonly rest: readonly string[];
  /** Names and numbers of it. */
  readonly named: readonly string[];
  /** "medical" of "which medical school" */
  readonly modifiers: readonly string[];
  /** "Who will …": what is going to be done. */
  readonly isComing: boolean;
}

const HAS = /^(?:has|have|had)$/;
const IS = /^(?:is|are|was|were|been|being)$/;
/** What is no deed, or has many doers: "won", "said", "led". */
const LEFT_OUT =
  /^(?:win|beat|lose|lead|head|run|be|have|plai|sai|tell|think|want|get|make|do|call|name|happen|own|die)$/;
const WILL = /^(?:will|['’]ll)$/;
/** What may be done is not done. */
const MAY = /^(?:to|may|might|could|would|should|must|can|will)$/;
/** What will be done is to be done. */
const MAY_BUT = /^(?:may|might|could|would|should|must|can|not)$/;
/** Sentences that are read. */
const READ = 40;

/** "Who founded the mill in Ostry?" in its parts; null for other questions. */
function readAsked({ words, named }: AskedQuestion): Asked | null {
  const asking = findAsking(words);
  const asks = words[asking]?.lower ?? '';
  if (asking !== 0 || !/^(?:who|which|what)$/.test(asks)) return null;
  const verb = words.findIndex(({ pos }, at) => at > 0 && pos === 'VERB');
  const term = words[verb]?.term;
  const first = words.findIndex(({ pos }, at) => at > 0 && (pos === 'AUX' || pos === 'VERB'));
  if (term === null || term === undefined || LEFT_OUT.test(term)) return null;
  const nouns = words.slice(1, first);
  const noun = nouns.at(-1) ?? null;
  if (asks === 'who' ? noun !== null : noun?.pos !== 'NOUN') return null;
  const auxiliaries = words.slice(first, verb);
  const isComing = auxiliaries.some(({ lower }) => WILL.test(lower));
  const isPlain = ({ lower, pos }: TaggedWord): boolean =>
    pos === 'ADV' || HAS.test(lower) || IS.test(lower) || WILL.test(lower);
  if (!auxiliaries.every(isPlain)) return null;
  // "Who is running?", "Who was hired to run it?"
  if (words.slice(verb + 1).some(({ pos }) => pos === 'VERB') || /ing$/.test(words[verb]?.lower ?? ''))
    return null;
  const passive = auxiliaries.some(({ lower }) => IS.test(lower));
  if (passive && words.some(({ lower }) => lower === 'by')) return null;
  const behind = words.slice(verb + 1);
  const border = behind.findIndex(({ pos }, at) => at > 0 && pos === 'ADP' && behind[at]?.lower !== 'of');
  const object = border < 0 ? behind : behind.slice(0, border);
  if (!passive && (object.length === 0 || /^(?:ADP|PRON)$/.test(object[0]?.pos ?? ''))) return null;
  const other = passive ? null : readSubject(object);
  if (!passive && other === null) return null;
  const rest = contentOf(passive ? behind : behind.slice(object.length));
  return {
    verb: term,
    role: passive ? 'done' : 'doer',
    other,
    noun,
    rest,
    named: rest.filter((one) => named.has(one)),
    modifiers: contentOf(nouns.slice(0, -1)).filter((one) => !KIND_OF.has(one)),
    isComing,
  };
}

/** Whether it is the one asked for, by name or as "the company" that was named last. */
function isOther(
  view: SentenceView,
  words: readonly TaggedWord[],
  argument: Argument | null,
  verb: number,
  other: AskedSubject,
): boolean {
  if (isSameSubject(view, words, argument, other)) return true;
  // "The start-up, which was founded by …"
  const lead = words.slice(Math.max(0, verb - 7), verb);
  const noun = lead.findIndex(({ lower }) => lower === 'the');
  const said = lead
    .slice(noun + 1)
    .map(({ word }) => word)
    .join('')
    .toLowerCase()
    .replace(/[,].*$|which.*$|was.*$/, '');
  if (noun < 0 || !HOUSE.test(said)) return false;
  const { article, sentence, place } = view;
  const at = sentence.start + (lead[noun]?.start ?? 0);
  const { names, sentences } = article.analysis;
  const from = sentences[Math.max(0, place - BACK)]?.start ?? 0;
  // "the start-up Acme", said before, tells which start-up it is.
  const called = names.filter(
    ({ start, end }) =>
      start >= from && end <= at && article.text.slice(from, start).toLowerCase().endsWith(`${said} `),
  );
  const house = called.at(-1) ?? houseBefore(article, at);
  return house !== undefined && parseTerms(article.text.slice(house.start, house.end)).includes(other.head);
}

const KIND_OF: ReadonlySet<string> = new Set(parseTerms('kind type sort'));

/** Whether words can be the answer: somebody, or one of what is asked for, with more than the question says. */
function isFit(
  { article, sentence }: SentenceView,
  words: readonly TaggedWord[],
  argument: Argument,
  { noun, modifiers }: Asked,
  lexicon: Lexicon,
): boolean {
  const own = words.slice(argument.first, argument.head + 1);
  const head = words[argument.head];
  if (
    head === undefined ||
    argument.pronoun ||
    /^(?:its|his|her|their|our|as|such|this|these|those)$/.test(own[0]?.lower ?? '')
  )
    return false;
  if (!modifiers.every((term) => own.some((word) => word.term === term))) return false;
  const at = sentence.start + head.start;
  const name = nameAt(article, at);
  const kind = name?.kind;
  if (noun === null)
    return head.pos === 'PROPN'
      ? kind !== 'place'
      : head.lower === 'people' || isSomebody(head.lower, lexicon);
  if (head.term === noun.term)
    return own.some(({ term, pos }) => term !== null && term !== noun.term && pos !== 'DET');
  const wanted = kindOfNoun(noun);
  // Not all who are named are witnesses.
  if (wanted === 'person') {
    const role = parseTerms(entityOf(article, name)?.role ?? '');
    const beside =
      argument.apposed === undefined ? [] : words.slice(argument.apposed.first, argument.apposed.last);
    return [...role, ...beside.map(({ term }) => term)].includes(noun.term ?? '');
  }
  return head.pos === 'PROPN' && wanted !== undefined && (kind === wanted || kind === 'other');
}

function doersIn(view: SentenceView, asked: Asked, tagger: Tagger, lexicon: Lexicon): Fact[] {
  const words = tagNames(view, tagger);
  return readClauses(words).flatMap((read): Fact[] => {
    const word = words[read.verb];
    if (word === undefined || word.term === null || !areLikeDeeds(asked.verb, word.term)) return [];
    if (/ing$/.test(word.lower) || isNegatedAt(words, read.verb)) return [];
    const open = asked.isComing ? MAY_BUT : MAY;
    if (words.slice(Math.max(0, read.verb - 3), read.verb).some(({ lower }) => open.test(lower))) return [];
    const { verb, doer, done } = mend(read, words);
    const wanted = asked.role === 'doer' ? doer : done;
    if (asked.other !== null && !isOther(view, words, done, verb, asked.other)) return [];
    if (wanted === null || isApart(words, wanted, verb) || !isFit(view, words, wanted, asked, lexicon))
      return [];
    if (!isThen(words, verb, asked)) return [];
    return [{ article: view.article, ...spanOf(view, words, wanted, asked) }];
  });
}

/** Whether a noun phrase is read wrong: it goes on, or another clause begins between it and its verb: "Reed asks whether it was sold", "feared Reed would go". */
const isApart = (words: readonly TaggedWord[], { first, last }: Argument, verb: number): boolean =>
  (first > verb && /^(?:VERB|AUX)$/.test(words[last]?.pos ?? '')) ||
  /^['’]s?$/.test(words[last]?.lower ?? '') ||
  /^(?:NOUN|ADJ)$/.test(words[last]?.pos ?? '') ||
  words
    .slice(last, verb)
    .some(({ lower }) => /^(?:whether|if|because|as|while|when|after|before)$/.test(lower));

/** Whether the numbers of the question stand where they tell when this was done: behind the verb, or at the opening. */
function isThen(words: readonly TaggedWord[], verb: number, { named }: Asked): boolean {
  return named.every(
    (number) =>
      !/^\d/.test(number) || words.some(({ term }, at) => term === number && (at > verb || at < OPENING)),
  );
}
const OPENING = 4;

/** What answers of a noun phrase: of one who is named the name, without "engineer" before and "of theft" behind. */
function spanOf(view: SentenceView, words: readonly TaggedWord[], wanted: Argument, { noun }: Asked): Span {
  const { article, sentence } = view;
  // "(Reuters) - Customs officers": a dash is no word of theirs.
  const from = words.findIndex(({ pos }, place) => place >= wanted.first && pos !== 'PUNCT' && pos !== 'SYM');
  const head = words[wanted.head];
  const whole = spanOfWords(view, words, [from, wanted.last]);
  const nameOf = (word: TaggedWord | undefined): Name | undefined =>
    nameAt(article, sentence.start + (word?.start ?? 0));
  // "The engineer, Ada Reed, built it": who that was is told by the name.
  const { apposed } = wanted;
  const beside = apposed === undefined || head?.pos === 'PROPN' ? undefined : nameOf(words[apposed.head]);
  if (noun === null && beside?.kind === 'person') return { start: beside.start, end: beside.end };
  const name = nameOf(head);
  const isSeveral = words.slice(wanted.first, wanted.last).some(({ lower }) => lower === 'and');
  if (noun !== null || isSeveral || name?.kind !== 'person' || name.start < whole.start) return whole;
  return { start: name.start, end: name.end };
}

/** Those who did it, or to whom it was done, one place for each sentence that says so. Empty for other questions. */
export function findDoers({ question, articles, tagger, lexicon }: FactsAsked): Fact[] {
  const asked = readAsked(question);
  if (asked === null) return [];
  const told = viewSentences(articles).flatMap((views) => {
    // What it was done for may be said in the sentence before: "to arrange it".
    const held = ({ terms }: SentenceView, before: SentenceView | undefined): ReadonlySet<string> =>
      new Set(asked.role === 'done' ? [...terms, ...(before?.terms ?? [])] : terms);
    return views.filter((view, at) => {
      const all = held(view, views[at - 1]);
      const own = new Set(view.terms);
      const isSaid = asked.named.every((term) => own.has(term)) && asked.rest.every((term) => all.has(term));
      const isDeed = view.terms.some((term) => areLikeDeeds(asked.verb, term));
      return isDeed && isSaid && !view.text.endsWith('?');
    });
  });
  // The verb itself tells it better than one like it.
  const isItself = ({ terms }: SentenceView): number => (terms.includes(asked.verb) ? 0 : 1);
  return told
    .sort((one, other) => isItself(one) - isItself(other))
    .slice(0, READ)
    .flatMap((view) => doersIn(view, asked, tagger, lexicon));
}
