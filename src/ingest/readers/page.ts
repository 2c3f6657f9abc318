/** A single web page as an article. */
import { messageOf } from '../../core/errors.ts';
import type { Fetcher, FetchResult } from '../guarded-fetch.ts';
import { canonicalUrl } from '../identity.ts';
import { parsePage } from '../parse/page.ts';
import type { FoundArticle } from '../ports.ts';

/** A page with fewer words is no article: a front page, a notice, a page that needs a script. */
export const FEWEST_WORDS = 40;

/** The article on a fetched page, or null where there is none. Throws `too-large`. */
export function readPage(html: string, url: string): FoundArticle | null {
  const page = parsePage(html, { url });
  if (countWords(page.text) < FEWEST_WORDS) return null;
  return {
    title: page.title,
    text: page.text,
    author: page.byline === null ? null : authorName(page.byline),
    publisher: page.publisher,
    published: page.published,
    url: ownAddress(page.canonical, url),
    guid: null,
    path: null,
    teaser: false,
  };
}

/** A canonical address counts where it is of the same site: copied pages and broken templates name others. */
function ownAddress(canonical: string | null, url: string): string | null {
  const fetched = canonicalUrl(url);
  const stated = canonical === null ? null : canonicalUrl(canonical, url);
  if (stated === null || fetched === null) return fetched;
  const site = (address: string): string => new URL(address).hostname.split('.').slice(-2).join('.');
  const isFrontPage = new URL(stated).pathname === '/' && new URL(fetched).pathname !== '/';
  return site(stated) === site(fetched) && !isFrontPage ? stated : fetched;
}

/** Words between white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** The name alone: "By Ann Lee (ann@example.org)" is Ann Lee. Null where only an address is given. */
export function authorName(byline: string): string | null {
  const name = byline
    .replace(/^\S+@\S+\s*\((.+)\)$/, '$1')
    .replace(/\s*[(<[]?\b[\w.+-]+@[\w.-]+\.\w+[)>\]]?/g, '')
    .replace(/^(?:written |words |story |reported )?by[:\s]+/i, '')
    .replace(
      /[\s,|·•–-]*\b(?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}).*$/u,
      '',
    )
    .replace(/[\s,;|·•–-]+$/, '')
    .trim();
  return name === '' || /^https?:/i.test(name) ? null : name;
}

export type PageReading =
  | { readonly kind: 'article'; readonly article: FoundArticle }
  | { readonly kind: 'none'; readonly why: string };

/** Fetches a page and reads the article on it. */
export async function fetchPage(fetcher: Fetcher, url: string): Promise<PageReading> {
  return readFetched(await fetcher.fetch({ url }));
}

/** The article on what was fetched, or why there is none. */
export function readFetched(result: FetchResult): PageReading {
  if (result.kind !== 'ok') return { kind: 'none', why: whyNot(result) };
  try {
    const article = readPage(result.body, result.url);
    if (article !== null) return { kind: 'article', article };
    return { kind: 'none', why: 'no article was found on the page' };
  } catch (error) {
    return { kind: 'none', why: messageOf(error) };
  }
}

/** What a fetch that brought nothing says to the operator. */
export function whyNot(result: Exclude<FetchResult, { kind: 'ok' }>): string {
  switch (result.kind) {
    case 'not-modified':
      return 'it has not changed';
    case 'gone':
      return 'it is gone for good (status 410)';
    case 'missing':
      return 'it is not there (status 404)';
    case 'refused':
    case 'failed':
      return result.why;
  }
}
