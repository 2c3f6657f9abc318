/** Articles with their earlier versions and their revisions, in memory. */
import type { StoredArticle } from '../../core/article.ts';
import type { ArticleKey, ArticleStore, ArticleVersion } from '../../core/ports.ts';
import { isVisible } from '../../core/shelf.ts';
import { byNewest, compare, hashText } from '../keys.ts';

export interface MemoryArticles extends ArticleStore {
  removeSpace(space: string): void;
}

export function createMemoryArticles(): MemoryArticles {
  const articles = new Map<string, StoredArticle>();
  const earlier = new Map<string, ArticleVersion[]>();
  /** The revision of each id's last change, also of removed ones. In order of revision: a change moves an id to the end. */
  const revisions = new Map<string, number>();
  let revision = 0;

  function touch(id: string): void {
    revisions.delete(id);
    revisions.set(id, revision);
  }

  function removeIds(ids: readonly string[]): void {
    const known = ids.filter((id) => articles.has(id));
    if (known.length === 0) return;
    revision += 1;
    for (const id of known) {
      articles.delete(id);
      earlier.delete(id);
      touch(id);
    }
  }

  return {
    async get(id) {
      return articles.get(id);
    },
    async getMany(ids) {
      return ids.flatMap((id) => articles.get(id) ?? []);
    },
    async list(scope) {
      return [...articles.values()]
        .filter((article) => isVisible(article.status.space, scope))
        .sort(byNewest);
    },
    async put(added) {
      if (added.length === 0) return;
      revision += 1;
      for (const article of added) {
        const before = articles.get(article.id);
        if (before !== undefined && (before.text !== article.text || before.title !== article.title)) {
          earlier.set(article.id, [...(earlier.get(article.id) ?? []), versionOf(before)]);
        }
        articles.set(article.id, article);
        touch(article.id);
      }
    },
    async remove(ids) {
      removeIds(ids);
    },
    async find(key, scope) {
      const isWanted = matcherOf(key);
      return [...articles.values()]
        .filter((article) => isVisible(article.status.space, scope) && isWanted(article))
        .sort((a, b) => compare(a.status.retrieved, b.status.retrieved) || compare(a.id, b.id))[0];
    },
    async versions(id) {
      return [...(earlier.get(id) ?? [])];
    },
    async count() {
      return articles.size;
    },
    async revision() {
      return revision;
    },
    async changes(since) {
      const changed = [...revisions].filter(([, at]) => at > since).map(([id]) => id);
      return {
        revision,
        put: changed.filter((id) => articles.has(id)),
        removed: changed.filter((id) => !articles.has(id)),
      };
    },
    removeSpace(space) {
      removeIds([...articles.values()].filter((a) => a.status.space === space).map((a) => a.id));
    },
  };
}

function versionOf(article: StoredArticle): ArticleVersion {
  const { version, changed } = article.status;
  return { version, title: article.title, text: article.text, changed };
}

function matcherOf(key: ArticleKey): (article: StoredArticle) => boolean {
  if ('url' in key) return ({ url }) => url === key.url;
  if ('path' in key) return ({ status }) => status.path === key.path;
  if ('guid' in key) return ({ status }) => status.guid === key.guid && status.source === key.source;
  const hash = hashText(key.text);
  return (article) => hashOf(article) === hash;
}

/** Each article that comes in is compared with all: hashed anew, some thousands would take minutes. */
const hashes = new WeakMap<StoredArticle, string>();

function hashOf(article: StoredArticle): string {
  const hash = hashes.get(article) ?? hashText(article.text);
  hashes.set(article, hash);
  return hash;
}
