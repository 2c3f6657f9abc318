import { expect, test } from 'vitest';
import { readPage } from '../../../src/ingest/readers/page.ts';
import { harbourPage } from '../../fixtures/harbour-page.ts';

const FETCHED = 'https://www.courier.test/news/harbour?utm_source=rss';
const OWN = 'https://www.courier.test/news/harbour';

const read = (canonical: string) =>
  readPage(
    harbourPage()
      .replace(/<link[^>]*rel="canonical"[^>]*>/g, '')
      .replace('</head>', `<link rel="canonical" href="${canonical}"></head>`),
    FETCHED,
  );

test.each([
  [
    'of the same site counts',
    'https://courier.test/2026/harbour-deal',
    'https://courier.test/2026/harbour-deal',
  ],
  ['of another site does not: the page was copied', 'https://wire.test/2026/harbour-deal', OWN],
  ['of the front page does not: its template is broken', 'https://www.courier.test/', OWN],
])('the address that a page names as its own, %s', (_, canonical, url) => {
  expect(read(canonical)?.url).toBe(url);
});

test('a page of a few words is no article', () => {
  const page = (words: number) =>
    `<html><body><article><h1>Notice</h1><p>${'The harbour is closed today. '.repeat(words / 5)}</p></article></body></html>`;
  expect(readPage(page(30), FETCHED)).toBeNull();
  expect(readPage(page(60), FETCHED)?.url).toBe(OWN);
});
