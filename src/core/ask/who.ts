/** "Who is Ada Byron?": the role that the articles give, as the reader found it; "Who is Byron's lawyer?": who has that role. */
import type { Entity, ReadArticle, Span } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import { genderOf } from '../text/gender.ts';
import { personBefore } from './persons.ts';

const WHO = /^who(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;

const WHOSE =
  /^who(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)(?:['’]s|(?<=s)['’]) ([\p{Ll} -]{2,40})[?.!\s]*$/iu;

/** "Who is the lawyer of Ada Byron?" */
const OFFICE_OF =
  /^who(?:['’]s| is| was) the ([\p{Ll} -]{2,40}?) (?:of|for|at) (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;

/** "Who leads the harbour union?" asks for whoever has one of these offices there. */
const LEADS =
  /^who(?: is)? (leads|leading|heads|heading|runs|running|chairs|coaches|manages|directs) (?:the )?(?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;
const LEADERS: ReadonlySet<string> = new Set(
  parseTerms(
    'leader head chief executive president director chairman chairwoman chair boss coach manager ceo',
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
    ] as const
  ).map(([short, office]) => [short, parseTerms(office)]),
);

/** A role beside the name of its holder: further apart it may be somebody else's. */
const NEAR = 120;

export interface FoundRole {
  readonly article: ReadArticle;
  /** The role, or the name of who has it, whichever is asked for. */
  readonly role: Span;
}

const swapped = (found: RegExpExecArray | null): (string | undefined)[] => [
  undefined,
  found?.[2],
  found?.[1],
];

/** One for each article that gives a role. Empty for other questions, and where no article says who it is. */
export function findRoles(question: string, articles: readonly ReadArticle[]): FoundRole[] {
  const [, office, owner] = OFFICE_OF.exec(question) ?? swapped(WHOSE.exec(question));
  if (owner !== undefined && office !== undefined && /^\p{Lu}/u.test(owner))
    return articles.flatMap((article) => holdersOf(article, parseTerms(owner), isOffice(parseTerms(office))));
  const [, , led] = LEADS.exec(question) ?? [];
  if (led !== undefined && /^\p{Lu}/u.test(led))
    return articles.flatMap((article) =>
      holdersOf(article, parseTerms(led), (terms) => [...terms].some((term) => LEADERS.has(term))),
    );
  const name = WHO.exec(question)?.[1];
  if (name === undefined || !/^\p{Lu}/u.test(name)) return [];
  const wanted = parseTerms(name);
  return articles.flatMap((article) => {
    const holder = article.analysis.entities.find((entity) => isOf(entity, wanted));
    const role = holder && placeOf(article, holder);
    return role ? [{ article, role }] : [];
  });
}

/** Whether a role is the office asked for: in full, or as it is called in short on either side. */
function isOffice(office: readonly string[]): (role: ReadonlySet<string>) => boolean {
  const short = [...IN_SHORT].find(([, terms]) => terms.every((term) => office.includes(term)))?.[0];
  const full = office.flatMap((term) => IN_SHORT.get(term) ?? [term]);
  return (role) =>
    office.length > 0 &&
    (full.every((term) => role.has(term)) ||
      (short !== undefined && role.has(short)) ||
      office.every((term) => role.has(term)));
}

/** Who is called "Byron's lawyer", or "her lawyer" where Byron was named last. */
function holdersOf(
  article: ReadArticle,
  owner: readonly string[],
  isWanted: (role: ReadonlySet<string>) => boolean,
): FoundRole[] {
  const { names, entities } = article.analysis;
  return entities.flatMap((holder, at) => {
    const role = placeOf(article, holder);
    if (holder.kind !== 'person' || role === undefined) return [];
    const said = article.text.slice(role.start, role.end);
    const terms = new Set(parseTerms(said));
    if (!isWanted(terms)) return [];
    const own = OWNED.test(said) ? new Set(parseTerms(ownerBefore(article, role.start, said, at))) : terms;
    const isOwn = owner.length > 0 && owner.every((term) => own.has(term));
    if (!isOwn && !isOfFirst(article, role, terms, owner)) return [];
    const near = holder.mentions.flatMap((mention) => names[mention] ?? []);
    const [name] = near.filter(({ start, end }) => start >= role.end - NEAR && end <= role.end + NEAR);
    return name === undefined ? [] : [{ article, role: { start: name.start, end: name.end } }];
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

const OWNED = /^(?:his|her|their|its)\b/i;

/** The name of the person, or the organisation, meant by "his" in "his lawyer", "its" in "its chief executive". */
function ownerBefore(article: ReadArticle, start: number, said: string, holder: number): string {
  const { entities, names } = article.analysis;
  const house = names.findLast(({ kind, end }) => kind === 'organisation' && end <= start);
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

function isOf({ kind, name, role }: Entity, wanted: readonly string[]): boolean {
  const terms = new Set(parseTerms(name));
  return kind === 'person' && role !== null && wanted.length > 0 && wanted.every((term) => terms.has(term));
}

/** Where the role stands beside one of its holder's mentions. */
function placeOf({ text, analysis }: ReadArticle, { role, mentions }: Entity): Span | undefined {
  if (role === null) return undefined;
  for (const at of mentions) {
    const mention = analysis.names[at];
    if (mention === undefined) continue;
    const start = text.indexOf(role, Math.max(0, mention.start - NEAR));
    if (start >= 0 && start < mention.end + NEAR) return { start, end: start + role.length };
  }
  return undefined;
}
