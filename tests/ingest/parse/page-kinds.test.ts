import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/ingest/parse/page.ts';

const PROSE =
  'The harbour of Tarsu took in more than ever in the spring, the council said on Monday, because two ferries came back.';

describe('a table', () => {
  it('keeps each row together, with its figures', () => {
    const { text } = parsePage(
      `<article><h1>Harbour</h1><p>${PROSE}</p><table><tr><th>Pier</th><th>May</th><th>June</th></tr><tr><td>North</td><td>12</td><td>14.5</td></tr><tr><td>South</td><td>7</td><td>8</td></tr></table><p>${PROSE.replace('spring', 'autumn')}</p></article>`,
    );
    expect(text.split('\n\n').filter((line) => line.includes('|'))).toEqual([
      'Pier | May | June',
      'North | 12 | 14.5',
      'South | 7 | 8',
    ]);
  });

  it('that draws a quotation mark in a cell of its own has only what is quoted', () => {
    const { text } = parsePage(
      `<article><h1>Harbour</h1><p>${PROSE}</p><table><tr><td>“</td><td>“We came back.”</td></tr></table><p>${PROSE.replace('spring', 'autumn')}</p></article>`,
    );
    expect(text).toContain('\n\n“We came back.”\n\n');
  });

  it('that only lays out a page has paragraphs in its cells', () => {
    const { text } = parsePage(
      `<article><h1>Harbour</h1><table><tr><td><p>${PROSE}</p></td><td><p>${PROSE.replace('spring', 'autumn')}</p></td></tr></table></article>`,
    );
    expect(text).toBe(`${PROSE}\n\n${PROSE.replace('spring', 'autumn')}`);
  });
});

describe('a page of pictures', () => {
  const picture = (caption: string): string =>
    `<figure><img src="a.jpg" alt=""><figcaption>${caption}</figcaption></figure>`;
  const captions = [
    'Dancers in straw masks cross the old bridge of Velmar on Sunday morning. Photo: Ada Byron/GT',
    'A boy of six holds a goat that his father bought at the fair. (Reuters)',
    'Mayor Bo Hale opened the fair with a song, and promised a new roof for the market. Photo: Tom Reed',
  ];

  it('is told by its captions, without who took them', () => {
    const { text } = parsePage(
      `<article><h1>The fair of Velmar</h1><p>Thousands came to Velmar for its fair on Sunday.</p>${captions.map(picture).join('')}</article>`,
    );
    expect(text).toContain('A boy of six holds a goat that his father bought at the fair.');
    expect(text).toContain('Mayor Bo Hale opened the fair with a song');
    expect(text).not.toMatch(/Photo|Reuters/);
  });

  it('is none where the article has paragraphs: there captions go', () => {
    const paragraphs = ['spring', 'summer', 'autumn', 'winter'].map(
      (time) => `<p>${PROSE.replace('spring', time)}</p>`,
    );
    const { text } = parsePage(
      `<article><h1>Harbour</h1>${paragraphs.join('')}${captions.map(picture).join('')}</article>`,
    );
    expect(text).not.toContain('goat');
  });
});
