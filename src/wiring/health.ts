/** `/healthz` and `/metrics` over the house, where HEALTH_PORT is set. */
import type { App } from '../app.ts';
import type { ChatAdapter, ChatHandler } from '../chat/port.ts';
import { messageOf } from '../core/errors.ts';
import { type HealthState, openHealth } from '../observability/health.ts';
import { createMetrics, type Metrics } from '../observability/metrics.ts';

const GAUGES = {
  articles: 'Articles in the store.',
  digests: 'Digests that are not paused.',
  failing_sources: 'Sources that fail now.',
};

interface Counting {
  /** The same handler, whose answers are counted. */
  countAnswers(handler: ChatHandler): ChatHandler;
  /** The same chat, whose deliveries are counted. */
  countDeliveries(chat: ChatAdapter): ChatAdapter;
}

export interface Watch extends Counting {
  close(): Promise<void>;
}

/** Where no port is set, nothing is served and nothing is counted. */
export async function openWatch(app: App): Promise<Watch> {
  const { storage } = app;
  const port = app.settings.healthPort;
  if (port === null)
    return { countAnswers: (handler) => handler, countDeliveries: (chat) => chat, close: async () => {} };
  const metrics = createMetrics(GAUGES, async () => ({
    articles: await storage.articles.count(),
    digests: (await storage.digests.list()).filter(({ paused }) => paused === null).length,
    failing_sources: (await storage.sources.listStates()).filter(({ failingSince }) => failingSince !== null)
      .length,
  }));
  const server = await openHealth({ port, metrics, check: () => check(app) });
  return { ...createCounting(metrics), close: () => server.close() };
}

async function check({ storage, adapters, settings }: App): Promise<HealthState> {
  const wanted = [...(settings.slack ? ['slack'] : []), ...(settings.discord ? ['discord'] : [])];
  const running = new Set<string>(adapters.keys());
  const chats = Object.fromEntries(wanted.map((chat) => [chat, running.has(chat) ? 'ok' : 'not connected']));
  const store = await storage.articles.count().then(
    () => 'ok',
    (error: unknown) => messageOf(error),
  );
  const parts = { store, ...chats };
  return { ok: Object.values(parts).every((part) => part === 'ok'), parts };
}

/** Counts what goes through the seams to the chats. */
export function createCounting(metrics: Pick<Metrics, 'answered' | 'delivered'>): Counting {
  return {
    countAnswers: (handler) => ({
      ...handler,
      async handle(request) {
        const start = performance.now();
        await handler.handle(request);
        metrics.answered(request.address.platform, request.command.type, (performance.now() - start) / 1000);
      },
    }),
    countDeliveries: (chat) => ({
      ...chat,
      async deliver(...given) {
        const delivery = await chat.deliver(...given);
        metrics.delivered(chat.platform, delivery.ok ? 'ok' : delivery.failure.kind);
        return delivery;
      },
    }),
  };
}
