/** The items of a feed as articles: from their own text, or from the page behind them. */
import type { Fetcher } from '../guarded-fetch.ts';
import { canonicalUrl } from '../identity.ts';
import type { FeedItem, ParsedFeed } from '../parse/feed.ts';
import { parseFragment } from '../parse/fragment.ts';
import type { FoundArticle, Refusal } from '../ports.ts';
import { authorName, countWords, FEWEST_WORDS, fetchPage } from './page.ts';

export interface FeedOptions {
  readonly fetcher: Fetcher;
  /** Fetch the page behind each item that is not known. */
  readonly fullText: boolean;
  /** True for an item that need not be fetched again. */
  readonly isKnown: (item: { guid: string | null; url: string | null }) => Promise<boolean>;
  /** Called after each item. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Items beyond this are older than anybody asks for; a feed that lists more is cut. */
const MOST_ITEMS = 500;
/** Pages fetched in one run; the rest comes with the next, so that one source does not hold up its host. */
const MOST_PAGES = 30;
/** A text of an item with fewer words is a teaser, unless the feed calls it the content and it ends as a text ends. */
const FULL_WORDS = 120;
const CUT = /(?:\.\.\.|…|\[(?:…|\.\.\.)\]|read more|continue reading)[\s.»>→]*$/iu;

/** What the feed holds that is an article or the teaser of one. */
export async function readFeed(
  feed: ParsedFeed,
  options: FeedOptions,
): Promise<{ found: FoundArticle[]; refused: Refusal[] }> {
  const found: FoundArticle[] = [];
  const refused: Refusal[] = [];
  const items = feed.items.slice(0, MOST_ITEMS);
  let pages = 0;
  for (const [at, item] of items.entries()) {
    const own = articleOf(item, feed.title);
    options.onProgress?.(at, items.length);
    if (options.fullText && own.url !== null && own.teaser && !(await options.isKnown(own))) {
      if (pages === MOST_PAGES) continue;
      pages += 1;
      const page = await fetchPage(options.fetcher, own.url);
      if (page.kind === 'article') {
        found.push(joined(own, page.article));
        continue;
      }
      refused.push({ what: own.url, why: page.why });
    }
    if (own.text !== '') found.push(own);
    else refused.push({ what: own.url ?? own.title ?? `item ${at + 1}`, why: 'the item has no text' });
  }
  options.onProgress?.(items.length, items.length);
  return { found, refused };
}

/** The words are the page's; what the feed states of them comes first, since it is made for readers like this one. */
function joined(own: FoundArticle, page: FoundArticle): FoundArticle {
  return {
    ...page,
    title: own.title ?? page.title,
    author: own.author ?? page.author,
    publisher: page.publisher ?? own.publisher,
    published: own.published ?? page.published,
    url: own.url,
    guid: own.guid,
  };
}

function articleOf(item: FeedItem, publisher: string | null): FoundArticle {
  const content = item.content === null ? '' : parseFragment(item.content, item.title);
  const summary = item.summary === null ? '' : parseFragment(item.summary, item.title);
  const text = content.length >= summary.length ? content : summary;
  const words = countWords(text);
  const whole = !CUT.test(text) && words >= (text === content ? FEWEST_WORDS : FULL_WORDS);
  const authors = item.authors.flatMap((author) => authorName(author) ?? []);
  return {
    title: item.title,
    text,
    author: authors.length === 0 ? null : authors.join(', '),
    publisher,
    published: item.published ?? item.updated,
    url: item.url === null ? null : canonicalUrl(item.url),
    guid: item.id,
    path: null,
    teaser: !whole,
  };
}
