import { expect, test } from 'vitest';
import { createShelf } from '../../src/core/shelf.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { holdUp } from '../fakes/held-up.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';
import { countTurns } from '../fakes/turns.ts';

const everybody = { space: null };

test('the shelf has what was put before it is asked, though it is reading what came earlier', async () => {
  const { articles } = createMemoryStorage();
  await articles.put([stored(HARBOUR)]);
  const { articles: slow, isReading, letGo } = holdUp(articles);
  const shelf = createShelf(slow);
  const early = shelf.entries(everybody);
  await isReading;
  await articles.put([stored(FERRIES)]);
  const late = shelf.entries(everybody);
  letGo();
  await early;
  expect((await late).map(({ id }) => id).sort()).toEqual(['ferries', 'harbour']);
});

test('a read that fails fails its own caller alone', async () => {
  const { articles } = createMemoryStorage();
  await articles.put([stored(HARBOUR)]);
  let first = true;
  const shelf = createShelf({
    revision: () => articles.revision(),
    changes: (since) => articles.changes(since),
    async getMany(ids) {
      if (!first) return articles.getMany(ids);
      first = false;
      throw new Error('locked');
    },
  });
  const failing = shelf.entries(everybody);
  const next = shelf.entries(everybody);
  await expect(failing).rejects.toThrow('locked');
  expect((await next).map(({ id }) => id)).toEqual(['harbour']);
});

test('others have their turn while the articles of a start are looked through, and nobody waits for a few', async () => {
  const { articles } = createMemoryStorage();
  const one = stored(HARBOUR);
  await articles.put(Array.from({ length: 1000 }, (_, at) => ({ ...one, id: `harbour ${at}` })));
  const shelf = createShelf(articles);
  expect(await countTurns(() => shelf.entries(everybody))).toBeGreaterThan(2);
  await articles.put([stored(FERRIES)]);
  expect(await countTurns(() => shelf.entries(everybody))).toBe(0);
});
