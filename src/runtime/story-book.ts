/** The running stories of the last articles, brought up to date as the store changes, whichever process wrote. */

import { createFollow, letOthersRun, takeSteps } from '../core/follow.ts';
import type { ArticleStore, Logger } from '../core/ports.ts';
import { MOST_IN_STORIES, openStories, type RunningStories } from '../core/search/stories.ts';
import type { StoryGroups } from '../core/topics.ts';
import { quietly } from './waking.ts';

export interface StoryBook extends StoryGroups {
  /** Takes in what changed in the store, and groups all anew where that is due. Never rejects: what fails is logged. */
  follow(): Promise<void>;
}

/** Articles read from the store at once. */
const BATCH = 50;
/** More new articles than this at once, as at a start, are not put into stories one by one: all are grouped anew. */
const CROWD = 200;

export function createStoryBook(
  articles: Pick<ArticleStore, 'revision' | 'changes' | 'getMany'>,
  logger: Logger,
): StoryBook {
  const stories: RunningStories = openStories([]);
  const known = new Set<string>();
  let revision = 0;
  let hasFollowed = false;
  let groups: readonly (readonly string[])[] = [];

  /** Puts what is new into the stories there are. */
  const takeIn = createFollow(async () => {
    if ((await articles.revision()) === revision) return;
    const changes = await articles.changes(revision);
    // An article that changes stays in its story: the event is the same.
    const fresh = changes.put.filter((id) => !known.has(id)).slice(-MOST_IN_STORIES);
    for (let at = 0; at < fresh.length; at += BATCH)
      for (const article of await articles.getMany(fresh.slice(at, at + BATCH))) {
        known.add(article.id);
        if (fresh.length > CROWD) stories.gather(article);
        else stories.add(article);
        await letOthersRun();
      }
    revision = changes.revision;
    groups = stories.stories();
  });

  const regroup = createFollow(async () => {
    if (!stories.isDue()) return;
    await takeSteps(stories.regroup());
    groups = stories.stories();
  });

  const problem = 'stories could not be brought up to date';
  const takeInQuietly = quietly(logger, problem, takeIn);
  const regroupQuietly = quietly(logger, problem, regroup);

  return {
    async groups() {
      // Nobody waits for all articles of a start, nor for stories that are found anew: only for the few that have just come.
      if (!hasFollowed) return groups;
      await takeInQuietly();
      void regroupQuietly();
      return groups;
    },
    async follow() {
      await takeInQuietly();
      await regroupQuietly();
      hasFollowed = true;
    },
  };
}
