/** All stores over one SQLite file. */
import { threadOfPerson } from '../../chat/conversation.ts';
import type { Storage } from '../../chat/stores.ts';
import { createSqliteArticles, removeArticles } from './articles.ts';
import {
  createSqliteAudit,
  createSqliteCommands,
  createSqliteEvents,
  createSqliteFeedback,
  createSqliteHints,
  createSqliteShown,
  createSqliteSpaces,
} from './conversation.ts';
import { openDatabase, type SqliteDatabase, setUp } from './database.ts';
import { createSqliteDigests } from './digests.ts';
import { createSqliteIndex } from './index-snapshot.ts';
import { migrate } from './migrations.ts';
import { createSqliteNotices } from './notices.ts';
import { patiently, withPatience } from './patience.ts';
import { createSqliteSlots } from './slots.ts';
import { createSqliteSources } from './sources.ts';
import { createSqliteThreads } from './threads.ts';

/** Opens the file, making or bringing it up to date first. Rejects with `storage` and what to do about it. */
export async function openSqliteStorage(path: string, now: () => Date = () => new Date()): Promise<Storage> {
  const db = openDatabase(path);
  try {
    await patiently(() => {
      setUp(db);
      migrate(db);
    });
  } catch (error) {
    db.close();
    throw error;
  }
  const slots = createSqliteSlots(db);
  return withPatience<Storage>({
    articles: createSqliteArticles(db),
    index: createSqliteIndex(db),
    sources: createSqliteSources(db),
    threads: createSqliteThreads(db),
    events: createSqliteEvents(db),
    commands: createSqliteCommands(db, now),
    feedback: createSqliteFeedback(db),
    spaces: createSqliteSpaces(db),
    hints: createSqliteHints(db),
    shown: createSqliteShown(db),
    notices: createSqliteNotices(db),
    audit: createSqliteAudit(db),
    digests: createSqliteDigests(db),
    slots,
    async forget(space, actor) {
      return db.write(() => forget(db, space, actor));
    },
    async purge(before) {
      db.write(() => purge(db, before.toISOString()));
      await slots.purge(before);
    },
    async removeSpace(space) {
      db.write(() => removeSpace(db, space));
    },
    async close() {
      db.close();
    },
  });
}

function forget(db: SqliteDatabase, space: string, actor: string): number {
  db.run('DELETE FROM feedback WHERE space = ? AND actor = ?', space, actor);
  db.run('UPDATE change SET actor = NULL WHERE space = ? AND actor = ?', space, actor);
  db.run('DELETE FROM notice WHERE space = ? AND person = ?', space, actor);
  db.run('UPDATE digest SET created_by = NULL WHERE space = ? AND created_by = ?', space, actor);
  const turns = db.run(
    'DELETE FROM turn WHERE actor = ? AND thread IN (SELECT key FROM thread WHERE space = ?)',
    actor,
    space,
  );
  db.run(
    "DELETE FROM thread WHERE space = ? AND json_extract(body, '$.address.thread') = ?",
    space,
    threadOfPerson(actor),
  );
  return turns;
}

function purge(db: SqliteDatabase, before: string): void {
  db.run('DELETE FROM turn WHERE at < ?', before);
  db.run('DELETE FROM thread WHERE created < ? AND key NOT IN (SELECT thread FROM turn)', before);
  for (const table of ['command', 'feedback', 'shown_card', 'notice', 'change']) {
    db.run(`DELETE FROM ${table} WHERE at < ?`, before);
  }
}

function removeSpace(db: SqliteDatabase, space: string): void {
  const ids = db.rows('SELECT id FROM article WHERE space = ?', space).map((row) => String(row['id']));
  removeArticles(db, ids);
  for (const table of ['source_state', 'source_claim']) {
    db.run(`DELETE FROM ${table} WHERE source IN (SELECT id FROM added_source WHERE space = ?)`, space);
  }
  for (const table of [
    'added_source',
    'thread',
    'feedback',
    'space',
    'hint',
    'shown_card',
    'notice',
    'change',
    'digest',
  ]) {
    db.run(`DELETE FROM ${table} WHERE space = ?`, space);
  }
}
