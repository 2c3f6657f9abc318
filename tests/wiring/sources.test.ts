/** What the conversation is told of sources: folders and feeds, what fails, and what is read already. */
import { expect, onTestFinished, test } from 'vitest';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { createSourceService } from '../../src/wiring/sources.ts';
import { openDesk } from '../fakes/desk.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const FEED = 'https://courier.test/rss';

const fetchesNothing = () => Promise.reject(new Error('nothing is fetched here'));

function openService(added: { readonly url: string } = { url: FEED }, storage = createMemoryStorage()) {
  const configured = { id: 'courier', url: FEED, space: null, publisher: null, every: 30, fullText: false };
  const polled = {
    list: async () => [{ source: configured, title: 'Norhaven Courier', state: undefined }],
    preview: async () => ({ ...added, kind: 'feed' as const, title: 'Norhaven Courier', items: [] }),
    add: fetchesNothing,
    remove: fetchesNothing,
  };
  onTestFinished(() => storage.close());
  return createSourceService({
    storage,
    openWeb: async () => ({ polled }),
    notices: { tell: async () => ({ state: 'told' }) },
    folders: [
      { folder: 'mine', source: null, whyUnreadable: async () => 'there is no such folder' },
      { folder: '/srv/clippings', source: 'clippings', whyUnreadable: async () => undefined },
    ],
  });
}

test('all folders are listed beside the feeds, and one that is not there says so', async () => {
  expect(await openService().list('T1')).toMatchObject([
    { id: 'mine', problem: { reason: 'there is no such folder', since: null } },
    { id: 'clippings', title: '/srv/clippings', problem: null },
    { id: 'courier', title: 'Norhaven Courier', problem: null },
  ]);
});

test('a feed that is read already is known by its address, whoever set it', async () => {
  expect(await openService().preview('courier.test/rss', 'T1')).toMatchObject({ knownAs: 'courier' });
  const other = openService({ url: 'https://courier.test/sport' });
  expect(await other.preview('courier.test/sport', 'T1')).toMatchObject({ knownAs: null });
});

test('a source is found by its id, its title and its address, and none by what is an article', async () => {
  const service = openService();
  for (const named of ['courier', 'norhaven courier', 'https://courier.test/rss'])
    expect(await service.findSource(named, 'T1'), named).toEqual({
      id: 'courier',
      title: 'Norhaven Courier',
      articles: 0,
      isConfigured: true,
    });
  expect(await service.findSource('courier of Aldby', 'T1')).toBeUndefined();
  expect(await service.findSource('', 'T1')).toBeUndefined();
  expect(await service.findSource('clippings', 'T1')).toMatchObject({ id: 'clippings', isConfigured: true });
  const storage = createMemoryStorage();
  await storage.articles.put([stored({ ...HARBOUR, url: FEED })]);
  expect(await openService({ url: FEED }, storage).findSource(FEED, 'T1')).toBeUndefined();
});

test('a folder is listed with its own articles, and what was read by hand apart', async () => {
  const { storage, notices } = await openDesk([
    stored(HARBOUR, { path: 'mine/harbour.txt' }),
    stored(FERRIES),
  ]);
  const openWeb = async () => ({
    polled: { list: async () => [], preview: fetchesNothing, add: fetchesNothing, remove: fetchesNothing },
  });
  const folders = [{ folder: './mine/', source: null, whyUnreadable: async () => undefined }];
  const sources = createSourceService({ storage, openWeb, notices, folders });
  const lines = (await sources.list('T1')).map(({ id, articles }) => ({ id, articles }));
  expect(lines).toEqual([
    { id: './mine/', articles: 1 },
    { id: 'read by hand', articles: 1 },
  ]);
});

test('what a source brought that is read no more is still counted', async () => {
  const storage = createMemoryStorage();
  await storage.articles.put([stored(HARBOUR, { source: 'added-1' })]);
  const lines = await openService({ url: FEED }, storage).list('T1');
  expect(lines).toContainEqual(
    expect.objectContaining({ title: 'from sources that are read no more', articles: 1 }),
  );
});

test('a feed and a folder are listed with the articles that they brought', async () => {
  const storage = createMemoryStorage();
  await storage.articles.put([
    stored(HARBOUR, { source: 'courier' }),
    stored(FERRIES, { source: 'clippings' }),
    stored(
      { ...FERRIES, id: 'mill', text: 'The mill in Ostry burned down on Sunday.' },
      { source: 'courier' },
    ),
  ]);
  const lines = (await openService({ url: FEED }, storage).list('T1')).map(({ id, articles }) => [
    id,
    articles,
  ]);
  expect(Object.fromEntries(lines)).toEqual({ mine: 0, clippings: 1, courier: 2 });
});
