/** Articles with their earlier versions and their revisions, in SQLite. */
import type { Analysis, StoredArticle } from '../../core/article.ts';
import type { ArticleKey, ArticleStore, ArticleVersion } from '../../core/ports.ts';
import { isVisible } from '../../core/shelf.ts';
import { byNewest, compare, hashText } from '../keys.ts';
import type { SqliteDatabase } from './database.ts';
import { column, json, parse } from './rows.ts';

/**
 * Texts are kept in memory beside the file, what was read in them is parsed when somebody looks at it. Another process
 * may write: each call asks for the revision first, and reads what changed.
 */
export function createSqliteArticles(db: SqliteDatabase): ArticleStore {
  const known = new Map<string, StoredArticle>();
  let sorted: StoredArticle[] | undefined;
  let seen = 0;

  function current(): Map<string, StoredArticle> {
    const now = revision(db);
    if (now === seen) return known;
    for (const row of db.rows('SELECT id FROM removed_article WHERE revision > ?', seen)) {
      known.delete(String(row['id']));
    }
    for (const row of db.rows(
      'SELECT id, body FROM article WHERE revision > ? AND revision <= ?',
      seen,
      now,
    )) {
      known.set(String(row['id']), withAnalysis(parse<Omit<StoredArticle, 'analysis'>>(row['body'])));
    }
    seen = now;
    sorted = undefined;
    return known;
  }

  /** The analysis is read at the first look and stays while somebody holds the article. */
  function withAnalysis(body: Omit<StoredArticle, 'analysis'>): StoredArticle {
    let analysis: WeakRef<Analysis> | undefined;
    return {
      ...body,
      get analysis() {
        const held = analysis?.deref();
        if (held !== undefined) return held;
        const read = parse<Analysis>(
          db.rows('SELECT analysis FROM article WHERE id = ?', body.id)[0]?.['analysis'] ?? EMPTY_ANALYSIS,
        );
        analysis = new WeakRef(read);
        return read;
      },
    };
  }

  return {
    async get(id) {
      return current().get(id);
    },
    async getMany(ids) {
      const articles = current();
      return ids.flatMap((id) => articles.get(id) ?? []);
    },
    async list(scope) {
      const articles = current();
      sorted ??= [...articles.values()].sort(byNewest);
      return sorted.filter((article) => isVisible(article.status.space, scope));
    },
    async put(articles) {
      if (articles.length === 0) return;
      db.write(() => {
        const at = nextRevision(db);
        for (const article of articles) putOne(db, article, at);
      });
    },
    async remove(ids) {
      db.write(() => removeArticles(db, ids));
    },
    async find(key, scope) {
      const articles = current();
      return findIds(db, key)
        .flatMap((id) => articles.get(id) ?? [])
        .filter((article) => isVisible(article.status.space, scope))
        .sort((a, b) => compare(a.status.retrieved, b.status.retrieved) || compare(a.id, b.id))[0];
    },
    async versions(id) {
      return db
        .rows('SELECT body FROM article_version WHERE article = ? ORDER BY number', id)
        .map((row) => parse<ArticleVersion>(row['body']));
    },
    async count() {
      return Number(db.rows('SELECT count(*) AS n FROM article')[0]?.['n']);
    },
    async revision() {
      return revision(db);
    },
    async changes(since) {
      const ids = (sql: string) => db.rows(sql, since).map((row) => String(row['id']));
      return {
        revision: revision(db),
        put: ids('SELECT id FROM article WHERE revision > ? ORDER BY revision, rowid'),
        removed: ids('SELECT id FROM removed_article WHERE revision > ? ORDER BY revision, id'),
      };
    },
  };
}

function revision(db: SqliteDatabase): number {
  return Number(db.rows("SELECT value FROM counter WHERE name = 'revision'")[0]?.['value'] ?? 0);
}

function nextRevision(db: SqliteDatabase): number {
  db.run("INSERT INTO counter VALUES ('revision', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1");
  return revision(db);
}

/** For an article that another process removed while somebody holds it. */
const EMPTY_ANALYSIS = json({
  version: 0,
  language: null,
  words: 0,
  sentences: [],
  names: [],
  entities: [],
  quotes: [],
  dates: [],
} satisfies Analysis);

function putOne(db: SqliteDatabase, article: StoredArticle, at: number): void {
  const { analysis, ...body } = article;
  const { space, guid, source, path } = article.status;
  const [old] = db.rows('SELECT body FROM article WHERE id = ?', article.id);
  if (old !== undefined) {
    const { text, title, status } = parse<StoredArticle>(old['body']);
    if (text !== article.text || title !== article.title) {
      const version: ArticleVersion = { version: status.version, title, text, changed: status.changed };
      db.run('INSERT INTO article_version (article, body) VALUES (?, ?)', article.id, json(version));
    }
  }
  db.run('DELETE FROM removed_article WHERE id = ?', article.id);
  db.run(
    `INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET space = excluded.space, url = excluded.url, guid = excluded.guid,
       source = excluded.source, path = excluded.path, hash = excluded.hash, revision = excluded.revision,
       body = excluded.body, analysis = excluded.analysis`,
    article.id,
    space,
    column(article.url),
    column(guid),
    source,
    column(path),
    hashText(article.text),
    at,
    json(body),
    json(analysis),
  );
}

/** Removes those that are there. Part of the caller's transaction. */
export function removeArticles(db: SqliteDatabase, ids: readonly string[]): void {
  const there = ids.filter((id) => db.rows('SELECT 1 FROM article WHERE id = ?', id).length > 0);
  if (there.length === 0) return;
  const at = nextRevision(db);
  for (const id of there) {
    db.run('DELETE FROM article WHERE id = ?', id);
    db.run('INSERT OR REPLACE INTO removed_article VALUES (?, ?)', id, at);
  }
}

function findIds(db: SqliteDatabase, key: ArticleKey): string[] {
  const ids = (condition: string, ...values: (string | null)[]) =>
    db.rows(`SELECT id FROM article WHERE ${condition}`, ...values).map((row) => String(row['id']));
  if ('url' in key) return ids('url = ?', column(key.url));
  if ('path' in key) return ids('path = ?', column(key.path));
  if ('guid' in key) return ids('guid = ? AND source IS ?', column(key.guid), key.source);
  return ids('hash = ?', hashText(key.text));
}
