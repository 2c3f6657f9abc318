/** From found articles to stored ones: decides what is known, reads what is new, stores and indexes it. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Analysis, Article, ArticleStatus, StoredArticle } from '../core/article.ts';
import { checkSize } from '../core/article-size.ts';
import { messageOf } from '../core/errors.ts';
import type { ArticleIndex, ArticleStore, Clock, Logger } from '../core/ports.ts';
import { isReadable } from '../core/shelf.ts';
import { ANALYSIS_VERSION } from '../core/text/analyse.ts';
import { findKnown, isSameText } from './known.ts';
import {
  type ArticleSink,
  addReports,
  EMPTY_REPORT,
  type FoundArticle,
  type IngestReport,
  type Origin,
} from './ports.ts';

export interface PipelineOptions {
  readonly articles: ArticleStore;
  readonly index: ArticleIndex;
  /** Reads an article; takes milliseconds, so other work is let through after each. */
  readonly analyse: (article: Article) => Analysis;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What was removed by request: it does not come back by itself. */
  readonly removals?: Removals;
  /** The day before which nothing new is taken from feeds; null: whatever its date. */
  readonly oldestKept?: () => string | null;
  /** The words of an article that stand in messages of the bot, verbatim. */
  readonly findShown?: (id: string) => Promise<readonly string[]>;
  /** Called after an article changed in words that were shown. */
  readonly onCorrected?: (correction: Correction) => Promise<void>;
  /** Called after an article was withdrawn. */
  readonly onWithdrawn?: (article: StoredArticle) => Promise<void>;
}

export interface Removals {
  has(article: StoredArticle): Promise<boolean>;
  /** Somebody asks for it again. */
  lift(article: StoredArticle): Promise<void>;
}

/** Words that were shown and that the new text does not have any more. */
export interface Correction {
  readonly before: StoredArticle;
  readonly after: StoredArticle;
  readonly words: readonly string[];
}

export interface Pipeline extends ArticleSink {
  /** Removes what was read from these files, which are gone. */
  removeFiles(paths: readonly string[], origin: Origin): Promise<IngestReport>;
  /** The article of a file is now found in another one. */
  moveFile(from: string, to: string, origin: Origin): Promise<void>;
  /** All articles of this origin that were read from files. */
  listFiles(origin: Origin): Promise<{ readonly path: string; readonly text: string }[]>;
  /** Reads again what an older version of the reader had read; gives how many. */
  refresh(): Promise<number>;
}

/** Articles whose analysis is only looked at, between two rests. */
const BATCH = 50;

export function createPipeline(options: PipelineOptions): Pipeline {
  const { articles, index, analyse, clock, logger } = options;
  // One article at a time, whoever brings it: two feeds with the same article must not both find it unknown.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  async function save(article: StoredArticle): Promise<void> {
    await articles.put([article]);
    // What the reader cannot read is kept and listed, and never found as a passage to quote from.
    if (isReadable(article)) await index.add([article]);
    else await index.remove([article.id]);
  }

  async function takeOne(found: FoundArticle, origin: Origin): Promise<keyof Omit<IngestReport, 'refused'>> {
    checkSize(found);
    const match = await findKnown(articles, index, found, origin);
    if (match === undefined) {
      if (isTooOld(found, origin)) return 'unchanged';
      const article = await buildNew(found, origin);
      if (origin.asked) await options.removals?.lift(article);
      else if (await options.removals?.has(article)) return 'unchanged';
      await save(article);
      return 'added';
    }
    const { article: known, copy } = match;
    // A feed that later brings its teaser again does not take the full text away.
    if (found.teaser && !known.status.teaser) return 'unchanged';
    // Under another name it may read a little differently: were that a change, the two would replace each other for ever.
    const newText = !copy && !isSameText(known, found);
    const newTitle = !copy && found.title !== null && found.title !== known.title;
    const article = mergeFound(known, found, { newText, newTitle, copy });
    const stale = known.analysis.version !== ANALYSIS_VERSION;
    if (newText || newTitle) {
      await replace(known, { ...article, analysis: analyse(article) }, found);
      return 'replaced';
    }
    if (stale || !isSameStatement(known, article))
      await save({
        ...article,
        analysis: stale ? analyse(article) : known.analysis,
        status: { ...known.status, teaser: found.teaser },
      });
    return 'unchanged';
  }

  function isTooOld({ path, published }: FoundArticle, { asked }: Origin): boolean {
    const oldest = options.oldestKept?.() ?? null;
    return oldest !== null && path === null && !asked && published !== null && published < oldest;
  }

  async function replace(
    known: StoredArticle,
    read: Article & { readonly analysis: Analysis },
    found: FoundArticle,
  ): Promise<void> {
    const now = clock.now().toISOString();
    const shown = (await options.findShown?.(known.id)) ?? [];
    const words = shown.filter(
      (shownWords) => known.text.includes(shownWords) && !read.text.includes(shownWords),
    );
    const after = {
      ...read,
      status: {
        ...known.status,
        teaser: found.teaser,
        changed: now,
        version: known.status.version + 1,
        corrected: words.length > 0 ? now : known.status.corrected,
      },
    };
    await save(after);
    if (words.length > 0) await options.onCorrected?.({ before: known, after, words });
  }

  async function buildNew(found: FoundArticle, origin: Origin): Promise<StoredArticle> {
    const now = clock.now().toISOString();
    const { guid, path, teaser, doubts: _, ...stated } = found;
    const { url, text } = stated;
    const key = guid ?? url ?? path ?? text;
    const id = fingerprint([origin.space, origin.source, key]);
    const taken = (await articles.get(id)) !== undefined;
    const article: Article = {
      ...stated,
      id: taken ? fingerprint([origin.space, origin.source, key, text]) : id,
    };
    const status: ArticleStatus = {
      space: origin.space,
      source: origin.source,
      path,
      guid,
      retrieved: now,
      changed: now,
      version: 1,
      teaser,
      withdrawn: null,
      corrected: null,
    };
    return { ...article, analysis: analyse(article), status };
  }

  async function listOf(origin: Origin): Promise<StoredArticle[]> {
    const visible = await articles.list({ space: origin.space });
    return visible.filter(
      ({ status }) =>
        status.space === origin.space && status.source === origin.source && status.path !== null,
    );
  }

  return {
    async take(found, origin) {
      let report = EMPTY_REPORT;
      for (const article of found) {
        for (const doubt of article.doubts ?? [])
          logger.warn(`read in part: ${article.path ?? article.url ?? article.title}: ${doubt}`);
        const one = await inTurn(() => takeOne(article, origin)).then(
          (outcome): IngestReport => ({ ...EMPTY_REPORT, [outcome]: 1 }),
          (error: unknown): IngestReport => {
            const what = article.path ?? article.url ?? article.title ?? 'an article';
            logger.error('an article could not be stored', { what, reason: messageOf(error) });
            return { ...EMPTY_REPORT, refused: [{ what, why: messageOf(error) }] };
          },
        );
        report = addReports(report, one);
        // Questions in the chat are answered between two articles.
        await setImmediate();
      }
      return report;
    },
    withdraw: (ids, at) =>
      inTurn(async () => {
        const known = (await articles.getMany(ids)).filter(({ status }) => status.withdrawn === null);
        await articles.put(
          known.map((article) => ({
            ...article,
            status: { ...article.status, withdrawn: at.toISOString() },
          })),
        );
        for (const article of known) await options.onWithdrawn?.(article);
      }),
    removeFiles: (paths, origin) =>
      inTurn(async () => {
        const gone = new Set(paths);
        const ids = (await listOf(origin))
          .filter(({ status }) => gone.has(status.path ?? ''))
          .map(({ id }) => id);
        await articles.remove(ids);
        await index.remove(ids);
        return { ...EMPTY_REPORT, removed: ids.length };
      }),
    moveFile: (from, to, origin) =>
      inTurn(async () => {
        const article = (await listOf(origin)).find(({ status }) => status.path === from);
        if (article !== undefined)
          await articles.put([{ ...article, status: { ...article.status, path: to } }]);
      }),
    listFiles: async (origin) =>
      (await listOf(origin)).map(({ status, text }) => ({ path: status.path ?? '', text })),
    async refresh() {
      const { put } = await articles.changes(0);
      let count = 0;
      for (const [at, id] of put.entries()) {
        const done = await inTurn(async () => {
          const article = await articles.get(id);
          if (article === undefined || article.analysis.version === ANALYSIS_VERSION) return false;
          await save({ ...article, analysis: analyse(article) });
          return true;
        });
        if (done) count += 1;
        if (done || at % BATCH === 0) await setImmediate();
      }
      return count;
    },
  };
}

/** What was found, and what was known where it does not say. Under another name only what was not known is taken. */
function mergeFound(
  known: StoredArticle,
  found: FoundArticle,
  {
    newText,
    newTitle,
    copy,
  }: { readonly newText: boolean; readonly newTitle: boolean; readonly copy: boolean },
): Article {
  const merge = (field: 'author' | 'publisher' | 'published') =>
    copy ? (known[field] ?? found[field]) : (found[field] ?? known[field]);
  return {
    id: known.id,
    title: newTitle ? found.title : (known.title ?? found.title),
    // The same words stay as they are, with their white space: quotes point into them.
    text: newText ? found.text : known.text,
    author: merge('author'),
    publisher: merge('publisher'),
    published: merge('published'),
    url: known.url ?? found.url,
  };
}

function isSameStatement(known: Article, article: Article): boolean {
  return (['title', 'author', 'publisher', 'published', 'url'] as const).every(
    (field) => known[field] === article[field],
  );
}

function fingerprint(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
