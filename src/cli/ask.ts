/** `briefwire ask <question>`. */
import { withApp } from './context.ts';
import { printJson, SPACE, say } from './say.ts';

export async function ask(question: string, options: { json?: boolean }): Promise<void> {
  await withApp(async (app) => {
    if (!options.json) return say(app, { type: 'ask', question });
    printJson(await app.briefings.ask({ scope: { space: SPACE }, question, history: [], articles: [] }));
  });
}
