import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScraped } from '../../../src/ingest/parse/scraped.ts';
import { measureScraped, readScrapedPages } from './scraped-pages.ts';

const pages = readScrapedPages();

describe('scraped pages', () => {
  it('lose no paragraph of their article, and keep at most a few lines of the page', () => {
    const figures = measureScraped(pages);
    expect(figures.lost).toEqual([]);
    expect(figures.precision).toBeGreaterThanOrEqual(0.97);
    expect(figures.fields).toBeGreaterThanOrEqual(0.97);
  });

  it('come out the same with Windows line ends and a byte-order mark', () => {
    for (const { page } of pages)
      expect(parseScraped(`\uFEFF${page.replaceAll('\n', '\r\n')}`)).toEqual(parseScraped(page));
  });

  it('come out the same when title and text go in again', () => {
    for (const { page } of pages) {
      const { title, text } = parseScraped(page);
      expect(parseScraped(title === null ? text : `${title}\n\n${text}`).text).toBe(text);
    }
  });
});

it.each([
  'Image caption The pump house of Solheim before the council decided',
  'Story highlights The pump house of Solheim will be torn down',
])('what is under a picture, or a list of highlights, is no title: %s', (line) => {
  const text =
    'The pump house of Solheim will be torn down in spring, the council decided on Monday evening.';
  expect(parseScraped(`${line}\n\n${text}`).title).toBeNull();
});

describe('a line that is said twice', () => {
  const sentence = 'The pump house will be torn down in spring, the council decided.';
  const other = 'Nobody spoke against it, although forty people had come to listen to the debate.';

  it('stays where its other place goes: in a caption, in a comment', () => {
    const caption = `${sentence} (Photo: Ann Lee)\n\n${sentence}\n\n${other}`;
    expect(parseScraped(caption).text).toBe(`${sentence}\n\n${other}`);
    const comments = `${sentence}\n\n${other}\n\n2 Comments\n\nAnn says:\n\n${sentence} What a shame.\n\nReply\n\n3 hours ago`;
    expect(parseScraped(comments).text).toBe(`${sentence}\n\n${other}`);
  });

  it('goes once where a whole page stands twice', () => {
    const page = `${sentence}\n\n${other}`;
    expect(parseScraped(`${page}\n\n${page}`).text).toBe(page);
  });

  it('stays where it is short, as answers are', () => {
    expect(parseScraped(`${other}\n\nWho paid?\n\nNobody.\n\nWho asked?\n\nNobody.`).text).toMatch(
      /Nobody\.\n\nWho asked\?\n\nNobody\.$/,
    );
  });
});

describe('the seed articles', () => {
  const read = (file: string) => parseScraped(readFileSync(`seeds/${file}`, 'utf8'));

  it('lose titles, bylines, captions, the biography and link lists', () => {
    const first = read('000_5467bb023a3c5864.txt');
    expect(first).toMatchObject({ publisher: null, published: '2023-09-11' });
    expect(first.byline).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u);
    expect(first.text.split('\n\n')).toHaveLength(9);
    expect(first.text).not.toMatch(/View all|Our Books|Share This|2019|news editor|Response$/m);
  });

  it('lose a stand-first that the text repeats, captions and credits', () => {
    const second = read('004_5bc04872106aaa21.txt');
    expect(second).toMatchObject({ byline: null, publisher: null, published: null });
    expect(second.text.split('\n\n')).toHaveLength(8);
    expect(second.text).not.toMatch(/Getty|^kim/m);
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.lorem({ maxCount: 3, mode: 'sentences' }),
    fc.lorem({ maxCount: 5 }),
    fc.constantFrom(
      'Related Articles',
      'View all posts',
      'By Ann Lee | May 3, 2024',
      'Photo by Ann Lee',
      '3 Comments',
      'Reply',
      'Ann Lee',
      'Ann Lee is a reporter.',
      '- one',
      '©',
      '“',
      'Share',
    ),
  );
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', ' ', '')))
    .map((lines) => lines.flat().join(''));

  it('gives verbatim paragraphs in their order, apart from line breaks inside them', () => {
    fc.assert(
      fc.property(text, (page) => {
        const flat = page.replace(/[\s\uFEFF\u0085]+/g, ' ');
        let from = 0;
        for (const paragraph of parseScraped(page).text.split('\n\n')) {
          const words = paragraph.replace(/[\s\uFEFF\u0085]+/g, ' ');
          const at = flat.indexOf(words, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + words.length;
        }
      }),
    );
  });

  it('gives fields that are words of the page, or null', () => {
    fc.assert(
      fc.property(text, (page) => {
        const { title, byline, publisher } = parseScraped(page);
        const flat = page.replace(/[\s\uFEFF\u0085]+/g, ' ');
        for (const field of [title, byline, publisher])
          expect(field === null || flat.includes(field.replace(/[\s\uFEFF\u0085]+/g, ' '))).toBe(true);
      }),
    );
  });

  it('keeps every sentence of plain prose', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.lorem({ maxCount: 4, mode: 'sentences' }), { maxLength: 12 }),
        (paragraphs) => {
          const page = paragraphs.join('\n\n');
          const { title, text } = parseScraped(page);
          for (const paragraph of paragraphs)
            expect(`${title}\n\n${text}`.replace(/\s+/g, ' ')).toContain(paragraph.replace(/\s+/g, ' '));
        },
      ),
    );
  });
});

describe('hostile text', () => {
  const cases: Record<string, string> = {
    nothing: '',
    'white space': ' \n\t\r\n\u00A0 ',
    'one word': 'word',
    'one line of a megabyte': 'word '.repeat(200_000),
    'one word of a megabyte': 'a'.repeat(1_000_000),
    'five thousand lines': 'line\n'.repeat(5_000),
    'ten thousand paragraphs that are the same': 'It is the same sentence once more.\n\n'.repeat(10_000),
    'many headings of links': 'Related Articles\n\nOne more headline here\n\n'.repeat(3_000),
    'many names': 'Ann Lee\n\nAnn Lee is a reporter who covers courts.\n\n'.repeat(3_000),
    'only quotation marks': '“"”'.repeat(100_000),
    'half surrogates': '\uD83D'.repeat(50_000),
    brackets: '(('.repeat(100_000),
    'a gap of a megabyte': `a${' '.repeat(1_000_000)}b`,
    'bars and dates': 'by | Sep 11, 2023 | '.repeat(20_000),
    capitals: 'Aa '.repeat(100_000),
    'glued sentences': 'ended.The next'.repeat(10_000),
  };
  for (const [name, page] of Object.entries(cases))
    it(`is read without error, and without a loop that grows with its square: ${name}`, () => {
      // The limit of a test is far above linear time and far below quadratic time. Breaks between parts count twice.
      expect(parseScraped(page).text.length).toBeLessThanOrEqual(page.length * 2);
    });

  it('that is one word is an article of one word', () => {
    expect(parseScraped('word').text).toBe('word');
  });
});
