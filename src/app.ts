/** The composition root: the only place where concrete things meet. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from './chat/command.ts';
import { createDispatch } from './chat/dispatch.ts';
import { createChatHandler } from './chat/handler.ts';
import type { ChatAdapter, ChatHandler } from './chat/port.ts';
import { sayWhileReading } from './chat/reading.ts';
import type { Dispatch } from './chat/reply.ts';
import type { Sources } from './chat/services.ts';
import type { Storage } from './chat/stores.ts';
import type { Config, SourceConfig } from './config/files.ts';
import type { Settings } from './config/schema.ts';
import type { Briefings } from './core/briefing-types.ts';
import { createBriefings } from './core/briefings.ts';
import type { Digest } from './core/digest/ports.ts';
import type { Clock, Logger } from './core/ports.ts';
import { analyse } from './core/text/analyse.ts';
import type { ConfiguredTopic } from './core/topics.ts';
import { createPipeline, type Pipeline } from './ingest/pipeline.ts';
import { createFolderReader, type FolderReader } from './ingest/readers/folder.ts';
import { createDigestDesk } from './runtime/digest-desk.ts';
import { openFollowingIndex } from './runtime/following-index.ts';
import { createNotices, type Notices } from './runtime/notices.ts';
import { createOutboxRunner, type OutboxOptions, type OutboxRunner } from './runtime/outbox-runner.ts';
import { createSchedule } from './runtime/scheduler.ts';
import { createStoryBook } from './runtime/story-book.ts';
import { openStorage } from './storage/open-storage.ts';
import { VERSION } from './version.ts';
import { readDue } from './wiring/background.ts';
import { createCorrector, createRetractor } from './wiring/corrections.ts';
import { createDigestBuilder, tellGone, tellRefused } from './wiring/digests.ts';
import { leaveFolders, rememberFolder } from './wiring/folders.ts';
import { createRemovals } from './wiring/removed.ts';
import { createSourceService } from './wiring/sources.ts';
import { oldestKept } from './wiring/tidy.ts';
import type { Web } from './wiring/web.ts';

export interface AppOptions {
  readonly settings: Settings;
  readonly config: Config;
  readonly logger: Logger;
}

export interface App extends AppOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly briefings: Briefings;
  readonly dispatch: Dispatch;
  readonly handler: ChatHandler;
  readonly sources: Sources;
  /** What fetches: sources, pages by hand. The same each time. */
  openWeb(): Promise<Web>;
  readonly pipeline: Pipeline;
  /** The articles folder, and the folders of config/sources.yaml. */
  readonly folders: readonly FolderReader[];
  readonly buildDigest: OutboxOptions['build'];
  /** The chats that run: answers and digests are delivered through them. */
  readonly adapters: Map<Platform, ChatAdapter>;
  /** Corrections and removals on their way to the chats. */
  readonly notices: Notices;
  /** Reads the folders once. */
  readFolders(): Promise<void>;
  /** Takes out the articles of a folder that ARTICLES_DIR named before. */
  leaveFolders(): Promise<void>;
  /** Finds the stories of what has come since. */
  followStories(): Promise<void>;
  /** Keeps a copy of the index, so that the next start loads it. */
  keepIndex(): Promise<void>;
  /** Posts digests through the chats that run now. */
  createOutbox(): OutboxRunner;
  close(): Promise<void>;
}

const HOUR = 3_600_000;

/** Opens the store and puts the house together. No chat runs yet, nothing is fetched yet. */
export async function openApp({ settings, config, logger }: AppOptions): Promise<App> {
  const clock: Clock = { now: () => new Date() };
  const started = clock.now();
  const storage = await openStorage(settings.storeUrl);
  const { articles } = storage;
  const adapters = new Map<Platform, ChatAdapter>();
  const notices = createNotices({ storage, adapters, clock, logger });
  const index = await openFollowingIndex(articles, storage.index, logger);
  const stories = createStoryBook(articles, logger);
  const families = readFamilies(config.families);
  const briefings = createBriefings({
    articles,
    index,
    stories,
    topics: withSources(config),
    families,
    clock,
  });
  const pipeline = createPipeline({
    articles,
    index,
    analyse,
    clock,
    logger,
    removals: createRemovals(storage.sources),
    oldestKept: () => oldestKept(config.bot, clock),
    findShown: async (id) => {
      const cards = await storage.shown.findByArticle(id);
      return cards.flatMap(({ shown }) =>
        shown.filter(({ article }) => article === id).map(({ words }) => words),
      );
    },
    onCorrected: createCorrector(storage.shown, notices),
    onWithdrawn: createRetractor(storage.shown, notices),
  });
  const folders = [{ folder: settings.articlesDir, source: null }, ...folderSources(config.sources)].map(
    ({ folder, source }) => createFolderReader({ folder, origin: { source, space: null }, pipeline, logger }),
  );
  let web: Promise<Web> | undefined;
  const openWeb = () => {
    web ??= import('./wiring/web.ts').then(({ createWeb }) =>
      createWeb({ config, storage, pipeline, notices, clock, logger }),
    );
    return web;
  };
  const sources = createSourceService({ storage, openWeb, notices, folders });
  const schedule = createSchedule();
  const buildDigest = createDigestBuilder(storage, briefings, families, () =>
    readDue({ config, storage, openWeb }),
  );
  let hasRead = false;
  const onGone = (digest: Digest, reason: string) => tellGone(digest, reason, notices, logger);
  const answer = createDispatch({
    briefings,
    threads: storage.threads,
    storage,
    schedule,
    digestDesk: createDigestDesk(storage.slots, clock, buildDigest),
    sources,
    onGone,
    started,
    version: VERSION,
  });
  const dispatch = sayWhileReading(answer, { briefings, isReading: () => !hasRead });
  const handler = createChatHandler({
    dispatch,
    briefings,
    storage,
    adapter: (platform) => adapters.get(platform),
    clock,
    logger,
    sleep: (milliseconds) => sleep(milliseconds),
    requestsPerMinute: config.bot.requestsPerMinute,
  });

  return {
    settings,
    config,
    logger,
    clock,
    storage,
    briefings,
    dispatch,
    handler,
    sources,
    openWeb,
    pipeline,
    folders,
    buildDigest,
    adapters,
    notices,
    async readFolders() {
      try {
        for (const folder of folders) await folder.read();
      } finally {
        hasRead = true;
      }
      await rememberFolder({ folders, storage, logger, clock });
      await index.follow();
      await stories.follow();
      // The first who types a topic must not wait until all articles are on the shelf.
      await briefings.topics({ space: null });
    },
    async leaveFolders() {
      await leaveFolders({ folders, storage, logger, clock });
      await index.follow();
      await stories.follow();
    },
    followStories: () => stories.follow(),
    keepIndex: () => index.keep(),
    createOutbox: () =>
      createOutboxRunner({
        storage,
        schedule,
        clock,
        logger,
        adapters: [...adapters.values()],
        build: buildDigest,
        onGone,
        onRefused: (digest, reason, headStands) =>
          tellRefused(digest, { reason, headStands }, clock.now(), notices),
        latest: config.bot.digestLateHours * HOUR,
      }),
    async close() {
      await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
      for (const folder of folders) await folder.close();
      await (await web)?.close();
      await index.keep();
      await storage.close();
    },
  };
}

/** Topics with the sources that name them in config/sources.yaml. */
function withSources({ topics, sources }: Config): ConfiguredTopic[] {
  return topics.map((topic) => ({
    ...topic,
    sources: sources.filter((source) => source.topic === topic.id).map(({ id }) => id),
  }));
}

/** Publishers, as compared, to the house that they belong to. */
function readFamilies(families: Config['families']): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(families).flatMap(([house, publishers]) =>
      publishers.map((name) => [name.trim().toLowerCase(), house]),
    ),
  );
}

function folderSources(sources: readonly SourceConfig[]) {
  return sources.flatMap(({ id, folder }) => (folder === undefined ? [] : [{ folder, source: id }]));
}
