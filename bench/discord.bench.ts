/**
 * Discord under load, on the real discord.js before the fake Discord of the tests: 200 slash commands in ten seconds over 200
 * channels, completions, and rendering. The handler does nothing but deliver a card as large as a brief, so that what is
 * measured is the adapter.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { createDiscordAdapter } from '../src/adapters/discord/adapter.ts';
import { renderDiscord } from '../src/adapters/discord/render.ts';
import type { Card } from '../src/chat/card.ts';
import type { ChatAdapter, ChatHandler, Logger } from '../src/chat/port.ts';
import { suggest } from '../src/chat/suggest.ts';
import { createBriefings } from '../src/core/briefings.ts';
import { openFollowingIndex } from '../src/runtime/following-index.ts';
import { createStoryBook } from '../src/runtime/story-book.ts';
import { openStorage } from '../src/storage/open-storage.ts';
import { briefLike, type DevArticle, readDevArticles } from '../tests/adapters/slack/dev-articles.ts';
import { adapterDeps } from '../tests/fakes/adapter-deps.ts';
import { type Call, DiscordServer, type Doing } from '../tests/fakes/discord-server.ts';
import { readAllArticles } from './all-articles.ts';
import { printTimes } from './print-times.ts';

const COMMANDS = 200;
const SECONDS = 10;
const COMPLETIONS = 200;

const silent = () => undefined;
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };

export async function run(): Promise<void> {
  const server = await DiscordServer.open();
  const rooms = Array.from({ length: COMMANDS }, () => server.world.addChannel());
  const person = server.world.addPerson();
  let adapter: ChatAdapter | undefined;
  let complete: ChatHandler['suggest'] = async () => [];
  const handler: ChatHandler = {
    async handle({ address, keys }) {
      await adapter?.deliver(address, LARGE, { key: keys.join() });
    },
    suggest: (request, limit) => complete(request, limit),
  };
  const settings = { token: server.world.token, apiUrl: server.apiUrl };
  const commands = { keep: async () => 'kept', find: async () => undefined };
  adapter = createDiscordAdapter(settings, adapterDeps({ commands }));
  await adapter.start(handler);
  const doing = (index: number): Doing => ({
    user: person.id,
    channel: rooms[index % rooms.length]?.id ?? '',
  });

  await benchCommands(server, doing);
  const house = await openHouse();
  if (house) {
    complete = house.suggest;
    await benchCompletions(server, doing, house.articles);
  } else console.log('completions: skipped, ../shared/data is absent');
  await adapter.stop();
  await server.close();
  benchRendering(readDevArticles());
}

/** The real completions, over a store, an index and the stories of all dev articles. */
async function openHouse(): Promise<{ suggest: ChatHandler['suggest']; articles: number } | undefined> {
  if (readDevArticles().length === 0) return undefined;
  const articles = readAllArticles();
  const storage = await openStorage('memory:');
  const status = {
    space: null,
    source: null,
    path: null,
    guid: null,
    version: 1,
    teaser: false,
    withdrawn: null,
  };
  const at = new Date().toISOString();
  await storage.articles.put(
    articles.map((article) => ({
      ...article,
      status: { ...status, retrieved: at, changed: at, corrected: null },
    })),
  );
  const stories = createStoryBook(storage.articles, logger);
  const index = await openFollowingIndex(storage.articles, storage.index, logger);
  await stories.follow();
  const clock = { now: () => new Date() };
  const briefings = createBriefings({
    articles: storage.articles,
    index,
    stories,
    topics: [],
    families: new Map(),
    clock,
  });
  // As the program does when it has read its folders.
  await briefings.topics({ space: null });
  return {
    suggest: (request, limit) => suggest(request, limit, { briefings, storage }),
    articles: articles.length,
  };
}

async function benchCommands(server: DiscordServer, doing: (index: number) => Doing): Promise<void> {
  const deferred: number[] = [];
  const began = new Map<string, number>();
  for (let index = 0; index < COMMANDS; index += 1) {
    const start = performance.now();
    const { interaction, acknowledged } = server.command(
      'brief',
      [{ name: 'topic', type: 3, value: 'ferry' }],
      doing(index),
    );
    began.set(interaction.token, Date.now());
    void acknowledged.then(() => deferred.push(performance.now() - start));
    await pause((SECONDS * 1_000) / COMMANDS);
  }
  const answersOf = () =>
    server.calls.filter(({ method, path }: Call) => method === 'PATCH' && path.includes('original'));
  for (let waited = 0; answersOf().length < COMMANDS && waited < 15_000; waited += 20) await pause(20);
  const answered = answersOf().map(({ path, at }) => at - (began.get(path.split('/')[3] ?? '') ?? at));
  console.log(`${COMMANDS} slash commands in ${SECONDS} s over ${COMMANDS} channels`);
  printTimes(
    'deferred',
    deferred,
    `goal: all under 1000 ms: ${deferred.length === COMMANDS && Math.max(...deferred) < 1_000}`,
  );
  printTimes('answered with a brief', answered, 'goal: p95 under 500 ms');
}

async function benchCompletions(
  server: DiscordServer,
  doing: (index: number) => Doing,
  articles: number,
): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < COMPLETIONS; index += 1) {
    const start = performance.now();
    const typed = ['', 'a', 'the', 'presi'][index % 4];
    await server.complete(
      index % 8 < 4 ? 'brief' : 'quotes',
      [{ name: 'topic', type: 3, value: typed, focused: true }],
      doing(index),
    ).acknowledged;
    times.push(performance.now() - start);
  }
  printTimes(`completions over ${articles} articles`, times, 'goal: p95 under 50 ms');
}

function benchRendering(articles: readonly DevArticle[]): void {
  if (articles.length === 0) {
    console.log('rendering: skipped, ../shared/data is absent');
    return;
  }
  const times = articles.map((article) => {
    const card = briefLike(article);
    const start = performance.now();
    renderDiscord(card, { kept: new Map() });
    return performance.now() - start;
  });
  printTimes(
    `rendering a card of a whole article, ${articles.length} articles`,
    times,
    'cut to one message each',
  );
}

/** As large as a brief is. */
const LARGE: Card = briefLike({
  title: 'The ferry and the storm',
  url: 'https://example.org/ferry',
  paragraphs: Array.from(
    { length: 10 },
    (_, index) =>
      `On day ${index} the harbour master said: “The ferry does not leave before the storm has passed, and nobody may board it.”`,
  ),
});
