/** `briefwire ask <question>`. */
import { withApp } from './context.ts';
import { printFound, say } from './say.ts';

export async function ask(question: string, options: { json?: boolean }): Promise<void> {
  await withApp(async (app) => {
    if (!options.json) return say(app, { type: 'ask', question });
    const scope = { space: null };
    const result = await app.briefings.ask({ scope, question, history: [], articles: [] });
    printFound(result, result.answer.answered);
  });
}
