/** Deletes what is no longer to be kept. */
import { setImmediate } from 'node:timers/promises';
import type { Storage } from '../chat/stores.ts';
import type { Config } from '../config/files.ts';
import type { ArticleStore, Clock } from '../core/ports.ts';

const DAY = 86_400_000;
/** Days after which the data of a space that the bot was removed from is deleted. */
const LEFT_FOR = 30;
/** Articles deleted at once: what answers waits for them. */
const BATCH = 50;

/** What holds what is to go. */
export interface KeptData {
  readonly storage: Storage;
  readonly config: Config;
  readonly clock: Clock;
}

/** Turns, ids, ratings and articles after the retention of config/bot.yaml; spaces that were left a month ago. */
export async function tidy({ storage, config, clock }: KeptData): Promise<void> {
  const now = clock.now().getTime();
  await storage.purge(new Date(now - config.bot.retentionDays * DAY));
  for (const { space, left } of await storage.spaces.list())
    if (left !== null && Date.parse(left) < now - LEFT_FOR * DAY) await storage.removeSpace(space);
  const oldest = oldestKept(config.bot, clock);
  if (oldest !== null) await removeBefore(oldest, storage.articles);
}

/** The day before which no article of a feed or a page is kept, nor taken again from a feed that still lists it. */
export function oldestKept({ articleDays }: Pick<Config['bot'], 'articleDays'>, clock: Clock): string | null {
  if (articleDays === null) return null;
  return new Date(clock.now().getTime() - articleDays * DAY).toISOString().slice(0, 10);
}

/** Files are kept while they are there. */
async function removeBefore(day: string, articles: ArticleStore): Promise<void> {
  const all = await articles.getMany((await articles.changes(0)).put);
  const old = all.filter(({ status: { path, retrieved } }) => path === null && retrieved < day);
  for (let at = 0; at < old.length; at += BATCH) {
    await articles.remove(old.slice(at, at + BATCH).map(({ id }) => id));
    await setImmediate();
  }
}
