import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher, type FetchOptions } from '../../src/ingest/guarded-fetch.ts';
import { answers, openWebServer, redirects, sends, type WebServer } from '../fakes/web-server.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const outside = { clock: { now: () => NOW } };

let server: WebServer;
let fetcher: Fetcher;

function open(options: Partial<FetchOptions> = {}): Fetcher {
  return createFetcher(
    { contact: 'desk@example.org', allowedPrivateHosts: ['localhost'], pause: 0, ...options },
    outside,
  );
}

beforeEach(async () => {
  server = await openWebServer();
  fetcher = open();
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

const get = (path: string, more: object = {}) => fetcher.fetch({ url: server.origin + path, ...more });

describe('private addresses', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.0.0.8/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://224.0.0.1/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
  ])('%s is refused', async (url) => {
    expect(await fetcher.fetch({ url })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('private'),
    });
  });

  test('a redirect to 127.0.0.1 is refused', async () => {
    server.route('/away', redirects(`http://127.0.0.1:${server.port}/secret`));
    expect(await get('/away')).toMatchObject({ kind: 'refused', why: expect.stringContaining('private') });
    expect(server.asked).toEqual(['/away']);
  });

  test('a robots.txt that leads to a private address is not followed there', async () => {
    let isAsked = false;
    server.route('/secret', (_, response) => {
      isAsked = true;
      response.end();
    });
    server.route('/robots.txt', redirects(`http://127.0.0.1:${server.port}/secret`));
    expect(await get('/')).toMatchObject({ kind: 'refused', why: expect.stringContaining('private') });
    expect(isAsked).toBe(false);
  });

  test('a name that resolves to a private address is refused when it connects, also after a redirect', async () => {
    await fetcher.close();
    fetcher = open({
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    server.route('/away', redirects(`http://rebind.example:${server.port}/secret`));
    expect(await fetcher.fetch({ url: `http://rebind.example:${server.port}/` })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('private'),
    });
    expect(await get('/away')).toMatchObject({ why: expect.stringMatching(/robots|private/) });
    expect(server.asked).toEqual(['/away']);
  });

  test('a host that is named in the settings may be private', async () => {
    server.route('/', 'hello');
    expect(await get('/')).toMatchObject({ kind: 'ok', body: 'hello' });
  });

  test.each([[' LocalHost '], ['127.0.0.1']])('also as %j', async (host) => {
    await fetcher.close();
    fetcher = open({ allowedPrivateHosts: [host] });
    server.route('/', 'hello');
    const url = `http://${host.trim()}:${server.port}/`;
    expect(await fetcher.fetch({ url })).toMatchObject({ kind: 'ok', body: 'hello' });
  });

  test.each(['file:///etc/passwd', 'ftp://example.org/', 'javascript:alert(1)', 'data:text/plain,x'])(
    '%s is no address to fetch',
    async (url) => {
      expect((await fetcher.fetch({ url })).kind).toBe('refused');
    },
  );

  test.each(['ann:hunter2', ':hunter2'])(
    'an address with a password (%s@) is refused, and its password is not repeated',
    async (credentials) => {
      const result = await fetcher.fetch({ url: server.origin.replace('//', `//${credentials}@`) });
      expect(result).toMatchObject({ kind: 'refused', why: expect.stringContaining('password') });
      expect(JSON.stringify(result)).not.toContain('hunter2');
    },
  );
});

describe('limits', () => {
  test('an endless answer is cut off', async () => {
    await fetcher.close();
    fetcher = open({ maxBytes: 300_000 });
    server.route('/', (_, response) => {
      const part = Buffer.alloc(65_536, 'x');
      const more = (): void => {
        while (!response.destroyed && response.write(part));
      };
      response.on('drain', more).writeHead(200);
      more();
    });
    expect(await get('/')).toMatchObject({ kind: 'refused', why: expect.stringContaining('larger') });
  });

  test('a gzip bomb is stopped while it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    server.route('/', sends(bomb, { 'content-encoding': 'gzip' }));
    expect(await get('/')).toMatchObject({ kind: 'refused', why: 'it is larger than 5 MB' });
  });

  test('an answer that drips is given up when the time is over', async () => {
    await fetcher.close();
    fetcher = open({ timeout: 200 });
    server.route('/', (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('<'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await get('/')).toMatchObject({ kind: 'failed', why: 'it did not answer in time' });
  });

  test('a server that accepts and never answers is given up', async () => {
    await fetcher.close();
    fetcher = open({ timeout: 150 });
    server.route('/', () => {});
    expect(await get('/')).toMatchObject({ kind: 'failed', why: 'it did not answer in time' });
  });

  test('a connection that breaks off is a failure in plain words', async () => {
    server.route('/', (_, response) => response.writeHead(200).write('half', () => response.destroy()));
    expect(await get('/')).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/broke off|terminated/),
    });
  });

  test('compressed answers are read', async () => {
    server.route(
      '/',
      sends(brotliCompressSync('héllo'), { 'content-encoding': 'br', 'content-type': 'text/plain' }),
    );
    expect(await get('/')).toMatchObject({ kind: 'ok', body: 'héllo' });
  });
});

describe('redirects', () => {
  test('five are followed, and a permanent move is remembered', async () => {
    for (let at = 0; at < 5; at++) server.route(`/${at}`, redirects(`/${at + 1}`, 301));
    server.route('/5', 'there');
    const found = await get('/0');
    expect(found).toMatchObject({ kind: 'ok', body: 'there', movedTo: `${server.origin}/5` });
  });

  test('a move is not remembered beyond a temporary redirect', async () => {
    server.route('/a', redirects('/b', 308));
    server.route('/b', redirects('/c', 302));
    server.route('/c', redirects('/d', 301));
    server.route('/d', 'there');
    expect(await get('/a')).toMatchObject({ url: `${server.origin}/d`, movedTo: `${server.origin}/b` });
  });

  test.each([301, 302, 303, 307, 308])('the status %i is one', async (status) => {
    server.route('/a', redirects('/b', status));
    server.route('/b', 'there');
    expect(await get('/a')).toMatchObject({ kind: 'ok', body: 'there' });
  });

  test('to what is no address is told as that', async () => {
    server.route('/a', redirects('http://['));
    expect(await get('/a')).toMatchObject({
      kind: 'failed',
      why: 'it redirects to "http://[", which is no address',
    });
  });

  test('a loop ends', async () => {
    server.route('/a', redirects('/b'));
    server.route('/b', redirects('/a'));
    expect(await get('/a')).toMatchObject({ kind: 'refused', why: 'it redirects more than 5 times' });
    expect(server.asked).toHaveLength(6);
  });
});

describe('manners', () => {
  test('says who asks, and how to reach them', async () => {
    let agent: string | undefined;
    server.route('/', (request, response) => {
      agent = request.headers['user-agent'];
      response.end();
    });
    await get('/');
    expect(agent).toMatch(/^Briefwire.*desk@example\.org/);
  });

  test('asks only for what is new', async () => {
    server.route('/', (request, response) => {
      const known =
        request.headers['if-none-match'] === '"v1"' &&
        request.headers['if-modified-since'] === 'Sun, 22 Nov 2026 07:00:00 GMT';
      response
        .writeHead(known ? 304 : 200, { etag: '"v1"', 'last-modified': 'Sun, 22 Nov 2026 07:00:00 GMT' })
        .end();
    });
    const first = await get('/');
    expect(first).toMatchObject({ kind: 'ok', etag: '"v1"' });
    expect(await get('/', first)).toMatchObject({ kind: 'not-modified' });
  });

  test('does what robots.txt says', async () => {
    server.route(
      '/robots.txt',
      sends('User-agent: *\nDisallow: /private/', { 'content-type': 'text/plain' }),
    );
    server.route('/private/a', 'secret');
    server.route('/open', 'open');
    expect(await get('/private/a')).toMatchObject({
      kind: 'refused',
      why: 'its robots.txt does not allow it',
    });
    expect(await get('/open')).toMatchObject({ kind: 'ok' });
    expect(server.asked).toEqual(['/open']);
  });

  test('reads the beginning of a robots.txt that has no end', async () => {
    const rules = 'User-agent: *\nDisallow: /private/\n';
    server.route('/robots.txt', sends(rules + '# more\n'.repeat(100_000), { 'content-type': 'text/plain' }));
    server.route('/open', 'open');
    expect(await get('/private/a')).toMatchObject({ kind: 'refused' });
    expect(await get('/open')).toMatchObject({ kind: 'ok' });
  });

  test('rests between two requests as long as robots.txt wishes', async () => {
    server.route('/robots.txt', sends('User-agent: *\nCrawl-delay: 0.1', { 'content-type': 'text/plain' }));
    const at: number[] = [];
    server.route('/', (_, response) => {
      at.push(performance.now());
      response.end();
    });
    await get('/');
    await get('/');
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(90);
  });

  test('fetches nothing while robots.txt cannot be read', async () => {
    server.route('/robots.txt', answers(503));
    server.route('/', 'open');
    expect(await get('/')).toMatchObject({ kind: 'failed', why: 'its robots.txt cannot be read' });
  });

  test('says why where the host cannot be reached, and asks again the next time', async () => {
    server.route('/', 'open');
    server.route('/robots.txt', (request) => request.destroy());
    const broken = await get('/');
    expect(broken).toMatchObject({ kind: 'failed' });
    expect(broken).not.toMatchObject({ why: expect.stringContaining('robots') });
    server.route('/robots.txt', answers(404));
    expect(await get('/')).toMatchObject({ kind: 'ok' });
  });

  test('says in words that an address is not a secure one', async () => {
    const { why } = (await fetcher.fetch({ url: server.origin.replace('http:', 'https:') })) as {
      why: string;
    };
    expect(why).toMatch(/^no secure connection/);
  });

  test('asks one host one thing at a time', async () => {
    const paths = ['/a', '/b', '/c', '/d', '/e'];
    for (const path of paths)
      server.route(path, (_, response) => {
        setTimeout(() => response.end('x'), 15);
      });
    await Promise.all(paths.map((path) => get(path)));
    expect(server.asked).toHaveLength(5);
    expect(server.most()).toBe(1);
  });

  test('Retry-After is heard, in seconds and as a date', async () => {
    server.route('/busy', answers(429, { 'retry-after': '120' }));
    server.route('/down', answers(503, { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }));
    expect(await get('/busy')).toMatchObject({
      kind: 'failed',
      retryAfter: new Date('2026-11-22T08:02:00Z'),
    });
    expect(await get('/down')).toMatchObject({
      kind: 'failed',
      retryAfter: new Date('2026-11-22T09:00:00Z'),
    });
  });

  test.each([
    ['is past', 'Sun, 22 Nov 2026 07:00:00 GMT', null],
    ['is no time', 'soon', null],
    ['is next year', 'Mon, 22 Nov 2027 08:00:00 GMT', new Date('2026-11-29T08:00:00Z')],
  ])('a Retry-After that %s keeps no source away for longer than a week', async (_, said, retryAfter) => {
    server.route('/down', answers(503, { 'retry-after': said }));
    expect(await get('/down')).toMatchObject({ kind: 'failed', retryAfter });
  });

  test('gone and missing are told apart', async () => {
    server.route('/gone', answers(410));
    expect(await get('/gone')).toEqual({ kind: 'gone' });
    expect(await get('/missing')).toEqual({ kind: 'missing' });
  });
});
