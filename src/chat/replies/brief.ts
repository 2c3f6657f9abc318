/** Answers `/brief`: a head for the channel, the detail for its thread, and what is remembered of both. */

import type { StoredArticle } from '../../core/article.ts';
import type { Brief, BriefQuote, Statement } from '../../core/brief/types.ts';
import type { Briefings, BriefRequest, BriefResult } from '../../core/briefing-types.ts';
import type { Scope } from '../../core/ports.ts';
import { parseDay } from '../../core/text/days.ts';
import { buildBriefCards, buildPartCard } from '../cards/brief.ts';
import { buildLineCard, buildNotFoundCard } from '../cards/lists.ts';
import { buildUpdateCard } from '../cards/update.ts';
import type { BriefCommand } from '../command.ts';
import type { Context, Reply, Showing } from '../reply.ts';
import type { ThreadStore } from '../stores.ts';
import { words } from '../words.ts';

export interface BriefDeps {
  readonly briefings: Briefings;
  readonly threads: ThreadStore;
}

export async function replyToBrief(command: BriefCommand, context: Context, deps: BriefDeps): Promise<Reply> {
  const request = buildBriefRequest(command, { space: context.space }, context.now);
  if ('problem' in request) return { card: buildLineCard(request.problem), private: true };
  const isNews = command.part === undefined && !isSameShorter(command, context);
  const before = isNews ? await findBefore(command, context, deps.threads) : undefined;
  const result = await deps.briefings.brief({ ...request, ...(before === undefined ? {} : { before }) });
  if (!result.found) {
    const topics = await deps.briefings.topics({ space: context.space });
    return { card: buildNotFoundCard(command.query, result, topics), missing: true };
  }
  const about = { query: wordsOf(command), articles: result.articles };
  if (command.part !== undefined) {
    // "Timeline of the strike": what is said under it is about the strike. Under a brief it is so already.
    const begins = context.thread?.query !== about.query;
    const card = buildPartCard(result, command.part);
    return { card, ...(begins ? { about } : {}), shown: shownWords(result) };
  }
  if (command.news && result.news !== null) {
    const { changes, update } = result.news;
    const card = buildUpdateCard(command.query, result.topic, changes, update);
    return { card, about, shown: showingsOf(result.articles, update.statements, update.quotes) };
  }
  const { head, detail } = buildBriefCards(result, command, {
    // A terminal has no threads, and a person who asks alone has none either.
    whole: context.platform === 'terminal' || command.private === true,
    ...(context.platform === 'terminal' || !context.actor.name ? {} : { asker: context.actor.name }),
  });
  return {
    card: head,
    detail,
    about,
    shown: shownWords(result),
  };
}

/** What the core is asked; a problem names the option that was not understood. */
export function buildBriefRequest(
  command: BriefCommand,
  scope: Scope,
  now: Date,
): BriefRequest | { readonly problem: string } {
  const days = parseDays(command, now);
  if ('problem' in days) return days;
  return {
    scope,
    query: command.query,
    length: command.part === undefined ? (command.length ?? 'full') : 'full',
    ...days,
    ...(command.from === undefined ? {} : { publisher: command.from }),
  };
}

/** The options that say when, as ISO dates; a problem names what was not understood. */
function parseDays(
  command: BriefCommand,
  now: Date,
): { since?: string; until?: string } | { problem: string } {
  const days: { since?: string; until?: string } = {};
  for (const name of ['since', 'until'] as const) {
    const said = command[name];
    if (said === undefined) continue;
    const day = parseDay(said, now);
    if (day === null) return { problem: words.notADay(said) };
    days[name] = day;
  }
  return days;
}

/** What a brief was asked for: of the same words other days or another publisher make another brief. */
function wordsOf({ query, since, until, from }: BriefCommand): string {
  const options = Object.entries({ since, until, from }).filter(([, value]) => value !== undefined);
  return [query, ...options.flat()].join(' ');
}

/** "Shorter", in the thread of a brief: what is new since it was shown is not what is asked for. */
function isSameShorter(command: BriefCommand, { thread }: Context): boolean {
  return command.length !== undefined && thread?.query === wordsOf(command);
}

/** What this channel, or else this thread of it, was shown when it was last briefed on the same. */
async function findBefore(command: BriefCommand, { address, thread }: Context, threads: ThreadStore) {
  const asked = wordsOf(command);
  const last = [await threads.findLatestBrief(address), thread].find((state) => state?.query === asked);
  if (last === undefined) return undefined;
  const articles = last.articles.map((id) => ({ id, version: last.versions[id] ?? 1 }));
  return { articles, at: last.created };
}

function shownWords({ brief, articles }: Extract<BriefResult, { found: true }>): Showing[] {
  return showingsOf(articles, statementsOf(brief), brief.quotes);
}

function showingsOf(
  articles: readonly StoredArticle[],
  statements: readonly Statement[],
  quotes: readonly BriefQuote[],
): Showing[] {
  const find = (id: string) => articles.find((article) => article.id === id);
  const ofStatements = statements.flatMap(({ passage, shown }): Showing[] => {
    const article = find(passage.article);
    if (article === undefined) return [];
    const said = article.text.slice(passage.start, passage.end);
    return [{ article: article.id, version: article.status.version, words: said, as: shown }];
  });
  const ofQuotes = quotes.flatMap((quote) =>
    quote.words.map((said) => ({
      article: quote.article,
      version: find(quote.article)?.status.version ?? 1,
      words: said,
    })),
  );
  return [...ofStatements, ...ofQuotes];
}

function statementsOf(brief: Brief): Statement[] {
  return [
    ...brief.happened,
    ...brief.comparisons.flatMap(({ sides, beside }) => [...sides, ...beside]),
    ...brief.timeline.map(({ statement }) => statement),
    ...brief.figures.map(({ statement }) => statement),
    ...brief.unknown,
    ...brief.people.map(({ statement }) => statement),
  ];
}
