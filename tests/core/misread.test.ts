import { expect, test } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { findMisread } from '../../src/core/misread.ts';
import { createArticleIndex } from '../../src/core/search/article-index.ts';
import { FERRIES, HARBOUR } from '../fakes/newsroom.ts';
import { readArticle } from '../fakes/read-article.ts';

const found = [HARBOUR, FERRIES];

/** What a query was read as, of some of the articles that the index has. */
async function readAs(query: string, articles: readonly Article[] = found, others: readonly Article[] = []) {
  const index = createArticleIndex();
  await index.add([...articles, ...others].map(readArticle));
  return findMisread(query, await index.findUnknown(query), articles);
}

test('a word that some article has is read as itself', async () => {
  expect(await readAs('Larnhaven strikes')).toEqual([]);
  expect(await readAs('Okafor')).toEqual([]);
});

test('a slip of the keys is told with what it was read as', async () => {
  expect(await readAs('Larnhavn strike')).toEqual([{ typed: 'Larnhavn', meant: 'Larnhaven' }]);
});

test.each([
  ['is too short', 'Dorks'],
  ['begins otherwise', 'tails'],
  ['is a word of the language', 'Trikes and books'],
])('what %s is another word, and nothing is read into it: %s', async (_, query) => {
  const text = `${FERRIES.text} The dorp of Velmar has hooks, boots and strikes.`;
  expect(await readAs(query, [HARBOUR, { ...FERRIES, text }])).toBeNull();
});

test('words that only begin as one of the articles does, and those that nothing is near, are left alone', async () => {
  expect(await readAs('Larn')).toEqual([]);
  expect(await readAs('strike of zeppelins')).toEqual([]);
});

test('a word that another article has is read as itself, however like one of these it is', async () => {
  const near = { ...FERRIES, text: `${FERRIES.text} The crews left a note.` };
  const vote = { ...HARBOUR, id: 'vote', title: 'A vote in Ostry', text: 'Ostry held a vote on Monday.' };
  expect(await readAs('Larnhaven strike vote', [near])).toBeNull();
  expect(await readAs('Larnhaven strike vote', [near], [vote])).toEqual([]);
});

test('a number is no slip of another', async () => {
  const dated = { ...FERRIES, text: `${FERRIES.text} It is the first strike since 2025.` };
  expect(await readAs('Larnhaven strike 2024', [dated])).toEqual([]);
});
