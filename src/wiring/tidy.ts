/** Deletes what is no longer to be kept. */
import type { App } from '../app.ts';

const DAY = 86_400_000;
/** Days after which the data of a space that the bot was removed from is deleted. */
const LEFT_FOR = 30;

/** Turns, ids and ratings after the retention of config/bot.yaml; spaces that were left a month ago. */
export async function tidy({
  storage,
  config,
  clock,
}: Pick<App, 'storage' | 'config' | 'clock'>): Promise<void> {
  const now = clock.now().getTime();
  const before = new Date(now - config.bot.retentionDays * DAY);
  await storage.purge(before);
  for (const { space, left } of await storage.spaces.list())
    if (left !== null && Date.parse(left) < now - LEFT_FOR * DAY) await storage.removeSpace(space);
}
