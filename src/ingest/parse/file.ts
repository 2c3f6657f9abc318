/** The articles in the bytes of a file, by what its name ends with. */
import { BriefwireError } from '../../core/errors.ts';
import { decodeBody } from '../fetch/decode.ts';
import { canonicalUrl } from '../identity.ts';
import type { FoundArticle } from '../ports.ts';
import { decodeText } from './bytes.ts';
import { findBody, parseFields } from './fields.ts';
import { parseMarkdown } from './markdown.ts';
import { repairMojibake } from './mojibake.ts';
import { withoutNoteMarks } from './note-marks.ts';
import { parsePage } from './page.ts';
import { parseScraped } from './scraped.ts';

/** What is read; other files are left alone. */
export const FILE_ENDINGS: readonly string[] = ['.txt', '.md', '.markdown', '.html', '.htm', '.json'];
/** Spaces at which no line may break: to a reader they are spaces, as pages and feeds are read too. */
const BOUND_SPACE = /[\u00A0\u2007\u202F]/g;
/** Bytes. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/**
 * One article, or several of a JSON list. Throws `not-an-article` or `too-large` with the reason.
 *
 * @param path what the file is called in the article's status; its ending decides.
 */
export function parseFile(path: string, bytes: Uint8Array): FoundArticle[] {
  if (bytes.length > LARGEST_FILE) throw new BriefwireError('too-large', 'it is larger than 5 MB');
  if (bytes.length === 0) throw new BriefwireError('not-an-article', 'it is empty');
  const page = /\.html?$/i.test(path);
  const decoded = page ? decodeBody(bytes) : decodeText(bytes);
  if (decoded === undefined) throw new BriefwireError('not-an-article', 'it is binary, not text');
  const text = repairMojibake(decoded).replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new BriefwireError('not-an-article', 'it is empty');
  const found = parseText(path, /\.json$/i.test(path) || page ? text : withoutNoteMarks(text)).filter(
    (article) => article.text.trim() !== '',
  );
  if (found.length === 0) throw new BriefwireError('not-an-article', 'no article text was found in it');
  return found.map((article) => ({
    ...article,
    text: withoutNoteMarks(article.text.replace(BOUND_SPACE, ' ')),
  }));
}

function parseText(path: string, text: string): FoundArticle[] {
  const ending = /\.[^./\\]+$/.exec(path.toLowerCase())?.[0];
  if (ending === '.json') return parseJson(path, text);
  if (ending === '.html' || ending === '.htm') return [readPage(path, text)];
  if (ending === '.md' || ending === '.markdown') return [readMarkdown(path, text)];
  const { byline, ...article } = parseScraped(text);
  return [{ ...NOTHING, ...article, author: byline, path }];
}

const NOTHING: FoundArticle = {
  title: null,
  text: '',
  author: null,
  publisher: null,
  published: null,
  url: null,
  guid: null,
  path: null,
  teaser: false,
};

function readPage(path: string, html: string): FoundArticle {
  const { byline, canonical, ...page } = parsePage(html);
  const url = canonical === null ? null : canonicalUrl(canonical);
  return { ...NOTHING, ...page, author: byline, url, path };
}

function readMarkdown(path: string, source: string): FoundArticle {
  const { fields, heading, text, doubts: unread } = parseMarkdown(source);
  const { guid: _, doubts: unclear, ...stated } = parseFields(fields);
  const title = stated.title ?? heading;
  // The title stands above the text, so that the cleaner knows it where the text repeats it.
  const article = parseScraped(title === null ? text : `${title}\n\n${text}`);
  return {
    ...NOTHING,
    ...stated,
    title: title ?? article.title,
    text: article.text,
    author: stated.author ?? article.byline,
    publisher: stated.publisher ?? article.publisher,
    published: stated.published ?? article.published,
    path,
    ...withDoubts([...unread, ...unclear]),
  };
}

function withDoubts(doubts: readonly string[]): Pick<FoundArticle, 'doubts'> {
  return doubts.length > 0 ? { doubts } : {};
}

/** An article, a list of articles, or an object with a list under `articles`, `items` or `results`. */
function parseJson(path: string, source: string): FoundArticle[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new BriefwireError('not-an-article', 'it is no JSON: check its commas and brackets', {
      cause: error,
    });
  }
  const one = isRecord(value) && findBody(value) === null ? undefined : value;
  const list = Array.isArray(value) ? value : (one ?? findList(value));
  const entries = Array.isArray(list) ? list : [list];
  const objects = entries.filter(isRecord);
  const several = objects.length > 1;
  const found = objects.flatMap((object, index): FoundArticle[] => {
    const body = findBody(object);
    if (body === null) return [];
    const { guid: id, doubts, ...stated } = parseFields(object);
    const own = several ? `${path}#${id ?? index + 1}` : path;
    const article = { ...NOTHING, ...stated, path: own, ...withDoubts(doubts) };
    if (!/<(?:p|div|br|article)\b[^<>]*>/i.test(body)) return [{ ...article, text: evenBreaks(body) }];
    return [{ ...article, text: parsePage(`<article>${body}</article>`).text }];
  });
  return saidWhole(found, entries.length);
}

/** A list of which some entries bring nothing says so, with its first article. */
function saidWhole(found: readonly FoundArticle[], entries: number): FoundArticle[] {
  const [first, ...rest] = found.filter(({ text }) => text.trim() !== '');
  if (first === undefined) return [];
  const lost = entries - 1 - rest.length;
  if (lost === 0) return [first, ...rest];
  const doubt = `${lost} of the ${entries} entries of this file have no text that could be read`;
  return [{ ...first, doubts: [...(first.doubts ?? []), doubt] }, ...rest];
}

function findList(value: unknown): unknown {
  if (!isRecord(value)) return [];
  return (
    ['articles', 'items', 'results', 'data', '@graph'].map((name) => value[name]).find(Array.isArray) ?? []
  );
}

/** One kind of line break, and a blank line between paragraphs where there is none at all. */
function evenBreaks(text: string): string {
  const even = text.replace(/\r\n?/g, '\n').trim();
  return even.includes('\n\n') ? even.replace(/\n\s*\n/g, '\n\n') : even.replace(/\n/g, '\n\n');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
