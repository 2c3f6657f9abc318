/** Sources in SQLite: those added in a chat, what is remembered of each, and who reads one just now. */
import type { AddedSource, SourceState, SourceStore } from '../../core/ports.ts';
import type { SqliteDatabase } from './database.ts';
import { json, parse } from './rows.ts';

export function createSqliteSources(db: SqliteDatabase): SourceStore {
  return {
    async findState(source) {
      return db
        .rows('SELECT body FROM source_state WHERE source = ?', source)
        .map((row) => parse<SourceState>(row['body']))[0];
    },
    async listStates() {
      return db
        .rows('SELECT body FROM source_state ORDER BY source')
        .map((row) => parse<SourceState>(row['body']));
    },
    async putState(state) {
      db.run('INSERT OR REPLACE INTO source_state VALUES (?, ?)', state.source, json(state));
    },
    async claim(source, now, milliseconds) {
      const changed = db.run(
        `INSERT INTO source_claim VALUES (?1, ?2)
         ON CONFLICT (source) DO UPDATE SET until = ?2 WHERE until <= ?3`,
        source,
        now.getTime() + milliseconds,
        now.getTime(),
      );
      return changed > 0;
    },
    async release(source) {
      db.run('DELETE FROM source_claim WHERE source = ?', source);
    },
    async listAdded(space) {
      return db
        .rows(
          'SELECT body FROM added_source WHERE ?1 IS NULL OR space = ?1 ORDER BY added, id',
          space ?? null,
        )
        .map((row) => parse<AddedSource>(row['body']));
    },
    async putAdded(source) {
      db.run(
        'INSERT OR REPLACE INTO added_source VALUES (?, ?, ?, ?)',
        source.id,
        source.space,
        source.added,
        json(source),
      );
    },
    async remove(source) {
      db.write(() => {
        db.run('DELETE FROM added_source WHERE id = ?', source);
        db.run('DELETE FROM source_state WHERE source = ?', source);
        db.run('DELETE FROM source_claim WHERE source = ?', source);
      });
    },
  };
}
