/** Threads with their turns, in SQLite. */
import type { ThreadState, ThreadStore, ThreadTurn } from '../../chat/stores.ts';
import type { SqliteDatabase } from './database.ts';
import { json, parse } from './rows.ts';

export function createSqliteThreads(db: SqliteDatabase): ThreadStore {
  function build(row: Record<string, unknown> | undefined): ThreadState | undefined {
    if (row === undefined) return undefined;
    const turns = db
      .rows('SELECT actor, body FROM turn WHERE thread = ? ORDER BY number', String(row['key']))
      .map(buildTurn);
    return { ...parse<Omit<ThreadState, 'turns'>>(row['body']), turns };
  }

  function addTurn(key: string, turn: ThreadTurn): void {
    db.run(
      'INSERT INTO turn (thread, at, actor, message, body) VALUES (?, ?, ?, ?, ?)',
      key,
      turn.at,
      turn.actor,
      turn.message ?? null,
      json(turn),
    );
  }

  return {
    async find(key) {
      return build(db.rows('SELECT key, body FROM thread WHERE key = ?', key)[0]);
    },
    async put(state) {
      const { turns, ...body } = state;
      const { platform, space, channel } = state.address;
      db.write(() => {
        db.run('DELETE FROM thread WHERE key = ?', state.key);
        db.run(
          'INSERT INTO thread VALUES (?, ?, ?, ?, ?, ?, ?)',
          state.key,
          platform,
          space,
          channel,
          state.query === '' ? 0 : 1,
          state.created,
          json(body),
        );
        for (const turn of turns) addTurn(state.key, turn);
      });
    },
    async appendTurn(key, turn) {
      db.write(() => {
        if (db.rows('SELECT 1 FROM thread WHERE key = ?', key).length > 0) addTurn(key, turn);
      });
    },
    async replaceTurn(key, message, turn) {
      const changed = db.run(
        'UPDATE turn SET at = ?, actor = ?, message = ?, body = ? WHERE thread = ? AND message = ?',
        turn.at,
        turn.actor,
        turn.message ?? null,
        json(turn),
        key,
        message,
      );
      return changed > 0;
    },
    async removeTurns({ platform, space, channel }, message) {
      const isTheirs = `message = ? AND thread IN
        (SELECT key FROM thread WHERE platform = ? AND space = ? AND channel = ?)`;
      const place = [message, platform, space, channel];
      return db.write(() => {
        const rows = db.rows(`SELECT actor, body FROM turn WHERE ${isTheirs} ORDER BY number`, ...place);
        db.run(`DELETE FROM turn WHERE ${isTheirs}`, ...place);
        return rows.map(buildTurn);
      });
    },
    async findLatestBrief({ platform, space, channel }) {
      const [row] = db.rows(
        `SELECT key, body FROM thread WHERE platform = ? AND space = ? AND channel = ? AND is_brief = 1
         ORDER BY created DESC, rowid DESC LIMIT 1`,
        platform,
        space,
        channel,
      );
      return build(row);
    },
  };
}

function buildTurn(row: Record<string, unknown>): ThreadTurn {
  return parse<ThreadTurn>(row['body']);
}
