import { expect, test } from 'vitest';
import { openFollowingIndex } from '../../src/runtime/following-index.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

test('a search finds what was put before it, though the index is taking in what came earlier', async () => {
  const { articles, index: snapshots } = createMemoryStorage();
  await articles.put([stored(HARBOUR)]);
  let [reading, letGo] = [() => {}, () => {}];
  const isReading = new Promise<void>((resolve) => {
    reading = resolve;
  });
  const mayGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const index = await openFollowingIndex(
    {
      revision: () => articles.revision(),
      changes: (since) => articles.changes(since),
      async getMany(ids) {
        reading();
        await mayGo;
        return articles.getMany(ids);
      },
    },
    snapshots,
    silent,
  );
  const early = index.findArticles('strike', 9);
  await isReading;
  await articles.put([stored(FERRIES)]);
  const late = index.findArticles('strike', 9);
  letGo();
  await early;
  expect((await late).map(({ article }) => article).sort()).toEqual(['ferries', 'harbour']);
});
