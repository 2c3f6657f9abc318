/** What is still to be told unasked, in SQLite. */
import type { Notice, NoticeStore } from '../../chat/stores.ts';
import type { SqliteDatabase } from './database.ts';
import { json, parse } from './rows.ts';

export function createSqliteNotices(db: SqliteDatabase): NoticeStore {
  return {
    async add(notice) {
      const { key, address, onlyFor, at, next } = notice;
      db.run(
        'INSERT OR IGNORE INTO notice VALUES (?, ?, ?, ?, ?, ?, ?)',
        key,
        address.platform,
        address.space,
        onlyFor ?? null,
        at,
        next,
        json(notice),
      );
    },
    async claim(platforms, now, until) {
      const find = () =>
        db.rows(
          `SELECT key, body FROM notice WHERE next <= ? AND platform IN (SELECT value FROM json_each(?))
           ORDER BY next, key LIMIT 1`,
          now.toISOString(),
          json(platforms),
        );
      // Looked at first without the right to write: it is done each second, and there is hardly ever one.
      if (find().length === 0) return undefined;
      return db.write(() => {
        const [row] = find();
        if (row === undefined) return undefined;
        db.run('UPDATE notice SET next = ? WHERE key = ?', until.toISOString(), String(row['key']));
        return parse<Notice>(row['body']);
      });
    },
    async update(notice) {
      db.run('UPDATE notice SET next = ?, body = ? WHERE key = ?', notice.next, json(notice), notice.key);
    },
    async remove(key) {
      db.run('DELETE FROM notice WHERE key = ?', key);
    },
  };
}
