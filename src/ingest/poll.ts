/** One reading of one source: ask, read, hand over, remember. Whatever goes wrong ends up in the source's state. */
import { messageOf } from '../core/errors.ts';
import type { ArticleStore, Clock, Logger, SourceState, SourceStore } from '../core/ports.ts';
import { shownUrl } from './fetch/addresses.ts';
import type { Fetcher, FetchResult } from './guarded-fetch.ts';
import { lookAgain } from './look-again.ts';
import type { ListedFeed } from './parse/opml.ts';
import { type ArticleSink, addReports, EMPTY_REPORT, type FoundArticle, type IngestReport } from './ports.ts';
import { type Content, readContent } from './readers/address.ts';
import { readFeed } from './readers/feed.ts';
import { whyNot } from './readers/page.ts';
import { afterEnd, afterFailure, afterSuccess, newState } from './source-state.ts';

/** Where articles come from again and again. */
export interface Source {
  readonly id: string;
  readonly url: string;
  /** The space that its articles belong to; null: shared. */
  readonly space: string | null;
  /** Stated for articles that do not name their publisher. */
  readonly publisher: string | null;
  /** Minutes between two readings. */
  readonly every: number;
  /** Fetch the page behind each item. */
  readonly fullText: boolean;
}

export interface PollOptions {
  readonly store: SourceStore;
  readonly articles: ArticleStore;
  readonly sink: ArticleSink;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 to 1, for the jitter. */
  readonly random: () => number;
  /** Called with the feeds of a source that is a list. */
  readonly onList: (source: Source, feeds: readonly ListedFeed[]) => void;
}

export interface Polled {
  readonly report: IngestReport;
  readonly state: SourceState;
}

/** Never throws for what the outside did; the store's own failures are thrown. */
export async function poll(source: Source, options: PollOptions): Promise<Polled> {
  const { store, clock, logger, random } = options;
  const state = (await store.findState(source.id)) ?? newState(source.id);
  const ended = async (next: SourceState, report: IngestReport): Promise<Polled> => {
    await store.putState(next);
    return { report, state: next };
  };
  const failed = (problem: string, retryAfter: Date | null): Promise<Polled> => {
    logger.warn('a source cannot be read', { source: source.id, url: shownUrl(source.url), problem });
    return ended(afterFailure(state, clock.now(), source.every, random(), problem, retryAfter), EMPTY_REPORT);
  };
  const asked = { url: state.movedTo ?? source.url, etag: state.etag, lastModified: state.lastModified };
  const result = await options.fetcher.fetch(asked);
  if (result.kind === 'gone') return ended(afterEnd(state, clock.now(), whyNot(result)), EMPTY_REPORT);
  if (result.kind === 'failed') return failed(result.why, result.retryAfter);
  if (result.kind === 'missing' || result.kind === 'refused') return failed(whyNot(result), null);
  try {
    const movedTo = result.movedTo ?? state.movedTo;
    const read =
      result.kind === 'ok'
        ? await take(source, result, options)
        : { report: EMPTY_REPORT, answer: null, address: null };
    const again = await takeAgain(source, state, options);
    const learnt = {
      movedTo: read.address ?? movedTo,
      missing: again.missing,
      ...(read.answer === null ? {} : { etag: read.answer.etag, lastModified: read.answer.lastModified }),
    };
    const next = afterSuccess(state, clock.now(), source.every, random(), learnt);
    return ended(next, addReports(read.report, again.report));
  } catch (error) {
    return failed(messageOf(error), null);
  }
}

type Answer = Extract<FetchResult, { kind: 'ok' }>;

interface Taken {
  readonly report: IngestReport;
  /** The answer whose validators are kept; null: the next request is unconditional. */
  readonly answer: Answer | null;
  /** The feed that was found behind a page. */
  readonly address: string | null;
}

async function take(source: Source, answer: Answer, options: PollOptions): Promise<Taken> {
  const content = readContent(answer);
  if (content.kind !== 'links')
    return { ...(await takeContent(source, content, answer, options)), address: null };
  const [link] = content.feeds;
  const behind = link === undefined ? null : await options.fetcher.fetch({ url: link.url });
  if (link === undefined || behind?.kind !== 'ok') {
    throw new Error(
      `it is a page, and the feed that it names cannot be read${behind === null || behind.kind === 'ok' ? '' : `: ${whyNot(behind)}`}`,
    );
  }
  const inner = readContent(behind);
  if (inner.kind !== 'feed') throw new Error('it is a page, and what it names as its feed is none');
  return { ...(await takeContent(source, inner, behind, options)), address: behind.movedTo ?? link.url };
}

async function takeContent(
  source: Source,
  content: Exclude<Content, { kind: 'links' }>,
  answer: Answer,
  options: PollOptions,
): Promise<Omit<Taken, 'address'>> {
  const origin = { source: source.id, space: source.space };
  if (content.kind === 'list') {
    options.onList(source, content.feeds);
    // Asked without conditions: which feeds it lists is remembered only while the program runs.
    return { report: EMPTY_REPORT, answer: { ...answer, etag: null, lastModified: null } };
  }
  if (content.kind === 'article') {
    return { report: await options.sink.take([withPublisher(content.article, source)], origin), answer };
  }
  const { found, refused } = await readFeed(content.feed, {
    fetcher: options.fetcher,
    fullText: source.fullText,
    isKnown: (item) => isKnown(item, source, options),
  });
  const report = await options.sink.take(
    found.map((article) => withPublisher(article, source)),
    origin,
  );
  return { report: { ...report, refused: [...report.refused, ...refused] }, answer };
}

/** What the operator says of a source comes before what its feed calls itself. */
function withPublisher(article: FoundArticle, source: Source): FoundArticle {
  return { ...article, publisher: source.publisher ?? article.publisher };
}

/** The page of a teaser is asked for again so long, in milliseconds: it may have been away. Behind a paywall it stays a teaser. */
const ASKED_AGAIN = 6 * 60 * 60 * 1000;

async function isKnown(
  { guid, url }: { guid: string | null; url: string | null },
  source: Source,
  { articles, clock }: PollOptions,
): Promise<boolean> {
  const scope = { space: source.space };
  const keys = [guid === null ? null : { guid, source: source.id }, url === null ? null : { url }];
  for (const key of keys) {
    const known = key === null ? undefined : await articles.find(key, scope);
    if (known === undefined) continue;
    const { teaser, retrieved } = known.status;
    return !teaser || clock.now().getTime() - Date.parse(retrieved) >= ASKED_AGAIN;
  }
  return false;
}

async function takeAgain(
  source: Source,
  state: SourceState,
  { articles, fetcher, sink, clock }: PollOptions,
): Promise<{ report: IngestReport; missing: Readonly<Record<string, string>> }> {
  const now = clock.now();
  const looked = await lookAgain({ articles, fetcher, source, missing: state.missing, now });
  if (looked.withdrawn.length > 0) await sink.withdraw(looked.withdrawn, now);
  if (looked.changed.length === 0) return { report: EMPTY_REPORT, missing: looked.missing };
  const report = await sink.take(looked.changed, { source: source.id, space: source.space });
  return { report, missing: looked.missing };
}
