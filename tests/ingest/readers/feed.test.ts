import { describe, expect, test } from 'vitest';
import type { Fetcher } from '../../../src/ingest/guarded-fetch.ts';
import type { FeedItem, ParsedFeed } from '../../../src/ingest/parse/feed/types.ts';
import { readFeed } from '../../../src/ingest/readers/feed.ts';
import { harbourPage } from '../../fixtures/harbour-page.ts';

const WORDS = 'The harbour of Ostry was closed on Monday because of a storm. '.repeat(20);

function item(number: number, more: Partial<FeedItem> = {}): FeedItem {
  return {
    id: `${number}`,
    url: `https://courier.test/news/${number}`,
    title: `Report ${number}`,
    content: null,
    summary: 'The harbour was closed…',
    authors: [],
    published: null,
    updated: null,
    ...more,
  } as FeedItem;
}

async function read(items: readonly FeedItem[], fullText: boolean) {
  const asked: string[] = [];
  const fetcher: Fetcher = {
    async fetch({ url }) {
      asked.push(url);
      const answer = { body: harbourPage(), contentType: 'text/html', etag: null, lastModified: null };
      return { kind: 'ok', url, movedTo: null, ...answer };
    },
    async close() {},
  };
  const feed: ParsedFeed = { kind: 'rss', title: 'Courier', link: null, items };
  return { asked, ...(await readFeed(feed, { fetcher, fullText, isKnown: async () => false })) };
}

const many = (count: number) => Array.from({ length: count }, (_, number) => item(number));

describe('a feed', () => {
  test('that lists thousands of items is read as far as anybody asks for', async () => {
    expect((await read(many(700), false)).found).toHaveLength(500);
  });

  test('has thirty pages read at a time, so that one source does not hold up its host; the rest comes with the next', async () => {
    const { asked, found, refused } = await read(many(40), true);
    expect([asked.length, found.length, refused.length]).toEqual([30, 30, 0]);
  });

  test('whose items are whole has no page read', async () => {
    const { asked, found } = await read([item(1, { content: WORDS })], true);
    expect(asked).toEqual([]);
    expect(found).toMatchObject([{ teaser: false }]);
  });

  test.each(['read more', 'Continue reading »', '[…]', '...'])(
    'whose items end with "%s" has teasers, however long they are',
    async (end) => {
      expect((await read([item(1, { content: `${WORDS}${end}` })], false)).found).toMatchObject([
        { teaser: true },
      ]);
    },
  );
});
