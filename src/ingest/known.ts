/** Is this article known already, perhaps under another name? */
import type { StoredArticle } from '../core/article.ts';
import type { ArticleStore } from '../core/ports.ts';
import type { FoundArticle, Origin } from './ports.ts';

/**
 * The stored article of the same space that is this one: by the publisher's identifier, by address, by file, or by its
 * words. The same words of another publisher, or at another address, are another article: a second voice may have
 * printed the same report, and the brief counts such copies as one.
 */
export async function findKnown(
  articles: ArticleStore,
  found: FoundArticle,
  origin: Origin,
): Promise<StoredArticle | undefined> {
  const { guid, url, path, text } = found;
  const keys = [
    guid === null ? null : { guid, source: origin.source },
    url === null ? null : { url },
    path === null ? null : { path },
  ];
  for (const key of keys) {
    const known = key === null ? undefined : await articles.find(key, origin);
    if (known !== undefined && isOf(known, origin)) return known;
  }
  const copy = await articles.find({ text }, origin);
  return copy !== undefined && isOf(copy, origin) && isSameVoice(copy, found) ? copy : undefined;
}

/** True where only white space differs. */
export function isSameText(a: { readonly text: string }, b: { readonly text: string }): boolean {
  return a.text === b.text || evened(a.text) === evened(b.text);
}

/** What belongs to a space is not merged with what is shared: removing the one would take the other away. */
function isOf(known: StoredArticle, origin: Origin): boolean {
  return known.status.space === origin.space;
}

function isSameVoice(known: StoredArticle, found: FoundArticle): boolean {
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  return !differs(known.publisher, found.publisher) && !differs(known.url, found.url);
}

function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
