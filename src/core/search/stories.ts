/** Which articles tell of the same event. */
import type { ReadArticle } from '../article.ts';
import { averageLink, type Edge } from './clusters.ts';
import { findDuplicates } from './duplicates.ts';
import { Likeness } from './likeness.ts';
import { Frequencies, readBag } from './vectors.ts';

/** Articles of one story are, on average, at least so alike. Chosen on two sets at once (bench/stories.ts). */
const ALIKE = 0.43;

export interface Stories {
  /** Ids; every article is in exactly one story, in the order of the articles given. */
  readonly stories: string[][];
  /** Pairs of ids of near-identical texts. */
  readonly duplicates: [string, string][];
}

/** Groups articles into stories: one story is one event, and two look-alike events are two. */
export function groupStories(articles: readonly ReadArticle[]): Stories {
  const { stories } = openStories(articles);
  return { stories: stories(), duplicates: findDuplicates(articles) };
}

/** Running stories that take new articles without being grouped again. */
export interface RunningStories {
  /** Puts an article into the story it belongs to, or into a new one; gives the ids of that story, the new one last. */
  add(article: ReadArticle): string[];
  stories(): string[][];
}

/** Groups the articles there are, and takes more one by one. */
export function openStories(articles: readonly ReadArticle[]): RunningStories {
  const frequencies = new Frequencies();
  const likeness = new Likeness();
  const bags = articles.map(readBag);
  for (const bag of bags) frequencies.add(bag);
  for (const [at, bag] of bags.entries())
    likeness.add(frequencies.weigh(bag), articles[at]?.published ?? null);
  likeness.smooth();
  const groups = averageLink(articles.length, edgesOf(likeness, articles.length), ALIKE);
  const ids = articles.map((article) => article.id);
  const idsOf = (group: readonly number[]): string[] => group.flatMap((at) => ids[at] ?? []);
  return {
    stories: () => groups.map(idsOf),
    add(article) {
      const bag = readBag(article);
      frequencies.add(bag);
      const at = likeness.add(frequencies.weigh(bag), article.published);
      likeness.smooth([at]);
      const row = likeness.rowOf(at);
      let [best, mean]: [number[] | null, number] = [null, ALIKE];
      for (const group of groups) {
        const value = group.reduce((sum, other) => sum + (row[other] ?? 0), 0) / group.length;
        if (value >= mean) [best, mean] = [group, value];
      }
      ids.push(article.id);
      if (best === null) groups.push([at]);
      else best.push(at);
      return idsOf(best ?? [at]);
    },
  };
}

function edgesOf(likeness: Likeness, count: number): Edge[] {
  const edges: Edge[] = [];
  for (let b = 0; b < count; b++)
    for (const [a, weight] of likeness.rowOf(b).subarray(0, b).entries())
      if (weight > 0) edges.push({ a, b, weight });
  return edges;
}
