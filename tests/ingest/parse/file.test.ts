import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BriefwireError } from '../../../src/core/errors.ts';
import { parseFile } from '../../../src/ingest/parse/file.ts';

const FIRST = 'The ice rink at Solheim will close for good in March, its owners said on Friday.';
const SECOND = '“We skated here as children,” said Maja Roos, who runs the café beside it.';
const TEXT = `${FIRST}\n\n${SECOND}`;

function parse(path: string, content: string) {
  return parseFile(path, Buffer.from(content));
}

it.each(['rink.txt', 'rink.md'])('reads spaces at which no line may break as spaces: %s', (path) => {
  const bound = TEXT.replace('in March', 'in\u00A0March').replace('who runs', 'who\u202Fruns');
  expect(parse(path, bound)[0]?.text).toBe(TEXT);
});

describe('Markdown', () => {
  it('gives front matter as what is stated, and words without their marks', () => {
    const source = `---
title: Rink to close
byline: Ann Lee
publisher: Morning
date: 12 January 2024
url: https://morning.test/rink?utm_source=x
tags: [ice]
---

# Rink to close

The **ice rink** at [Solheim](https://solheim.test "town") will close for *good*
in March, its owners said on Friday.

![skaters](rink.jpg)

<!-- note to the
editor -->

> “We skated here as children,” said Maja Roos, who runs the _café_ beside it.
`;
    expect(parse('rink.md', source)).toEqual([
      {
        title: 'Rink to close',
        text: TEXT,
        author: 'Ann Lee',
        publisher: 'Morning',
        published: '2024-01-12',
        url: 'https://morning.test/rink',
        guid: null,
        path: 'rink.md',
        teaser: false,
      },
    ]);
  });

  it('takes its title from the first heading, keeps subheadings and points', () => {
    const source = `# Rink to close\n\n${FIRST}\n\n## What is planned\n\n- a park\n- a school\n\n${SECOND}\n`;
    expect(parse('rink.md', source)).toMatchObject([
      { title: 'Rink to close', text: `${FIRST}\n\nWhat is planned\n\n- a park\n\n- a school\n\n${SECOND}` },
    ]);
  });

  it('leaves stars, underscores and brackets of the words alone', () => {
    const words =
      'The vote was 3 * 4 to 5 * 2, and snake_case_names [sic] stayed as they were, said Ann Lee.';
    expect(parse('odd.md', `${words}\n\n${SECOND}`)[0]?.text).toBe(`${words}\n\n${SECOND}`);
  });

  it('with front matter that is no YAML for a colon in its title is read line by line', () => {
    const source =
      '---\ntitle: Ferry sinks: the crew goes home\npublisher: "Coast Radio"\npublished: 2024-10-15T08:00:00Z\n---\nThe ferry of Horten sank on Monday morning.';
    const [article] = parseFile('a.md', new TextEncoder().encode(source));
    expect(article).toMatchObject({
      title: 'Ferry sinks: the crew goes home',
      publisher: 'Coast Radio',
      published: '2024-10-15T08:00:00Z',
    });
  });
  it('with front matter that is no YAML is read without it, and says what is lost', () => {
    expect(parse('odd.md', `---\ntitle: [one\n---\n${TEXT}`)).toMatchObject([
      { title: null, text: TEXT, doubts: [expect.stringContaining('title: [one')] },
    ]);
  });

  it('with front matter that nobody closed keeps its fields and quotes none of them', () => {
    const [article] = parse('odd.md', `---\ntitle: Rink to close\ndate: 2024-01-12\n${TEXT}`);
    expect(article).toMatchObject({ title: 'Rink to close', published: '2024-01-12', text: TEXT });
    expect(article?.doubts).toEqual([expect.stringContaining('three hyphens')]);
  });

  it('with a rule further down takes nothing above it for front matter', () => {
    const source = `---\ntitle: Rink to close\n${FIRST}\n\n---\n\n${SECOND}`;
    expect(parse('odd.md', source)).toMatchObject([{ title: 'Rink to close', text: TEXT }]);
    expect(parse('odd.md', `---\n${FIRST}\n---\n\n${SECOND}`)).toMatchObject([{ text: TEXT }]);
  });

  it('says which date and which address it cannot read', () => {
    const fields = 'title: Rink\ndate: 31.31.2026\nurl: morning';
    const [article] = parse('odd.md', `---\n${fields}\n---\n${TEXT}`);
    expect(article?.published).toBeNull();
    expect(article?.doubts).toEqual([
      expect.stringContaining('31.31.2026'),
      expect.stringContaining('“morning”'),
    ]);
  });
});

describe('text', () => {
  it.each([
    ['HORTEN, N.L. – March 4, 2025 – Norda Foods opened its second mill in the north today.', '2025-03-04'],
    ['HORTEN, 4 March 2025 (Nordwire) — The second mill of the north was opened on Tuesday.', '2025-03-04'],
    ['HORTEN, March 4, 2025 /Newswire/ -- Norda Foods opened its second mill in the north.', '2025-03-04'],
    ['Horten, 4 March (Nordwire) — The second mill of the north was opened on Tuesday.', null],
    ['Horten, which on March 4, 2025 lost its mill, has a new one since Tuesday.', null],
    ['On March 4, 2025, the second mill of the north was opened in Horten by the king.', null],
  ])('is dated by the day in its dateline, where nothing else dates it: %s', (lead, date) =>
    expect(parse('mill.txt', `A second mill\n\n${lead}\n\n${SECOND}`)[0]?.published ?? null).toBe(date),
  );

  it('has a headline in the one line above it, whatever words it shares', () => {
    const said = 'Share prices in Velmar fell by four per cent on Friday, the exchange said.';
    expect(parse('a.txt', `Markets slump after vote\n\n${said}\n`)).toMatchObject([
      { title: 'Markets slump after vote', text: said },
    ]);
    expect(parse('a.txt', `Gloom deepens\nBy Maja Roos\n\n${said}\n`)).toMatchObject([
      { title: 'Gloom deepens', author: 'Maja Roos' },
    ]);
  });
});

describe('JSON', () => {
  it('says how many entries of a list have no text', () => {
    const list = [{ title: 'Rink' }, { title: 'Ferry', text: TEXT }, 'ferry', { title: 'Bank', text: ' ' }];
    const found = parse('list.json', JSON.stringify(list));
    expect(found).toMatchObject([
      { title: 'Ferry', doubts: ['3 of the 4 entries of this file have no text that could be read'] },
    ]);
    expect(parse('whole.json', JSON.stringify([list[1]]))[0]?.doubts).toBeUndefined();
  });

  it('says which date it cannot read', () => {
    const [article] = parse('rink.json', JSON.stringify({ title: 'Rink', date: 'soon', text: TEXT }));
    expect(article?.doubts).toEqual([expect.stringContaining('“soon”')]);
  });

  it('gives an article under the names that newsrooms and programs use', () => {
    const stated = {
      title: 'Rink',
      author: 'Ann Lee',
      publisher: 'Morning',
      published: '2024-01-12',
      text: TEXT,
    };
    const forms = [
      { title: 'Rink', byline: 'Ann Lee', publisher: 'Morning', published: '2024-01-12', text: TEXT },
      {
        '@type': 'NewsArticle',
        headline: 'Rink',
        author: [{ name: 'Ann Lee' }],
        publisher: { name: 'Morning' },
        datePublished: '2024-01-12',
        articleBody: TEXT,
      },
      {
        articles: [
          {
            title: 'Rink',
            author: 'Ann Lee',
            source: { name: 'Morning' },
            publishedAt: '2024-01-12',
            content: TEXT,
          },
        ],
      },
      {
        title: 'Rink',
        author: 'Ann Lee',
        source: 'Morning',
        date: '12 Jan 2024',
        body: TEXT.replaceAll('\n\n', '\r\n'),
      },
    ];
    for (const form of forms) expect(parse('rink.json', JSON.stringify(form))).toMatchObject([stated]);
  });

  it('with markup in its text is read as a page', () => {
    const content = `<p>${FIRST}</p><script>alert(1)</script><p>${SECOND}</p>`;
    expect(parse('rink.json', JSON.stringify({ title: 'Rink', content }))[0]?.text).toBe(TEXT);
  });

  it('gives each article of a list a path of its own', () => {
    const list = [{ id: 'a', text: FIRST }, { text: SECOND }, { answer: 42 }, 'text'];
    expect(parse('list.json', JSON.stringify(list)).map(({ path }) => path)).toEqual([
      'list.json#a',
      'list.json#2',
    ]);
  });
});

describe('a page', () => {
  it('is read in the encoding that it declares', () => {
    const html = `<html><head><meta charset="iso-8859-2"><title>Rink</title></head><body><article><p>${FIRST} Said Maja Ro\xB9.</p></article></body></html>`;
    expect(parseFile('rink.html', Buffer.from(html, 'latin1'))[0]?.text).toBe(`${FIRST} Said Maja Roš.`);
  });
});

describe('any file', () => {
  it('gives articles with text, or a reason in one line', () => {
    const ending = fc.constantFrom('.txt', '.md', '.html', '.json', '.TXT', '');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => Buffer.from(text)),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(ending, bytes, (end, content) => {
        try {
          for (const { text, path } of parseFile(`some${end}`, content)) {
            expect(text.trim()).not.toBe('');
            expect(path).toMatch(/^some/);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(BriefwireError);
          expect((error as Error).message).not.toContain('\n');
        }
      }),
    );
  });

  const hostile: Record<string, string> = {
    stars: '**a '.repeat(200_000),
    brackets: '['.repeat(300_000),
    comments: '<!--'.repeat(200_000),
    'front matter without an end': `---\n${'a: b\n'.repeat(100_000)}`,
    underscores: '_a'.repeat(200_000),
  };
  for (const [name, source] of Object.entries(hostile))
    it(`of Markdown marks alone is read in time that grows with its length: ${name}`, () => {
      expect(() => parse('hostile.md', source)).not.toThrow();
    });
});
