/**
 * The index that follows the store: loaded from its snapshot, brought up to date by the store's revision before each
 * search, so that it is right whichever process wrote the articles.
 */
import { createFollow, letOthersRun } from '../core/follow.ts';
import type { ArticleIndex, ArticleStore, IndexStore, Logger } from '../core/ports.ts';
import { createArticleIndex } from '../core/search/article-index.ts';
import { isReadable } from '../core/shelf.ts';
import { ANALYSIS_VERSION } from '../core/text/analyse.ts';

export interface FollowingIndex extends ArticleIndex {
  /** Takes in what changed in the store; `add`, `remove` and every search do this too. */
  follow(): Promise<void>;
  /** Stores a snapshot where something changed since the last one. */
  keep(): Promise<void>;
}

/** Articles taken in at once; between two batches others get their turn. */
const BATCH = 100;
/** A snapshot holds sentences as they were read. */
const SNAPSHOT = `analysis ${ANALYSIS_VERSION}`;

/** Loads the snapshot; one that does not fit the store is left, and the index made anew. */
export async function openFollowingIndex(
  articles: Pick<ArticleStore, 'revision' | 'changes' | 'getMany'>,
  snapshots: IndexStore,
  logger: Logger,
): Promise<FollowingIndex> {
  const saved = await snapshots.find(SNAPSHOT);
  let index = createArticleIndex(saved?.text);
  let revision = saved?.revision ?? 0;
  if (saved && ((await index.size()) === 0 || revision > (await articles.revision()))) {
    logger.warn('the saved index does not fit the store: it is made again');
    index = createArticleIndex();
    revision = 0;
  }
  let keptRevision = revision;

  const follow = createFollow(async () => {
    if ((await articles.revision()) === revision) return;
    const changes = await articles.changes(revision);
    await index.remove(changes.removed);
    for (let at = 0; at < changes.put.length; at += BATCH) {
      const batch = await articles.getMany(changes.put.slice(at, at + BATCH));
      // What the reader cannot read is kept and listed, and never found as a passage to quote from.
      await index.add(batch.filter(isReadable));
      await letOthersRun();
    }
    revision = changes.revision;
  });

  return {
    follow,
    add: follow,
    remove: follow,
    save: () => index.save(),
    async keep() {
      await follow();
      if (revision === keptRevision) return;
      await snapshots.put(SNAPSHOT, { revision, text: await index.save() });
      keptRevision = revision;
    },
    async findArticles(...query) {
      await follow();
      return index.findArticles(...query);
    },
    async findPassages(...query) {
      await follow();
      return index.findPassages(...query);
    },
    async findUnknown(query) {
      await follow();
      return index.findUnknown(query);
    },
    async publishers() {
      await follow();
      return index.publishers();
    },
    async size() {
      await follow();
      return index.size();
    },
  };
}
