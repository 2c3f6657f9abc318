import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/ingest/guarded-fetch.ts';
import { ingestAddress } from '../../src/ingest/ingest-address.ts';
import type { ArticleSink, IngestReport, Origin } from '../../src/ingest/ports.ts';
import { answers, openWebServer, type WebServer } from '../fakes/web-server.ts';
import { harbourPage } from '../fixtures/harbour-page.ts';
import { openIngestDesk } from './desk.ts';

let server: WebServer;
let fetcher: Fetcher;

beforeEach(async () => {
  server = await openWebServer();
  fetcher = createFetcher(
    { contact: null, allowedPrivateHosts: ['localhost'], pause: 0 },
    { clock: { now: () => new Date() } },
  );
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

/** A feed that numbers its items, without addresses. */
function feed(title: string, text: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><item><title>${title} one</title><guid isPermaLink="false">1</guid><description>${text}</description></item></channel></rss>`;
}

const ingest = (path: string, sink: ArticleSink): Promise<IngestReport> =>
  ingestAddress(server.origin + path, { fetcher, sink, fullText: false });

describe('an address that is read by hand', () => {
  test('does not replace the article of another feed that numbers its items too', async () => {
    const { pipeline, all } = openIngestDesk();
    server.route('/morning', feed('Morning', 'The ferry to Vell sank on Friday. All 40 people were saved.'));
    server.route('/evening', feed('Evening', 'A storm took the roof off the school in Brams on Sunday.'));
    expect(await ingest('/morning', pipeline)).toMatchObject({ added: 1 });
    expect(await ingest('/evening', pipeline)).toMatchObject({ added: 1, replaced: 0 });
    expect(await ingest('/morning', pipeline)).toMatchObject({ unchanged: 1 });
    server.route('/evening', feed('Evening', 'A storm took the roof off two schools in Brams on Sunday.'));
    expect(await ingest('/evening', pipeline)).toMatchObject({ added: 0, replaced: 1 });
    expect((await all()).map(({ publisher }) => publisher).sort()).toEqual(['Evening', 'Morning']);
  });

  test('asks for a page itself, so that one which was removed comes back; for a feed it does not', async () => {
    const origins: Origin[] = [];
    const sink: ArticleSink = {
      async take(found, origin) {
        origins.push(origin);
        return { added: found.length, unchanged: 0, replaced: 0, removed: 0, refused: [] };
      },
      async withdraw() {},
    };
    server.route('/harbour-deal', harbourPage());
    server.route('/morning', feed('Morning', 'The ferry to Vell sank on Friday. All 40 people were saved.'));
    await ingest('/harbour-deal', sink);
    await ingest('/morning', sink);
    expect(origins.map(({ asked }) => asked)).toEqual([true, undefined]);
  });

  test('a list of feeds says which of them is none, and brings the others', async () => {
    const { pipeline } = openIngestDesk();
    server.route('/harbour-deal', harbourPage());
    server.route('/morning', feed('Morning', 'The ferry to Vell sank on Friday. All 40 people were saved.'));
    server.route(
      '/list',
      `<?xml version="1.0"?><opml version="2.0"><body><outline text="A" xmlUrl="/harbour-deal"/><outline text="B" xmlUrl="/morning"/></body></opml>`,
    );
    expect(await ingest('/list', pipeline)).toMatchObject({
      added: 1,
      refused: [{ what: `${server.origin}/harbour-deal`, why: 'it is no feed' }],
    });
  });

  test('is named where it brings nothing, without what is secret in it', async () => {
    const { pipeline } = openIngestDesk();
    server.route('/gone', answers(410));
    await expect(ingest('/gone?token=abc123', pipeline)).rejects.toThrow(
      `${server.origin}/gone?token=…: it is gone for good (status 410)`,
    );
  });
});
