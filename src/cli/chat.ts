/** `briefwire chat`: the chat in this terminal. */
import { createTerminalAdapter, type TerminalAdapter } from '../adapters/terminal/adapter.ts';
import { libraryWords } from '../chat/replies/status.ts';
import { keepHouse } from '../wiring/background.ts';
import { createFileDigests } from '../wiring/digests.ts';
import { withApp } from './context.ts';
import { SPACE } from './say.ts';

export async function chat(): Promise<void> {
  let terminal: TerminalAdapter | undefined;
  const { stderr, stdout } = process;
  // On one screen with the prompt, a line of the log stands above it; in a file it is what it is.
  const write = (line: string) =>
    stderr.isTTY && stdout.isTTY && terminal ? terminal.tell(line) : stderr.write(line);
  await withApp(
    async (app) => {
      if (app.settings.healthPort !== null)
        app.logger.warn('HEALTH_PORT is not served by the chat in this terminal, only with Slack or Discord');
      await app.leaveFolders();
      const library = await app.briefings.library({ space: SPACE });
      const topics = await app.briefings.topics({ space: SPACE });
      const topic = topics.find(({ articles }) => articles > 0);
      const adapter = createTerminalAdapter({
        input: process.stdin,
        output: process.stdout,
        noColour: Boolean(process.env['NO_COLOR']),
        greeting: `Briefwire: ${libraryWords(library)}. Try /brief ${topic?.slug ?? '<words>'}, or /help; Ctrl-D leaves.`,
      });
      terminal = adapter;
      app.adapters.set('terminal', adapter);
      for (const folder of app.folders) await folder.watch();
      await adapter.start(app.handler);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void adapter.stop());
      const house = await keepHouse(app);
      await createFileDigests(app.config.digests, app.adapters, app).take();
      const outbox = app.createOutbox();
      outbox.start();
      app.notices.start();
      await adapter.closed;
      await Promise.all([house.stop(), outbox.stop(), app.notices.stop()]);
    },
    { write, isTTY: stderr.isTTY },
  );
}
