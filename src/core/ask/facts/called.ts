/** Whether a name is that of whom a question names, and where what he is stands beside it. */
import type { Entity, ReadArticle, Span } from '../../article.ts';
import { nameTerms, parseTerms } from '../../search/query.ts';
import { OFFICES } from '../../text/data/offices.ts';
import { placesOfWords } from '../words/whole-words.ts';

/** A role beside the name of its holder: further apart it may be somebody else's. */
export const NEAR = 120;

/** "Lund" of "Mr. Lund": articles need not be so polite. */
export const withoutCourtesy = (name: string): string =>
  name.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sir|Dame|Lord|Lady)\.? (?=\p{Lu})/u, '');

/** The terms of the words with capitals. */
export const namesOf = (words = ''): string[] =>
  parseTerms((words.match(/(?<!\p{L})\p{Lu}[\p{L}'’-]*/gu) ?? []).join(' '));

/** Whether somebody has all of the names. */
export function isCalled({ name }: Entity, wanted: readonly string[]): boolean {
  const terms = new Set(nameTerms(name));
  return wanted.length > 0 && wanted.every((term) => terms.has(term));
}

export const OFFICE_TERMS: ReadonlySet<string> = new Set(parseTerms([...OFFICES].join(' ')));

/** Another first name with the same surname is somebody else; an office before it is not. */
export function isNamesake(wanted: Iterable<string>, name: string | null): boolean {
  const terms = nameTerms(name ?? '');
  const all = new Set(wanted);
  const asked = [...all];
  // "Ostry mayor Lund": what stands before an office is no first name.
  const behind = asked.slice(asked.findLastIndex((term) => OFFICE_TERMS.has(term)) + 1);
  const names = behind.length > 0 ? behind : asked.filter((term) => !OFFICE_TERMS.has(term));
  if (terms.length < 2 || names.length < 2) return false;
  return names.some((term) => !terms.includes(term)) && terms.some((term) => !all.has(term));
}

/** Peoples whose names are not made of those of their countries. */
const PEOPLES: readonly (readonly string[])[] =
  'spanish spain|french france|danish denmark|dutch netherlands|welsh wales|portuguese portugal|filipino philippines|greek greece|finnish finland|scottish scotland|irish ireland'
    .split('|')
    .map(parseTerms);

/** "The Russian president" is Russia's: the name of a people begins with that of its country, or the other way round. */
export function isOfPeople(term: string, own: ReadonlySet<string>): boolean {
  const isPair = (short: string, long: string): boolean =>
    short.length >= 4 && long.startsWith(short) && /^(?:n|an|ian|i|ish|ese)$/.test(long.slice(short.length));
  return (
    [...own].some((word) => isPair(word, term) || isPair(term, word)) ||
    PEOPLES.some((pair) => pair.includes(term) && pair.some((other) => other !== term && own.has(other)))
  );
}

/** Where the role stands beside one of its holder's mentions. */
export function placeOf({ text, analysis }: ReadArticle, { role, mentions }: Entity): Span | undefined {
  if (role === null) return undefined;
  for (const at of mentions) {
    const mention = analysis.names[at];
    if (mention === undefined) continue;
    const { value: start } = placesOfWords(role, text, Math.max(0, mention.start - NEAR)).next();
    if (start !== undefined && start < mention.end + NEAR) return { start, end: start + role.length };
  }
  return undefined;
}
