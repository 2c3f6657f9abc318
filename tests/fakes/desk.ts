/** The whole conversation over memory stores and a chat in memory: what app.ts puts together, without the outside. */

import type { Platform } from '../../src/chat/command.ts';
import type { Sleep } from '../../src/chat/deliver.ts';
import { createDispatch } from '../../src/chat/dispatch.ts';
import { createChatHandler } from '../../src/chat/handler.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { sayWhileReading } from '../../src/chat/reading.ts';
import type { Sources } from '../../src/chat/services.ts';
import type { StoredArticle } from '../../src/core/article.ts';
import { createBriefings } from '../../src/core/briefings.ts';
import type { Logger } from '../../src/core/ports.ts';
import type { ConfiguredTopic } from '../../src/core/topics.ts';
import { openFollowingIndex } from '../../src/runtime/following-index.ts';
import { createNotices } from '../../src/runtime/notices.ts';
import { createSchedule } from '../../src/runtime/scheduler.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { tellGone } from '../../src/wiring/digests.ts';
import { createFakeClock } from './clock.ts';
import { createMemoryChat } from './memory-chat.ts';

export const NOW = new Date('2026-11-18T09:00:00Z');

interface Logged {
  readonly level: string;
  readonly message: string;
}

export async function openDesk(
  articles: readonly StoredArticle[],
  options: {
    readonly topics?: readonly ConfiguredTopic[];
    /** Groups of article ids that tell of one event. */
    readonly stories?: readonly (readonly string[])[];
    readonly requestsPerMinute?: number;
    readonly sources?: Partial<Sources>;
    /** How long the chat's handler waits before it tries again; not at all unless it is given. */
    readonly sleep?: Sleep;
    /** Whether the folders are still read for the first time. */
    readonly isReading?: () => boolean;
  } = {},
) {
  const storage = createMemoryStorage();
  await storage.articles.put(articles);
  const logged: Logged[] = [];
  const log = (level: string) => (message: string) => {
    logged.push({ level, message });
  };
  const logger: Logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  const clock = createFakeClock(NOW.toISOString());
  const index = await openFollowingIndex(storage.articles, storage.index, logger);
  const briefings = createBriefings({
    articles: storage.articles,
    index,
    stories: { groups: async () => options.stories ?? [] },
    topics: options.topics ?? [],
    families: new Map(),
    clock,
  });
  const sources: Sources = {
    list: async () => [],
    preview: async (url) => ({ url, kind: 'feed', title: 'A feed', items: ['One item'], knownAs: null }),
    add: async () => 1,
    findSource: async () => undefined,
    leave: async () => {},
    find: async () => [],
    remove: async () => undefined,
    ...options.sources,
  };
  const chat = createMemoryChat();
  const adapters = new Map<Platform, ChatAdapter>([['slack', chat]]);
  const notices = createNotices({ storage, adapters, clock, logger, random: () => 1 });
  const answer = createDispatch({
    briefings,
    threads: storage.threads,
    storage,
    schedule: createSchedule(),
    digestDesk: { preview: async () => [], postNow: async () => {} },
    sources,
    onGone: (digest, reason) => tellGone(digest, reason, notices, logger),
    started: NOW,
    version: '0.0.0',
  });
  const dispatch = sayWhileReading(answer, { briefings, isReading: options.isReading ?? (() => false) });
  const waits: number[] = [];
  /** The same conversation through another adapter. */
  const handlerFor = (adapter: ChatAdapter) =>
    createChatHandler({
      dispatch,
      briefings,
      storage,
      adapter: () => adapter,
      clock,
      logger,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        await options.sleep?.(milliseconds);
      },
      requestsPerMinute: options.requestsPerMinute ?? 60,
    });
  const handler = handlerFor(chat);
  await chat.start(handler);
  return { chat, storage, briefings, logged, waits, handler, handlerFor, notices, clock };
}
