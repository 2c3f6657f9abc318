/** Whether a noun phrase of a sentence means whom, or what, a question names: by its head, by a fuller name, or as "she". */
import { entityOf, nameAt, type ReadArticle, type Span } from '../../article.ts';
import { nameTerms, parseTerms, termOf } from '../../search/query.ts';
import type { Argument } from '../grammar/apposition.ts';
import type { SentenceView } from '../sentences/sentence-view.ts';
import { mayBeCalled, personBefore } from '../words/persons.ts';
import type { TaggedWord } from '../words/tagging.ts';
import { isNamesake } from './called.ts';

/** Whom a question names. */
export interface AskedSubject {
  /** All of it: "the Velmar mayor". */
  readonly terms: readonly string[];
  /** What it is, or the last of its names: "mayor". */
  readonly head: string;
  /** "MSF": capitals that stand for the words of a name. */
  readonly initials: string | null;
}

/** The noun phrase that words of a question are; null where they name nobody: "he", "it". */
export function readSubject(words: readonly TaggedWord[]): AskedSubject | null {
  // "The owner of the mill", "the man in the photo": what he is stands before.
  const border = words.findIndex(({ pos, lower }, at) => at > 0 && (pos === 'ADP' || lower === 'who'));
  const own = border < 0 ? words : words.slice(0, border);
  const head = own.findLast(({ term, pos }) => term !== null && /^(?:NOUN|PROPN|X|ADJ|NUM)$/.test(pos));
  if (head?.term === null || head?.term === undefined) return null;
  return {
    terms: parseTerms(words.map(({ word }) => word).join(' ')),
    head: head.term,
    initials: /^\p{Lu}{2,6}$/u.test(head.word) ? head.word : null,
  };
}

/** The full name of whom "he" or "she" at a place of the article means; null for other words. */
export function nameMeant(article: ReadArticle, at: number, pronoun: string): string | null {
  if (pronoun !== 'he' && pronoun !== 'she') return null;
  const name = personBefore(article, at, (one) => mayBeCalled(article, one, pronoun));
  return entityOf(article, name)?.name ?? null;
}

/** Whether nobody knows whom "he" means behind a part of a sentence: two people are named in it, or others speak there. */
function isUnsure({ analysis }: ReadArticle, { start, end }: Span): boolean {
  const people = analysis.names.filter(
    (name) => name.kind === 'person' && name.start >= start && name.end <= end,
  );
  const isQuoted = analysis.quotes.some(
    ({ kind, content }) => kind === 'direct' && content.some((said) => said.start <= end && end < said.end),
  );
  return isQuoted || new Set(people.map(({ entity }) => entity)).size > 1;
}

/** The office of somebody, where he alone has the one that is asked for: "the mayor" is Ada Lund. */
function officeOf({ analysis }: ReadArticle, name: string, { terms }: AskedSubject): readonly string[] {
  const bare = (role: string | null): string[] => parseTerms(role?.split(/\s(?:of|for|at|in)\s/)[0] ?? '');
  const isAsked = (role: string | null): boolean => {
    const own = new Set(bare(role));
    return terms.every((term) => own.has(term));
  };
  const holders = analysis.entities.filter(({ role }) => role !== null && isAsked(role));
  return holders.length === 1 && holders[0]?.name === name ? bare(holders[0].role) : [];
}

/** Whether all that the question says of them is said of the noun phrase here, or of the name that it stands for. */
export function isSameSubject(
  { article, sentence }: SentenceView,
  words: readonly TaggedWord[],
  argument: Argument | null,
  asked: AskedSubject,
): boolean {
  if (argument === null) return false;
  const head = words[argument.head];
  if (head === undefined) return false;
  const at = sentence.start + head.start;
  const name = argument.pronoun
    ? nameMeant(article, at, head.lower)
    : (entityOf(article, nameAt(article, at))?.name ?? null);
  if (argument.pronoun && (name === null || isUnsure(article, { start: sentence.start, end: at })))
    return false;
  const full = nameTerms(name ?? '');
  const said = words.slice(argument.first, argument.last);
  const { apposed } = argument;
  const beside = apposed === undefined ? [] : words.slice(apposed.first, apposed.last);
  const office = name === null ? [] : officeOf(article, name, asked);
  const heads = new Set([
    ...full,
    ...office.slice(-1),
    termOf(head.word),
    apposed && termOf(words[apposed.head]?.word ?? ''),
  ]);
  const capitals = said.map(({ word }) => /^\p{Lu}/u.exec(word)?.[0] ?? '');
  if (asked.initials !== null && asked.terms.length === 1 && capitals.join('') === asked.initials)
    return true;
  if (!heads.has(asked.head) || (name !== null && isNamesake(asked.terms, name))) return false;
  const all = new Set([
    ...full,
    ...office,
    ...parseTerms([...said, ...beside].map(({ word }) => word).join(' ')),
  ]);
  const title = new Set(parseTerms(article.title ?? ''));
  return asked.terms.every((term) => all.has(term) || title.has(term));
}
