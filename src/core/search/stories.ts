/** Which articles tell of the same event. */
import type { ReadArticle } from '../article.ts';
import { averageLink, type Edge } from './clusters.ts';
import { findDuplicates } from './duplicates.ts';
import { parseTerms } from './query.ts';
import { cosine, countArticles, type Vector, weigh } from './vectors.ts';

export interface Stories {
  /** Ids; every article is in exactly one story, in the order of the articles given. */
  readonly stories: string[][];
  /** Pairs of ids of near-identical texts. */
  readonly duplicates: [string, string][];
}

const ALIKE = 0.2;
const LEAD_WORDS = 120;

/** Groups articles into stories. */
export function groupStories(articles: readonly ReadArticle[]): Stories {
  const bags = articles.map(bagOf);
  const frequencies = countArticles(bags);
  const vectors = bags.map((bag) => weigh(bag, frequencies));
  const groups = averageLink(articles.length, edgesOf(vectors), ALIKE);
  return {
    stories: groups.map((group) => group.flatMap((at) => articles[at]?.id ?? [])),
    duplicates: findDuplicates(articles),
  };
}

function bagOf(article: ReadArticle): Map<string, number> {
  const bag = new Map<string, number>();
  const terms = [...parseTerms(article.title ?? ''), ...parseTerms(article.text)];
  for (const [at, term] of terms.entries()) bag.set(term, (bag.get(term) ?? 0) + (at < LEAD_WORDS ? 2 : 1));
  return bag;
}

/** Pairs that share words, found through the words. */
function edgesOf(vectors: readonly Vector[]): Edge[] {
  const edges: Edge[] = [];
  for (const [b, vector] of vectors.entries())
    for (let a = 0; a < b; a++) {
      const other = vectors[a];
      const weight = other === undefined ? 0 : cosine(vector, other);
      if (weight > 0.05) edges.push({ a, b, weight });
    }
  return edges;
}
