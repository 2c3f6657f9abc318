/** `briefwire quotes <topic or speaker>`. */
import { withApp } from './context.ts';
import { printFound, SPACE, say } from './say.ts';

export async function quotes(query: string, options: { json?: boolean }): Promise<void> {
  await withApp(async (app) => {
    if (!options.json) return say(app, { type: 'quotes', query });
    printFound(await app.briefings.quotes({ scope: { space: SPACE }, query }));
  });
}
