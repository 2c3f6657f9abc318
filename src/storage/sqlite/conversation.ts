/** What the conversation remembers beside its threads, in SQLite: events, long commands, ratings, spaces, hints, shown cards, changes. */
import type { Command } from '../../chat/command.ts';
import type {
  AuditLog,
  Change,
  CommandStore,
  EventStore,
  FeedbackStore,
  HintStore,
  ShownCard,
  ShownStore,
  SpaceState,
  SpaceStore,
} from '../../chat/stores.ts';
import { commandId, EVENT_MILLISECONDS, messageKey } from '../keys.ts';
import type { SqliteDatabase } from './database.ts';
import { json, parse } from './rows.ts';

export function createSqliteEvents(db: SqliteDatabase): EventStore {
  return {
    async claim(keys, now) {
      return db.write(() => {
        db.run('DELETE FROM event WHERE at <= ?', now.getTime() - EVENT_MILLISECONDS);
        const isNew = !keys.some((key) => db.rows('SELECT 1 FROM event WHERE key = ?', key).length > 0);
        for (const key of keys) db.run('INSERT OR REPLACE INTO event VALUES (?, ?)', key, now.getTime());
        return isNew;
      });
    },
  };
}

export function createSqliteCommands(db: SqliteDatabase, now: () => Date): CommandStore {
  return {
    async keep(command) {
      const id = commandId(command);
      db.run('INSERT OR REPLACE INTO command VALUES (?, ?, ?)', id, now().toISOString(), json(command));
      return id;
    },
    async find(id) {
      return db
        .rows('SELECT body FROM command WHERE id = ?', id)
        .map((row) => parse<Command>(row['body']))[0];
    },
  };
}

export function createSqliteFeedback(db: SqliteDatabase): FeedbackStore {
  return {
    async put({ space, actor, about, helpful, at }) {
      db.run(
        'INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)',
        space,
        actor,
        about,
        helpful ? 1 : 0,
        at,
      );
    },
    async count(space) {
      const [row] = db.rows(
        'SELECT count(*) AS votes, total(helpful) AS helpful FROM feedback WHERE space = ?',
        space,
      );
      const helpful = Number(row?.['helpful']);
      return { helpful, unhelpful: Number(row?.['votes']) - helpful };
    },
  };
}

export function createSqliteSpaces(db: SqliteDatabase): SpaceStore {
  return {
    async find(space) {
      return db
        .rows('SELECT body FROM space WHERE space = ?', space)
        .map((row) => parse<SpaceState>(row['body']))[0];
    },
    async put(state) {
      db.run('INSERT OR REPLACE INTO space VALUES (?, ?)', state.space, json(state));
    },
    async list() {
      return db.rows('SELECT body FROM space ORDER BY space').map((row) => parse<SpaceState>(row['body']));
    },
  };
}

export function createSqliteHints(db: SqliteDatabase): HintStore {
  return {
    async claim(space) {
      return db.run('INSERT OR IGNORE INTO hint VALUES (?)', space) > 0;
    },
    async giveBack(space) {
      db.run('DELETE FROM hint WHERE space = ?', space);
    },
  };
}

export function createSqliteShown(db: SqliteDatabase): ShownStore {
  return {
    async put(card) {
      const key = messageKey(card.message);
      db.write(() => {
        db.run('DELETE FROM shown_card WHERE message = ?', key);
        db.run(
          'INSERT INTO shown_card VALUES (?, ?, ?, ?)',
          key,
          card.message.address.space,
          card.at,
          json(card),
        );
        for (const article of new Set(card.shown.map((shown) => shown.article))) {
          db.run('INSERT INTO shown_article VALUES (?, ?)', article, key);
        }
      });
    },
    async findByArticle(article) {
      return db
        .rows(
          `SELECT body FROM shown_article JOIN shown_card USING (message) WHERE article = ?
           ORDER BY at DESC, shown_card.rowid DESC`,
          article,
        )
        .map((row) => parse<ShownCard>(row['body']));
    },
  };
}

export function createSqliteAudit(db: SqliteDatabase): AuditLog {
  return {
    async append(change) {
      const { actor, ...body } = change;
      db.run(
        'INSERT INTO change (space, actor, at, body) VALUES (?, ?, ?, ?)',
        change.space,
        actor,
        change.at,
        json(body),
      );
    },
    async list(space, limit) {
      return db
        .rows('SELECT actor, body FROM change WHERE space = ? ORDER BY number DESC LIMIT ?', space, limit)
        .map((row) => ({
          ...parse<Omit<Change, 'actor'>>(row['body']),
          actor: row['actor'] === null ? null : String(row['actor']),
        }));
    },
  };
}
