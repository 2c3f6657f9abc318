/** "Who is Byron's lawyer?", "Who leads the union?": who has an office, as far as roles beside names tell. */
import type { Name, ReadArticle, Span } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import { genderOf } from '../text/gender.ts';
import { personBefore } from './persons.ts';
import { type FoundRole, NEAR, placeOf } from './who.ts';

const WHOSE =
  /^who(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)(?:['’]s|(?<=s)['’]) ([\p{Ll} -]{2,40})[?.!\s]*$/iu;

/** "Who is the lawyer of Ada Byron?" */
const OFFICE_OF =
  /^who(?:['’]s| is| was) the ([\p{Ll} -]{2,40}?) (?:of|for|at) (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;

/** "Who is the judge in the Byron case?" */
const OFFICE_IN =
  /^who(?:['’]s| is| was) the ([\p{Ll} -]{2,40}?) in (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?) (?:case|trial|hearing|lawsuit|inquiry|match|race|film)[?.!\s]*$/iu;

/** "Who is the judge?", and not the new one, whom nobody calls so yet. */
const OFFICE =
  /^[Ww]ho(?:['’]s| is| was) the (?!new |next |former |last |first |old |other )((?:\p{Ll}+ ?){1,3})[?.!\s]*$/u;

/** "Who leads the harbour union?" asks for whoever has one of these offices there. */
const LEADS =
  /^who(?: is|['’]s)? (leads|leading|heads|heading|runs|running|chairs|chairing|coaches|manages|directs|in charge of) (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;
const LEADERS: ReadonlySet<string> = new Set(
  parseTerms(
    'leader head chief executive president director chairman chairwoman chair boss coach manager ceo secretary-general principal',
  ),
);

/** What one office is called in short. */
const IN_SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['ceo', 'chief executive'],
      ['cfo', 'chief financial'],
      ['pm', 'prime minister'],
      ['md', 'managing director'],
      ['gov', 'governor'],
      ['sen', 'senator'],
      ['gen', 'general'],
    ] as const
  ).map(([short, office]) => [short, parseTerms(office)]),
);

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
    .replace(/^what(?:['’]s| is| was) (the \p{Ll}[\p{L} ]*?) called\b/iu, 'Who is $1');

/** Whatever he is called, he leads. */
const AT_THE_TOP: ReadonlySet<string> = new Set(parseTerms('boss head leader'));
const leads = (role: ReadonlySet<string>): boolean => [...role].some((term) => LEADERS.has(term));

/** Whether a role is the office asked for; "boss" and "head" are any that leads, where it is called so itself it is that alone. */
function isAsked(office: readonly string[]): (role: ReadonlySet<string>) => boolean {
  const [only] = office;
  return office.length === 1 && only !== undefined && AT_THE_TOP.has(only) ? leads : isOffice(office);
}

/** The names of those who have the office that is asked for, for each article. Empty for other questions. */
export function findHolders(asked: string, articles: readonly ReadArticle[]): FoundRole[] {
  const question = asWho(asked);
  const [, office, owner] = OFFICE_OF.exec(question) ?? swapped(WHOSE.exec(question));
  if (owner !== undefined && office !== undefined && /^\p{Lu}/u.test(owner))
    return articles.flatMap((article) => holdersOf(article, parseTerms(owner), isAsked(parseTerms(office))));
  const [, place, matter] = OFFICE_IN.exec(question) ?? [];
  if (place !== undefined && matter !== undefined)
    return onlyHolder(articles, parseTerms(place), parseTerms(matter));
  const [, bare] = OFFICE.exec(question) ?? [];
  if (bare !== undefined) return onlyHolder(articles, parseTerms(bare), []);
  const [, , led] = LEADS.exec(question) ?? [];
  if (led !== undefined && /^\p{Lu}/u.test(led))
    return articles.flatMap((article) => holdersOf(article, parseTerms(led), leads));
  return [];
}

/** Whoever alone has an office in the articles that name what it is asked of. */
function onlyHolder(
  articles: readonly ReadArticle[],
  office: readonly string[],
  matter: readonly string[],
): FoundRole[] {
  const isWanted = isOffice(office);
  const found = articles.flatMap((article) => {
    const named = new Set(parseTerms(`${article.title ?? ''} ${article.text}`));
    if (!matter.every((term) => named.has(term))) return [];
    return article.analysis.entities.flatMap((holder) => {
      const { name, kind, role, mentions } = holder;
      const first = article.analysis.names[mentions[0] ?? -1];
      if (kind !== 'person' || role === null || first === undefined || !isWanted(new Set(parseTerms(role))))
        return [];
      return [{ article, name, role: { start: first.start, end: first.end } }];
    });
  });
  return new Set(found.map(({ name }) => parseTerms(name).at(-1))).size === 1 ? found : [];
}

/** Whether a role is the office asked for: in full, or as it is called in short on either side. */
export function isOffice(office: readonly string[]): (role: ReadonlySet<string>) => boolean {
  const short = [...IN_SHORT].find(([, terms]) => terms.every((term) => office.includes(term)))?.[0];
  const full = office.flatMap((term) => IN_SHORT.get(term) ?? [term]);
  return (role) =>
    office.length > 0 &&
    (full.every((term) => role.has(term)) ||
      (short !== undefined && role.has(short)) ||
      office.every((term) => role.has(term)));
}

/** Who is called "Byron's lawyer", or "her lawyer" where Byron was named last; a bare "lawyer" only where nobody is. */
function holdersOf(
  article: ReadArticle,
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): FoundRole[] {
  const { names, entities } = article.analysis;
  const found = entities.flatMap((holder, at) => {
    const role = placeOf(article, holder);
    if (holder.kind !== 'person' || role === undefined) return [];
    const said = article.text.slice(role.start, role.end);
    const terms = new Set(parseTerms(said));
    if (!isWanted(terms)) return [];
    const own = OWNED.test(said) ? new Set(parseTerms(ownerBefore(article, role.start, said, at))) : terms;
    const isOwn = owner.length > 0 && owner.every((term) => own.has(term));
    const isBare = !OWNED.test(said) && isOfHeadline(article, terms, owner, isWanted);
    if (!isOwn && !isBare && !isOfFirst(article, role, terms, owner)) return [];
    const near = holder.mentions.flatMap((mention) => names[mention] ?? []);
    const [name] = near.filter(({ start, end }) => start >= role.end - NEAR && end <= role.end + NEAR);
    return name === undefined ? [] : [{ article, isOwn, role: { start: name.start, end: name.end } }];
  });
  const own = [...found.filter(({ isOwn }) => isOwn), ...holdersBeside(article, owner, isWanted)];
  return own.length > 0 ? own : found;
}

/** ", the executive director at the Ostry Trust": an office with a preposition that roles do not take. */
const BESIDE =
  /^, (?:the |an? )?(?<office>(?:[\p{L}-]+ ){0,4}?[\p{L}-]+) (?:of|at|for|with) (?:the )?(?<owner>\p{Lu}[^,.;:()]{1,60}(?:, the [^,.;:()]{3,60})?)/u;

/** Whoever is called so right behind his name. */
function holdersBeside(
  article: ReadArticle,
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): FoundRole[] {
  const { text, analysis } = article;
  return analysis.names.flatMap(({ kind, start, end }): FoundRole[] => {
    if (kind === 'place' || kind === 'organisation') return [];
    const said = BESIDE.exec(text.slice(end, end + NEAR))?.groups;
    const own = new Set(parseTerms(said?.['owner'] ?? ''));
    const isOwn = owner.length > 0 && owner.every((term) => own.has(term));
    return isOwn && isWanted(new Set(parseTerms(said?.['office'] ?? '')))
      ? [{ article, role: { start, end } }]
      : [];
  });
}

/** A bare office belongs to whom its sentence is about: "Ada Reed has parted with coach Bo Lund". */
function isOfFirst(
  { text, analysis }: ReadArticle,
  role: Span,
  terms: ReadonlySet<string>,
  owner: readonly string[],
): boolean {
  if (terms.size > 1 || owner.length === 0) return false;
  const sentence = analysis.sentences.find(({ start, end }) => start <= role.start && role.start < end);
  const first = analysis.names.find(
    ({ start, end }) => sentence && start >= sentence.start && end <= role.start,
  );
  if (first === undefined || first.kind !== 'person') return false;
  const entity = analysis.entities[first.entity ?? -1];
  const named = new Set(parseTerms(`${text.slice(first.start, first.end)} ${entity?.name ?? ''}`));
  return owner.every((term) => named.has(term));
}

/** Sentences that tell of which house, or town, an article speaks. */
const OPENING = 2;

/** "Chief Executive Ada Reed", and nobody's: she heads the house that the headline, or the opening, names. */
function isOfHeadline(
  { title, text, analysis }: ReadArticle,
  terms: ReadonlySet<string>,
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): boolean {
  const opening = text.slice(0, analysis.sentences[OPENING - 1]?.end);
  const named = new Set(parseTerms(`${title ?? ''} ${opening}`));
  const isBare = [...terms].every((term) => LEADERS.has(term) || isWanted(new Set([term])));
  return isBare && owner.length > 0 && owner.every((term) => named.has(term));
}

const OWNED = /^(?:his|her|their|its)\b/i;

/** The name of the person, or the organisation, meant by "his" in "his lawyer", "its" in "its chief executive". */
function ownerBefore(article: ReadArticle, start: number, said: string, holder: number): string {
  const { entities, names } = article.analysis;
  // What is taken for a person, and has no first name, may be a company that is called like nothing else.
  const isHouse = ({ kind, entity }: Name): boolean => {
    const named = entities[entity ?? -1];
    const mayBe = named !== undefined && named.role === null && genderOf(named.name, null) === null;
    return kind === 'organisation' || (kind === 'person' && entity !== holder && mayBe);
  };
  const house = names.findLast((name) => name.end <= start && isHouse(name));
  if (/^its\b/i.test(said)) return entities[house?.entity ?? -1]?.name ?? '';
  const other = /^his\b/i.test(said) ? 'she' : /^her\b/i.test(said) ? 'he' : null;
  const owner = personBefore(article, start, ({ entity }) => {
    const named = entities[entity ?? -1];
    if (entity === holder || named === undefined) return false;
    return other === null || genderOf(named.name, named.role) !== other;
  });
  const person = entities[owner?.entity ?? -1]?.name ?? '';
  return other === null ? `${person} ${entities[house?.entity ?? -1]?.name ?? ''}` : person;
}
