/** "Who founded the mill?": whoever is called its founder, where no sentence says that he did. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { findOwn } from './holders.ts';
import { isAsked } from './office-names.ts';
import type { FoundRole } from './who.ts';

/** "Terravolt" and "co-founded" of "Who co-founded Terravolt?" */
const DOES =
  /^who(?: has| had)? (?:co-?)?(?<verb>\p{L}+) (?:the )?(?<whom>(?=\p{Lu})[\p{L}\d.'’& -]{2,60}?)[?.!\s]*$/iu;

/** What those are called who do something. */
const AGENTS: ReadonlyMap<string, string> = new Map([
  ['founded', 'founder'],
  ['established', 'founder'],
  ['started', 'founder'],
  ['created', 'creator'],
  ['invented', 'inventor'],
  ['owns', 'owner'],
  ['trains', 'trainer'],
  ['edits', 'editor'],
]);

/** The names of those who are called so, for each article. Empty for other questions. */
export function findAgents(asked: string, articles: readonly ReadArticle[]): FoundRole[] {
  const { verb, whom } = DOES.exec(asked)?.groups ?? {};
  const agent = AGENTS.get(verb?.toLowerCase() ?? '');
  if (agent === undefined || whom === undefined) return [];
  return findOwn(articles, parseTerms(whom), isAsked(parseTerms(agent)));
}
