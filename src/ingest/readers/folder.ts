/** Follows a folder of article files: reads it whole, then notices what is new, changed or gone. */
import { createHash } from 'node:crypto';
import { messageOf } from '../../core/errors.ts';
import type { Logger } from '../../core/ports.ts';
import type { Pipeline } from '../pipeline.ts';
import { addReports, EMPTY_REPORT, type FoundArticle, type IngestReport, type Origin } from '../ports.ts';
import {
  isArticleFile,
  isUnder,
  listFiles,
  plainFolder,
  readFileArticles,
  stampOf,
  whyUnreadable,
} from './files.ts';
import { createFolderWatch } from './folder-watch.ts';

export interface FolderOptions {
  /** As configured: it is the first part of the path of each article. */
  readonly folder: string;
  readonly origin: Origin;
  readonly pipeline: Pick<Pipeline, 'take' | 'removeFiles' | 'moveFile' | 'listFiles'>;
  readonly logger: Logger;
  /** Called after each run that found something, the first included. */
  readonly onReport?: (report: IngestReport) => void;
  /** Milliseconds without a further change after which changes are read. */
  readonly quiet?: number;
}

export interface FolderReader {
  /** As configured. */
  readonly folder: string;
  /** Id of the source that it is, or null. */
  readonly source: string | null;
  /** Why the folder itself cannot be read now, and what to do; undefined where it can. */
  whyUnreadable(): Promise<string | undefined>;
  /** Reads everything, and removes the articles of files that are gone. Never rejects. */
  read(): Promise<IngestReport>;
  /**
   * After `read`: removes the articles of a folder of the same origin that is followed no more. What a file here says word
   * for word was only moved. Null where this folder cannot be read: then nothing is known to be gone.
   */
  leave(left: string): Promise<IngestReport | null>;
  /** Resolves when changes are noticed. */
  watch(): Promise<void>;
  /** Resolves when the run in progress is done. */
  close(): Promise<void>;
}

/** Half a second: an editor or a copy writes a file in several steps. */
const QUIET = 500;

export function createFolderReader(options: FolderOptions): FolderReader {
  const { origin, pipeline, logger, onReport, quiet = QUIET } = options;
  const folder = plainFolder(options.folder);
  /** What each file held when it was last read: fingerprints of texts, with the paths of their articles. */
  const held = new Map<string, ReadonlyMap<string, string>>();
  /** The state of each file when it was last read. */
  const stamps = new Map<string, string | null>();
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  /** One run at a time, in order. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = running.then(work);
    running = result.catch(() => undefined);
    return result;
  }

  /**
   * Reads these files; those that are gone are left to the caller. A file that is refused keeps the article that it was:
   * it may be half written.
   */
  async function readAll(paths: readonly string[]): Promise<{ report: IngestReport; gone: string[] }> {
    let report = EMPTY_REPORT;
    const gone: string[] = [];
    for (const path of paths) {
      stamps.set(path, await stampOf(path));
      const result = await readFileArticles(path, folder);
      if ('gone' in result) gone.push(path);
      else if ('refusal' in result)
        report = addReports(report, { ...EMPTY_REPORT, refused: [result.refusal] });
      else report = addReports(report, await take(path, result.found));
    }
    return { report, gone };
  }

  async function take(path: string, found: readonly FoundArticle[]): Promise<IngestReport> {
    held.set(path, new Map(found.map((article) => [fingerprint(article), article.path ?? path])));
    const report = await pipeline.take(found, origin);
    if (!path.endsWith('.json')) return report;
    // A list may have become shorter.
    const names = new Set(found.map((article) => article.path));
    return addReports(report, await removeOwn((name) => fileOf(name) === path && !names.has(name)));
  }

  async function removeFiles(gone: readonly string[]): Promise<IngestReport> {
    if (gone.length === 0) return EMPTY_REPORT;
    for (const path of gone) held.delete(path);
    const files = new Set(gone);
    return removeOwn((name) => files.has(fileOf(name)));
  }

  const isOwn = (path: string) => isUnder(folder, path);
  const removeOwn = (isGone: (path: string) => boolean) =>
    removeArticles((path) => isOwn(path) && isGone(path));

  /** An article whose file is gone lives on in another file with the same words. */
  async function removeArticles(isGone: (path: string) => boolean): Promise<IngestReport> {
    const lost: string[] = [];
    for (const article of await pipeline.listFiles(origin)) {
      if (!isGone(article.path)) continue;
      const copy = findCopy(fingerprint(article));
      if (copy === undefined) lost.push(article.path);
      else await pipeline.moveFile(article.path, copy, origin);
    }
    return lost.length === 0 ? EMPTY_REPORT : pipeline.removeFiles(lost, origin);
  }

  function findCopy(print: string): string | undefined {
    for (const articles of held.values()) {
      const path = articles.get(print);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  function tell(report: IngestReport): IngestReport {
    const { added, unchanged, replaced, removed, refused } = report;
    for (const { what, why } of refused) logger.warn(`not read: ${what}: ${why}`);
    logger.info('folder read', { folder, added, unchanged, replaced, removed, refused: refused.length });
    onReport?.(report);
    return report;
  }

  async function readFolder(): Promise<IngestReport> {
    const { files, refused, isWhole } = await listFiles(folder);
    const { report, gone } = await readAll(files);
    // Where a folder cannot be read, nothing is known to be gone.
    const there = new Set(files);
    const known = isWhole ? await pipeline.listFiles(origin) : [];
    const missing = known.map(({ path }) => fileOf(path)).filter((path) => !there.has(path));
    const removed = await removeFiles([...gone, ...missing]);
    return tell(addReports(addReports(report, removed), { ...EMPTY_REPORT, refused }));
  }

  async function readWaiting(): Promise<void> {
    const paths = [...waiting].sort();
    waiting.clear();
    const { report, gone } = await readAll(paths);
    // A folder that is gone as a whole is a disk that is not there: its articles stay.
    const why = gone.length === 0 ? undefined : await whyUnreadable(folder);
    if (why === undefined) tell(addReports(report, await removeFiles(gone)));
    else tell(addReports(report, { ...EMPTY_REPORT, refused: [{ what: folder, why }] }));
  }

  /** What changed after it was read and before anybody watched. */
  async function noticeMissed(): Promise<void> {
    const { files } = await listFiles(folder);
    for (const path of new Set([...files, ...stamps.keys()]))
      if ((await stampOf(path)) !== (stamps.get(path) ?? null)) notice(path);
  }

  function notice(path: string): void {
    if (!isArticleFile(path)) return;
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      inTurn(readWaiting).catch((error: unknown) => {
        logger.error('a folder could not be read', { folder, reason: messageOf(error) });
      });
    }, quiet);
  }

  const watch = createFolderWatch({
    folder,
    logger,
    every: quiet * 10,
    onFile: notice,
    onAnother: () => inTurn(readFolder),
  });

  return {
    folder: options.folder,
    source: origin.source,
    whyUnreadable: () => whyUnreadable(folder),
    read: () => inTurn(readFolder),
    leave: (left) =>
      inTurn(async () => {
        if ((await whyUnreadable(folder)) !== undefined) return null;
        return removeArticles((path) => isUnder(left, path) && !isOwn(path));
      }),
    async watch() {
      if (await watch.start()) await noticeMissed();
    },
    async close() {
      clearTimeout(timer);
      await watch.close();
      clearTimeout(timer);
      await running;
    },
  };
}

/** The file of an article's path: a list in one file numbers its articles behind a hash sign. */
function fileOf(path: string): string {
  return path.replace(/(\.json)#.*$/i, '$1');
}

function fingerprint({ text }: { readonly text: string }): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('base64url');
}
