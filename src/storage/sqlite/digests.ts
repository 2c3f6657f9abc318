/** Digests, in SQLite. */
import type { Digest, DigestStore } from '../../core/digest/ports.ts';
import { BriefwireError } from '../../core/errors.ts';
import type { SqliteDatabase } from './database.ts';
import { json, parse } from './rows.ts';

export function createSqliteDigests(db: SqliteDatabase): DigestStore {
  function find(id: string): Digest | undefined {
    return db.rows('SELECT created_by, body FROM digest WHERE id = ?', id).map(build)[0];
  }

  function put(digest: Digest): void {
    const { createdBy, ...body } = digest;
    const { platform, space, channel } = digest.place;
    db.run(
      `INSERT INTO digest VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?)
       ON CONFLICT (id) DO UPDATE SET platform = excluded.platform, space = excluded.space, channel = excluded.channel,
         origin = excluded.origin, created = excluded.created, created_by = excluded.created_by, body = excluded.body`,
      digest.id,
      platform,
      space,
      channel,
      digest.origin,
      digest.created,
      createdBy,
      json(body),
    );
  }

  return {
    async find(id) {
      return find(id);
    },
    async list(space) {
      return db
        .rows(
          'SELECT created_by, body FROM digest WHERE ?1 IS NULL OR space = ?1 ORDER BY created, id',
          space ?? null,
        )
        .map(build);
    },
    async put(digest) {
      put(digest);
    },
    async remove(id) {
      db.run('DELETE FROM digest WHERE id = ?', id);
    },
    async replaceFile(given, waiting = []) {
      db.write(() => {
        for (const { id } of given) {
          if (find(id)?.origin === 'chat') {
            throw new BriefwireError('bad-settings', `The digest id "${id}" is taken by one made in chat.`);
          }
        }
        const wanted = new Set([...given.map((digest) => digest.id), ...waiting]);
        for (const row of db.rows("SELECT id FROM digest WHERE origin = 'file'")) {
          if (!wanted.has(String(row['id']))) db.run('DELETE FROM digest WHERE id = ?', String(row['id']));
        }
        for (const digest of given) {
          const { paused, skip, created } = find(digest.id) ?? digest;
          put({ ...digest, paused, skip, created });
        }
      });
    },
    async planned(id) {
      const planned = db.rows('SELECT planned FROM digest WHERE id = ?', id)[0]?.['planned'] ?? null;
      return planned === null ? undefined : new Date(String(planned));
    },
  };
}

function build(row: Record<string, unknown>): Digest {
  const createdBy = row['created_by'] === null ? null : String(row['created_by']);
  return { ...parse<Omit<Digest, 'createdBy'>>(row['body']), createdBy };
}
