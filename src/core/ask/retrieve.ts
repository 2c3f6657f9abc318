/** Passages for a question, over the whole index. */
import type { ArticleIndex, PassageHit, SearchFilter } from '../ports.ts';

/** The passages nearest to a question, best first. It ranks; whether they answer is `findAnswer`'s business. */
export async function findEvidence(
  query: string,
  limit: number,
  index: ArticleIndex,
  filter: SearchFilter = {},
): Promise<PassageHit[]> {
  return index.findPassages(query, limit, filter);
}
