/** The composition root: the only place where concrete things meet. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from './chat/command.ts';
import { createDispatch } from './chat/dispatch.ts';
import { createChatHandler } from './chat/handler.ts';
import type { ChatAdapter, ChatHandler } from './chat/port.ts';
import type { Dispatch } from './chat/reply.ts';
import type { Sources } from './chat/services.ts';
import type { Storage } from './chat/stores.ts';
import type { Config } from './config/files.ts';
import type { Settings } from './config/schema.ts';
import type { Briefings } from './core/briefing-types.ts';
import { createBriefings } from './core/briefings.ts';
import { createDigestDesk } from './core/digest/desk.ts';
import type { Clock, Logger } from './core/ports.ts';
import { analyse } from './core/text/analyse.ts';
import { createPipeline, type Pipeline } from './ingest/pipeline.ts';
import type { IngestReport } from './ingest/ports.ts';
import { createFolderReader, type FolderReader } from './ingest/readers/folder.ts';
import { openFollowingIndex } from './runtime/following-index.ts';
import { createSchedule } from './runtime/scheduler.ts';
import { createStoryBook } from './runtime/story-book.ts';
import { openStorage } from './storage/open-storage.ts';

export interface AppOptions {
  readonly settings: Settings;
  readonly config: Config;
  readonly logger: Logger;
}

export interface App {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly briefings: Briefings;
  readonly dispatch: Dispatch;
  readonly handler: ChatHandler;
  readonly sources: Sources;
  readonly pipeline: Pipeline;
  readonly folder: FolderReader;
  /** The chats that run: `handler` delivers through them. */
  readonly adapters: Map<Platform, ChatAdapter>;
  /** Reads the articles folder once. */
  readFolder(): Promise<IngestReport>;
  close(): Promise<void>;
}

export const VERSION = '0.1.0';

export async function openApp({ settings, config, logger }: AppOptions): Promise<App> {
  const clock: Clock = { now: () => new Date() };
  const started = clock.now();
  const storage = await openStorage(settings.storeUrl);
  const { articles } = storage;
  const index = await openFollowingIndex(articles, storage.index, logger);
  const stories = createStoryBook(articles, logger);
  const families = readFamilies(config.families);
  const briefings = createBriefings({ articles, index, topics: config.topics, families, clock });
  const pipeline = createPipeline({ articles, index, analyse, clock, logger });
  const folder = createFolderReader({
    folder: settings.articlesDir,
    origin: { source: null, space: null },
    pipeline,
    logger,
  });
  const sources = createNoSources();
  const adapters = new Map<Platform, ChatAdapter>();
  const dispatch = createDispatch({
    briefings,
    threads: storage.threads,
    storage,
    digestDesk: createDigestDesk(storage.digests, storage.slots, createSchedule()),
    previewDigest: async () => [],
    sources,
    started,
    version: VERSION,
  });
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
    clock,
    storage,
    briefings,
    dispatch,
    handler,
    sources,
    pipeline,
    folder,
    adapters,
    async readFolder() {
      const report = await folder.read();
      await index.follow();
      void stories.follow();
      return report;
    },
    async close() {
      await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
      await folder.close();
      await index.keep();
      await storage.close();
    },
  };
}

/** Publishers, as compared, to the house that they belong to. */
function readFamilies(families: Config['families']): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(families).flatMap(([house, publishers]) =>
      publishers.map((name) => [name.trim().toLowerCase(), house]),
    ),
  );
}

function createNoSources(): Sources {
  return {
    list: async () => [],
    preview: async (url) => ({ url, kind: 'page', title: null, items: [] }),
    add: async () => 0,
    remove: async () => false,
  };
}
