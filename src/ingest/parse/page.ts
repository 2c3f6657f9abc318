/** The article on a web page: its own words, and what the page states about them. Pure: fetching is done before. */
import { Readability } from '@mozilla/readability';
import { BriefwireError, messageOf } from '../../core/errors.ts';
import { type Block, parseBlocks } from './page/blocks.ts';
import { isDeeper } from './page/depth.ts';
import { type DomDocument, type DomElement, parseDocument } from './page/dom.ts';
import { keepArticle } from './page/filter.ts';
import { removeHidden } from './page/hidden.ts';
import { findMainBlocks, proseLength } from './page/main-part.ts';
import { parseMetadata } from './page/metadata.ts';

export interface ParsedPage {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** ISO 8601, as precise as stated. */
  readonly published: string | null;
  /** The address that the page calls its own, as written, or null. */
  readonly canonical: string | null;
  /** Paragraphs apart by a blank line; empty where no article was found. */
  readonly text: string;
}

const MAX_LENGTH = 5 * 1024 * 1024;
/** Browsers stop at 512; no page that a person wrote comes near. */
const MAX_DEPTH = 600;
const MAX_ELEMENTS = 100_000;

/**
 * Readability finds the main part and the metadata; of its blocks, those are kept that are the article's own. Where it
 * takes too little, the part with most of the running text is taken, or the text that JSON-LD gives.
 *
 * What the page does not state is null. Throws `too-large` for more than 5 MB, 100,000 elements or 600 levels.
 */
export function parsePage(html: string, options: { url?: string } = {}): ParsedPage {
  if (html.length > MAX_LENGTH) {
    throw new BriefwireError('too-large', `the page has ${html.length} characters, more than ${MAX_LENGTH}`);
  }
  if (isDeeper(html, MAX_DEPTH, MAX_ELEMENTS)) {
    const message = `the page has more than ${MAX_ELEMENTS} elements, or they are nested deeper than ${MAX_DEPTH}`;
    throw new BriefwireError('too-large', message);
  }
  const document = parseDocument(html.replaceAll('\0', ''));
  const metadata = parseMetadata(document);
  removeHidden(document);
  const main = document.body === null ? [] : findMainBlocks(document.body);
  const article = readArticle(document, options.url);
  const title = squeezed(article?.title) ?? metadata.title;
  const byline = squeezed(article?.byline) ?? metadata.byline;
  const known = { title, byline };
  const found = keepArticle(article?.content ? parseBlocks(article.content) : [], known);
  const other = keepArticle(main, known);
  const blocks = proseLength(found) * 2 < proseLength(other) ? other : found;
  const text = textOf(blocks);
  const stated = metadata.articleBody;
  return {
    title,
    byline,
    publisher: squeezed(article?.siteName) ?? metadata.publisher,
    published: metadata.published,
    canonical: metadata.canonical,
    text: stated !== null && text.length * 2 < stated.length ? paragraphsOf(stated) : text,
  };
}

type Article = ReturnType<Readability<DomElement>['parse']>;

/** Changes the document. */
function readArticle(document: DomDocument, url: string | undefined): Article {
  try {
    return new Readability<DomElement>(document as never, {
      keepClasses: true,
      serializer: (node) => node as never,
    }).parse();
  } catch (error) {
    throw new BriefwireError('internal', `the page ${url ?? ''} cannot be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function squeezed(text: string | null | undefined): string | null {
  const words = (text ?? '').replace(/\s+/g, ' ').trim();
  return words === '' ? null : words;
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n\n');
}

function paragraphsOf(text: string): string {
  return text
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
}
