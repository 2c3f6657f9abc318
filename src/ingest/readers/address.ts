/** Whatever stands at an address: a feed, a list of feeds, a page that names its feed, or an article. */
import { BriefwireError } from '../../core/errors.ts';
import { shownUrl } from '../fetch/addresses.ts';
import type { Fetcher, FetchResult } from '../guarded-fetch.ts';
import { type ParsedFeed, parseFeed } from '../parse/feed.ts';
import { findFeedLinks } from '../parse/feed-links.ts';
import { isOpml, type ListedFeed, parseOpml } from '../parse/opml.ts';
import { endOfProlog } from '../parse/prolog.ts';
import type { FoundArticle } from '../ports.ts';
import { readPage } from './page.ts';

type Answer = Extract<FetchResult, { kind: 'ok' }>;

export type Content =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  | { readonly kind: 'list'; readonly feeds: readonly ListedFeed[] }
  | { readonly kind: 'article'; readonly article: FoundArticle }
  /** A page without an article of its own that says where its feeds are. */
  | { readonly kind: 'links'; readonly feeds: readonly { url: string; title: string | null }[] };

/** Content types of feeds are wrong too often to be believed: the beginning of the text decides. */
function isHtml(body: string): boolean {
  const start = body.slice(0, 10_000);
  return /^<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i.test(start.slice(endOfProlog(start)));
}

/** Pictures, PDFs and archives, by how they begin: no text holds a zero byte. */
function isBinary(body: string): boolean {
  return body.startsWith('%PDF-') || body.slice(0, 200).includes('\0');
}

/** Throws `not-a-feed`, `not-an-article` or `too-large`, in words for the operator. */
export function readContent(answer: Answer): Content {
  const { body, url } = answer;
  if (isBinary(body)) {
    const kind = answer.contentType?.split(';', 1)[0]?.trim() || 'a file of another kind';
    throw new BriefwireError('not-a-feed', `the answer is ${kind}, and neither a feed nor a web page`);
  }
  if (isOpml(body)) return { kind: 'list', feeds: parseOpml(body, { url }) };
  if (!isHtml(body)) {
    try {
      return { kind: 'feed', feed: parseFeed(body, { url }) };
    } catch (error) {
      const html = /html/i.test(answer.contentType ?? '');
      if (!html || !(error instanceof BriefwireError) || error.code !== 'not-a-feed') throw error;
    }
  }
  const feeds = findFeedLinks(body, url).filter((link) => link.url !== url);
  const article = readPage(body, url);
  if (article !== null && !isFrontPage(url)) return { kind: 'article', article };
  if (feeds.length > 0) return { kind: 'links', feeds };
  if (article !== null) return { kind: 'article', article };
  throw new BriefwireError(
    'not-an-article',
    'it is a web page on which neither an article nor a feed was found',
  );
}

/** A front page, or that of a section, holds teasers of many articles: its feed is meant. */
function isFrontPage(url: string): boolean {
  return /^\/?(?:index\.\w+|[\w-]{1,20}\/?)?$/.test(new URL(url).pathname);
}

export interface FoundFeed {
  readonly url: string;
  readonly answer: Answer;
  readonly content: Exclude<Content, { kind: 'links' }>;
}

/** Fetches an address, and the first feed that it names where it is a page that names one. Throws what went wrong. */
export async function fetchContent(fetcher: Fetcher, url: string): Promise<FoundFeed> {
  const first = await fetchOk(fetcher, url);
  const content = readContent(first);
  if (content.kind !== 'links') return { url: first.movedTo ?? url, answer: first, content };
  for (const link of content.feeds.slice(0, 3)) {
    const answer = await fetchOk(fetcher, link.url);
    const inner = readContent(answer);
    if (inner.kind === 'feed') return { url: answer.movedTo ?? link.url, answer, content: inner };
  }
  throw new BriefwireError('not-a-feed', 'it names a feed, but what stands there is none');
}

/** As `fetchContent`, for whoever gave the address just now: what went wrong ("its name is not known") is said of the address. */
export async function fetchGiven(fetcher: Fetcher, url: string): Promise<FoundFeed> {
  try {
    return await fetchContent(fetcher, url);
  } catch (error) {
    if (!(error instanceof BriefwireError)) throw error;
    throw new BriefwireError(error.code, `${shownUrl(url)}: ${error.message}`, { cause: error });
  }
}

async function fetchOk(fetcher: Fetcher, url: string): Promise<Answer> {
  const result = await fetcher.fetch({ url });
  switch (result.kind) {
    case 'ok':
      return result;
    case 'not-modified':
    case 'failed':
      throw new BriefwireError('unavailable', result.kind === 'failed' ? result.why : 'it has not changed');
    case 'refused':
      throw new BriefwireError('not-allowed', result.why);
    case 'gone':
      throw new BriefwireError('not-found', 'it is gone for good (status 410)');
    case 'missing':
      throw new BriefwireError('not-found', 'nothing stands there (status 404)');
  }
}
