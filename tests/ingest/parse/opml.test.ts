import { describe, expect, test } from 'vitest';
import { findFeedLinks } from '../../../src/ingest/parse/feed-links.ts';
import { parseFragment } from '../../../src/ingest/parse/fragment.ts';
import { isOpml, parseOpml } from '../../../src/ingest/parse/opml.ts';
import { readContent } from '../../../src/ingest/readers/address.ts';

test('all feeds of all folders, each once, in order', () => {
  const feeds = parseOpml(
    `<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
    <outline text="Coast &amp; sea"><outline text="One" title="The One" type="rss" xmlUrl="https://one.example/feed"/></outline>
    <outline text="Two" xmlurl="/two"/><outline text="again" xmlUrl="https://one.example/feed"/><outline text="bad" xmlUrl="javascript:x"/></body></opml>`,
    { url: 'https://list.example/x.opml' },
  );
  expect(feeds).toEqual([
    { url: 'https://one.example/feed', title: 'The One' },
    { url: 'https://list.example/two', title: 'Two' },
  ]);
});

test('anything else is no list, and a list is not nested without end', () => {
  expect(() => parseOpml('<rss/>')).toThrow(expect.objectContaining({ code: 'not-a-feed' }));
  expect(() => parseOpml(`<opml>${'<outline>'.repeat(10_000)}`)).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
});

test('a list is known behind comments, and so is what is none, however many there are', () => {
  const comments = '<!-- a note -->\n'.repeat(100);
  const list = '<opml><outline xmlUrl="https://one.example/feed"/></opml>';
  const type = '<!DOCTYPE opml SYSTEM "opml.dtd">';
  expect(isOpml(`\uFEFF<?xml version="1.0"?>${comments}${type}${comments}${list}`)).toBe(true);
  expect(isOpml(`${comments}<html>`)).toBe(false);
  expect(isOpml(`${comments}<!-- without an end ${list}`)).toBe(false);
});

test('a feed and a page are known behind many comments', () => {
  const comments = '<!-- a note -->'.repeat(100);
  const unknown = { contentType: null, etag: null, lastModified: null, movedTo: null };
  const answer = { kind: 'ok', url: 'https://a.example/', ...unknown } as const;
  const feed = `${comments}<rss><channel><title>Coast</title></channel></rss>`;
  expect(readContent({ ...answer, body: feed })).toMatchObject({ kind: 'feed', feed: { title: 'Coast' } });
  const link = '<link rel="alternate" type="application/rss+xml" href="/feed">';
  const page = `${comments}<html><head>${link}</head><body>Soon.</body></html>`;
  expect(readContent({ ...answer, body: page })).toMatchObject({ kind: 'links' });
});

test('the feeds that a page names, those of comments last', () => {
  const html = `<head><base href="https://b.example/x/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="alternate" type="application/atom+xml" title="News" href="feed"><link rel="alternate" hreflang="de" href="/de"></head>`;
  expect(findFeedLinks(html, 'https://a.example/')).toEqual([
    { url: 'https://b.example/x/feed', title: 'News' },
    { url: 'https://b.example/comments/feed', title: 'Comments' },
  ]);
});

describe('the text of an item', () => {
  test('is paragraphs without markup, scripts, and the lines that a feed appends', () => {
    const html =
      '<p>The ferry is late.</p><script>x()</script><p>It waits for the ice.<br>And for the captain.</p><p>The post <a href="#">Ferry</a> appeared first on <a href="#">Courier</a>.</p>';
    expect(parseFragment(html)).toBe('The ferry is late.\n\nIt waits for the ice.\n\nAnd for the captain.');
  });

  test('without markup is read as text', () => {
    expect(parseFragment('Fish &amp; chips\nat 5 < 6')).toBe('Fish & chips\n\nat 5 < 6');
  });
});
