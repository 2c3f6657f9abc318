/** Looks again at the pages of recent articles: whether they were withdrawn, and whether they were corrected. */
import type { StoredArticle } from '../core/article.ts';
import type { ArticleReader } from '../core/ports.ts';
import type { Fetcher } from './guarded-fetch.ts';
import type { FoundArticle } from './ports.ts';
import { readFetched } from './readers/page.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Articles that were read this long ago are looked at; corrections and withdrawals come in the first days. */
const RECENT = { from: HOUR / 6, to: 7 * DAY } as const;
/** Pages that are looked at in one run. */
const MOST_PAGES = 3;

export interface LookedAgain {
  /** Ids of articles that were withdrawn: gone, or missing twice, a day apart. */
  readonly withdrawn: string[];
  /** Instants at which pages were first missing, by article. */
  readonly missing: Record<string, string>;
  /** Articles whose page says something else now, to be taken as a new version. */
  readonly changed: FoundArticle[];
}

export interface LookOptions {
  readonly articles: ArticleReader;
  readonly fetcher: Fetcher;
  readonly source: { readonly id: string; readonly space: string | null; readonly fullText: boolean };
  readonly missing: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Takes the missing ones first, then the recent ones in turn, so that each is seen again within hours. */
export async function lookAgain(options: LookOptions): Promise<LookedAgain> {
  const { articles, fetcher, source, now } = options;
  const own = (await articles.list({ space: source.space })).filter((article) =>
    isRecent(article, source.id, now),
  );
  const known = new Set(own.map((article) => article.id));
  const missing = Object.fromEntries(Object.entries(options.missing).filter(([id]) => known.has(id)));
  const looked: LookedAgain = { withdrawn: [], missing, changed: [] };
  const due = own.filter(({ id }) => isDayOld(missing[id], now));
  const rest = own.filter(({ id }) => missing[id] === undefined);
  const start =
    rest.length === 0 ? 0 : (Math.floor(now.getTime() / (10 * 60_000)) * MOST_PAGES) % rest.length;
  const inTurn = [...rest.slice(start), ...rest.slice(0, start)];
  for (const article of [...due, ...inTurn].slice(0, MOST_PAGES)) {
    await lookAt(article, looked, fetcher, source.fullText, now);
  }
  return looked;
}

async function lookAt(
  article: StoredArticle,
  looked: LookedAgain,
  fetcher: Fetcher,
  fullText: boolean,
  now: Date,
): Promise<void> {
  if (article.url === null) return;
  const result = await fetcher.fetch({ url: article.url });
  if (result.kind === 'gone' || (result.kind === 'missing' && isDayOld(looked.missing[article.id], now))) {
    looked.withdrawn.push(article.id);
    delete looked.missing[article.id];
  } else if (result.kind === 'missing') {
    looked.missing[article.id] = now.toISOString();
  }
  if (result.kind !== 'ok') return;
  delete looked.missing[article.id];
  // Words from the feed and words from the page differ without a correction: compared is only what came from the page.
  if (!fullText || article.status.teaser) return;
  const page = readFetched(result);
  if (page.kind === 'none') return;
  const { guid } = article.status;
  const { title, author, publisher, published, url } = article;
  looked.changed.push({ ...page.article, title, author, publisher, published, url, guid });
}

function isRecent(article: StoredArticle, source: string, now: Date): boolean {
  const { status, url } = article;
  const age = now.getTime() - Date.parse(status.retrieved);
  const recent = age >= RECENT.from && age < RECENT.to;
  return recent && status.source === source && url !== null && status.withdrawn === null;
}

function isDayOld(instant: string | undefined, now: Date): boolean {
  return instant !== undefined && now.getTime() - Date.parse(instant) >= DAY;
}
