/** Reads an address that was given by hand, once: a feed, a list of feeds, a page. */
import { BriefwireError, messageOf } from '../core/errors.ts';
import { shownUrl } from './fetch/addresses.ts';
import type { Fetcher } from './guarded-fetch.ts';
import type { ParsedFeed } from './parse/feed.ts';
import { type ArticleSink, addReports, EMPTY_REPORT, type IngestReport } from './ports.ts';
import { fetchContent, fetchGiven } from './readers/address.ts';
import { readFeed } from './readers/feed.ts';

export interface IngestOptions {
  readonly fetcher: Fetcher;
  readonly sink: ArticleSink;
  /** Fetch the pages behind the items of feeds. */
  readonly fullText: boolean;
  /** Called as work is done: with items of a feed, or with feeds of a list. */
  readonly onProgress?: (done: number, total: number) => void;
}

const BY_HAND = { source: null, space: null };

/** Throws a BriefwireError where the address itself brings nothing; a feed of a list that fails is in the report. */
export async function ingestAddress(url: string, options: IngestOptions): Promise<IngestReport> {
  const { content, url: address } = await fetchGiven(options.fetcher, url);
  // A page is asked for as such; who reads a whole feed does not ask for what was removed of it.
  if (content.kind === 'article') return options.sink.take([content.article], { ...BY_HAND, asked: true });
  if (content.kind === 'feed') return ingestFeed(content.feed, address, options, options.onProgress);
  let report = EMPTY_REPORT;
  for (const [at, feed] of content.feeds.entries()) {
    options.onProgress?.(at, content.feeds.length);
    try {
      const inner = await fetchContent(options.fetcher, feed.url);
      if (inner.content.kind !== 'feed') throw new BriefwireError('not-a-feed', 'it is no feed');
      report = addReports(report, await ingestFeed(inner.content.feed, inner.url, options));
    } catch (error) {
      const refused = [{ what: shownUrl(feed.url), why: messageOf(error) }];
      report = addReports(report, { ...EMPTY_REPORT, refused });
    }
  }
  options.onProgress?.(content.feeds.length, content.feeds.length);
  return report;
}

async function ingestFeed(
  feed: ParsedFeed,
  address: string,
  { fetcher, sink, fullText }: IngestOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<IngestReport> {
  const { found, refused } = await readFeed(feed, {
    fetcher,
    fullText,
    isKnown: async () => false,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const report = await sink.take(
    found.map((article) => ({ ...article, guid: ownGuid(article.guid, address) })),
    BY_HAND,
  );
  return { ...report, refused: [...report.refused, ...refused] };
}

/**
 * Many feeds number their items, so what they call an article is its name in that feed alone. A source keeps such names apart
 * from those of other sources; what is read by hand has none.
 */
function ownGuid(guid: string | null, feed: string): string | null {
  return guid === null || /^(?:https?|urn|tag):/i.test(guid) ? guid : `${feed} ${guid}`;
}
