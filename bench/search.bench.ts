/** The article index beside MiniSearch used plainly over title and text, on the same articles in one run. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import type { ReadArticle } from '../src/core/article.ts';
import type { ArticleIndex } from '../src/core/ports.ts';
import { createArticleIndex } from '../src/core/search/article-index.ts';
import { parseWords } from '../src/core/search/query.ts';
import { readArticle } from '../tests/fakes/read-article.ts';
import { type Fact, percentile, readAllArticles, readFacts } from './all-articles.ts';
import { hasData } from './questions.ts';

/** Each query is asked this often and its fastest time counts: the machine does other things too. */
const TIMES = 3;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are in use, typed arrays included. */
function used(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function measure<T>(
  build: () => Promise<T>,
): Promise<{ built: T; seconds: number; megabytes: number }> {
  const before = used();
  const start = process.cpuUsage();
  const built = await build();
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  return { built, seconds, megabytes: (used() - before) / 1e6 };
}

function createPlain(): MiniSearch {
  return new MiniSearch({ fields: ['title', 'text'] });
}

async function time(queries: readonly string[], search: (query: string) => unknown): Promise<number[]> {
  const times: number[] = queries.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < TIMES; round++) {
    for (const [at, query] of queries.entries()) {
      const start = performance.now();
      await search(query);
      times[at] = Math.min(times[at] ?? 0, performance.now() - start);
    }
  }
  return times;
}

function print(name: string, ours: readonly number[], plain: readonly number[], goal: string): void {
  const [fast, slow] = [percentile(ours, 0.99), percentile(plain, 0.99)];
  console.log(
    `${name}: p50 ${percentile(ours, 0.5).toFixed(2)} ms, p99 ${fast.toFixed(2)} ms;`,
    `plain p50 ${percentile(plain, 0.5).toFixed(2)} ms, p99 ${slow.toFixed(2)} ms;`,
    `p99 is ${(fast / slow).toFixed(2)} of plain (goal ${goal})`,
  );
}

/** Two neighbouring words of headlines. */
function headlineWords(articles: readonly ReadArticle[]): string[] {
  return articles.flatMap(({ title }, at) => {
    const words = parseWords(title ?? '');
    const from = words.length < 2 ? -1 : at % (words.length - 1);
    return from < 0 ? [] : [`${words[from]} ${words[from + 1]}`];
  });
}

async function recall(
  facts: readonly Fact[],
  questions: ReturnType<typeof readFacts>['questions'],
  find: (question: string) => Promise<string[]>,
): Promise<string> {
  const ids = new Map(facts.map(({ id, fact }) => [fact, id]));
  let sum = 0;
  for (const { question, evidence } of questions) {
    const wanted = new Set(evidence.map(({ fact }) => ids.get(fact)));
    const found = new Set(await find(question));
    sum += [...wanted].filter((id) => id !== undefined && found.has(id)).length / wanted.size;
  }
  return (sum / questions.length).toFixed(3);
}

async function printRecall(): Promise<void> {
  const { facts, questions } = readFacts();
  const plain = createPlain();
  plain.addAll(facts.map(({ id, title, fact }) => ({ id, title, text: fact })));
  const index = createArticleIndex();
  await index.add(
    facts.map(({ id, title, fact, source, published_at }) =>
      readArticle({ id, title, text: fact, publisher: source, published: published_at }),
    ),
  );
  const ours = await recall(facts, questions, async (question) =>
    (await index.findArticles(question, 10)).map(({ article }) => article),
  );
  const theirs = await recall(facts, questions, (question) =>
    Promise.resolve(
      plain
        .search(question)
        .slice(0, 10)
        .map(({ id }) => String(id)),
    ),
  );
  console.log(
    `Recall@10 of ${questions.length} questions over ${facts.length} facts: ${ours}; plain ${theirs}`,
  );
}

export async function run(): Promise<void> {
  if (!hasData()) {
    console.log('skipped: ../shared/data is absent');
    return;
  }
  const articles = readAllArticles();
  const documents = articles.map(({ id, title, text }) => ({ id, title: title ?? '', text }));
  // Once without measuring, so that neither pays for the compiler.
  const warm = createArticleIndex();
  await warm.add(articles.slice(0, 300));
  createPlain().addAll(documents.slice(0, 300));

  const plain = await measure(() => {
    const engine = createPlain();
    engine.addAll(documents);
    return Promise.resolve(engine);
  });
  const ours = await measure<ArticleIndex>(async () => {
    const index = createArticleIndex();
    await index.add(articles);
    return index;
  });
  const saved = await ours.built.save();
  const loaded = await measure(() => Promise.resolve(createArticleIndex(saved)));
  console.log(
    `${articles.length} articles, ${(documents.reduce((sum, { text }) => sum + text.length, 0) / 1e6).toFixed(1)} million characters`,
  );
  console.log(
    `build, processor time: ${ours.seconds.toFixed(2)} s, ${ours.megabytes.toFixed(1)} MB; plain ${plain.seconds.toFixed(2)} s, ${plain.megabytes.toFixed(1)} MB`,
  );
  console.log(`from a snapshot of ${(saved.length / 1e6).toFixed(1)} MB: ${loaded.seconds.toFixed(2)} s`);

  const short = headlineWords(articles).slice(0, 500);
  const long = readFacts().questions.map(({ question }) => question);
  const find = (query: string): unknown => ours.built.findArticles(query, 10);
  const findPlainly = (query: string): unknown => plain.built.search(query);
  print('two words of headlines', await time(short, find), await time(short, findPlainly), '0.50');
  print('long questions', await time(long, find), await time(long, findPlainly), '0.20');
  const passages = await time(long, (query) => ours.built.findPassages(query, 10));
  console.log(
    `passages for long questions: p50 ${percentile(passages, 0.5).toFixed(2)} ms, p99 ${percentile(passages, 0.99).toFixed(2)} ms`,
  );
  await printRecall();
}
