/** Which of very many articles a brief is made from. */
import type { ReadArticle } from '../article.ts';
import type { Families } from './types.ts';
import { findHouses } from './voices.ts';

/** Of more articles nobody reads a brief in peace, and to read them holds up all others who ask. */
export const MOST_READ = 60;

/**
 * As many as are read, in the order given. Of more, first one of each publishing house, then a second one of each and so
 * on, earlier ones first: beside many reports of one house that of another says more.
 */
export function chooseRead<A extends Pick<ReadArticle, 'publisher'>>(
  articles: readonly A[],
  families: Families,
): readonly A[] {
  if (articles.length <= MOST_READ) return articles;
  const seen = new Map<number, number>();
  const places = findHouses(articles, families).map((house, at) => {
    const round = seen.get(house) ?? 0;
    seen.set(house, round + 1);
    return { at, round };
  });
  const read = places.sort((a, b) => a.round - b.round || a.at - b.at).slice(0, MOST_READ);
  return read
    .map(({ at }) => at)
    .sort((a, b) => a - b)
    .flatMap((at) => articles[at] ?? []);
}
