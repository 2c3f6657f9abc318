/** "Who is Ada Byron?": the role that the articles give, as the reader found it. */
import type { Entity, ReadArticle, Span } from '../article.ts';
import { parseTerms } from '../search/query.ts';

const WHO = /^who(?:['’]s| is| was) (?=\p{Lu})([\p{L}.'’ -]{2,60}?)[?.!\s]*$/iu;

/** A role beside the name of its holder: further apart it may be somebody else's. */
export const NEAR = 120;

export interface FoundRole {
  readonly article: ReadArticle;
  /** The role, or the name of who has it, whichever is asked for. */
  readonly role: Span;
}

/** One for each article that gives a role. Empty for other questions, and where no article says who it is. */
export function findRoles(question: string, articles: readonly ReadArticle[]): FoundRole[] {
  const name = WHO.exec(question)?.[1];
  if (name === undefined || !/^\p{Lu}/u.test(name)) return [];
  const wanted = parseTerms(name);
  const found = articles.flatMap((article) => {
    const holder = article.analysis.entities.find((entity) => isOf(entity, wanted));
    const role = holder && placeOf(article, holder);
    return role ? [{ article, role }] : [];
  });
  // "Their leader" says less than what stands by itself.
  const leans = ({ article, role }: FoundRole): boolean =>
    LEANS.test(article.text.slice(role.start, role.end));
  return [...found.filter((one) => !leans(one)), ...found.filter(leans)];
}

const LEANS = /^(?:his|her|their|its)\b/i;

function isOf({ kind, name, role }: Entity, wanted: readonly string[]): boolean {
  const terms = new Set(parseTerms(name));
  return kind === 'person' && role !== null && wanted.length > 0 && wanted.every((term) => terms.has(term));
}

/** Where the role stands beside one of its holder's mentions. */
export function placeOf({ text, analysis }: ReadArticle, { role, mentions }: Entity): Span | undefined {
  if (role === null) return undefined;
  for (const at of mentions) {
    const mention = analysis.names[at];
    if (mention === undefined) continue;
    const start = text.indexOf(role, Math.max(0, mention.start - NEAR));
    if (start >= 0 && start < mention.end + NEAR) return { start, end: start + role.length };
  }
  return undefined;
}
