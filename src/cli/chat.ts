/** `briefwire chat`: the chat in this terminal. */
import { createTerminalAdapter } from '../adapters/terminal/adapter.ts';
import { libraryWords } from '../chat/replies/status.ts';
import { keepSources } from '../wiring/background.ts';
import { takeFileDigests } from '../wiring/digests.ts';
import { withApp } from './context.ts';

export async function chat(): Promise<void> {
  await withApp(async (app) => {
    if (app.settings.healthPort !== null)
      app.logger.warn('HEALTH_PORT is not served by the chat in this terminal, only with Slack or Discord');
    await app.leaveFolders();
    const library = await app.briefings.library({ space: null });
    const [topic] = await app.briefings.topics({ space: null });
    const terminal = createTerminalAdapter({
      input: process.stdin,
      output: process.stdout,
      noColour: Boolean(process.env['NO_COLOR']),
      greeting: `Briefwire: ${libraryWords(library)}. Try /brief ${topic?.slug ?? '<words>'}, or /help; Ctrl-D leaves.`,
    });
    app.adapters.set('terminal', terminal);
    for (const folder of app.folders) await folder.watch();
    await terminal.start(app.handler);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void terminal.stop());
    // After the prompt: what fetches takes a while to load.
    const sources = app.config.sources.length === 0 ? undefined : await keepSources(app);
    await takeFileDigests(app.config.digests, app.adapters, app);
    const outbox = app.createOutbox();
    outbox.start();
    app.notices.start();
    await terminal.closed;
    await Promise.all([sources?.stop(), outbox.stop(), app.notices.stop()]);
  });
}
