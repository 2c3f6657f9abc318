/** Who speaks for himself: copies of one text, and publishers of one house, are one voice. */
import type { ReadArticle } from '../article.ts';
import { findDuplicates } from '../search/duplicates.ts';
import type { Evidence, Families } from './types.ts';

/** The house of each article, by its index; an article whose publisher is not stated is a house of its own. */
export function findHouses(
  articles: readonly Pick<ReadArticle, 'publisher'>[],
  families: Families,
): number[] {
  const houses = new Map<string, number>();
  return articles.map((article, at) => {
    const house = houseOf(article.publisher, families);
    if (house === null) return at;
    const first = houses.get(house) ?? at;
    houses.set(house, first);
    return first;
  });
}

/** The voice of each article, by its index: articles with the same number are one voice. */
export function findVoices(articles: readonly ReadArticle[], families: Families): number[] {
  const voices = findHouses(articles, families);
  const rootOf = (at: number): number => {
    const above = voices[at] ?? at;
    return above === at ? at : rootOf(above);
  };
  const places = new Map(articles.map((article, at) => [article.id, at]));
  for (const [one, other] of findDuplicates(articles)) {
    const [x, y] = [rootOf(places.get(one) ?? 0), rootOf(places.get(other) ?? 0)];
    voices[Math.max(x, y)] = Math.min(x, y);
  }
  return voices.map((_, at) => rootOf(at));
}

function houseOf(publisher: string | null, families: Families): string | null {
  const name = publisher?.trim().toLowerCase();
  return name ? (families.get(name) ?? name) : null;
}

/** What a brief rests on. */
export function buildEvidence(articles: readonly ReadArticle[], voices: readonly number[]): Evidence {
  const dates = articles.flatMap((article) => article.published?.slice(0, 10) ?? []).sort();
  return {
    articles: articles.length,
    voices: new Set(voices).size,
    unstated: articles.filter((article) => !article.publisher?.trim()).length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    undated: articles.length - dates.length,
  };
}
