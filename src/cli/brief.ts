/** `briefwire brief <topic>`. */
import type { BriefCommand } from '../chat/command.ts';
import { parseSlash } from '../chat/parse-command.ts';
import { buildBriefRequest } from '../chat/replies/brief.ts';
import type { Brief, Reason } from '../core/brief/types.ts';
import { BriefwireError } from '../core/errors.ts';
import { withApp } from './context.ts';
import { printFound, SPACE, say } from './say.ts';

export async function brief(words: string, options: { json?: boolean; explain?: boolean }): Promise<void> {
  await withApp(async (app) => {
    const command = { length: 'full', ...(parseSlash('brief', words) as BriefCommand) } as const;
    const request = buildBriefRequest(command, { space: SPACE }, app.clock.now());
    if ('problem' in request) throw new BriefwireError('bad-request', request.problem);
    if (!options.json && !options.explain) return say(app, command);
    const result = await app.briefings.brief(request);
    if (options.json)
      return printFound(result.found ? { ...result, articles: result.articles.map(({ id }) => id) } : result);
    if (!result.found) return say(app, command);
    process.stdout.write(`${explain(result.brief)}\n`);
  });
}

interface Explained {
  readonly shown: string;
  readonly sources: readonly number[];
  readonly reason: Reason;
}

/** Each line with its score, its sources, and what it was preferred to. */
function explain({ happened, quotes, comparisons, timeline, figures, unknown }: Brief): string {
  const parts: readonly (readonly [part: string, lines: readonly Explained[]])[] = [
    ['What happened', happened],
    ['In their words', quotes.map((quote) => ({ ...quote, shown: quote.words.join(' … ') }))],
    ...comparisons.map(({ kind, sides }) => [`Compare (${kind})`, sides] as const),
    ['Timeline', timeline.map(({ statement }) => statement)],
    ['Facts and figures', figures.map(({ statement }) => statement)],
    ['Not known yet', unknown],
  ];
  return parts.flatMap(([part, lines]) => lines.map((line) => explainLine(part, line))).join('\n\n');
}

function explainLine(part: string, { shown, sources, reason }: Explained): string {
  return [
    `${part}: ${shown}`,
    `  score ${reason.score.toFixed(2)}; sources ${sources.map((number) => `[${number}]`).join('')}`,
    `  because: ${reason.because.join('; ') || 'nothing scored higher'}`,
    ...(reason.insteadOf === null ? [] : [`  instead of: ${reason.insteadOf}`]),
  ].join('\n');
}
