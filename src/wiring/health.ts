/** `/healthz` and `/metrics` over the house, where HEALTH_PORT is set. */
import type { App } from '../app.ts';
import { messageOf } from '../core/errors.ts';
import { type HealthServer, openHealth } from '../observability/health.ts';
import { createMetrics } from '../observability/metrics.ts';

const GAUGES = {
  articles: 'Articles in the store.',
  digests: 'Digests that are not paused.',
  failing_sources: 'Sources that fail now.',
};

export async function openWatch(app: App): Promise<HealthServer | undefined> {
  const { storage, adapters, settings } = app;
  if (settings.healthPort === null) return undefined;
  const metrics = createMetrics(GAUGES, async () => ({
    articles: await storage.articles.count(),
    digests: (await storage.digests.list()).filter(({ paused }) => paused === null).length,
    failing_sources: (await storage.sources.listStates()).filter(({ failingSince }) => failingSince !== null)
      .length,
  }));
  return openHealth({
    port: settings.healthPort,
    metrics,
    async check() {
      const wanted = [...(settings.slack ? ['slack'] : []), ...(settings.discord ? ['discord'] : [])];
      const running = new Set<string>(adapters.keys());
      const chats = Object.fromEntries(
        wanted.map((chat) => [chat, running.has(chat) ? 'ok' : 'not connected']),
      );
      const store = await storage.articles.count().then(
        () => 'ok',
        (error: unknown) => messageOf(error),
      );
      const parts = { store, ...chats };
      return { ok: Object.values(parts).every((part) => part === 'ok'), parts };
    },
  });
}
