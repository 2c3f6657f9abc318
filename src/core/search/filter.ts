/** Whether an article passes a search filter. */
import type { SearchFilter } from '../ports.ts';

/** Whether all that the filter names holds; what has no date passes no filter by date. */
export function matchesFilter(
  article: { readonly publisher: string | null; readonly published: string | null },
  id: string,
  { articles, publisher, since, until }: SearchFilter,
): boolean {
  if (articles !== undefined && !articles.has(id)) return false;
  if (publisher !== undefined) {
    if (!(article.publisher ?? '').toLowerCase().includes(publisher.toLowerCase())) return false;
  }
  if (since === undefined && until === undefined) return true;
  const { published } = article;
  if (published === null) return false;
  // Compared as far as both are stated: "2023-09" includes all of September.
  if (since !== undefined && published.slice(0, since.length) < since.slice(0, published.length))
    return false;
  return until === undefined || published.slice(0, until.length) <= until.slice(0, published.length);
}
