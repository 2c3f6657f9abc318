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
    return articles.flatMap((article) => holdersOf(article, parseTerms(owner), parseTerms(office)));
  const name = WHO.exec(question)?.[1];
  if (name === undefined || !/^\p{Lu}/u.test(name)) return [];
  const wanted = parseTerms(name);
  return articles.flatMap((article) => {
    const holder = article.analysis.entities.find((entity) => isOf(entity, wanted));
    const role = holder && placeOf(article, holder);
    return role ? [{ article, role }] : [];
  });
}

/** Who is called "Byron's lawyer", or "her lawyer" where Byron was named last. */
function holdersOf(article: ReadArticle, owner: readonly string[], office: readonly string[]): FoundRole[] {
  const { names, entities } = article.analysis;
  return entities.flatMap((holder, at) => {
    const role = placeOf(article, holder);
    if (holder.kind !== 'person' || role === undefined) return [];
    const said = article.text.slice(role.start, role.end);
    const terms = new Set(parseTerms(said));
    if (office.length === 0 || !office.every((term) => terms.has(term))) return [];
    const own = OWNED.test(said) ? new Set(parseTerms(ownerBefore(article, role.start, said, at))) : terms;
    if (owner.length === 0 || !owner.every((term) => own.has(term))) return [];
    const near = holder.mentions.flatMap((mention) => names[mention] ?? []);
    const [name] = near.filter(({ start, end }) => start >= role.end - NEAR && end <= role.end + NEAR);
    return name === undefined ? [] : [{ article, role: { start: name.start, end: name.end } }];
  });
}

const OWNED = /^(?:his|her|their)\b/i;

/** The name of the person meant by "his" in "his lawyer". */
function ownerBefore(article: ReadArticle, start: number, said: string, holder: number): string {
  const { entities } = article.analysis;
  const other = /^his\b/i.test(said) ? 'she' : /^her\b/i.test(said) ? 'he' : null;
  const owner = personBefore(article, start, ({ entity }) => {
    const named = entities[entity ?? -1];
    if (entity === holder || named === undefined) return false;
    return other === null || genderOf(named.name, named.role) !== other;
  });
  return entities[owner?.entity ?? -1]?.name ?? '';
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
