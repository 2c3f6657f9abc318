/** `briefwire sources`. */
import { withApp } from './context.ts';
import { printJson, SPACE, say } from './say.ts';

export async function sources(options: { json?: boolean }): Promise<void> {
  await withApp(async (app) => {
    if (!options.json) return say(app, { type: 'sources' });
    printJson(await app.sources.list(SPACE));
  });
}
