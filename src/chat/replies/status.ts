/** Answers `status`: what there is, what comes next, what fails; and the home page of the bot, which shows the same. */
import type { Briefings } from '../../core/briefing-types.ts';
import type { Digest } from '../../core/digest/ports.ts';
import type { Card, Inline } from '../card.ts';
import { plain, strong } from '../cards/inline.ts';
import { buildSectionsCard } from '../cards/lists.ts';
import { isAlone } from '../command.ts';
import { isSeen } from '../digest-sight.ts';
import type { Context, Reply } from '../reply.ts';
import type { SourceLine, Sources } from '../services.ts';
import type { Storage } from '../stores.ts';
import { count, words } from '../words.ts';
import { type DigestDeps, digestLines } from './digest.ts';
import { sourceLine } from './sources.ts';

export interface StatusDeps extends DigestDeps {
  readonly briefings: Briefings;
  readonly sources: Sources;
  readonly storage: Storage;
  /** Instant at which the process started. */
  readonly started: Date;
  readonly version: string;
}

const HOME_TOPICS = 8;
/** Sources that work and are shown with their last reading: those that were read longest ago. */
const STATUS_SOURCES = 8;

export async function replyToStatus(context: Context, deps: StatusDeps): Promise<Reply> {
  const sources = await deps.sources.list(context.space);
  const failing = sources.filter(({ problem }) => problem !== null);
  const sections = [
    { title: words.library, lines: await libraryLines(context, deps) },
    { title: words.failing, lines: failing.map(sourceLine) },
    { title: words.sourcesTitle, lines: workingLines(sources.filter(({ problem }) => problem === null)) },
    { title: words.digests, lines: await digestLines(await statusDigests(context, deps), context, deps) },
  ];
  return { card: buildSectionsCard(words.statusTitle, sections) };
}

/** A status stands in the channel for all to read: with those of its digests. One person alone is shown all that are theirs to see. */
async function statusDigests({ actor, address, space }: Context, { storage }: StatusDeps): Promise<Digest[]> {
  const seen = isAlone(address) ? actor : {};
  const digests = await storage.digests.list(space);
  return digests.filter((digest) => isSeen(digest, { channel: address.channel, actor: seen }));
}

function workingLines(sources: readonly SourceLine[]): Inline[][] {
  const oldest = [...sources].sort((a, b) => (a.succeeded ?? '').localeCompare(b.succeeded ?? ''));
  const more = sources.length - STATUS_SOURCES;
  return [
    ...oldest.slice(0, STATUS_SOURCES).map(sourceLine),
    ...(more > 0 ? [[plain(words.moreSources(count(more, 'source')))]] : []),
  ];
}

async function libraryLines(context: Context, deps: StatusDeps): Promise<Inline[][]> {
  const library = await deps.briefings.library({ space: context.space });
  const ratings = await deps.storage.feedback.count(context.space);
  const minutes = Math.floor((context.now.getTime() - deps.started.getTime()) / 60_000);
  return [
    [plain(libraryWords(library))],
    ...(library.unread > 0 ? [[plain(words.unread(count(library.unread, 'article')))]] : []),
    [plain(words.ratings(ratings.helpful, ratings.unhelpful))],
    [plain(words.running(minutes, deps.version))],
  ];
}

/** "2 articles, publisher not stated in 2, date not stated in 1". */
export function libraryWords(library: Awaited<ReturnType<Briefings['library']>>): string {
  const facts = [
    count(library.articles, 'article'),
    ...(library.unstatedPublisher > 0 ? [`publisher not stated in ${library.unstatedPublisher}`] : []),
    ...(library.undated > 0 ? [`date not stated in ${library.undated}`] : []),
  ];
  return facts.join(', ');
}

/** The page that a person opens: topics to be briefed on, a field to ask, digests of their channels, health. */
export async function replyToHome(context: Context, deps: StatusDeps): Promise<Reply> {
  const topics = (await deps.briefings.topics({ space: context.space }))
    .filter(({ articles }) => articles > 0)
    .slice(0, HOME_TOPICS);
  const { actor, address } = context;
  const theirs = (await deps.storage.digests.list(context.space)).filter((digest) =>
    isSeen(digest, { channel: address.channel, actor }),
  );
  const sections = [
    {
      title: words.topicsTitle,
      lines: topics.map(({ slug, title }) => [strong(slug), plain(` — ${title}`)]),
    },
    { title: words.digests, lines: await digestLines(theirs, context, deps) },
    { title: words.library, lines: await libraryLines(context, deps) },
  ];
  const actions: Card['blocks'][number] = {
    type: 'actions',
    actions: [
      { label: words.askAction, command: { type: 'form', form: 'ask', about: '' }, emphasis: 'primary' },
      { label: words.briefAction, command: { type: 'form', form: 'brief', about: '' } },
      ...topics
        .slice(0, 5)
        .map(({ slug, title }) => ({ label: title, command: { type: 'brief', query: slug } as const })),
    ],
  };
  const card = buildSectionsCard(words.homeTitle, sections);
  return { card: { ...card, blocks: [...card.blocks, actions] } };
}
