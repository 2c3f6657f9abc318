/** The article on a web page: its own words, and what the page states about them. Pure: fetching is done before. */
import { Readability } from '@mozilla/readability';
import { BriefwireError } from '../../core/errors.ts';
import { resolveUrl } from './feed/text.ts';
import { type Block, parseBlocks } from './page/blocks.ts';
import { isBeyond } from './page/depth.ts';
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
  /** The address that the page calls its own, absolute where `url` was given, or null. */
  readonly canonical: string | null;
  /** Paragraphs apart by a blank line; empty where no article was found. */
  readonly text: string;
}

const MAX_LENGTH = 5 * 1024 * 1024;
/** Browsers stop at 512 levels; long pages have ten thousand elements. */
const LIMITS = { depth: 600, elements: 50_000 } as const;

/**
 * Readability finds the main part and the metadata; of its blocks, those are kept that are the article's own. Where it
 * takes too little, the part with most of the running text is taken, or the text that JSON-LD gives.
 *
 * What the page does not state is null. Throws `too-large` for more than 5 MB, 50,000 elements or 600 levels.
 */
export function parsePage(html: string, options: { url?: string } = {}): ParsedPage {
  if (html.length > MAX_LENGTH) {
    throw new BriefwireError('too-large', `the page has ${html.length} characters, more than ${MAX_LENGTH}`);
  }
  if (isBeyond(html, LIMITS)) {
    const message = `the page has more than ${LIMITS.elements} elements, or they are nested deeper than ${LIMITS.depth}`;
    throw new BriefwireError('too-large', message);
  }
  const document = parseDocument(html.replaceAll('\0', ''));
  const metadata = parseMetadata(document);
  removeHidden(document);
  const main = document.body === null ? [] : findMainBlocks(document.body);
  const article = readArticle(document);
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
    canonical: metadata.canonical === null ? null : resolveUrl(metadata.canonical, options.url),
    text: stated !== null && text.length * 2 < stated.length ? paragraphsOf(stated) : text,
  };
}

type Article = ReturnType<Readability<DomElement>['parse']>;

/** Changes the document. Null where Readability finds nothing, or gives up: it recurses and spreads where pages are odd. */
function readArticle(document: DomDocument): Article {
  // Readability takes away line breaks that are followed by more inline elements: the words around them stay apart.
  for (const lineBreak of document.querySelectorAll('br')) lineBreak.before(' ');
  try {
    return new Readability<DomElement>(document as never, {
      keepClasses: true,
      serializer: (node) => node as never,
    }).parse();
  } catch {
    return null; // the part with most of the running text is taken instead
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
