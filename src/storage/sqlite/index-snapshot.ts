/** The saved search index, with a hash that tells a damaged one. */
import { createHash } from 'node:crypto';
import type { IndexStore } from '../../core/ports.ts';
import type { SqliteDatabase } from './database.ts';

export function createSqliteIndex(db: SqliteDatabase): IndexStore {
  return {
    async find(version) {
      const [row] = db.rows('SELECT * FROM index_snapshot WHERE version = ?', version);
      if (row === undefined) return undefined;
      const text = String(row['body']);
      return fingerprint(text) === row['hash'] ? { revision: Number(row['revision']), text } : undefined;
    },
    async put(version, { revision, text }) {
      db.write(() => {
        db.run('DELETE FROM index_snapshot');
        db.run('INSERT INTO index_snapshot VALUES (?, ?, ?, ?)', version, revision, fingerprint(text), text);
      });
    },
  };
}

function fingerprint(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}
