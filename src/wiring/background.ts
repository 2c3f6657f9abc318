/** Work that goes on while people chat: sources are read when they are due. */
import type { App } from '../app.ts';
import { messageOf } from '../core/errors.ts';
import { createSourceTasks } from '../runtime/source-tasks.ts';
import { wakeEvery } from '../runtime/waking.ts';

/** Reads sources when they are due, those that are added later as well, until it is stopped. */
export async function keepSources(app: App): Promise<{ stop(): Promise<void> }> {
  const { polled } = await app.openWeb();
  const tasks = createSourceTasks({
    ids: () => polled.ids(),
    startDue: (id) => quietly(app, () => polled.startDue(id)),
  });
  const wake = wakeEvery(5, () => quietly(app, () => tasks.keep()));
  await quietly(app, () => tasks.keep());
  return {
    async stop() {
      await Promise.all([wake.stop(), tasks.stop()]);
    },
  };
}

/** What fails in the background is logged, and tried again the next time. */
export async function quietly({ logger }: Pick<App, 'logger'>, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error('work in the background failed', { error: messageOf(error) });
  }
}
