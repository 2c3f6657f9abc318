import { describe, expect, test } from 'vitest';
import { createShelf } from '../../src/core/shelf.ts';
import { createTopics } from '../../src/core/topics.ts';
import { openFollowingIndex } from '../../src/runtime/following-index.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const everybody = { space: null };

async function openTopics(groups: string[][] = []) {
  const { articles, index: snapshots } = createMemoryStorage();
  await articles.put([
    stored(HARBOUR),
    stored(FERRIES),
    stored({ ...HARBOUR, id: 'secret' }, { space: 'T1' }),
  ]);
  const index = await openFollowingIndex(articles, snapshots, silent);
  const topic = {
    id: 'larnhaven-strike',
    title: 'The strike in Larnhaven',
    aliases: ['dock strike'],
    query: 'larnhaven strike',
    publishers: [],
    exclude: ['ferries'],
    sources: [],
  };
  return createTopics([topic], createShelf(articles), { groups: async () => groups }, index);
}

describe('topics', () => {
  test('a configured topic is found by its id, its title and its aliases', async () => {
    const topics = await openTopics();
    for (const name of ['larnhaven-strike', 'The Strike in Larnhaven', 'dock strike'])
      expect((await topics.find(name, everybody))?.slug).toBe('larnhaven-strike');
    expect(await topics.find('strike', everybody)).toBeUndefined();
  });

  test('all articles of a source belong to the topic that it names', async () => {
    const { articles, index: snapshots } = createMemoryStorage();
    await articles.put([stored(HARBOUR), stored({ ...FERRIES, id: 'other' }, { source: 'feed' })]);
    const index = await openFollowingIndex(articles, snapshots, silent);
    const topic = {
      id: 'mountains',
      title: 'Mountains',
      aliases: [],
      publishers: [],
      exclude: [],
      sources: ['feed'],
    };
    const topics = createTopics([topic], createShelf(articles), { groups: async () => [] }, index);
    expect((await topics.find('mountains', everybody))?.members).toEqual(['other']);
  });

  test('excluded words leave an article out', async () => {
    const topic = await (await openTopics()).find('larnhaven-strike', everybody);
    expect([HARBOUR, FERRIES].map((article) => topic?.accepts(stored(article)))).toEqual([true, false]);
  });

  test('a story makes a topic of the names in it, for those who may see its articles', async () => {
    const topics = await openTopics([['harbour', 'ferries'], ['secret']]);
    const made = (await topics.list(everybody)).filter(({ origin }) => origin === 'story');
    expect(made.map(({ articles }) => articles)).toEqual([2]);
    expect(made[0]?.slug).toMatch(/lindqvist|okafor/);
    const found = await topics.find(made[0]?.slug ?? '', everybody);
    expect(found?.members).toEqual(['harbour', 'ferries']);
    expect(found?.isClosed).toBe(true);
  });

  test('an unknown topic gets those with its words or nearly its spelling', async () => {
    const topics = await openTopics();
    expect((await topics.nearest('larnhavn-strik', everybody)).map(({ slug }) => slug)).toEqual([
      'larnhaven-strike',
    ]);
    expect(await topics.nearest('football', everybody)).toEqual([]);
  });
});
