import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/ingest/parse/feed.ts';

const rss = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Harbour News</title>${inside}</channel></rss>`;
const item = (inside: string, attributes = '') =>
  parseFeed(rss(`<item>${inside}</item>`, attributes)).items[0];
const atom = (inside: string): string => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`;
const entry = (inside: string) => parseFeed(atom(`<entry>${inside}</entry>`)).items[0];

describe('formats', () => {
  test('RSS 2.0 with the usual namespaces', () => {
    const feed = parseFeed(
      rss(
        `<link>https://harbour.example/</link>
        <item><title>Bridge &amp;amp; tunnel</title><link> https://harbour.example/1 </link><guid isPermaLink="false">n-1</guid>
        <pubDate>Sun, 22 Nov 2026 08:15:00 +0100</pubDate><dc:creator>Ines Holm</dc:creator>
        <description>Short.</description><content:encoded><![CDATA[<p>Long <b>text</b>.</p>]]></content:encoded></item>`,
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
      ),
    );
    expect(feed).toMatchObject({ kind: 'rss', title: 'Harbour News', link: 'https://harbour.example/' });
    expect(feed.items).toEqual([
      {
        id: 'n-1',
        title: 'Bridge & tunnel',
        url: 'https://harbour.example/1',
        published: '2026-11-22T07:15:00Z',
        updated: null,
        authors: ['Ines Holm'],
        summary: 'Short.',
        content: '<p>Long <b>text</b>.</p>',
      },
    ]);
  });

  test('Atom 1.0: types of text, links by relation, authors of the feed', () => {
    const feed = parseFeed(
      atom(`<title type="html">Harbour &lt;i&gt;News&lt;/i&gt;</title><author><name>The desk</name></author>
      <entry><id>tag:harbour,1</id><title type="text">1 &lt; 2</title>
      <link rel="enclosure" href="https://harbour.example/a.mp3"/><link href="https://harbour.example/1"/>
      <published>2026-11-22T08:15:00.5+01:00</published><updated>2026-11-23</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ships &amp; <em>boats</em></p></div></content></entry>`),
    );
    expect(feed).toMatchObject({ kind: 'atom', title: 'Harbour News' });
    expect(feed.items[0]).toMatchObject({
      id: 'tag:harbour,1',
      title: '1 < 2',
      url: 'https://harbour.example/1',
      published: '2026-11-22T07:15:00.500Z',
      updated: '2026-11-23',
      authors: ['The desk'],
      content: '<p>Ships &amp; <em>boats</em></p>',
    });
  });

  test('Atom 0.3 with Base64 and the old names of dates', () => {
    const feed = parseFeed(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
      <title mode="escaped">Tide</title><issued>2004-01-01T10:00:00Z</issued><modified>2004-01-02</modified>
      <summary mode="base64">SGlnaCB0aWRl</summary></entry></feed>`);
    expect(feed.items[0]).toMatchObject({
      title: 'Tide',
      published: '2004-01-01T10:00:00Z',
      updated: '2004-01-02',
      summary: 'High tide',
    });
  });

  test('RDF: items beside the channel, ids in rdf:about', () => {
    const feed =
      parseFeed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Harbour</title></channel>
      <item rdf:about="https://harbour.example/1"><title>One</title><link>https://harbour.example/1</link><dc:date>2026-11-22</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ kind: 'rdf', title: 'Harbour' });
    expect(feed.items[0]).toMatchObject({
      id: 'https://harbour.example/1',
      title: 'One',
      published: '2026-11-22',
    });
  });

  test('JSON Feed 1.0 and 1.1', () => {
    const feed = parseFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour',
        authors: [{ name: 'The desk' }],
        items: [
          { id: 7, url: '/1', title: 'One', content_text: 'Text', date_published: '2026-11-22T08:00:00Z' },
          { id: 'b', content_html: '<p>x</p>', author: { name: 'Ines Holm' } },
        ],
      }),
      { url: 'https://harbour.example/feed.json' },
    );
    expect(feed.items[0]).toMatchObject({
      id: '7',
      url: 'https://harbour.example/1',
      authors: ['The desk'],
      content: 'Text',
    });
    expect(feed.items[1]).toMatchObject({ id: 'b', authors: ['Ines Holm'], content: '<p>x</p>' });
  });

  test('any prefix may stand for a namespace', () => {
    const feed = parseFeed(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>E</a:title></a:entry></a:feed>',
    );
    expect(feed).toMatchObject({ kind: 'atom', title: 'T', items: [{ title: 'E' }] });
    expect(item('<d:creator>Ann</d:creator>', 'xmlns:d="http://purl.org/dc/elements/1.1/"')?.authors).toEqual(
      ['Ann'],
    );
  });
});

describe('broken feeds', () => {
  test('the type that the server states does not matter', () => {
    expect(parseFeed(rss(''), { contentType: 'text/html' }).kind).toBe('rss');
  });

  test('stray characters, unclosed and crossed tags', () => {
    expect(item('<title>a & b < c</title><description>one<br>two</description>')).toMatchObject({
      title: 'a & b < c',
    });
    expect(parseFeed('<rss><channel><title>T</title><item><title>cut off').items[0]?.title).toBe('cut off');
  });

  test('an HTML page, an empty answer and broken JSON are no feeds', () => {
    for (const body of [
      '<!doctype html><html><title>Hi</title></html>',
      '',
      ' \n',
      '{"a":1}',
      '{"items":',
      'plain words',
    ]) {
      expect(() => parseFeed(body)).toThrow(expect.objectContaining({ code: 'not-a-feed' }));
    }
  });

  test('a byte order mark, spaces and comments may come first', () => {
    expect(parseFeed(`\uFEFF\n <!-- hi --> ${rss('').replace('<?xml version="1.0"?>', '')}`).kind).toBe(
      'rss',
    );
  });

  test('HTML entities that XML does not know', () => {
    expect(item('<title>Caf&eacute;&nbsp;&mdash; open</title>')?.title).toBe('Café — open');
  });

  test('a guid is the address where there is no link, unless it says that it is none', () => {
    expect(item('<guid>https://harbour.example/g</guid>')?.url).toBe('https://harbour.example/g');
    expect(item('<guid isPermaLink="false">https://harbour.example/g</guid>')?.url).toBeNull();
  });

  test('relative links are completed by xml:base, else by the address of the feed', () => {
    const body = rss(
      '<item xml:base="https://b.example/x/"><link>1</link></item><item><link>/2</link></item>',
    );
    expect(parseFeed(body, { url: 'https://a.example/feed' }).items.map(({ url }) => url)).toEqual([
      'https://b.example/x/1',
      'https://a.example/2',
    ]);
  });

  test('the title of a picture is not the title of the item', () => {
    expect(
      item(
        '<image><title>Pic</title></image><media:content><media:title>Pic</media:title></media:content><title>Real</title>',
      )?.title,
    ).toBe('Real');
  });
});

describe('hostile feeds', () => {
  test('titles with markup, scripts and mentions are plain words', () => {
    const title = item(
      '<title>&lt;script&gt;alert(1)&lt;/script&gt;&lt;b onclick="x()"&gt;Hi&lt;/b&gt; @everyone &amp;lt;img src=x&amp;gt;</title>',
    )?.title;
    expect(title).toBe('Hi @everyone');
  });

  test('entities are not expanded into each other', () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const feed = parseFeed(
      `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol}]><rss><channel><title>&l9;</title></channel></rss>`,
    );
    expect(feed.title?.length ?? 0).toBeLessThan(100);
  });

  test('files of the machine are not read', () => {
    const feed = parseFeed(
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    );
    expect(feed.title).toBe('&x;');
  });

  test('a plain entity of the document itself is resolved', () => {
    expect(
      parseFeed(
        '<!DOCTYPE rss [<!ENTITY pub "Harbour">]><rss><channel><title>&pub; News</title></channel></rss>',
      ).title,
    ).toBe('Harbour News');
  });

  test('10,000 levels are refused', () => {
    const deep = rss(`<item>${'<a>'.repeat(10_000)}x${'</a>'.repeat(10_000)}</item>`);
    expect(() => parseFeed(deep)).toThrow(expect.objectContaining({ code: 'too-large' }));
    const json = `{"items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(() => parseFeed(json)).not.toThrow(RangeError);
  });

  test('more than 5 MB is refused', () => {
    expect(() => parseFeed('x'.repeat(5 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  test('null bytes and control characters vanish', () => {
    expect(item('<title>a\0b\u0001c</title>')?.title).toBe('abc');
  });

  test('whatever it is given, it gives a feed or says why not', () => {
    const words = fc.array(
      fc.constantFrom(
        '<rss>',
        '<channel>',
        '<item>',
        '<title>',
        '</title>',
        '</item>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '&amp;',
        '&#x',
        '<!DOCTYPE',
        '[',
        'text',
        '"',
        '<feed ',
        'xmlns="',
        '>',
        '{',
        '}',
        '\0',
        '\uD800',
        '<?xml',
      ),
    );
    fc.assert(
      fc.property(words, (parts) => {
        try {
          parseFeed(parts.join(''));
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^(not-a-feed|too-large)$/);
        }
      }),
    );
  });
});

describe('authors', () => {
  test.each([
    ['<author>ines@harbour.example (Ines Holm)</author>', 'Ines Holm'],
    ['<author>Ines Holm</author>', 'Ines Holm'],
    ['<itunes:author>Ines Holm</itunes:author>', 'Ines Holm'],
    ['<author><name>Ines Holm</name><email>i@h.example</email></author>', 'Ines Holm'],
  ])('%s', (markup, name) => {
    expect(item(markup)?.authors.join()).toContain(name);
  });

  test('of an Atom entry before those of its feed', () => {
    expect(entry('<author><name>Ann</name></author><author><name>Bo</name></author>')?.authors).toEqual([
      'Ann',
      'Bo',
    ]);
  });
});
