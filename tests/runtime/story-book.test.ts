import { expect, test } from 'vitest';
import { createStoryBook } from '../../src/runtime/story-book.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { createFakeLogger } from '../fakes/clock.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

test('an article that is corrected stays in its story, and is counted there once', async () => {
  const { articles } = createMemoryStorage();
  const book = createStoryBook(articles, createFakeLogger());
  await articles.put([stored(HARBOUR)]);
  await book.follow();
  await articles.put([stored({ ...HARBOUR, title: 'Dock workers strike in Larnhaven' })]);
  await book.follow();
  expect(book.groups().flat()).toEqual(['harbour']);
});
