import { expect, test } from 'vitest';
import { openFollowingIndex } from '../../src/runtime/following-index.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { holdUp } from '../fakes/held-up.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

test('a search finds what was put before it, though the index is taking in what came earlier', async () => {
  const { articles, index: snapshots } = createMemoryStorage();
  await articles.put([stored(HARBOUR)]);
  const { articles: slow, isReading, letGo } = holdUp(articles);
  const index = await openFollowingIndex(slow, snapshots, silent);
  const early = index.findArticles('strike', 9);
  await isReading;
  await articles.put([stored(FERRIES)]);
  const late = index.findArticles('strike', 9);
  letGo();
  await early;
  expect((await late).map(({ article }) => article).sort()).toEqual(['ferries', 'harbour']);
});

test('what is written in a language that is not read is found by nobody', async () => {
  const { articles, index: snapshots } = createMemoryStorage();
  const index = await openFollowingIndex(articles, snapshots, silent);
  const foreign = stored({
    ...HARBOUR,
    id: 'hafen',
    title: 'Hafenarbeiter streiken in Larnhaven',
    text: 'Die Hafenarbeiter in Larnhaven haben am Montag die Arbeit niedergelegt. Der Hafen sagte, dass sich rund vierhundert Arbeiter dem Streik angeschlossen haben.',
  });
  await articles.put([stored(HARBOUR), foreign]);
  expect((await index.findArticles('Larnhaven', 9)).map(({ article }) => article)).toEqual(['harbour']);
});

test('an index that is newer than its store, which was put back from a copy, is made again', async () => {
  const { articles, index: snapshots } = createMemoryStorage();
  for (const id of ['one', 'two', 'three']) await articles.put([stored({ ...HARBOUR, id })]);
  await (await openFollowingIndex(articles, snapshots, silent)).keep();
  const copy = createMemoryStorage().articles;
  await copy.put([stored(FERRIES)]);
  const index = await openFollowingIndex(copy, snapshots, silent);
  expect((await index.findArticles('Larnhaven', 9)).map(({ article }) => article)).toEqual(['ferries']);
  expect(await index.size()).toBe(1);
});

test('an index is kept anew only where something changed since', async () => {
  const { articles, index: snapshots } = createMemoryStorage();
  let kept = 0;
  const counted: typeof snapshots = {
    ...snapshots,
    put: (...given) => {
      kept += 1;
      return snapshots.put(...given);
    },
  };
  const index = await openFollowingIndex(articles, counted, silent);
  await articles.put([stored(HARBOUR)]);
  for (let time = 0; time < 2; time++) await index.keep();
  expect(kept).toBe(1);
  await articles.put([stored(FERRIES)]);
  await index.keep();
  expect(kept).toBe(2);
});
