/** Is this article known already, perhaps under another name? */
import type { StoredArticle } from '../core/article.ts';
import type { ArticleIndex, ArticleStore } from '../core/ports.ts';
import { isNearlySame } from './identity.ts';
import type { FoundArticle, Origin } from './ports.ts';

export interface Known {
  readonly article: StoredArticle;
  /** True where the article has another name here: a second file, a new address. Its first text and title stay. */
  readonly copy: boolean;
}

/** Articles about the same thing that are compared word by word. */
const CANDIDATES = 5;

/**
 * The stored article of the same space that is this one: by the publisher's identifier, by address, by file, by its
 * words, or by nearly the same words of the same publisher (a feed that gives an old report a new address).
 *
 * The same words of another publisher are another article: a second voice printed the same report, and the brief counts
 * such copies as one.
 */
export async function findKnown(
  articles: ArticleStore,
  index: ArticleIndex,
  found: FoundArticle,
  origin: Origin,
): Promise<Known | undefined> {
  const { guid, url, path, text, title } = found;
  const isOurs = (known: StoredArticle | undefined) => known?.status.space === origin.space;
  const keys = [
    guid === null ? null : { guid, source: origin.source },
    url === null ? null : { url },
    path === null ? null : { path },
  ];
  for (const key of keys) {
    const article = key === null ? undefined : await articles.find(key, origin);
    if (article === undefined || !isOurs(article)) continue;
    const copy = article.status.path !== path;
    // Two files may name one address for different texts: the front page of a paper.
    if (copy && article.status.path !== null && path !== null && !isNearlySame(article.text, text)) continue;
    return { article, copy };
  }
  const same = await articles.find({ text }, origin);
  if (same !== undefined && isOurs(same) && isSameVoice(same, found, origin))
    return { article: same, copy: true };
  // A file is what it is; only what comes from a newsroom is compared with what came before.
  if (path !== null) return undefined;
  const hits = await index.findArticles(title ?? text.slice(0, 200), CANDIDATES);
  const near = await articles.getMany(hits.map(({ article }) => article));
  const article = near.find(
    (other) =>
      isOurs(other) &&
      other.status.path === null &&
      isSameHouse(other, found, origin) &&
      isNearlySame(other.text, text),
  );
  return article === undefined ? undefined : { article, copy: true };
}

/** True where only white space differs. */
export function isSameText(a: { readonly text: string }, b: { readonly text: string }): boolean {
  return a.text === b.text || evened(a.text) === evened(b.text);
}

/** Nothing says that they are of two publishers, or stand at two addresses of one that is not known. */
function isSameVoice(known: StoredArticle, found: FoundArticle, origin: Origin): boolean {
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (differs(known.publisher, found.publisher)) return false;
  return !differs(known.url, found.url) || isSameHouse(known, found, origin);
}

function isSameHouse(known: StoredArticle, found: FoundArticle, origin: Origin): boolean {
  if (known.publisher !== null && found.publisher !== null) return known.publisher === found.publisher;
  return origin.source !== null && known.status.source === origin.source;
}

/** A text with its white space made even. */
export function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
