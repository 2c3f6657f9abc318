/** Runs Slack and Discord, their digests and the sources, until the process is told to stop. */
import { once } from 'node:events';
import type { App } from '../app.ts';
import { BriefwireError, messageOf } from '../core/errors.ts';
import { quietly, wakeEvery } from '../runtime/waking.ts';
import { keepHouse } from '../wiring/background.ts';
import { createChats, startChats, watchChats } from '../wiring/chats.ts';
import { createFileDigests } from '../wiring/digests.ts';
import { openWatch } from '../wiring/health.ts';
import { openSetup } from './context.ts';

/** How often what waits for an invitation is looked for, in seconds. */
const INVITED = 300;
/** A service manager kills after ten seconds: what is not done by then is taken up at the next start. */
const STOP_WITHIN = 9_500;

/** Resolves when the process was told to stop and all that was in flight is done; rejects with `bad-settings` where no chat can go on. */
export async function serve(): Promise<void> {
  const app = await openSetup('info');
  const stop = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]).then(() => undefined);
  const { ended, onLost } = watchChats(app);
  const stopCatching = catchRejections(app);
  const watch = await openWatch(app);
  let isConnected = false;
  try {
    const chats = (await createChats(app, onLost)).map(watch.countDeliveries);
    const connecting = startChats({ ...app, handler: watch.countAnswers(app.handler) }, chats).then(
      () => true,
    );
    isConnected = (await Promise.race([connecting, stop])) === true;
    if (isConnected) {
      await work(app, stop, ended);
    } else {
      app.logger.info('stopping: not every chat was connected yet');
      leaveWithin(0);
    }
  } catch (error) {
    // What a chat leaves behind that could not be connected keeps no process alive.
    leaveWithin(1);
    throw error;
  } finally {
    await watch.close();
    await app.close();
    stopCatching();
  }
  // A chat that does not answer keeps nobody waiting.
  if (!isConnected) process.exit(0);
}

/** The SDK of a chat rejects, with nobody listening, at a payload that it does not expect. That is told, and ends nothing: the next one is another. */
function catchRejections({ logger }: App): () => void {
  const tell = (error: unknown) =>
    logger.error('a failure that nobody waited for', { error: messageOf(error) });
  process.on('unhandledRejection', tell);
  return () => process.off('unhandledRejection', tell);
}

async function work(app: App, stop: Promise<undefined>, ended: Promise<string>): Promise<void> {
  const { logger } = app;
  const fileDigests = createFileDigests(app.config.digests, app.adapters, app);
  await fileDigests.take();
  const outbox = app.createOutbox();
  app.notices.start();
  const house = await keepHouse(app);
  const invited = wakeEvery(
    INVITED,
    quietly(logger, 'the digests of the file cannot be taken', () => fileDigests.take()),
  );
  // Digests wait for the folders: on the very first start there would be nothing to tell.
  const read = quietly(logger, 'the articles cannot be read', () => readAndWatch(app));
  const reading = read().then(() => outbox.start());
  logger.info('ready');
  const problem = await Promise.race([stop, ended]);
  logger.info('stopping: what is in flight is finished');
  leaveWithin(problem === undefined ? 0 : 1);
  await Promise.all([house.stop(), invited.stop(), outbox.stop(), app.notices.stop(), reading]);
  if (problem !== undefined) throw new BriefwireError('bad-settings', problem);
}

/** Whatever is not done by then. */
function leaveWithin(code: number): void {
  setTimeout(() => process.exit(code), STOP_WITHIN).unref();
}

async function readAndWatch(app: App): Promise<void> {
  await app.pipeline.refresh();
  await app.readFolders();
  await app.leaveFolders();
  for (const folder of app.folders) await folder.watch();
}
