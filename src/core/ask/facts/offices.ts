/** "Who is Byron's lawyer?", "Who leads the union?": who has an office, as far as roles beside names tell. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { NATIONALITIES, OFFICES } from '../../text/data/offices.ts';
import { COUNTRIES } from '../../text/data/places.ts';
import { type Fact, type FactsAsked, ifOne } from './fact.ts';
import { findOwn } from './holders.ts';
import { isAsked, isOffice, leads } from './office-names.ts';

const WHOSE =
  /^who(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)(?:['’]s|(?<=s)['’]) ([\p{Ll} -]{2,40})[?.!\s]*$/iu;

/** "Who is the lawyer of Ada Byron?" */
const OFFICE_OF =
  /^who(?:['’]s| is| was) the ([\p{Ll} -]{2,40}?) (?:of|for|at) (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;

/** "Who is the Velmar governor?" */
const OFFICE_NAMED =
  /^[Ww]ho(?:['’]s| is| was) the (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*) (\p{Ll}[\p{Ll} -]{2,40})[?.!\s]*$/u;

/** "Who is the judge in the Byron case?" */
const OFFICE_IN =
  /^who(?:['’]s| is| was) the ([\p{Ll} -]{2,40}?) in (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?) (?:case|trial|hearing|lawsuit|inquiry|match|race|film)[?.!\s]*$/iu;

/** "Who is the lead author of the Velmar study?": nobody has that office but of what is reported. */
const OFFICE_OF_WORK =
  /^who(?:['’]s| is| was) the ([\p{Ll} -]{0,30}(?:authors?|researcher|writer|investigator)) (?:of|on|behind|for) (?:the |this |that )?([^?]{0,50}(?:study|report|paper|research|survey|analysis|poll|review))[?.!\s]*$/iu;

/** "Who is the judge?", and not the new one, whom nobody calls so yet. */
const OFFICE =
  /^[Ww]ho(?:['’]s| is| was) the (?!new |next |former |last |first |old |other )((?:\p{Ll}+ ?){1,3})[?.!\s]*$/u;

/** "Who leads the harbour union?" asks for whoever has one of these offices there. */
const LEADS =
  /^who(?: is|['’]s)? (leads|leading|heads|heading|runs|running|chairs|chairing|coaches|manages|directs|governs|rules|in charge of) (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;
/** "Who represents Ada Reed?" asks for her lawyer. */
const REPRESENTS =
  /^who(?: is|['’]s| was)? (?:represent(?:s|ed|ing)?|defend(?:s|ed|ing)?) (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?)(?: in court| at the trial)?[?.!\s]*$/iu;
const LAWYER = parseTerms('lawyer');
const swapped = (found: RegExpExecArray | null): (string | undefined)[] => [
  undefined,
  found?.[2],
  found?.[1],
];

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
function parseOffice(question: string): readonly (string | undefined)[] {
  const [, office, owner] =
    OFFICE_OF.exec(question) ?? swapped(WHOSE.exec(question) ?? OFFICE_NAMED.exec(question));
  return [office, owner];
}

/** Whether it is asked who has an office of somebody, or of a house or a country: whoever has it of another is no answer. */
export function asksHolder(asked: string): boolean {
  const [office = '', owner = ''] = parseOffice(asWho(asked));
  const isNamed = /^\p{Lu}/u.test(owner) || COUNTRIES.has(owner) || NATIONALITIES.has(owner);
  return isNamed && OFFICES.has(office.split(' ').at(-1)?.toLowerCase() ?? '');
}

/** The names of those who have the office that is asked for, for each article. Empty for other questions. */
export function findHolders({ question: { text }, articles }: FactsAsked): readonly Fact[] {
  const question = asWho(text);
  const [, maker, work] = OFFICE_OF_WORK.exec(question) ?? [];
  if (maker !== undefined && work !== undefined)
    return onlyHolder(
      articles,
      parseTerms(maker),
      parseTerms((work.match(/\p{Lu}[\p{L}'’-]*/gu) ?? []).join(' ')),
    );
  const [office, owner] = parseOffice(question);
  if (owner !== undefined && office !== undefined && /^\p{Lu}/u.test(owner))
    return findOwn(articles, parseTerms(owner), isAsked(parseTerms(office)));
  const [, place, matter] = OFFICE_IN.exec(question) ?? [];
  if (place !== undefined && matter !== undefined)
    return onlyHolder(articles, parseTerms(place), parseTerms(matter));
  const [, bare] = OFFICE.exec(question) ?? [];
  if (bare !== undefined) return onlyHolder(articles, parseTerms(bare), []);
  const [, client] = REPRESENTS.exec(question) ?? [];
  if (client !== undefined && /^\p{Lu}/u.test(client))
    return findOwn(articles, parseTerms(client), isAsked(LAWYER));
  const [, , led] = LEADS.exec(question) ?? [];
  if (led !== undefined && (/^\p{Lu}/u.test(led) || COUNTRIES.has(led)))
    return findOwn(articles, parseTerms(led), leads);
  return [];
}

/** Whoever alone has an office in the articles that name what it is asked of. */
function onlyHolder(
  articles: readonly ReadArticle[],
  office: readonly string[],
  matter: readonly string[],
): readonly Fact[] {
  const isWanted = isOffice(office);
  const found = articles.flatMap((article) => {
    const named = new Set(parseTerms(`${article.title ?? ''} ${article.text}`));
    if (!matter.every((term) => named.has(term))) return [];
    return article.analysis.entities.flatMap((holder) => {
      const { kind, role, mentions } = holder;
      const first = article.analysis.names[mentions[0] ?? -1];
      if (kind !== 'person' || role === null || first === undefined || !isWanted(new Set(parseTerms(role))))
        return [];
      return [{ article, start: first.start, end: first.end }];
    });
  });
  return ifOne(found);
}
