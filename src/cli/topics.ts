/** `briefwire topics`. */
import { withApp } from './context.ts';
import { printJson, SPACE, say } from './say.ts';

export async function topics(options: { json?: boolean }): Promise<void> {
  await withApp(async (app) => {
    if (!options.json) return say(app, { type: 'topics' });
    printJson(await app.briefings.topics({ space: SPACE }));
  });
}
