import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SourceState } from '../../src/core/ports.ts';
import { createFetcher, type Fetcher } from '../../src/ingest/guarded-fetch.ts';
import type { ArticleSink, FoundArticle } from '../../src/ingest/ports.ts';
import { createSources, type Source, type Sources } from '../../src/ingest/sources.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { buildArticle } from '../fakes/articles.ts';
import { answers, openWebServer, redirects, sends, type WebServer } from '../fakes/web-server.ts';
import { harbourPage, PARAGRAPHS } from '../fixtures/harbour-page.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const nothing = () => {};
const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

let server: WebServer;
let fetcher: Fetcher;
let now: Date;
let storage: ReturnType<typeof createMemoryStorage>;
let taken: FoundArticle[];
let withdrawn: string[];
let told: string[];

const clock = { now: () => now };
const sink: ArticleSink = {
  async take(found) {
    taken.push(...found);
    return { added: found.length, unchanged: 0, replaced: 0, removed: 0, refused: [] };
  },
  async withdraw(ids) {
    withdrawn.push(...ids);
  },
};

beforeEach(async () => {
  server = await openWebServer();
  now = new Date('2026-03-02T08:00:00Z');
  storage = createMemoryStorage();
  [taken, withdrawn, told] = [[], [], []];
  fetcher = createFetcher(
    { contact: null, allowedPrivateHosts: ['localhost'], pause: 0, timeout: 400 },
    { clock },
  );
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

const source = (path: string, more: Partial<Source> = {}): Source => ({
  id: path.replace(/\W+/g, '') || 'root',
  url: server.origin + path,
  space: null,
  publisher: null,
  every: 30,
  fullText: false,
  ...more,
});

function open(...configured: Source[]): Sources {
  return createSources({
    configured,
    store: storage.sources,
    articles: storage.articles,
    sink,
    fetcher,
    clock,
    logger,
    random: () => 0.5,
    onFailing: async ({ id }) => {
      told.push(id);
    },
  });
}

const later = (milliseconds: number): void => {
  now = new Date(now.getTime() + milliseconds);
};
const stateOf = async (id: string): Promise<SourceState | undefined> => storage.sources.findState(id);

const feed = (...items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Norhaven Courier</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
const LONG = PARAGRAPHS.map((text) => `<p>${text}</p>`)
  .join('')
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;');

describe('a feed', () => {
  test('its items become articles, teasers are marked as such', async () => {
    server.route(
      '/feed',
      feed(
        `<title>Bridge</title><link>${server.origin}/bridge?utm_source=rss</link><guid>b-1</guid><author>m@x.example (Mara Lind)</author><content:encoded>${LONG}</content:encoded>`,
        '<title>Tide</title><link>https://courier.example/tide</link><description>High tide at noon…</description>',
      ),
    );
    const report = await open(source('/feed', { publisher: 'The Courier' })).runDue();
    expect(report).toMatchObject({ added: 2, refused: [] });
    expect(taken).toMatchObject([
      {
        title: 'Bridge',
        text: PARAGRAPHS.join('\n\n'),
        author: 'Mara Lind',
        publisher: 'The Courier',
        guid: 'b-1',
        url: `${server.origin}/bridge`,
        teaser: false,
      },
      { title: 'Tide', text: 'High tide at noon…', author: null, teaser: true },
    ]);
  });

  test('a page behind a paywall is asked for through a morning, and not for ever', async () => {
    const item = { url: `${server.origin}/bridge`, status: { source: 'other', teaser: true } } as const;
    server.route(
      '/feed',
      feed(`<title>Bridge</title><link>${item.url}</link><description>It…</description>`),
    );
    server.route('/bridge', '<p>Subscribe to read on.</p>');
    const retrieved = now.toISOString();
    await storage.articles.put([buildArticle({ ...item, status: { ...item.status, retrieved } })]);
    const sources = open(source('/feed', { fullText: true }));
    for (let run = 0; run < 100; run += 1) {
      await sources.runDue();
      later(60 * MINUTE);
    }
    expect(server.asked.filter((path) => path === '/bridge')).toHaveLength(6);
    // With the words of its feed it is an article all the same.
    expect(taken).toHaveLength(100);
  });

  test('with fullText the page behind the item is read, and only once', async () => {
    server.route(
      '/feed',
      feed(
        `<title>Bridge</title><link>${server.origin}/bridge</link><description>The council voted…</description>`,
      ),
    );
    server.route('/bridge', harbourPage());
    const sources = open(source('/feed', { fullText: true }));
    await sources.runDue();
    expect(taken).toMatchObject([
      {
        title: 'Bridge',
        text: PARAGRAPHS.join('\n\n'),
        author: 'Mara Lind',
        publisher: 'Norhaven Courier',
        teaser: false,
      },
    ]);
    const asked = () => server.asked.filter((path) => path === '/bridge').length;
    const known = { url: `${server.origin}/bridge`, status: { source: 'other', teaser: true } } as const;
    await storage.articles.put([buildArticle(known)]);
    later(31 * MINUTE);
    await sources.runDue();
    // Of a teaser the page is still to be read.
    expect(asked()).toBe(2);
    await storage.articles.put([buildArticle({ ...known, status: { ...known.status, teaser: false } })]);
    later(31 * MINUTE);
    await sources.runDue();
    expect(asked()).toBe(2);
  });

  test('is asked again only when it is due, and only for what is new', async () => {
    let asked: string | undefined;
    server.route('/feed', (request, response) => {
      asked = request.headers['if-none-match'];
      if (asked === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(feed('<title>a</title><description>b</description>'));
    });
    const sources = open(source('/feed'));
    await sources.runDue();
    later(29 * MINUTE);
    await sources.runDue();
    expect(server.asked).toHaveLength(1);
    for (const minutes of [2, 31]) {
      later(minutes * MINUTE);
      await sources.runDue();
      expect(asked).toBe('"1"');
    }
    expect(taken).toHaveLength(1);
    expect(await stateOf('feed')).toMatchObject({ failures: 0, succeeded: now.toISOString() });
  });

  test('that moved for good is asked at its new address', async () => {
    server.route('/old', redirects('/new', 301));
    server.route('/new', feed('<title>a</title><description>b</description>'));
    const sources = open(source('/old'));
    await sources.runDue();
    later(31 * MINUTE);
    await sources.runDue();
    expect(server.asked).toEqual(['/old', '/new', '/new']);
  });

  test('is found behind the page that names it', async () => {
    server.route(
      '/',
      `<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>Welcome</body></html>`,
    );
    server.route('/rss', feed('<title>a</title><description>b</description>'));
    const sources = open(source('/'));
    await sources.runDue();
    expect(taken).toHaveLength(1);
    expect(await stateOf('root')).toMatchObject({ movedTo: `${server.origin}/rss`, problem: null });
  });

  test('a list of feeds brings all of them', async () => {
    server.route(
      '/list',
      `<?xml version="1.0"?><opml version="2.0"><body><outline text="Coast"><outline text="A" xmlUrl="${server.origin}/a"/><outline text="B" xmlUrl="/b"/></outline></body></opml>`,
    );
    server.route('/a', feed('<title>a</title><description>x</description>'));
    server.route('/b', feed('<title>b</title><description>y</description>'));
    const sources = open(source('/list'));
    await sources.runDue();
    await sources.runDue();
    expect(taken.map(({ title, publisher }) => [title, publisher])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ]);
  });

  test('a list of feeds is read whole at each start, though it did not change', async () => {
    const list = `<?xml version="1.0"?><opml version="2.0"><body><outline text="A" xmlUrl="/a"/></body></opml>`;
    server.route('/list', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(list);
    });
    server.route('/a', feed('<title>a</title><description>x</description>'));
    await open(source('/list')).runDue();
    later(31 * MINUTE);
    const again = open(source('/list'));
    await again.runDue();
    expect(await again.list()).toHaveLength(2);
  });
});

describe('a source that fails', () => {
  test('says why and since when, is asked ever more rarely, and recovers', async () => {
    server.route('/feed', answers(500));
    const sources = open(source('/feed'));
    const gaps: number[] = [];
    for (let n = 0; n < 4; n++) {
      await sources.runDue();
      const state = await stateOf('feed');
      expect(state).toMatchObject({
        failures: n + 1,
        failingSince: '2026-03-02T08:00:00.000Z',
        problem: 'it answers with status 500',
      });
      gaps.push((Date.parse(state?.next ?? '') - now.getTime()) / MINUTE);
      now = new Date(state?.next ?? '');
    }
    expect(gaps).toEqual([30, 60, 120, 240]);
    server.route('/feed', feed());
    await sources.runDue();
    expect(await stateOf('feed')).toMatchObject({ failures: 0, failingSince: null, problem: null });
  });

  test('is left alone for as long as it asks', async () => {
    server.route('/feed', answers(429, { 'retry-after': '7200' }));
    await open(source('/feed')).runDue();
    expect(await stateOf('feed')).toMatchObject({ next: '2026-03-02T10:00:00.000Z' });
  });

  test('for a day is told once', async () => {
    server.route('/feed', answers(500));
    const sources = open(source('/feed'));
    for (let hour = 0; hour < 72; hour++) {
      await sources.runDue();
      if (hour < 24) expect(told).toEqual([]);
      later(60 * MINUTE);
    }
    expect(told).toEqual(['feed']);
  });

  test('with 410 has ended', async () => {
    server.route('/feed', answers(410));
    const sources = open(source('/feed'));
    await sources.runDue();
    later(30 * DAY);
    await sources.runDue();
    expect(server.asked).toHaveLength(1);
    expect(await stateOf('feed')).toMatchObject({
      ended: '2026-03-02T08:00:00.000Z',
      problem: 'it is gone for good (status 410)',
    });
    expect(told).toEqual(['feed']);
  });

  test.each([
    [
      'a page that is no feed',
      '<!doctype html><html><body>Welcome</body></html>',
      /neither an article nor a feed/,
    ],
    ['an XML file of another kind', '<?xml version="1.0"?><note/>', /not a feed/],
    ['ten thousand levels', feed(`<a>${'<b>'.repeat(10_000)}</a>`), /nested deeper/],
  ])('%s: a clear line in its status', async (_, body, problem) => {
    server.route('/feed', body);
    await open(source('/feed')).runDue();
    expect((await stateOf('feed'))?.problem).toMatch(problem);
  });

  test('never stops the others', async () => {
    server.route('/hangs', nothing);
    server.route('/breaks', (_, response) => response.destroy());
    server.route('/good', feed('<title>good</title><description>x</description>'));
    await open(source('/hangs'), source('/breaks'), source('/good')).runDue();
    expect(taken.map(({ title }) => title)).toEqual(['good']);
    expect((await stateOf('hangs'))?.problem).toBe('it did not answer in time');
    expect((await stateOf('breaks'))?.problem).toMatch(/broke off|terminated/);
  });
});

describe('running', () => {
  test('the same source is never read twice at the same time, here or in another process', async () => {
    server.route('/feed', (_, response) => setTimeout(() => response.end(feed()), 30));
    const [one, two] = [open(source('/feed')), open(source('/feed'))];
    await Promise.all([one.runDue(), one.runDue(), two.runDue(), one.run('feed')]);
    expect(server.asked).toHaveLength(1);
  });

  test('who asks for a source that is being read hears what that reading brings', async () => {
    server.route('/feed', (_, response) => {
      setTimeout(() => response.end(feed('<title>a</title><description>b</description>')), 30);
    });
    const sources = open(source('/feed'));
    const [first, second] = await Promise.all([sources.run('feed'), sources.run('feed')]);
    expect([first.added, second.added]).toEqual([1, 1]);
  });

  test('a source that was read, or could not be, is free for another process at once', async () => {
    server.route('/feed', feed());
    for (const path of ['/feed', '/nothing']) {
      const one = source(path);
      await open(one).run(one.id);
      expect(await storage.sources.claim(one.id, now, MINUTE)).toBe(true);
    }
  });

  test('whoever waits for what is due waits for what is being read already, too, and it is read once', async () => {
    server.route('/feed', (_, response) => {
      setTimeout(() => response.end(feed('<title>a</title><description>b</description>')), 30);
    });
    const sources = open(source('/feed'));
    await sources.startDue();
    await sources.runDue();
    expect(taken).toHaveLength(1);
    expect(server.asked).toEqual(['/feed']);
  });

  test('stop waits for what runs', async () => {
    server.route('/feed', (_, response) =>
      setTimeout(() => response.end(feed('<title>a</title><description>b</description>')), 30),
    );
    const sources = open(source('/feed'));
    await sources.startDue();
    await sources.stop();
    expect(taken).toHaveLength(1);
    later(DAY);
    expect(await sources.runDue()).toMatchObject({ added: 0 });
  });
});

describe('from chat', () => {
  test('a preview shows what a source would bring, and adding it is adding it once', async () => {
    server.route(
      '/',
      `<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>Welcome</body></html>`,
    );
    server.route(
      '/rss',
      feed(
        '<title>One</title><description>x</description>',
        '<title>Two &lt;b&gt;@everyone&lt;/b&gt;</title>',
      ),
    );
    const sources = open();
    const preview = await sources.preview(server.origin);
    expect(preview).toEqual({
      url: `${server.origin}/rss`,
      kind: 'feed',
      title: 'Norhaven Courier',
      items: ['One', 'Two @everyone'],
    });
    await sources.add(preview, 'slack:T1', 'U1');
    await sources.add(preview, 'slack:T1', 'U1');
    expect((await sources.list('slack:T1')).map(({ title }) => title)).toEqual(['Norhaven Courier']);
    expect(await sources.list('slack:T2')).toEqual([]);
    const [first] = await storage.sources.listAdded('slack:T1');
    later(DAY);
    await sources.add(preview, 'slack:T1', 'U2');
    expect(await storage.sources.listAdded('slack:T1')).toEqual([first]);
  });

  test('a single page is asked for more rarely than a feed', async () => {
    server.route('/harbour-deal', harbourPage());
    const sources = open();
    await sources.add(await sources.preview(`${server.origin}/harbour-deal`), 'slack:T1', 'U1');
    const [{ state } = { state: undefined }] = await sources.list('slack:T1');
    expect(Date.parse(state?.next ?? '') - now.getTime()).toBe(4 * 60 * MINUTE);
  });

  test('of a front page the feed that it names is meant, and of a page that names itself its article', async () => {
    const link = (path: string) => `<link rel="alternate" type="application/rss+xml" href="${path}">`;
    const page = (path: string) => harbourPage().replace('</head>', `${link(path)}</head>`);
    server.route('/', page('/rss'));
    server.route('/news', page('/news'));
    server.route('/rss', feed('<title>One</title><description>x</description>'));
    const sources = open();
    expect(await sources.preview(`${server.origin}/`)).toMatchObject({ kind: 'feed' });
    expect(await sources.preview(`${server.origin}/news`)).toMatchObject({ kind: 'page' });
  });

  test('what was added is read no more once it is removed, and can be added again', async () => {
    server.route('/rss', feed('<title>One</title><description>x</description>'));
    const sources = open();
    const preview = await sources.preview(`${server.origin}/rss`);
    await sources.add(preview, 'slack:T1', 'U1');
    const [added] = await sources.list('slack:T1');
    await sources.remove(added?.source.id ?? '');
    expect(await sources.list('slack:T1')).toEqual([]);
    later(DAY);
    expect(await sources.runDue()).toMatchObject({ added: 0, unchanged: 0 });
    await sources.add(preview, 'slack:T1', 'U1');
    expect(await sources.list('slack:T1')).toHaveLength(1);
  });

  test('what is being read while it is removed is not remembered afterwards', async () => {
    server.route('/rss', feed('<title>One</title><description>x</description>'));
    const sources = open();
    const preview = await sources.preview(`${server.origin}/rss`);
    await sources.add(preview, 'slack:T1', 'U1');
    const id = (await sources.list('slack:T1'))[0]?.source.id ?? '';
    later(DAY);
    await sources.startDue();
    await sources.remove(id);
    await sources.stop();
    expect(await storage.sources.findState(id)).toBeUndefined();
  });

  test('what is wrong with an address is said', async () => {
    server.route('/gone', answers(410));
    const sources = open();
    for (const none of [
      'not an address',
      'ftp://courier.test/',
      'file:///etc/passwd',
      'foo',
      'mailto:a@b.test',
    ])
      await expect(sources.preview(none)).rejects.toMatchObject({
        code: 'bad-request',
        message: expect.stringContaining('starts with https:// or http://'),
      });
    await expect(sources.preview('localhost:9')).rejects.toThrow(
      'https://localhost:9/: its port is one that no web server',
    );
    for (const [type, body] of [
      ['image/png', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR<=>'],
      ['application/pdf', '%PDF-1.7\n<<=>>'],
    ] as const) {
      server.route('/file', sends(Buffer.from(body, 'latin1'), { 'content-type': type }));
      await expect(sources.preview(`${server.origin}/file`)).rejects.toThrow(
        `the answer is ${type}, and neither a feed nor a web page`,
      );
    }
    await expect(sources.preview(`${server.origin}/gone`)).rejects.toMatchObject({ code: 'not-found' });
    await expect(sources.preview('http://127.0.0.1/')).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('articles that change or vanish', () => {
  const HOUR = DAY / 24;
  const stored = (path: string, retrieved = new Date(now.getTime() - HOUR)) =>
    storage.articles.put([
      buildArticle({
        id: 'a',
        url: server.origin + path,
        text: PARAGRAPHS.join('\n\n'),
        status: { source: 'feed', guid: 'g', retrieved: retrieved.toISOString() },
      }),
    ]);

  test('a page that was read just now is not asked for again', async () => {
    server.route('/feed', feed());
    await stored('/a', now);
    await open(source('/feed')).runDue();
    expect(server.asked).toEqual(['/feed']);
  });

  test.each([
    ['was read a week ago', { retrieved: new Date(Date.parse('2026-02-22T08:00:00Z')).toISOString() }],
    ['was withdrawn', { withdrawn: '2026-03-01T08:00:00Z' }],
  ])('a page whose article %s is not asked for any more', async (_, status) => {
    server.route('/feed', feed());
    await storage.articles.put([
      buildArticle({
        id: 'a',
        url: `${server.origin}/a`,
        status: { source: 'feed', retrieved: '2026-03-02T07:00:00Z', ...status },
      }),
    ]);
    await open(source('/feed')).runDue();
    expect(server.asked).toEqual(['/feed']);
  });

  test('three pages are asked for at a time, and each in its turn', async () => {
    server.route('/feed', feed());
    const pages = ['/a', '/b', '/c', '/d', '/e'];
    for (const page of pages) server.route(page, sends(harbourPage()));
    await storage.articles.put(
      pages.map((page) =>
        buildArticle({
          id: page,
          url: server.origin + page,
          status: { source: 'feed', retrieved: '2026-03-02T07:00:00Z' },
        }),
      ),
    );
    const sources = open(source('/feed'));
    const asked: string[][] = [];
    for (let run = 0; run < 3; run += 1) {
      await sources.runDue();
      asked.push(server.asked.splice(0).filter((path) => path !== '/feed'));
      later(31 * MINUTE);
    }
    expect(asked.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(new Set(asked.flat())).toEqual(new Set(pages));
  });

  test('a page that is gone withdraws its article at once', async () => {
    server.route('/feed', feed());
    server.route('/a', answers(410));
    await stored('/a');
    await open(source('/feed')).runDue();
    expect(withdrawn).toEqual(['a']);
  });

  test('a page that is missing withdraws it when it is still missing a day later', async () => {
    server.route('/feed', feed());
    await stored('/a');
    const sources = open(source('/feed'));
    await sources.runDue();
    later(DAY - 60 * MINUTE);
    await sources.runDue();
    expect(withdrawn).toEqual([]);
    later(61 * MINUTE);
    await sources.runDue();
    expect(withdrawn).toEqual(['a']);
  });

  test('a page that comes back is forgiven', async () => {
    server.route('/feed', feed());
    await stored('/a');
    const sources = open(source('/feed'));
    await sources.runDue();
    expect((await stateOf('feed'))?.missing).toHaveProperty('a');
    server.route('/a', sends(harbourPage()));
    later(DAY);
    await sources.runDue();
    expect(withdrawn).toEqual([]);
    expect((await stateOf('feed'))?.missing).toEqual({});
  });

  test('the new words of a page are taken as those of the same article', async () => {
    server.route('/feed', feed());
    const corrected = PARAGRAPHS.with(
      1,
      'The plan costs 84 million crowns and is to be finished in four years, according to the council.',
    );
    server.route('/a', harbourPage({ paragraphs: corrected }));
    await stored('/a');
    await open(source('/feed', { fullText: true })).runDue();
    expect(taken).toMatchObject([{ guid: 'g', text: corrected.join('\n\n') }]);
  });

  test.each([
    ['the source brings what its feed says', { fullText: false }, {}],
    ['its teaser alone is known', { fullText: true }, { teaser: true }],
  ])('the words of a page are no correction where %s', async (_, more, status) => {
    server.route('/feed', feed());
    server.route('/a', harbourPage());
    await storage.articles.put([
      buildArticle({
        id: 'a',
        url: `${server.origin}/a`,
        text: 'The council voted…',
        status: { source: 'feed', retrieved: '2026-03-02T07:00:00Z', ...status },
      }),
    ]);
    await open(source('/feed', more)).runDue();
    expect(server.asked).toEqual(['/feed', '/a']);
    expect(taken).toEqual([]);
  });
});
