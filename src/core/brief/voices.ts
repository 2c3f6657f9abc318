/** Who speaks for himself: copies of one text, and publishers of one house, are one voice. */
import type { ReadArticle } from '../article.ts';
import { findDuplicates } from '../search/duplicates.ts';
import type { Evidence, Families } from './types.ts';

/** The voice of each article, by its index: articles with the same number are one voice. */
export function findVoices(articles: readonly ReadArticle[], families: Families): number[] {
  const voices = articles.map((_, at) => at);
  const rootOf = (at: number): number => {
    const above = voices[at] ?? at;
    return above === at ? at : rootOf(above);
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [rootOf(a), rootOf(b)];
    voices[Math.max(x, y)] = Math.min(x, y);
  };
  const houses = new Map<string, number>();
  const places = new Map(articles.map((article, at) => [article.id, at]));
  for (const [at, article] of articles.entries()) {
    const house = houseOf(article.publisher, families);
    if (house === null) continue; // not stated: a voice of its own, and the evidence line says so
    const first = houses.get(house);
    if (first === undefined) houses.set(house, at);
    else join(first, at);
  }
  for (const [one, other] of findDuplicates(articles)) join(places.get(one) ?? 0, places.get(other) ?? 0);
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
