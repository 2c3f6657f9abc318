/** Answers `/quotes`, and shows a quotation among the sentences around it. */
import type { Briefings } from '../../core/briefing-types.ts';
import { plain, sourcesBlock } from '../cards/inline.ts';
import { buildLineCard, buildNotFoundCard } from '../cards/lists.ts';
import { buildQuotesCard } from '../cards/quotes.ts';
import type { Command } from '../command.ts';
import type { Context, Reply } from '../reply.ts';
import { words } from '../words.ts';

/** Speakers that are named to somebody who has named nobody. */
const NAMED = 8;

interface Deps {
  readonly briefings: Briefings;
}

export async function replyToQuotes(
  { query, everybody = false }: Extract<Command, { type: 'quotes' }>,
  context: Context,
  deps: Deps,
): Promise<Reply> {
  const scope = { space: context.space };
  if (query.trim() === '') {
    const names = (await deps.briefings.speakers(scope)).slice(0, NAMED).join(' · ');
    return { card: buildLineCard(`${words.emptyQuotes}${names === '' ? '' : ` ${words.quoted(names)}`}`) };
  }
  const result = await deps.briefings.quotes({ scope, query, everybody });
  if (!result.found)
    return { card: buildNotFoundCard(query, result, await deps.briefings.topics(scope)), missing: true };
  const shown = result.speakers.flatMap(({ quotes }) =>
    quotes.flatMap((quote) =>
      quote.words.map((said) => ({ article: quote.article, version: quote.version, words: said })),
    ),
  );
  return { card: buildQuotesCard(result), shown };
}

export async function replyToContext(
  command: Extract<Command, { type: 'context' }>,
  context: Context,
  deps: Deps,
): Promise<Reply> {
  const found = await deps.briefings.context({ space: context.space }, command);
  if (found === undefined) return { card: buildLineCard(words.articleGone), private: true };
  return {
    card: {
      summary: found.words,
      blocks: [{ type: 'paragraph', inlines: [plain(found.words)] }, sourcesBlock([found.source])],
    },
    private: true,
  };
}
