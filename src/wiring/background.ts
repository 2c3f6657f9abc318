/** Work that goes on while people chat: sources are read when they are due. */
import { messageOf } from '../core/errors.ts';
import type { Logger, SourceStore } from '../core/ports.ts';
import { createSourceTasks, type DueSources, type SourceTasks } from '../runtime/source-tasks.ts';
import { wakeEvery } from '../runtime/waking.ts';

/** What is needed of the house to read its sources. */
interface ReadingHouse<Polled> {
  readonly config: { readonly sources: readonly { readonly url?: string | undefined }[] };
  readonly storage: { readonly sources: Pick<SourceStore, 'listAdded'> };
  openWeb(): Promise<{ readonly polled: Polled }>;
}

type SourceHouse = ReadingHouse<DueSources> & { readonly logger: Logger };

/** Reads sources when they are due, those that are added later as well, until it is stopped. */
export async function keepSources(app: SourceHouse): Promise<{ stop(): Promise<void> }> {
  let tasks: SourceTasks | undefined;
  const keep = async () => {
    // What fetches takes a while to load: nobody waits for it where there is nothing to fetch.
    if (tasks === undefined && !(await hasSources(app))) return;
    tasks ??= await openTasks(app);
    await tasks.keep();
  };
  const wake = wakeEvery(5, () => quietly(app, keep));
  await quietly(app, keep);
  return {
    async stop() {
      await wake.stop();
      await tasks?.stop();
    },
  };
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

async function openTasks(app: SourceHouse): Promise<SourceTasks> {
  const { polled } = await app.openWeb();
  return createSourceTasks({
    ids: () => polled.ids(),
    startDue: (id) => quietly(app, () => polled.startDue(id)),
  });
}

/** What fails in the background is logged, and tried again the next time. */
export async function quietly(
  { logger }: { readonly logger: Logger },
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error('work in the background failed', { error: messageOf(error) });
  }
}
