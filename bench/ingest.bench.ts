/** How fast feeds and pages are read, and whether bad sources slow the good ones, beside the goals. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { decodeBody } from '../src/ingest/fetch/decode.ts';
import { createFetcher } from '../src/ingest/guarded-fetch.ts';
import { parseFeed } from '../src/ingest/parse/feed.ts';
import { parsePage } from '../src/ingest/parse/page.ts';
import type { ArticleSink } from '../src/ingest/ports.ts';
import { createSources, type Source } from '../src/ingest/sources.ts';
import { createMemoryStorage } from '../src/storage/memory/storage.ts';

const PAGES = new URL('../../shared/data/extract-aeb/html/', import.meta.url);

export async function run(): Promise<void> {
  benchFeed();
  benchPages();
  await benchSources();
}

const SENTENCE =
  'The council of Norhaven voted on Monday to rebuild the bridge over the harbour, which the storm took away. ';

function buildFeed(items: number): string {
  const item = (n: number): string =>
    `<item><title>Story ${n} &amp;amp; more</title><link>https://news.example/${n}?utm_source=rss</link><guid>${n}</guid>
<pubDate>Sun, 22 Nov 2026 08:15:00 +0100</pubDate><dc:creator>Ines Holm</dc:creator><description>${SENTENCE}</description>
<content:encoded><![CDATA[${`<p>${SENTENCE.repeat(3)}</p>`.repeat(8)}]]></content:encoded></item>`;
  const all = Array.from({ length: items }, (_, n) => item(n)).join('');
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>${all}</channel></rss>`;
}

function benchFeed(): void {
  const body = buildFeed(1000);
  parseFeed(body);
  const times = Array.from({ length: 5 }, () => timed(() => parseFeed(body)));
  const perSecond = Math.round(1000 / (median(times) / 1000));
  console.log(
    `feed of 1,000 items with full text (${(body.length / 1e6).toFixed(1)} MB): ${perSecond} items a second (goal 1,000)`,
  );
}

function benchPages(): void {
  const real = existsSync(PAGES)
    ? readdirSync(PAGES).map((name) => decodeBody(gunzipSync(readFileSync(new URL(name, PAGES)))))
    : [];
  const near = real.filter((html) => html.length > 150_000 && html.length < 250_000);
  const built = `<html><body><article>${`<div class="part"><p>${SENTENCE.repeat(4)}</p></div>`.repeat(420)}</article></body></html>`;
  for (const html of near.slice(0, 5)) parsePage(html);
  const times = near.map((html) => timed(() => parsePage(html)));
  const said =
    near.length === 0
      ? 'skipped, ../shared/data is not there'
      : `${spread(times)}, of ${near.length} real pages`;
  console.log(`page of 150 to 250 kB: ${said} (goal: median under 150 ms)`);
  console.log(
    `page of ${Math.round(built.length / 1000)} kB of text alone: ${spread(Array.from({ length: 5 }, () => timed(() => parsePage(built))))}`,
  );
}

/** Of each twenty sources, one hangs and one fails in another way: endless, a status, or a bomb of levels. */
async function benchSources(): Promise<void> {
  const feed = buildFeed(20);
  const server = createServer((request, response) => {
    const n = Number((request.headers.host ?? '').match(/^s(\d+)\./)?.[1] ?? 0);
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (n % 20 === 0)
      return; // hangs
    else if (n % 20 === 10) misbehave(n, response);
    else setTimeout(() => response.writeHead(200, { 'content-type': 'application/xml' }).end(feed), 50);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const clock = { now: () => new Date() };
  const nothing = (): void => {};
  const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const hosts = Array.from({ length: 200 }, (_, n) => `s${n}.example`);
  const fetcher = createFetcher(
    { contact: null, allowedPrivateHosts: hosts, resolve: async () => [{ address: '127.0.0.1', family: 4 }] },
    { clock },
  );
  const storage = createMemoryStorage();
  const begun = performance.now();
  const done: number[] = [];
  const sink: ArticleSink = {
    async take(found) {
      done.push((performance.now() - begun) / 1000);
      return { added: found.length, unchanged: 0, replaced: 0, removed: 0, refused: [] };
    },
    async withdraw() {},
  };
  const configured = hosts.map(
    (host): Source => ({
      id: host,
      url: `http://${host}:${port}/feed`,
      space: null,
      publisher: null,
      every: 30,
      fullText: false,
    }),
  );
  const sources = createSources({
    configured,
    store: storage.sources,
    articles: storage.articles,
    sink,
    fetcher,
    clock,
    logger,
  });
  let most = 0;
  const before = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before);
  }, 50);
  const report = await sources.runDue();
  clearInterval(watch);
  const all = (performance.now() - begun) / 1000;
  const states = await storage.sources.listStates();
  const failing = states.filter(({ problem }) => problem !== null);
  done.sort((a, b) => a - b);
  console.log(
    `200 sources, 10 hang, 10 fail: ${done.length} healthy ones read after ${done.at(-1)?.toFixed(1)} s (half of them after ${done[done.length >> 1]?.toFixed(1)} s), all settled after ${all.toFixed(1)} s; ${report.added} articles; ${failing.length} say what is wrong; memory grew by at most ${Math.round(most / 1e6)} MB`,
  );
  await fetcher.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function misbehave(n: number, response: ServerResponse): void {
  if (n % 60 === 10) {
    const part = Buffer.alloc(65_536, 'x');
    const more = (): void => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', more).writeHead(200);
    more();
  } else if (n % 60 === 30) response.writeHead(503).end();
  else response.writeHead(200).end(`<rss><channel>${'<a>'.repeat(100_000)}`);
}

/** Milliseconds of processor time, so that other work on the machine does not count. */
function timed(work: () => unknown): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `median ${median(times).toFixed(0)} ms of processor time, longest ${sorted.at(-1)?.toFixed(0)} ms`;
}
