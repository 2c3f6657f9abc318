/** Work that goes on while people chat: sources are read when they are due, what came is grouped, what is old is deleted. */
import type { Logger, SourceStore } from '../core/ports.ts';
import type { Sources } from '../ingest/sources.ts';
import { quietly, wakeEvery } from '../runtime/waking.ts';
import { type KeptData, tidy } from './tidy.ts';

/** In seconds. */
const MINUTE = 60;

interface House extends SourceHouse, KeptData {
  readonly config: KeptData['config'];
  readonly storage: KeptData['storage'];
  followStories(): Promise<void>;
  keepIndex(): Promise<void>;
}

/** All of it, until it is stopped. */
export async function keepHouse(app: House): Promise<{ stop(): Promise<void> }> {
  const { logger } = app;
  const tidyUp = quietly(logger, 'old data cannot be deleted', () => tidy(app));
  const wakes = [
    await keepSources(app),
    wakeEvery(MINUTE, () => app.followStories()),
    // Written whole, some 20 MB of 10,000 articles: what came since is read again at the next start.
    wakeEvery(
      60 * MINUTE,
      quietly(logger, 'the index cannot be saved', () => app.keepIndex()),
      5 * MINUTE,
    ),
    wakeEvery(60 * MINUTE, tidyUp, MINUTE),
  ];
  return {
    async stop() {
      await Promise.all(wakes.map((wake) => wake.stop()));
    },
  };
}

/** What is needed of the house to read its sources. */
interface ReadingHouse<Polled> {
  readonly config: { readonly sources: readonly { readonly url?: string | undefined }[] };
  readonly storage: { readonly sources: Pick<SourceStore, 'listAdded'> };
  openWeb(): Promise<{ readonly polled: Polled }>;
}

type SourceHouse = ReadingHouse<Pick<Sources, 'startDue'>> & { readonly logger: Logger };

/** Reads sources when they are due, those that are added later as well, until it is stopped. */
export async function keepSources(app: SourceHouse): Promise<{ stop(): Promise<void> }> {
  const read = quietly(app.logger, 'sources wait', async () => {
    // What fetches takes a while to load: nobody waits for it where there is nothing to fetch.
    if (await hasSources(app)) await (await app.openWeb()).polled.startDue();
  });
  await read();
  return wakeEvery(5, read);
}

/** Reads what is due, and waits for it. */
export async function readDue(house: ReadingHouse<{ runDue(): Promise<unknown> }>): Promise<void> {
  if (await hasSources(house)) await (await house.openWeb()).polled.runDue();
}

async function hasSources({ config, storage }: ReadingHouse<unknown>): Promise<boolean> {
  return (
    config.sources.some(({ url }) => url !== undefined) || (await storage.sources.listAdded()).length > 0
  );
}
