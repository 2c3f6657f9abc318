/** The pages of tests/fixtures/scraped with what must come out of them, and how well the cleaner does. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseScraped, type ScrapedArticle } from '../../../src/ingest/parse/scraped.ts';

const FOLDER = new URL('../../fixtures/scraped/', import.meta.url);

export interface ScrapedPage {
  readonly name: string;
  readonly page: string;
  readonly expected: ScrapedArticle;
}

export function readScrapedPages(): ScrapedPage[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const [, head = '', text = ''] = read(file.replace('.txt', '.expected.md')).split('---\n');
      return {
        name: file.replace('.txt', ''),
        page: read(file),
        expected: { ...parse(head), text: text.trim() },
      };
    });
}

export interface Figures {
  /** Share of the paragraphs that came out which are of the article. */
  readonly precision: number;
  /** Share of the article's paragraphs that came out. */
  readonly recall: number;
  /** Share of titles, authors, publishers and dates that are right, null where not stated. */
  readonly fields: number;
  /** Paragraphs of articles that were lost, with their page. */
  readonly lost: readonly string[];
  /** Lines of the page that were kept, with their page. */
  readonly extra: readonly string[];
}

/** Precision and recall of whole paragraphs. */
export function measureScraped(pages: readonly ScrapedPage[]): Figures {
  const lost: string[] = [];
  const extra: string[] = [];
  let wanted = 0;
  let fields = 0;
  for (const { name, page, expected } of pages) {
    const got = parseScraped(page);
    const want = paragraphs(expected.text);
    const have = paragraphs(got.text);
    wanted += want.length;
    lost.push(...want.filter((paragraph) => !have.includes(paragraph)).map((line) => `${name}: ${line}`));
    extra.push(...have.filter((paragraph) => !want.includes(paragraph)).map((line) => `${name}: ${line}`));
    for (const field of ['title', 'byline', 'publisher', 'published'] as const)
      if (got[field] === expected[field]) fields += 1;
  }
  const hits = wanted - lost.length;
  return {
    precision: hits / (hits + extra.length),
    recall: hits / wanted,
    fields: fields / (4 * pages.length),
    lost,
    extra,
  };
}

function paragraphs(text: string): string[] {
  return text === '' ? [] : text.split('\n\n');
}

function read(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}
