/**
 * The schema, as numbered steps. A step that has landed never changes: add another one.
 *
 * What is looked up has a column, everything else is JSON in `body`: SQLite's text ends at a null character and takes no
 * half surrogate pairs, JSON escapes both. Instants are ISO 8601 text, so that they sort; claims are milliseconds.
 */
import { BriefwireError } from '../../core/errors.ts';
import type { SqliteDatabase } from './database.ts';

const migrations: readonly string[] = [
  // 1: everything up to the first release
  `
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE article (
    id TEXT PRIMARY KEY, space TEXT, url TEXT, guid TEXT, source TEXT, path TEXT, hash TEXT NOT NULL,
    revision INTEGER NOT NULL, body TEXT NOT NULL, analysis TEXT NOT NULL
  ) STRICT;
  CREATE INDEX article_url ON article (url);
  CREATE INDEX article_guid ON article (guid);
  CREATE INDEX article_path ON article (path);
  CREATE INDEX article_hash ON article (hash);
  CREATE INDEX article_revision ON article (revision);
  CREATE TABLE article_version (
    number INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES article ON DELETE CASCADE, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX article_version_article ON article_version (article);
  CREATE TABLE removed_article (id TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE index_snapshot (version TEXT PRIMARY KEY, revision INTEGER NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL) STRICT;

  CREATE TABLE source_state (source TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE source_claim (source TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
  CREATE TABLE added_source (id TEXT PRIMARY KEY, space TEXT NOT NULL, added TEXT NOT NULL, body TEXT NOT NULL) STRICT;

  CREATE TABLE thread (
    key TEXT PRIMARY KEY, platform TEXT NOT NULL, space TEXT NOT NULL, channel TEXT NOT NULL, is_brief INTEGER NOT NULL,
    created TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX thread_channel ON thread (platform, space, channel, created);
  CREATE TABLE turn (
    number INTEGER PRIMARY KEY, thread TEXT NOT NULL REFERENCES thread ON DELETE CASCADE, at TEXT NOT NULL, actor TEXT,
    message TEXT, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX turn_thread ON turn (thread);
  CREATE INDEX turn_actor ON turn (actor);

  CREATE TABLE event (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX event_at ON event (at);
  CREATE TABLE command (id TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE feedback (
    space TEXT NOT NULL, actor TEXT NOT NULL, about TEXT NOT NULL, helpful INTEGER NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (space, actor, about)
  ) STRICT;
  CREATE TABLE space (space TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE shown_card (message TEXT PRIMARY KEY, space TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE shown_article (
    article TEXT NOT NULL, message TEXT NOT NULL REFERENCES shown_card ON DELETE CASCADE, PRIMARY KEY (article, message)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shown_article_message ON shown_article (message);
  CREATE TABLE change (
    number INTEGER PRIMARY KEY, space TEXT NOT NULL, actor TEXT, at TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX change_space ON change (space);

  CREATE TABLE digest (
    id TEXT PRIMARY KEY, platform TEXT NOT NULL, space TEXT NOT NULL, channel TEXT NOT NULL, origin TEXT NOT NULL,
    created TEXT NOT NULL, created_by TEXT, planned TEXT, body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE slot (
    digest TEXT NOT NULL REFERENCES digest ON DELETE CASCADE, slot TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL,
    next TEXT NOT NULL, is_told INTEGER NOT NULL, changed TEXT NOT NULL, body TEXT NOT NULL,
    token TEXT, held_from INTEGER NOT NULL DEFAULT 0, held_until INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (digest, slot)
  ) STRICT;
  CREATE INDEX slot_due ON slot (digest, due, slot);
  CREATE INDEX slot_open ON slot (digest, due, slot) WHERE state IN ('due', 'fixed');
  CREATE INDEX slot_held ON slot (held_from) WHERE token IS NOT NULL;
  `,
  // 2: spaces that were told how to ask; a deleted message is looked for in all threads of its channel
  `
  CREATE TABLE hint (space TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE INDEX turn_message ON turn (message) WHERE message IS NOT NULL;
  `,
  // 3: corrections and removals that wait to be told
  `
  CREATE TABLE notice (
    key TEXT PRIMARY KEY, platform TEXT NOT NULL, space TEXT NOT NULL, person TEXT, at TEXT NOT NULL, next TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX notice_next ON notice (next);
  `,
];

/**
 * Brings the schema up to date, all or nothing; two processes may start at once.
 * Throws `storage` when the file belongs to a newer program, or to another one.
 */
export function migrate(db: SqliteDatabase): void {
  if (version(db) === migrations.length) return;
  db.write(() => {
    const from = version(db);
    if (from > migrations.length) {
      throw new BriefwireError(
        'storage',
        `${db.path} was written by a newer Briefwire (schema ${from}, this one knows ${migrations.length}): start the newer program, or name another file in STORE_URL.`,
      );
    }
    if (from === 0 && db.rows('SELECT 1 FROM sqlite_schema LIMIT 1').length > 0) {
      throw new BriefwireError(
        'storage',
        `${db.path} is a database of another program: name another file in STORE_URL.`,
      );
    }
    for (const step of migrations.slice(from)) db.execute(step);
    db.execute(`PRAGMA user_version = ${migrations.length}`);
  });
}

function version(db: SqliteDatabase): number {
  return Number(db.rows('PRAGMA user_version')[0]?.['user_version'] ?? 0);
}
