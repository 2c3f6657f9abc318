/**
 * The folder that ARTICLES_DIR names is remembered, so that the one before (the demo, once a newsroom names its own) does not
 * go on answering. What was read by hand stays, and so does what a source of config/sources.yaml brought, as a feed's does.
 */
import type { Storage } from '../chat/stores.ts';
import { count } from '../chat/words.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { plainFolder } from '../ingest/readers/files.ts';
import type { FolderReader } from '../ingest/readers/folder.ts';
import { newState } from '../ingest/source-state.ts';

interface Deps {
  readonly folders: readonly Pick<FolderReader, 'folder' | 'source' | 'leave'>[];
  readonly storage: Pick<Storage, 'sources'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const MARK = 'folder:';

export async function rememberFolder({ folders, storage, clock }: Deps): Promise<void> {
  const now = clock.now().toISOString();
  for (const { folder, source } of folders)
    if (source === null)
      await storage.sources.putState({ ...newState(MARK + plainFolder(folder)), attempted: now });
}

/**
 * Takes out the articles of the folder before. For a start, after the folders are read: a single command may have been given
 * other settings than the chat that runs on the same store.
 */
export async function leaveFolders({ folders, storage, logger }: Deps): Promise<void> {
  const configured = new Set(folders.map(({ folder }) => plainFolder(folder)));
  const own = folders.find(({ source }) => source === null);
  for (const { source: state } of await storage.sources.listStates()) {
    const left = state.startsWith(MARK) ? state.slice(MARK.length) : undefined;
    if (left === undefined || configured.has(left)) continue;
    const report = await own?.leave(left);
    if (!report) continue;
    await storage.sources.remove(state);
    if (report.removed > 0)
      logger.warn(
        `${count(report.removed, 'article')} of ${left} taken out: ARTICLES_DIR names ${own?.folder}`,
      );
  }
}
