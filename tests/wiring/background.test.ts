import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { keepSources } from '../../src/wiring/background.ts';
import { createFakeLogger } from '../fakes/clock.ts';

const FEED = { id: 'courier', url: 'https://courier.test/rss' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is kept: how often what fetches was opened, and which sources were looked at last. */
async function keep(configured: readonly { id: string; url?: string; folder?: string }[]) {
  const storage = createMemoryStorage();
  const seen = { opened: 0, looked: [] as string[] };
  const polled = {
    startDue: async () => {
      const added = (await storage.sources.listAdded()).map(({ id }) => id);
      seen.looked = [...configured.flatMap(({ id, url }) => (url === undefined ? [] : [id])), ...added];
    },
  };
  const openWeb = async () => {
    seen.opened += 1;
    return { polled };
  };
  const app = { config: { sources: configured }, storage, openWeb, logger: createFakeLogger() };
  const kept = await keepSources(app);
  onTestFinished(async () => {
    await kept.stop();
    await storage.close();
  });
  return { seen, storage };
}

test('a source of the file is looked at from the start', async () => {
  const { seen } = await keep([FEED]);
  expect(seen).toMatchObject({ opened: 1, looked: ['courier'] });
});

test('nothing is loaded that fetches where there are only folders', async () => {
  const { seen } = await keep([{ id: 'clippings', folder: '/srv/clippings' }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toEqual({ opened: 0, looked: [] });
});

test('a source that is added from a chat is looked at within seconds, where there was none before', async () => {
  const { seen, storage } = await keep([]);
  await storage.sources.putAdded({
    ...FEED,
    space: 'T1',
    kind: 'feed',
    title: 'Norhaven Courier',
    addedBy: 'U1',
    added: '2026-11-18T08:00:00.000Z',
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seen.looked).toEqual(['courier']);
});
