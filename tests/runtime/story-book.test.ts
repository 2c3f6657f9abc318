import { expect, test } from 'vitest';
import { createStoryBook } from '../../src/runtime/story-book.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { createFakeLogger } from '../fakes/clock.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

test('an article that is corrected stays in its story, and is counted there once', async () => {
  const { articles } = createMemoryStorage();
  const book = createStoryBook(articles, createFakeLogger());
  await articles.put([stored(HARBOUR)]);
  await book.follow();
  await articles.put([stored({ ...HARBOUR, title: 'Dock workers strike in Larnhaven' })]);
  await book.follow();
  expect((await book.groups()).flat()).toEqual(['harbour']);
});

test('an article that has just come is in a story for whoever asks next', async () => {
  const { articles } = createMemoryStorage();
  const book = createStoryBook(articles, createFakeLogger());
  await book.follow();
  await articles.put([stored(HARBOUR)]);
  expect(await book.groups()).toEqual([['harbour']]);
});

test('stories that more articles show to be one become one, and nobody waits for it', async () => {
  const { articles } = createMemoryStorage();
  const book = createStoryBook(articles, createFakeLogger());
  await book.follow();
  const stranded = {
    ...FERRIES,
    id: 'stranded',
    title: 'Ferry passengers sleep in the hall',
    text: 'Some 300 passengers slept in the ferry hall of Larnhaven after the strike of dock workers, the harbour church said. Blankets came from the church.',
  };
  await articles.put([stored(HARBOUR), stored(stranded)]);
  expect(await book.groups()).toHaveLength(2);
  await expect.poll(() => book.groups()).toHaveLength(1);
});

test('whoever asks while all articles are read for the first time waits for none of them', async () => {
  const { articles } = createMemoryStorage();
  await articles.put([stored(HARBOUR)]);
  const book = createStoryBook(articles, createFakeLogger());
  expect(await book.groups()).toEqual([]);
  await book.follow();
  expect(await book.groups()).toEqual([['harbour']]);
});

test('a store that fails is logged, and the stories known so far remain', async () => {
  const { articles } = createMemoryStorage();
  const logger = createFakeLogger();
  let fails = false;
  const failing = {
    ...articles,
    revision: async () => (fails ? Promise.reject(new Error('the disk is gone')) : articles.revision()),
  };
  const book = createStoryBook(failing, logger);
  await articles.put([stored(HARBOUR)]);
  await book.follow();
  fails = true;
  expect(await book.groups()).toEqual([['harbour']]);
  expect(logger.lines.join()).toContain('the disk is gone');
});
