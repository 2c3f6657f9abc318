/** "Who is Byron's lawyer?", "Who leads the union?": who has an office, as far as roles beside names tell. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { NATIONALITIES, OFFICES } from '../../text/data/offices.ts';
import { COUNTRIES } from '../../text/data/places.ts';
import { namesOf } from './called.ts';
import { type Fact, type FactsAsked, ifOne } from './fact.ts';
import { findOwn } from './holders.ts';
import { isAsked, isOffice, leads } from './office-names.ts';

/** Each with the office, and whose it is: "Who is the lawyer of Ada Byron?", "Who is Byron's lawyer?", "Who is the Velmar governor?" */
const OWNED: readonly RegExp[] = [
  /^who(?:['’]s| is| was) the (?<office>[\p{Ll} -]{2,40}?) (?:of|for|at) (?:the )?(?=\p{Lu})(?<owner>[\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu,
  /^who(?:['’]s| is| was) (?=\p{Lu})(?<owner>[\p{L}.'’ -]{2,60}?)(?:['’]s|(?<=s)['’]) (?<office>[\p{Ll} -]{2,40})[?.!\s]*$/iu,
  /^[Ww]ho(?:['’]s| is| was) the (?<owner>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*) (?<office>\p{Ll}[\p{Ll} -]{2,40})[?.!\s]*$/u,
];

/** "Who is the lead author of the Velmar study?": nobody has that office but of what is reported. */
const OF_WORK =
  /^who(?:['’]s| is| was) the (?<office>[\p{Ll} -]{0,30}(?:authors?|researcher|writer|investigator)) (?:of|on|behind|for) (?:the |this |that )?(?<matter>[^?]{0,50}(?:study|report|paper|research|survey|analysis|poll|review))[?.!\s]*$/iu;

/** "Who is the judge in the Byron case?" */
const IN_MATTER =
  /^who(?:['’]s| is| was) the (?<office>[\p{Ll} -]{2,40}?) in (?:the )?(?<matter>(?=\p{Lu})[\p{L}.'’ -]{2,60}?) (?:case|trial|hearing|lawsuit|inquiry|match|race|film)[?.!\s]*$/iu;

/** "Who is the judge?", and not the new one, whom nobody calls so yet. */
const ALONE =
  /^[Ww]ho(?:['’]s| is| was) the (?!new |next |former |last |first |old |other )(?<office>(?:\p{Ll}+ ?){1,3})[?.!\s]*$/u;

/** "Who leads the harbour union?" asks for whoever has one of these offices there. */
const LEADS =
  /^who(?: is|['’]s)? (?:leads|leading|heads|heading|runs|running|chairs|chairing|coaches|manages|directs|governs|rules|in charge of) (?:the )?(?=\p{Lu})(?<owner>[\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;
/** "Who represents Ada Reed?" asks for her lawyer. */
const REPRESENTS =
  /^who(?: is|['’]s| was)? (?:represent(?:s|ed|ing)?|defend(?:s|ed|ing)?) (?:the )?(?=\p{Lu})(?<owner>[\p{L}.'’ -]{2,60}?)(?: in court| at the trial)?[?.!\s]*$/iu;

/** "What is the mayor called?", "What is the name of the mayor?" ask who it is. */
const asWho = (question: string): string =>
  question
    .replace(
      /^what(?:['’]s| is| was) the names? of (?=the \p{Ll}|\p{Lu}[\p{L} .-]*['’]s \p{Ll})/iu,
      'Who is ',
    )
    .replace(
      /^what(?:['’]s| is| was) ((?:the \p{Ll}|\p{Lu}[\p{L} .-]*['’]s? \p{Ll})[\p{L} ]*?) called\b/iu,
      'Who is $1',
    )
    .replace(/^what(?:['’]s| is| was) (\p{Lu}[\p{L} .-]*['’]s? \p{Ll}[\p{L} ]*?)['’]s name\b/iu, 'Who is $1');

/** The office that is asked for, and whose it is. */
const parseOwned = (question: string): { readonly office?: string; readonly owner?: string } =>
  OWNED.map((asks) => asks.exec(question)?.groups).find(Boolean) ?? {};

/** Whether it is asked who has an office of somebody, or of a house or a country: whoever has it of another is no answer. */
export function asksHolder(asked: string): boolean {
  const { office = '', owner = '' } = parseOwned(asWho(asked));
  const isNamed = isName(owner) || COUNTRIES.has(owner) || NATIONALITIES.has(owner);
  return isNamed && OFFICES.has(office.split(' ').at(-1)?.toLowerCase() ?? '');
}

const isName = (words: string): boolean => /^\p{Lu}/u.test(words);

/** The names of those who have the office that is asked for, for each article. Empty for other questions. */
export function findHolders({ question: { text }, articles }: FactsAsked): readonly Fact[] {
  const question = asWho(text);
  const work = OF_WORK.exec(question)?.groups;
  if (work !== undefined) return findOnly(articles, work['office'], namesOf(work['matter']));
  const { office = '', owner = '' } = parseOwned(question);
  if (isName(owner)) return findOwn(articles, parseTerms(owner), isAsked(parseTerms(office)));
  const { office: bare, matter = '' } = (IN_MATTER.exec(question) ?? ALONE.exec(question))?.groups ?? {};
  if (bare !== undefined) return findOnly(articles, bare, parseTerms(matter));
  const client = REPRESENTS.exec(question)?.groups?.['owner'] ?? '';
  if (isName(client)) return findOwn(articles, parseTerms(client), isAsked(parseTerms('lawyer')));
  const led = LEADS.exec(question)?.groups?.['owner'] ?? '';
  return isName(led) || COUNTRIES.has(led) ? findOwn(articles, parseTerms(led), leads) : [];
}

/** Whoever alone has an office in the articles that have all terms of what it is asked of. */
export function findOnly(
  articles: readonly ReadArticle[],
  office = '',
  matter: readonly string[] = [],
): readonly Fact[] {
  const isWanted = isOffice(parseTerms(office));
  const found = articles.flatMap((article): Fact[] => {
    const held = new Set(parseTerms(`${article.title ?? ''} ${article.text}`));
    if (!matter.every((term) => held.has(term))) return [];
    return article.analysis.entities.flatMap(({ kind, role, mentions }): Fact[] => {
      const first = article.analysis.names[mentions[0] ?? -1];
      if (kind !== 'person' || role === null || first === undefined || !isWanted(new Set(parseTerms(role))))
        return [];
      return [{ article, start: first.start, end: first.end }];
    });
  });
  return ifOne(found);
}
