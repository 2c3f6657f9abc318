/** `briefwire brief <topic>`. */
import type { BriefCommand } from '../chat/command.ts';
import { parseSlash } from '../chat/parse-command.ts';
import { buildBriefRequest } from '../chat/replies/brief.ts';
import type { Brief, Statement } from '../core/brief/types.ts';
import { BriefwireError } from '../core/errors.ts';
import { withApp } from './context.ts';
import { printFound, say } from './say.ts';

export async function brief(words: string, options: { json?: boolean; explain?: boolean }): Promise<void> {
  await withApp(async (app) => {
    const command = { length: 'full', ...(parseSlash('brief', words) as BriefCommand) } as const;
    const request = buildBriefRequest(command, { space: null }, app.clock.now());
    if ('problem' in request) throw new BriefwireError('bad-request', request.problem);
    if (!options.json && !options.explain) return say(app, command);
    const result = await app.briefings.brief(request);
    if (options.json || !result.found)
      return printFound(result.found ? { ...result, articles: result.articles.map(({ id }) => id) } : result);
    process.stdout.write(`${explain(result.brief)}\n`);
  });
}

/** Each line with its score, its sources, and what it was preferred to. */
function explain(brief: Brief): string {
  const lines: [part: string, statement: Pick<Statement, 'sources' | 'reason'> & { shown: string }][] = [
    ...brief.happened.map((statement) => ['What happened', statement] as [string, Statement]),
    ...brief.quotes.map(
      (quote) => ['In their words', { ...quote, shown: quote.words.join(' … ') }] as [string, never],
    ),
    ...brief.comparisons.flatMap(({ kind, sides }) =>
      sides.map((side) => [`Compare (${kind})`, side] as [string, Statement]),
    ),
    ...brief.timeline.map(({ statement }) => ['Timeline', statement] as [string, Statement]),
    ...brief.figures.map(({ statement }) => ['Facts and figures', statement] as [string, Statement]),
    ...brief.unknown.map((statement) => ['Not known yet', statement] as [string, Statement]),
  ];
  return lines
    .map(([part, { shown, sources, reason }]) =>
      [
        `${part}: ${shown}`,
        `  score ${reason.score.toFixed(2)}; sources ${sources.map((number) => `[${number}]`).join('')}`,
        `  because: ${reason.because.join('; ') || 'nothing scored higher'}`,
        ...(reason.insteadOf === null ? [] : [`  instead of: ${reason.insteadOf}`]),
      ].join('\n'),
    )
    .join('\n\n');
}
