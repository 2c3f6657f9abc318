/** Which articles are meant by a query: those that a scope may see and that can be read, best first. */
import type { StoredArticle } from './article.ts';
import type { ArticleIndex, ArticleStore, Scope, SearchFilter } from './ports.ts';
import { matchesFilter } from './search/filter.ts';
import { parseTerms } from './search/query.ts';
import { isReadable, isVisible, type Shelf, standsFor } from './shelf.ts';
import { otherSpellings } from './spellings.ts';
import type { FoundTopic, StoryGroups } from './topics.ts';

export interface Finder {
  /** What the index is to look among: whatever else there is must not fill the first places. */
  withinScope(scope: Scope, filter?: SearchFilter): Promise<SearchFilter>;
  /** What belongs to a topic, then what is about it; without a topic what is about the query. */
  findOf(
    topic: FoundTopic | undefined,
    query: string,
    limit: number,
    scope: Scope,
    filter?: SearchFilter,
  ): Promise<StoredArticle[]>;
  /** In the order of the ids; those that the scope may not see, or that are not read, are left out, and so is what stands there twice. */
  getReadable(ids: readonly string[], scope: Scope): Promise<StoredArticle[]>;
  /** Whether there is anything to read beside these. */
  hasOthers(near: readonly StoredArticle[], scope: Scope): Promise<boolean>;
}

export interface FinderDeps {
  readonly articles: ArticleStore;
  readonly index: ArticleIndex;
  readonly shelf: Shelf;
  readonly stories: StoryGroups;
}

/** Articles whose score is under this share of the best are about something else. */
const NEAR_BEST = 0.3;
/** An article covers a query when it has all of one or two words, and most of the weight of more. */
const COVERS = { few: 0.99, many: 0.6 };

/** Finds articles for a scope by its index and its shelf. */
export function createFinder({ articles, index, shelf, stories }: FinderDeps): Finder {
  /** By what is on the shelf: gathered once until it changes. */
  const seenOf = new WeakMap<object, ReadonlySet<string>>();

  async function withinScope(scope: Scope, filter: SearchFilter = {}): Promise<SearchFilter> {
    const entries = await shelf.entries(scope);
    const seen =
      seenOf.get(entries) ?? new Set(entries.flatMap(({ id, readable }) => (readable ? [id] : [])));
    seenOf.set(entries, seen);
    const among = filter.articles;
    const ids = among === undefined ? seen : new Set([...among].filter((id) => seen.has(id)));
    return { ...filter, articles: ids };
  }

  /** Readable articles about a query that the scope may see, best first; then those that spell a name of it otherwise. */
  async function findAbout(query: string, limit: number, scope: Scope, filter: SearchFilter = {}) {
    const within = await withinScope(scope, filter);
    const found = await findCovering(query, limit, within);
    const entries = (await shelf.entries(scope)).filter(({ id }) => within.articles?.has(id));
    for (const other of otherSpellings(query, new Set(found), entries, await stories.groups()))
      found.push(...(await findCovering(other.query, limit, { ...within, articles: other.articles })));
    return (await getReadable([...new Set(found)], scope)).slice(0, limit);
  }

  /** Ids of the articles that cover a query, best first. */
  async function findCovering(query: string, limit: number, filter: SearchFilter): Promise<string[]> {
    const hits = await index.findArticles(query, limit * 2, filter);
    const best = hits[0]?.score ?? 0;
    const covers = parseTerms(query).length <= 2 ? COVERS.few : COVERS.many;
    return hits
      .filter(({ score, share }) => score >= best * NEAR_BEST && share >= covers)
      .map(({ article }) => article);
  }

  async function findOf(
    topic: FoundTopic | undefined,
    query: string,
    limit: number,
    scope: Scope,
    filter: SearchFilter = {},
  ) {
    const members = (await getReadable(topic?.members.slice(0, limit) ?? [], scope)).filter((article) =>
      matchesFilter(article, article.id, filter),
    );
    const about = topic?.isClosed ? [] : await findAbout(topic?.query ?? query, limit, scope, filter);
    const others = about.filter(({ id }) => !members.some((member) => member.id === id));
    return [...members, ...others].filter((article) => topic?.accepts(article) ?? true).slice(0, limit);
  }

  async function getReadable(ids: readonly string[], scope: Scope): Promise<StoredArticle[]> {
    const found = new Map((await articles.getMany(ids)).map((article) => [article.id, article]));
    const visible = ids
      .flatMap((id) => found.get(id) ?? [])
      .filter((article) => isVisible(article.status.space, scope) && isReadable(article));
    return visible.filter((article) => !visible.some((other) => standsFor(other, article)));
  }

  async function hasOthers(near: readonly StoredArticle[], scope: Scope): Promise<boolean> {
    const entries = await shelf.entries(scope);
    return entries.some(({ id, readable }) => readable && !near.some((one) => one.id === id));
  }

  return { withinScope, findOf, getReadable, hasOthers };
}
