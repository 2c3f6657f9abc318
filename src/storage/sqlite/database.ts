/** The only file that imports libsql: one connection, its errors in our words. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { BriefwireError, messageOf } from '../../core/errors.ts';

/** What fits into a column. */
type SqlValue = string | number | null;

export interface SqliteDatabase {
  readonly path: string;
  rows(sql: string, ...values: SqlValue[]): Record<string, unknown>[];
  /** How many rows changed. */
  run(sql: string, ...values: SqlValue[]): number;
  /** Several statements without values. */
  execute(sql: string): void;
  /** All or nothing, and nobody writes in between. One inside another is part of it. */
  write<T>(work: () => T): T;
  close(): void;
}

/** How long a statement waits: nothing else happens in this process meanwhile. `patience.ts` waits on. */
const BUSY = 20;
const LOCKED = /SQLITE_BUSY|SQLITE_LOCKED|is locked/;

/**
 * Opens or makes the file, and its folder; `setUp` comes first of all that is done with it.
 * Throws `storage` with what to do where that is not possible.
 */
export function openDatabase(path: string): SqliteDatabase {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw toStorageError(path, error);
    }
  };
  const connection = attempt(() => {
    if (path !== ':memory:') {
      mkdirSync(dirname(path), { recursive: true });
      // SQLite would say of a new file only that it cannot be opened.
      if (!existsSync(path)) accessSync(dirname(path), constants.W_OK);
    }
    return new Libsql(path, { timeout: BUSY });
  });
  const statements = new Map<string, Libsql.Statement>();
  const findFile = () => statSync(path, { throwIfNoEntry: false })?.ino;
  let opened = findFile();

  /** SQLite writes on into a file that was deleted, and says nothing: all of it is lost at the end. */
  function checkPresent(): void {
    const present = findFile();
    opened ??= present;
    if (present !== opened) throw toStorageError(path, new Error('another file stands there, or none'));
  }

  function prepare(sql: string): Libsql.Statement {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  const db: SqliteDatabase = {
    path,
    rows(sql, ...values) {
      // `all` reads to the end, which frees the read lock; `get` would hold it until the next use of the statement.
      return attempt(() => prepare(sql).all(values) as Record<string, unknown>[]);
    },
    run(sql, ...values) {
      return attempt(() => prepare(sql).run(values).changes);
    },
    execute(sql) {
      attempt(() => connection.exec(sql));
    },
    write(work) {
      if (connection.inTransaction) return work();
      checkPresent();
      db.execute('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.execute('COMMIT');
        return result;
      } catch (error) {
        // SQLite itself rolls back where the disk is full.
        if (connection.inTransaction) db.execute('ROLLBACK');
        throw error;
      }
    },
    close() {
      statements.clear();
      // The driver closes the file when its memory is collected; what is in the log is brought home now.
      attempt(() => connection.pragma('wal_checkpoint(TRUNCATE)'));
      attempt(() => connection.close());
    },
  };
  return db;
}

/**
 * Looks whether the file is whole, and sets how it is written. May be done again where the file is locked: for the change to
 * a write-ahead log SQLite itself does not wait, whatever its timeout, and several processes may make the file at once.
 */
export function setUp(db: SqliteDatabase): void {
  checkWhole(db);
  db.rows('PRAGMA journal_mode = WAL');
  db.execute('PRAGMA foreign_keys = ON');
}

/** A file that was cut is noticed at the start, not at the first page that is missing. */
function checkWhole(db: SqliteDatabase): void {
  if (db.path === ':memory:') return;
  const number = (name: string) => Number(db.rows(`PRAGMA ${name}`)[0]?.[name] ?? 0);
  // In this order: another process may write meanwhile, which brings pages from the log to the file, and never takes any away.
  const stated = number('page_count') * number('page_size');
  const log = statSync(`${db.path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (statSync(db.path).size >= stated) return;
  // Shorter than it says: right while the rest stands in the write-ahead log.
  const verdict =
    log === 0 ? 'its end is missing' : String(db.rows('PRAGMA quick_check(1)')[0]?.['quick_check']);
  if (verdict !== 'ok') throw toStorageError(db.path, new Error(`SQLITE_CORRUPT: ${verdict}`));
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/SQLITE_FULL|ENOSPC|disk is full/, 'cannot grow: the disk is full. Free some space'],
  [LOCKED, 'is locked by another program. Close that program, or wait'],
  [
    /SQLITE_READONLY|EACCES|EPERM|EROFS|readonly database/,
    'cannot be written. Give this user the right to write the file and its folder',
  ],
  [
    /SQLITE_CORRUPT|SQLITE_NOTADB|malformed|not a database/,
    'is damaged. Put a copy of it back, or move it away: a new one is made, and the sources are read again',
  ],
  [
    /SQLITE_IOERR/,
    'cannot be read or written. Look whether its disk is full (then free some space) or broken, and whether files may grow',
  ],
  [
    /^another file/,
    'was taken away while the program runs. Stop the program, put the file back, and start again',
  ],
  [/SQLITE_CANTOPEN|ConnectionFailed|ENOTDIR|EISDIR|EEXIST/, 'cannot be opened. Check the path in STORE_URL'],
];

/** Another program writes to the file: the same may work in a moment. */
export function isLocked(error: unknown): boolean {
  return error instanceof BriefwireError && error.code === 'storage' && LOCKED.test(messageOf(error.cause));
}

function toStorageError(path: string, error: unknown): BriefwireError {
  if (error instanceof BriefwireError) return error;
  const message = messageOf(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = code === '' || message.startsWith(code) ? message : `${code}: ${message}`;
  const advice = ADVICE.find(([pattern]) => pattern.test(reason))?.[1] ?? 'cannot be used';
  return new BriefwireError('storage', `The database ${path} ${advice} (${reason}).`, { cause: error });
}
