import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/ingest/parse/file.ts';
import { parsePage } from '../../../src/ingest/parse/page.ts';

const textOf = (path: string, source: string): string =>
  parseFile(path, new TextEncoder().encode(source))[0]?.text ?? '';

const LEAD = 'The ferry office of Tarsu could not say where 40 lifeboats were.';
const REST = 'Two of them were found in a barn, according to the harbour master of the town.';

describe('the marks of footnotes', () => {
  it.each([
    ['.txt', `Lifeboats lost\n\n${LEAD}[1]\n\n${REST}[2][3]\n\n[1] Audit of the ferry office, page 7.`],
    [
      '.md',
      `# Lifeboats lost\n\n${LEAD}[^1]\n\n${REST}[^a]\n\n[^1]: Audit of the ferry office, page 7.`.replace(
        '[^a]',
        '[^2]',
      ),
    ],
  ])('are no part of the text, and lose no paragraph that ends with one: %s', (ending, source) => {
    const text = textOf(`boats${ending}`, source);
    expect(text).toContain(`${LEAD}\n\n${REST}`);
    expect(text).not.toMatch(/\[\^?\d\]/);
  });

  it('leave out-of-line words in brackets and years alone', () => {
    const text = `Lifeboats lost\n\n“They [the boats] left in [2019],” she said of ${LEAD}\n\n${REST}`;
    expect(textOf('boats.txt', text)).toContain('“They [the boats] left in [2019],”');
  });

  it('on a page are raised numbers that lead to a note, and no powers', () => {
    const { text } = parsePage(
      `<article><p>${LEAD}<sup><a href="#n1">1</a></sup></p><p>${REST} It covers 12 km<sup>2</sup> of sea.<sup>[2]</sup><sup>:p. 7</sup></p></article>`,
    );
    expect(text).toBe(`${LEAD}\n\n${REST} It covers 12 km2 of sea.`);
  });
});
