import { expect, test } from 'vitest';
import type { StoredArticle } from '../../src/core/article.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { tidy } from '../../src/wiring/tidy.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

test('what a space had is deleted a month after the bot was removed from it, and not before', async () => {
  const storage = createMemoryStorage();
  const lefts = { long: '2026-10-01T00:00:00.000Z', lately: '2026-11-10T00:00:00.000Z', here: null };
  for (const [space, left] of Object.entries(lefts)) {
    await storage.spaces.put({ space, platform: 'slack', zone: null, left });
    await storage.articles.put([stored({ ...HARBOUR, id: space }, { space })]);
  }
  const vote = { space: 'here', about: 'ask:Who?', helpful: true };
  await storage.feedback.put({ ...vote, actor: 'U1', at: '2026-08-01T00:00:00.000Z' });
  await storage.feedback.put({ ...vote, actor: 'U2', at: '2026-11-01T00:00:00.000Z' });
  const config = { bot: { retentionDays: 90, articleDays: null } } as Parameters<typeof tidy>[0]['config'];
  await tidy({ storage, config, clock: createFakeClock('2026-11-18T09:00:00Z') });
  const kept = await Promise.all(Object.keys(lefts).map((space) => storage.articles.list({ space })));
  expect(kept.flat().map(({ id }) => id)).toEqual(['lately', 'here']);
  // What people said and rated is kept as long as the settings say.
  expect(await storage.feedback.count('here')).toEqual({ helpful: 1, unhelpful: 0 });
  expect((await storage.spaces.list()).map(({ space }) => space).sort()).toEqual(['here', 'lately']);
});

test('articles of feeds are kept for as many days as the settings say, whatever their date; files while they are there', async () => {
  const storage = createMemoryStorage();
  const put = (id: string, published: string | null, status: Partial<StoredArticle['status']>) =>
    storage.articles.put([stored({ ...HARBOUR, id, published }, status)]);
  await put('old', '2026-10-01', { retrieved: '2026-10-01T09:00:00.000Z' });
  await put('undated', null, { retrieved: '2026-10-01T09:00:00.000Z' });
  await put('ahead', '2026-12-24', { retrieved: '2026-10-01T09:00:00.000Z' });
  await put('added lately', '2026-10-01', { retrieved: '2026-11-17T09:00:00.000Z' });
  await put('file', '2026-10-01', { retrieved: '2026-10-01T09:00:00.000Z', path: 'articles/file.txt' });
  const config = { bot: { retentionDays: 90, articleDays: 30 } } as Parameters<typeof tidy>[0]['config'];
  await tidy({ storage, config, clock: createFakeClock('2026-11-18T09:00:00Z') });
  const kept = await storage.articles.list({ space: null });
  expect(kept.map(({ id }) => id).sort()).toEqual(['added lately', 'file']);
});
