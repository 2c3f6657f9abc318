/**
 * A light memory of all articles: enough for topics, speakers and counts without reading every text again. It follows the
 * store by its revision, so that it is right whichever process wrote.
 */
import type { StoredArticle } from './article.ts';
import { readTopicNames } from './brief/topics.ts';
import { createFollow, letOthersRun } from './follow.ts';
import type { ArticleStore, Scope } from './ports.ts';

export interface ShelfEntry {
  readonly id: string;
  readonly title: string | null;
  readonly space: string | null;
  readonly source: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly retrieved: string;
  /** False for a language that is not read: such an article is kept and listed, and never quoted from. */
  readonly readable: boolean;
  /** Full names of those quoted directly, one a quotation. */
  readonly speakers: readonly string[];
  /** Names that it is about, the most prominent first. */
  readonly names: readonly string[];
}

export interface Shelf {
  /** Newest first, by retrieval. The same array until an article changes. */
  entries(scope: Scope): Promise<readonly ShelfEntry[]>;
}

/** Articles read at once: a large store must not stand in memory whole. */
const BATCH = 200;

/** A shelf that catches up with the store before it answers. */
export function createShelf(articles: Pick<ArticleStore, 'revision' | 'changes' | 'getMany'>): Shelf {
  const entries = new Map<string, ShelfEntry>();
  /** By space, until an article changes: completions ask at every key that somebody presses. */
  const lists = new Map<string | null, readonly ShelfEntry[]>();
  let revision = 0;

  const follow = createFollow(async () => {
    if ((await articles.revision()) === revision) return;
    const changes = await articles.changes(revision);
    for (const id of changes.removed) entries.delete(id);
    for (let at = 0; at < changes.put.length; at += BATCH) {
      // Nobody waits for the few that come now and then.
      if (at > 0) await letOthersRun();
      for (const article of await articles.getMany(changes.put.slice(at, at + BATCH)))
        entries.set(article.id, entryOf(article));
    }
    revision = changes.revision;
    lists.clear();
  });

  return {
    async entries(scope) {
      await follow();
      const known = lists.get(scope.space);
      if (known) return known;
      const visible = [...entries.values()].filter((entry) => isVisible(entry.space, scope));
      visible.sort((a, b) => (a.retrieved < b.retrieved ? 1 : a.retrieved > b.retrieved ? -1 : 0));
      lists.set(scope.space, visible);
      return visible;
    },
  };
}

/** May this scope see what belongs to that space? What the configuration adds belongs to none, and is everybody's. */
export function isVisible(space: string | null, scope: Scope): boolean {
  return space === null || space === scope.space;
}

/**
 * One page, kept for all by a feed of the configuration and again by a space that added it: the space is shown the whole
 * one instead of the teaser, and else the one of all.
 */
export function standsFor(one: StoredArticle, other: StoredArticle): boolean {
  if (one.url === null || one.url !== other.url || one.status.space === other.status.space) return false;
  return one.status.teaser === other.status.teaser ? one.status.space === null : other.status.teaser;
}

/** Only English is read; a text too short to tell is taken to be. */
export function isReadable({ analysis }: Pick<StoredArticle, 'analysis'>): boolean {
  return analysis.language === null || analysis.language === 'en';
}

function entryOf(article: StoredArticle): ShelfEntry {
  const { id, title, publisher, published, status, analysis } = article;
  return {
    id,
    title,
    space: status.space,
    source: status.source,
    publisher,
    published,
    retrieved: status.retrieved,
    readable: isReadable(article),
    speakers: analysis.quotes.flatMap(({ kind, speaker }) =>
      kind === 'direct' && speaker.name !== null ? [speaker.name] : [],
    ),
    names: readTopicNames(article),
  };
}

/** Who is quoted, the most often quoted first. */
export function countSpeakers(entries: readonly ShelfEntry[]): string[] {
  const counts = new Map<string, number>();
  for (const { speakers } of entries)
    for (const name of speakers) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
