/** Whether a sentence is of the matter that a question names: says it itself, or stands where the article speaks of nothing else. */
import { entityOf, type Name, type ReadArticle, type Span } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { isOfAnother } from '../question/measure-of.ts';
import { type SentenceView, viewSentences } from '../sentences/sentence-view.ts';
import { personBefore } from '../words/persons.ts';
import type { TaggedWord } from '../words/tagging.ts';
import { namesOf } from './called.ts';
import type { Fact } from './fact.ts';
import { nameMeant } from './same-subject.ts';

/** Sentences before it, and at the beginning of an article, that tell what a sentence is about. */
const BACK = 2;
const OPENING = 2;

/** What a sentence gives is read so often: one with more is no sentence. */
export const READ = 20;

/** What a sentence gives, in offsets of the sentence, and where that which may be said of it stands, if not in all of the sentence. */
export interface Given extends Span {
  readonly within?: Span;
}

export interface Matter {
  /** As they are asked. */
  readonly words: string;
  /** Terms that have to be said of it. */
  readonly terms: readonly string[];
  readonly names: ReadonlySet<string>;
}

/** What words of a question name. */
export const matterOf = (words: string): Matter => ({
  words,
  terms: parseTerms(words),
  names: new Set(namesOf(words)),
});

interface Candidate extends Fact {
  readonly said: string;
  /** How many words of the question its own sentence leaves out. */
  readonly missing: number;
}

const isPerson = ({ kind }: { kind: string }): boolean => kind === 'person';

/** "Bo Lund resigned": somebody opens the sentence, also where nothing else tells that it is a name. */
const OPENS_WITH_NAME = /^\p{Lu}[\p{L}'’.-]{1,24} \p{Lu}[\p{L}'’.-]{1,24} \p{Ll}/u;
/** Characters of a sentence in which its subject begins. */
const SUBJECT = 4;

/** Whether a sentence that does not name who is asked for is of somebody else. */
function isOfOthers(
  { article, sentence, text, names }: SentenceView,
  missing: readonly string[],
  start: number,
): boolean {
  const isSubject = (name: Name): boolean => name.kind !== 'place' && name.start < sentence.start + SUBJECT;
  if (OPENS_WITH_NAME.test(text) || names.some((name) => isPerson(name) || isSubject(name))) return true;
  const { entities } = article.analysis;
  const isAsked = (name: string): boolean => parseTerms(name).some((term) => missing.includes(term));
  // Of a town or a film nobody is "he".
  if (!entities.some((entity) => isPerson(entity) && isAsked(entity.name))) return false;
  return !isAsked(personMeant(article, sentence, start) ?? '');
}

const PRONOUNS = /\b(?:(?<he>he|his|him)|she|her)\b/gi;

/** Of whom a sentence that names nobody speaks: whom its "he" or "she" means, or who was named before. */
function personMeant(article: ReadArticle, sentence: Span, until: number): string | null {
  const before = article.text.slice(sentence.start, sentence.start + until);
  const pronoun = [...before.matchAll(PRONOUNS)].at(-1);
  if (pronoun !== undefined)
    return nameMeant(
      article,
      sentence.start + pronoun.index,
      pronoun.groups?.['he'] === undefined ? 'she' : 'he',
    );
  return entityOf(article, personBefore(article, sentence.start + until))?.name ?? null;
}

/** Whether the sentences before, those that open the article and its headline name what a sentence leaves out. */
function isNearby(views: readonly SentenceView[], at: number, missing: readonly string[]): boolean {
  const read = [...views.slice(0, Math.min(OPENING, at)), ...views.slice(Math.max(0, at - BACK), at)];
  const before = read.flatMap(({ text }) => parseTerms(text));
  const held = new Set([...before, ...parseTerms(views[at]?.article.title ?? '')]);
  return missing.every((term) => held.has(term));
}

/** What was not, or not yet: "he could face a fine of $500". */
export const ONLY_MAY =
  /\b(?:if|can|could|may|might|would|unless|faces?|facing|risks?|up to|maximum|carries|expected|will have to|be (?:jailed|imprisoned|sentenced|banned|suspended|fined))\b/i;

/** Nouns that are taken for verbs. */
const CHANGES = /^(?:cuts?|rises?|hikes?|increases?|raises?|plans?|talks?|demands?|offers?|claims?|tags?)$/;

/** Whether a noun that ends here is what is spoken of: "budget" of "budget cut" is not. */
export function isHead(words: readonly TaggedWord[], end: number): boolean {
  const next = words[words.findIndex((word) => word.end >= end) + 1];
  return next === undefined || (next.pos !== 'NOUN' && !CHANGES.test(next.lower));
}

/** Digits and letters alone: "$45,100" and "45,100" are one sum. */
const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');

/** "bail of $900 for Ada Reed" */
const FOR_WHOM = /^[^,.;:]{0,12} (?:for|to|of|against) (?:[\p{L}.-]{1,15} ){0,2}$/u;

/** Whether a sentence gives it of the person asked for: nobody else is named between. */
function isOfNamed(
  { article, sentence, text, names }: SentenceView,
  { start, end }: Span,
  asked: ReadonlySet<string>,
): boolean {
  const people = names.filter(isPerson);
  const isAsked = (name: Name | undefined): boolean =>
    name !== undefined &&
    parseTerms(article.text.slice(name.start, name.end)).some((term) => asked.has(term));
  if (!people.some(isAsked)) return true;
  const before = people.findLast((name) => name.end <= sentence.start + start);
  const behind = people.find((name) => name.start >= sentence.start + end);
  if (isAsked(behind) && behind !== undefined)
    return isAsked(before) || FOR_WHOM.test(text.slice(end, behind.start - sentence.start));
  return isAsked(before);
}

/**
 * What articles give of a matter: in the sentences that name most of it; what they leave out has to stand right before.
 * Nothing where one article, or several, give different things, since then nobody knows which is meant.
 */
export function findGiven(
  articles: readonly ReadArticle[],
  { words, terms, names }: Matter,
  read: (view: SentenceView) => readonly Given[],
): Fact[] {
  const found: Candidate[] = [];
  for (const views of viewSentences(articles))
    for (const [at, view] of views.entries())
      for (const { start, end, within = { start: 0, end: view.text.length } } of read(view).slice(0, READ)) {
        const { article, sentence, text } = view;
        if (isOfAnother(words, text.slice(0, start))) continue;
        const held = new Set(parseTerms(text.slice(within.start, within.end)));
        const missing = terms.filter((term) => !held.has(term));
        if (!isOfNamed(view, { start, end }, names)) continue;
        const named = missing.filter((term) => names.has(term));
        if (named.length > 0 && isOfOthers(view, named, start)) continue;
        if (missing.length > 0 && !isNearby(views, at, missing)) continue;
        const place = { start: sentence.start + start, end: sentence.start + end };
        found.push({ article, ...place, said: lettersOf(text.slice(start, end)), missing: missing.length });
      }
  const least = Math.min(...found.map(({ missing }) => missing));
  const best = found.filter(({ missing }) => missing === least);
  return new Set(best.map(({ said }) => said)).size === 1 ? best : [];
}
