import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl, isNearlySame } from '../../src/ingest/identity.ts';
import { PARAGRAPHS } from '../fixtures/harbour-page.ts';

test.each([
  ['https://Courier.Example/a?utm_source=rss&utm_medium=x', 'https://courier.example/a'],
  ['https://courier.example:443/a#comments', 'https://courier.example/a'],
  ['https://courier.example/news/bridge?fbclid=1&id=7', 'https://courier.example/news/bridge?id=7'],
  ['https://courier.example/a?id=7&page=2', 'https://courier.example/a?id=7&page=2'],
  ['http://u:p@courier.example/a', 'http://courier.example/a'],
  ['https://courier.example/#!/a', 'https://courier.example/#!/a'],
  ['/b', null],
  ['mailto:desk@courier.example', null],
])('%s', (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical);
});

test('a parameter that may name the page stays where nothing else does', () => {
  expect(canonicalUrl('https://courier.example/?ref=5')).toBe('https://courier.example/?ref=5');
  expect(canonicalUrl('https://courier.example/news/bridge-closed?ref=5')).toBe(
    'https://courier.example/news/bridge-closed',
  );
});

test('the canonical address of a canonical address is itself', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = canonicalUrl(url);
      expect(once === null ? null : canonicalUrl(once)).toBe(once);
    }),
  );
});

const article = PARAGRAPHS.join('\n\n');

test('a copy with a few other words is nearly the same, another article is not', () => {
  expect(
    isNearlySame(article, `NORHAVEN (Coast Wire) - ${article.replace('48 million', '49 million')}`),
  ).toBe(true);
  expect(isNearlySame(article, PARAGRAPHS.slice(0, 2).join(' '))).toBe(false);
  expect(isNearlySame(article, article.split(/\s+/).reverse().join(' '))).toBe(false);
});

test('short texts are the same only when they are equal', () => {
  expect(isNearlySame('High tide at noon.', 'High tide at nine.')).toBe(false);
  expect(isNearlySame('High tide at noon.', 'high  tide at noon')).toBe(true);
});
