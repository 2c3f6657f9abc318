/** Says which files of a folder changed; also when another folder is put in its place. */
import { lstatSync, type Stats } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { messageOf } from '../../core/errors.ts';
import type { Logger } from '../../core/ports.ts';

interface FolderWatchOptions {
  readonly folder: string;
  readonly logger: Logger;
  /** Milliseconds between two looks at whether it is still the same folder. */
  readonly every: number;
  /** A file is new, changed or gone. */
  readonly onFile: (path: string) => void;
  /** The folder stands there for the first time, or another one stands in its place. */
  readonly onAnother: () => Promise<unknown>;
}

export interface FolderWatch {
  /** Resolves when changes are noticed; gives whether the folder is there. */
  start(): Promise<boolean>;
  close(): Promise<void>;
}

export function createFolderWatch({
  folder,
  logger,
  every,
  onFile,
  onAnother,
}: FolderWatchOptions): FolderWatch {
  let watcher: FSWatcher | undefined;
  let watched: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  /** A link to a folder is not followed: it may lead to a whole disk, or round in a circle. */
  const isIgnored = (path: string, stats?: Stats): boolean => {
    const inside = relative(folder, path);
    if (/(?:^|[/\\])\.[^/\\.]/.test(inside)) return true;
    if (inside === '' || stats?.isDirectory() !== true) return false;
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  };

  async function startWatching(): Promise<void> {
    const started = watch(folder, { ignoreInitial: true, ignored: isIgnored });
    watcher = started;
    started.on('add', onFile).on('change', onFile).on('unlink', onFile);
    await new Promise<void>((resolve) => {
      started.on('ready', resolve).on('error', (error) => {
        logger.warn('a folder is not watched whole', { folder, reason: messageOf(error) });
        resolve();
      });
    });
  }

  /**
   * The system watches a folder, not its name: of a disk that was mounted again, of a copy that was moved into its place and of
   * a link that was set anew it says nothing.
   */
  async function followAnother(): Promise<void> {
    const found = await identify(folder);
    if (closed || found === watched) return;
    await watcher?.close();
    watched = null;
    if (found === null) return;
    await startWatching();
    if (closed) return watcher?.close();
    await onAnother();
    watched = found;
  }

  function lookAgain(): void {
    timer = setTimeout(() => {
      followAnother()
        // It is tried again with the next look.
        .catch((error: unknown) => {
          logger.error('a folder could not be read', { folder, reason: messageOf(error) });
        })
        .finally(() => {
          if (!closed) lookAgain();
        });
    }, every);
    timer.unref();
  }

  return {
    async start() {
      watched = await identify(folder);
      if (watched !== null) await startWatching();
      lookAgain();
      return watched !== null;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await watcher?.close();
    },
  };
}

/** Which folder stands under this name; null where none can be read. */
async function identify(folder: string): Promise<string | null> {
  try {
    await (await opendir(folder)).close();
    const { dev, ino } = await stat(folder);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
