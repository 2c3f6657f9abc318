/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { BriefwireError } from '../../../core/errors.ts';
import { parseFeedDate } from './date.ts';
import { plainTitle, resolveUrl } from './text.ts';
import type { FeedItem, ParsedFeed } from './types.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Identifiers are strings, but some generators write numbers. */
function stringOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function authorsOf(item: Json): string[] {
  const people = Array.isArray(item['authors']) ? item['authors'] : [item['author']];
  return people.flatMap((person) => stringOf(isObject(person) ? person['name'] : person) ?? []);
}

/** Throws `not-a-feed` where the JSON is broken or is something else. */
export function parseJsonFeed(body: string, url?: string): ParsedFeed {
  let feed: unknown;
  try {
    feed = JSON.parse(body);
  } catch (error) {
    throw new BriefwireError('not-a-feed', 'the answer looks like JSON, but is not valid JSON', {
      cause: error,
    });
  }
  if (!isObject(feed) || !Array.isArray(feed['items'])) {
    throw new BriefwireError('not-a-feed', 'the answer is JSON, but has no list of items');
  }
  const inherited = authorsOf(feed);
  const items = feed['items'].filter(isObject).map((item): FeedItem => {
    const link = stringOf(item['url']) ?? stringOf(item['external_url']);
    const own = authorsOf(item);
    return {
      id: stringOf(item['id']),
      title: plainTitle(stringOf(item['title'])),
      url: link === null ? null : resolveUrl(link, url),
      published: parseFeedDate(stringOf(item['date_published'])),
      updated: parseFeedDate(stringOf(item['date_modified'])),
      authors: own.length > 0 ? own : inherited,
      summary: stringOf(item['summary']),
      content: stringOf(item['content_html']) ?? stringOf(item['content_text']),
    };
  });
  return {
    kind: 'json',
    title: plainTitle(stringOf(feed['title'])),
    link: stringOf(feed['home_page_url']),
    items,
  };
}
