/** How soon a start with many stored articles is ready, beside building everything again. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadArticle, StoredArticle } from '../src/core/article.ts';
import { createArticleIndex } from '../src/core/search/article-index.ts';
import { openFollowingIndex } from '../src/runtime/following-index.ts';
import { openStorage } from '../src/storage/open-storage.ts';
import { readArticle } from '../tests/fakes/read-article.ts';
import { type EcbArticle, type MultiNews, readRows, type WikinewsEvent } from './dev-articles.ts';

const STORED = 3000;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export async function run(): Promise<void> {
  const texts = readTexts();
  if (texts === null) return console.log('skipped: ../shared/data is not there');
  const folder = mkdtempSync(join(tmpdir(), 'briefwire-store-'));
  const url = `sqlite:${join(folder, 'store.db')}`;
  try {
    let started = performance.now();
    const articles = texts.map(({ id, text, title }) => stored(readArticle({ id, text, title })));
    const reading = performance.now() - started;

    started = performance.now();
    const index = createArticleIndex();
    await index.add(articles);
    const indexing = performance.now() - started;

    const first = await openStorage(url);
    started = performance.now();
    await first.articles.put(articles);
    print(`storing ${articles.length} articles with their analysis`, performance.now() - started);
    const kept = await openFollowingIndex(first.articles, first.index, quiet);
    await kept.keep();
    await first.close();
    console.log(`  file ${Math.round(statSync(join(folder, 'store.db')).size / 1e6)} MB`);

    const starts = [];
    for (let turn = 0; turn < 5; turn += 1) starts.push(await timeStart(url));
    starts.sort((a, b) => a.time - b.time);
    const { time = 0, cpu = 0 } = starts[2] ?? {};
    print(
      `start with ${articles.length} stored articles, to the first search (median of 5)`,
      time,
      'goal < 1500 ms',
    );
    print('processor time of that', cpu);
    print('rebuild of the index alone', indexing);
    print('rebuild with reading the articles again', reading + indexing);
    await timeReads(url);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timeStart(url: string): Promise<{ time: number; cpu: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const store = await openStorage(url);
  const index = await openFollowingIndex(store.articles, store.index, quiet);
  const hits = await index.findArticles('police', 10);
  await store.articles.getMany(hits.map(({ article }) => article));
  const time = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  await store.close();
  return { time, cpu: (user + system) / 1000 };
}

async function timeReads(url: string): Promise<void> {
  const store = await openStorage(url);
  const all = await store.articles.list({ space: null });
  const ids = all.slice(0, 40).map(({ id }) => id);
  let started = performance.now();
  const read = await store.articles.getMany(ids);
  const sentences = read.reduce((sum, { analysis }) => sum + analysis.sentences.length, 0);
  print(`40 articles with their analysis (${sentences} sentences)`, performance.now() - started);
  started = performance.now();
  for (let turn = 0; turn < 200; turn += 1) await store.events.claim([`event ${turn}`], new Date());
  print('claiming an event, mean of 200', (performance.now() - started) / 200);
  await store.close();
}

function readTexts(): { id: string; title: string | null; text: string }[] | null {
  const wikinews = readRows<WikinewsEvent>('cluster-wikinews');
  const ecb = readRows<EcbArticle>('cluster-ecbplus');
  const multi = readRows<MultiNews>('summ-multinews');
  const pairs = readRows<{ id: string; text1: string; text2: string }>('similarity-semeval22');
  const quotes = readRows<{ id: string; text: string }>('quotes-polnear');
  if (!wikinews || !ecb || !multi || !pairs || !quotes) return null;
  const all = [
    ...wikinews.flatMap(({ articles }) => articles.map(({ id, title, text }) => ({ id, title, text }))),
    ...multi.flatMap(({ id, documents }) =>
      documents.map((text, n) => ({ id: `${id}-${n}`, title: null, text })),
    ),
    ...quotes.map(({ id, text }) => ({ id, title: null, text })),
    ...pairs.flatMap(({ id, text1, text2 }) =>
      [text1, text2].map((text, n) => ({ id: `${id}-${n}`, title: null, text })),
    ),
    ...ecb.map(({ id, sentences }) => ({ id, title: null, text: sentences.join(' ') })),
  ];
  // The texts there are, and the first of them again under other ids.
  const again = all.map(({ id, title, text }) => ({ id: `${id} again`, title, text }));
  return [...all, ...again].slice(0, STORED);
}

function stored(article: ReadArticle): StoredArticle {
  const now = new Date().toISOString();
  const status = {
    space: null,
    source: null,
    path: null,
    guid: null,
    retrieved: now,
    changed: now,
    version: 1,
  };
  return { ...article, status: { ...status, teaser: false, withdrawn: null, corrected: null } };
}

function print(what: string, milliseconds: number, goal = ''): void {
  const time = milliseconds < 10 ? milliseconds.toFixed(2) : String(Math.round(milliseconds));
  console.log(`  ${what}: ${time} ms ${goal && `(${goal})`}`);
}
