/** The running stories of all articles, brought up to date in the background, so that nobody waits for it. */

import { messageOf } from '../core/errors.ts';
import type { ArticleStore, Logger } from '../core/ports.ts';
import { openStories, type RunningStories } from '../core/search/stories.ts';

export interface StoryBook {
  /** Groups of article ids as far as they are known now; ids of removed articles may still be among them. */
  groups(): readonly (readonly string[])[];
  /** Begins to take in what changed in the store, unless that is under way. Resolves when it is done. */
  follow(): Promise<void>;
}

/** Articles read from the store at once. */
const BATCH = 50;

export function createStoryBook(
  articles: Pick<ArticleStore, 'revision' | 'changes' | 'getMany'>,
  logger: Logger,
): StoryBook {
  const stories: RunningStories = openStories([]);
  const known = new Set<string>();
  let revision = 0;
  let following: Promise<void> | undefined;
  let groups: readonly (readonly string[])[] = [];

  async function catchUp(): Promise<void> {
    if ((await articles.revision()) === revision) return;
    const changes = await articles.changes(revision);
    // An article that changes stays in its story: the event is the same.
    const fresh = changes.put.filter((id) => !known.has(id));
    for (let at = 0; at < fresh.length; at += BATCH)
      for (const article of await articles.getMany(fresh.slice(at, at + BATCH))) {
        known.add(article.id);
        stories.add(article);
        // Each takes milliseconds: others get their turn between two.
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    if (stories.isDue())
      for (const _ of stories.regroup()) await new Promise<void>((resolve) => setImmediate(resolve));
    revision = changes.revision;
    groups = stories.stories();
  }

  return {
    groups: () => groups,
    follow() {
      following ??= catchUp()
        .catch((error: unknown) =>
          logger.error('stories could not be brought up to date', { error: messageOf(error) }),
        )
        .finally(() => {
          following = undefined;
        });
      return following;
    },
  };
}
