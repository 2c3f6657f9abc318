/** "Who is Ada Byron?": the role that the articles give, as the reader found it. */
import type { Entity, ReadArticle, Span } from '../../article.ts';
import { nameTerms, parseTerms } from '../../search/query.ts';
import { OFFICES } from '../../text/data/offices.ts';
import { placesOfWords } from '../words/whole-words.ts';

const WHO = /^who(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;
/** "What is Ada Byron's job?", "What does Ada Byron do for a living?" */
const JOB =
  /^what(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)(?:['’]s|(?<=s)['’]) (?:job|profession|occupation|position|role|title|post)[?.!\s]*$/iu;
const OFFICE_HELD =
  /^what (?:job|office|post|position|role|title) (?:does|did) (?=\p{Lu})([\p{L}.'’ -]{2,60}?) (?:hold|have)[?.!\s]*$/iu;
const LIVING = /^what (?:does|did) (?=\p{Lu})([\p{L}.'’ -]{2,60}?) do for a living[?.!\s]*$/iu;

/** A role beside the name of its holder: further apart it may be somebody else's. */
export const NEAR = 120;

export interface FoundRole {
  readonly article: ReadArticle;
  /** The role, or the name of who has it, whichever is asked for. */
  readonly role: Span;
}

/** "Lund" of "Mr. Lund": articles need not be so polite. */
export const withoutCourtesy = (name: string): string =>
  name.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sir|Dame|Lord|Lady)\.? (?=\p{Lu})/u, '');

/** Whose role is asked for. */
export function askedName(question: string): string | undefined {
  const name = [WHO, JOB, OFFICE_HELD, LIVING].map((asks) => asks.exec(question)?.[1]).find(Boolean);
  return name !== undefined && /^\p{Lu}/u.test(name) ? withoutCourtesy(name) : undefined;
}

/** One for each article that gives a role. Empty for other questions, and where no article says who it is. */
export function findRoles(question: string, articles: readonly ReadArticle[]): FoundRole[] {
  const name = askedName(question);
  if (name === undefined) return [];
  const wanted = nameTerms(name);
  return articles.flatMap((article) => {
    const holder = article.analysis.entities.find(
      (entity) => entity.kind === 'person' && entity.role !== null && isCalled(entity, wanted),
    );
    const role = holder && placeOf(article, holder);
    return role ? [{ article, role }] : [];
  });
}

const LEANS = /^(?:his|her|their|its)\b/i;
/** "Dr", "Cllr", "Sen. Dr". A border behind each word: without one, a line in capitals could be cut in millions of ways. */
const COURTESY = /^(?:\p{Lu}\p{L}{0,4}(?:\.? |\.|$))+$/u;

/** "Their leader" says less than what stands by itself, and "Dr" next to nothing. */
export function orderRoles(found: readonly FoundRole[]): FoundRole[] {
  const rank = ({ article, role }: FoundRole): number => {
    const said = article.text.slice(role.start, role.end);
    return COURTESY.test(said) ? 2 : LEANS.test(said) ? 1 : 0;
  };
  // "Law professor" says more than "professor".
  const holds = (one: FoundRole, other: FoundRole): boolean =>
    one.article === other.article &&
    one.role.start <= other.role.start &&
    other.role.end <= one.role.end &&
    one.role.end - one.role.start > other.role.end - other.role.start;
  const fullest = found.filter((role) => !found.some((other) => holds(other, role)));
  return fullest.sort((a, b) => rank(a) - rank(b));
}

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
