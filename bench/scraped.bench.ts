/**
 * The cleaner of scraped text: paragraphs kept and dropped on the project's own pages, and words kept of the articles in
 * the whole text of real news pages, beside that text as it is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { parseScraped } from '../src/ingest/parse/scraped.ts';
import { measureScraped, readScrapedPages } from '../tests/ingest/parse/scraped-pages.ts';

const DATA = new URL('../../shared/data/extract-aeb/', import.meta.url);
const SCRAPED = new URL('../../shared/data/summ-multinews/dev.jsonl.gz', import.meta.url);

export async function run(): Promise<void> {
  const pages = readScrapedPages();
  const { precision, recall, fields, lost } = measureScraped(pages);
  console.log(`own pages (${pages.length}), whole paragraphs`);
  console.log(
    `  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  title, author, publisher, date ${fields.toFixed(3)}`,
  );
  for (const line of lost) console.log(`  lost: ${line}`);
  const started = performance.now();
  for (let round = 0; round < 100; round += 1) for (const { page } of pages) parseScraped(page);
  console.log(`  ${((performance.now() - started) / 100 / pages.length).toFixed(2)} ms a page`);

  if (existsSync(SCRAPED)) measureDropped();
  else console.log('scraped news: skipped, ../shared/data/summ-multinews is not there');
  if (existsSync(DATA)) measurePages();
  else console.log('real pages: skipped, ../shared/data/extract-aeb is not there');
}

/** Paragraphs of scraped news that end as sentences do, and are in no part of what was kept. */
function measureDropped(): void {
  let paragraphs = 0;
  const dropped: string[] = [];
  for (const line of gunzipSync(readFileSync(SCRAPED)).toString().trim().split('\n')) {
    for (const text of (JSON.parse(line) as { documents: string[] }).documents) {
      const article = parseScraped(text);
      const kept = wordsOf(`${article.title} ${article.text}`);
      for (const paragraph of text.split(/\n\s*\n/).map((part) => part.trim())) {
        if (paragraph.split(' ').length < 8 || !/[.!?]["”’]?$/.test(paragraph)) continue;
        paragraphs += 1;
        if (!kept.includes(wordsOf(paragraph))) dropped.push(paragraph);
      }
    }
  }
  console.log(`scraped news: ${paragraphs} paragraphs that end as sentences do, ${dropped.length} dropped:`);
  for (const paragraph of dropped) console.log(`  ${paragraph.slice(0, 100)}`);
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function measurePages(): void {
  const items = gunzipSync(readFileSync(new URL('items.jsonl.gz', DATA)))
    .toString()
    .trim()
    .split('\n');
  const cleaned: Overlap[] = [];
  const whole: Overlap[] = [];
  for (const item of items) {
    const { html, article_body: article } = JSON.parse(item) as { html: string; article_body: string };
    const page = dumpText(gunzipSync(readFileSync(new URL(html, DATA))).toString());
    cleaned.push(compare(parseScraped(page).text, article));
    whole.push(compare(page, article));
  }
  console.log(`whole text of ${items.length} real pages, runs of four words shared with the article`);
  console.log(`  as it is  ${describe(whole)}`);
  console.log(`  cleaned   ${describe(cleaned)}`);
}

interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

function describe(overlaps: readonly Overlap[]): string {
  const mean = (pick: (overlap: Overlap) => number) =>
    overlaps.reduce((sum, one) => sum + pick(one), 0) / overlaps.length;
  return `precision ${mean(({ precision }) => precision).toFixed(3)}  recall ${mean(({ recall }) => recall).toFixed(3)}`;
}

function compare(text: string, article: string): Overlap {
  const got = countRuns(text);
  const want = countRuns(article);
  let shared = 0;
  for (const [run, count] of got) shared += Math.min(count, want.get(run) ?? 0);
  const total = (runs: Map<string, number>) => [...runs.values()].reduce((sum, count) => sum + count, 0);
  return { precision: shared / Math.max(1, total(got)), recall: shared / Math.max(1, total(want)) };
}

function countRuns(text: string): Map<string, number> {
  const words = wordsOf(text).split(' ');
  const runs = new Map<string, number>();
  for (let at = 0; at + 4 <= words.length; at += 1) {
    const run = words.slice(at, at + 4).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const UNSEEN = /^(?:script|style|noscript|template|svg|head|iframe|select|textarea)$/i;
const INLINE =
  /^(?:a|abbr|b|bdi|cite|code|data|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)$/i;

/** All text of a page, a blank line between its blocks: what a simple scraper gives. */
function dumpText(html: string): string {
  const parts: string[] = [];
  const visit = (node: DomNode): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push((child.textContent ?? '').replace(/\s+/g, ' '));
      else if (child.nodeType === 1 && !UNSEEN.test(child.nodeName)) {
        const gap = INLINE.test(child.nodeName) ? '' : /^br$/i.test(child.nodeName) ? '\n' : '\n\n';
        parts.push(gap);
        visit(child);
        parts.push(gap);
      }
    }
  };
  visit(parseHTML(html).document as DomNode);
  return parts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}
