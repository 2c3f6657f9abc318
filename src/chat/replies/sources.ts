/** Answers what there is to read, adds a feed or a page, ends one, and takes an article out at its publisher's request. */

import type { StoredArticle } from '../../core/article.ts';
import type { Card, Inline } from '../card.ts';
import { plain, strong } from '../cards/inline.ts';
import { buildLineCard, buildSectionsCard } from '../cards/lists.ts';
import type { Command } from '../command.ts';
import type { Context, Reply } from '../reply.ts';
import type { NamedSource, SourceLine, Sources } from '../services.ts';
import type { Storage } from '../stores.ts';
import { count, formatDate, words } from '../words.ts';
import { refuse } from './refusal.ts';

interface Deps {
  readonly sources: Sources;
  readonly storage: Pick<Storage, 'audit'>;
}

export async function replyToSources(context: Context, { sources }: Deps): Promise<Reply> {
  const lines = (await sources.list(context.space)).map(sourceLine);
  if (lines.length === 0) return { card: buildLineCard(`${words.empty} ${words.howToAdd}`) };
  return { card: buildSectionsCard(words.sourcesTitle, [{ title: count(lines.length, 'source'), lines }]) };
}

/** "reuters — Reuters World: 12 articles, read 22 Nov 2026 08:00 UTC, next …, failing since …". */
export function sourceLine({ id, title, articles, succeeded, next, problem }: SourceLine): Inline[] {
  const facts = [
    count(articles, 'article'),
    succeeded === null ? words.neverRead : `${words.read} ${formatInstant(succeeded)}`,
    ...(next === null ? [] : [`${words.next} ${formatInstant(next)}`]),
    ...(problem === null ? [] : [problemWords(problem)]),
  ];
  return [strong(id), plain(`${title === id ? '' : ` — ${title}`}: ${facts.join(', ')}`)];
}

function problemWords({ reason, since }: NonNullable<SourceLine['problem']>): string {
  return since === null
    ? words.failingNow(reason)
    : `${words.failingSince} ${formatInstant(since)}: ${reason}`;
}

/** "22 Nov 2026 08:00 UTC". */
function formatInstant(instant: string): string {
  return `${formatDate(instant)} ${instant.slice(11, 16)} UTC`;
}

export async function replyToAdd(
  command: Extract<Command, { type: 'add' }>,
  context: Context,
  { sources, storage }: Deps,
): Promise<Reply> {
  const refusal = refuse(context);
  if (refusal) return refusal;
  if (command.url.trim() === '') return { card: buildLineCard(words.addWhat), private: true };
  const preview = await sources.preview(command.url.trim(), context.space);
  if (preview.knownAs !== null)
    return {
      card: buildLineCard(words.alreadyRead(preview.title ?? preview.url, preview.knownAs)),
      private: true,
    };
  if (!command.confirmed) {
    const lines = preview.items.map((title) => [plain(title)]);
    const title = words.wouldBring(preview.title ?? preview.url, preview.kind);
    const confirm = {
      label: words.addIt,
      command: { ...command, confirmed: true },
      emphasis: 'primary',
    } as const;
    return { card: buildSectionsCard(title, [{ title: words.newest, lines }], [confirm]), private: true };
  }
  const brought = await sources.add(preview, context.space, context.actor);
  await storage.audit.append({
    at: context.now.toISOString(),
    space: context.space,
    actor: context.actor.id,
    action: 'source add',
    about: preview.url,
    detail: preview.title ?? '',
  });
  return { card: buildLineCard(words.added(preview.title ?? preview.url, count(brought, 'article'))) };
}

export async function replyToRemove(
  command: Extract<Command, { type: 'remove' }>,
  context: Context,
  { sources, storage }: Deps,
): Promise<Reply> {
  const refusal = refuse(context);
  if (refusal) return refusal;
  const article = command.article.trim();
  if (article === '') return { card: buildLineCard(words.removeWhat), private: true };
  const source = await sources.findSource(article, context.space);
  if (source !== undefined)
    return leaveSource(source, command.confirmed === true, context, { sources, storage });
  const [one, ...others] = await sources.find(article, context.space);
  if (one === undefined) return { card: buildLineCard(words.noSuchArticle(article)), private: true };
  if (others.length > 0) return { card: whichCard([one, ...others]), private: true };
  const about = { ...command, article: one.id };
  if (!command.confirmed) {
    const confirm = {
      label: words.removeIt,
      command: { ...about, confirmed: true },
      emphasis: 'danger',
    } as const;
    return { card: buildLineCard(words.reallyRemove(articleWords(one)), [confirm]), private: true };
  }
  const removal = await sources.remove(one.id, context.space, context.actor);
  if (removal === undefined) return { card: buildLineCard(words.noSuchArticle(article)), private: true };
  await storage.audit.append({
    at: context.now.toISOString(),
    space: context.space,
    actor: context.actor.id,
    action: 'article remove',
    about: one.id,
    detail: [one.url ?? one.status.path ?? '', ...removal.standing].join('; '),
  });
  const { waiting, standing } = removal;
  const said = [
    words.removed(one.status.path !== null),
    ...(waiting === 0 ? [] : [words.removedLater(waiting)]),
    ...(standing.length === 0 ? [] : [words.notRemoved(standing.length, [...new Set(standing)].join('; '))]),
  ];
  return { card: buildLineCard(said.join(' ')) };
}

async function leaveSource(
  { id, title, articles, isConfigured }: NamedSource,
  isConfirmed: boolean,
  { now, space, actor }: Context,
  { sources, storage }: Deps,
): Promise<Reply> {
  if (isConfigured) return { card: buildLineCard(words.sourceIsInFile(id)), private: true };
  if (!isConfirmed) {
    const command = { type: 'remove', article: id, confirmed: true } as const;
    const confirm = { label: words.leaveIt, command, emphasis: 'danger' } as const;
    const asked = words.reallyLeave(title, count(articles, 'article'));
    return { card: buildLineCard(asked, [confirm]), private: true };
  }
  await sources.leave(id);
  await storage.audit.append({
    at: now.toISOString(),
    space,
    actor: actor.id,
    action: 'source remove',
    about: id,
    detail: title,
  });
  return { card: buildLineCard(words.sourceLeft(title)) };
}

/** Several are called so: a button each. */
function whichCard(articles: readonly StoredArticle[]): Card {
  const lines = articles.map((article) => [plain(articleWords(article))]);
  const actions = articles.map(({ id, title }) => ({
    label: title ?? words.untitled,
    command: { type: 'remove', article: id } as const,
  }));
  return buildSectionsCard(words.whichArticle, [{ title: count(lines.length, 'article'), lines }], actions);
}

/** "“Harbour workers strike” (Larnhaven Herald, 16 Nov 2026)". */
function articleWords({ title, publisher, published }: StoredArticle): string {
  const by = publisher ?? words.publisherNotStated;
  const date = published === null ? words.dateNotStated : formatDate(published);
  return `“${title ?? words.untitled}” (${by}, ${date})`;
}
