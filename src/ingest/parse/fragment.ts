/** The text of a piece of HTML inside a feed: what an item says, without the lines that feeds put around it. */
import { decodeHTML } from 'entities';
import { parseBlocks } from './page/blocks.ts';
import { isBeyond } from './page/depth.ts';
import { parseDocument } from './page/dom.ts';
import { keepArticle } from './page/filter.ts';
import { removeHidden } from './page/hidden.ts';

/** "The post … appeared first on …", which WordPress adds to each item. */
const APPENDED =
  /^(?:the (?:post|article) .{1,300} (?:first )?appeared (?:first )?on .{1,120}|(?:continue|keep) reading\b.{0,200})$/iu;

/** Paragraphs apart by a blank line. Text without markup is read as text; what is nested too deep says nothing. */
export function parseFragment(source: string, title: string | null = null): string {
  if (!/<[a-z!/]/i.test(source)) return paragraphs(decodeHTML(source).split(/\s*\n\s*/));
  if (isBeyond(source, { depth: 500, elements: 20_000 })) return '';
  const document = parseDocument(`<!doctype html><html><body>${source}</body></html>`);
  removeHidden(document);
  const { body } = document;
  if (body === null) return '';
  return paragraphs(keepArticle(parseBlocks(body), { title, byline: null }).map((block) => block.text));
}

function paragraphs(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !APPENDED.test(line))
    .join('\n\n');
}
