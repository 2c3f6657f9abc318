/** Sources and their numbers. */
import type { ReadArticle, StoredArticle } from '../article.ts';
import { isOpinion } from './sentences/opinion.ts';
import type { Source } from './types.ts';

export interface Citations {
  /** The number of an article; a new one where it is cited for the first time. */
  numberOf(article: string): number;
  /** All articles: the cited ones by their numbers, then the others in the order given. */
  sources(): Source[];
}

/** Numbers run from 1 in the order of first citation. */
export function createCitations(articles: readonly (ReadArticle | StoredArticle)[]): Citations {
  const numbers = new Map<string, number>();
  const numberOf = (article: string): number => {
    const known = numbers.get(article);
    if (known !== undefined) return known;
    numbers.set(article, numbers.size + 1);
    return numbers.size;
  };
  return {
    numberOf,
    sources: () =>
      articles
        .map((article) => ({ article, cited: numbers.has(article.id) }))
        .sort((a, b) => Number(b.cited) - Number(a.cited))
        .map(({ article }) => sourceOf(article, numberOf(article.id)))
        .sort((a, b) => a.number - b.number),
  };
}

function sourceOf(article: ReadArticle | StoredArticle, number: number): Source {
  const status = 'status' in article ? article.status : null;
  return {
    number,
    article: article.id,
    title: article.title,
    publisher: article.publisher,
    author: article.author,
    published: article.published,
    url: article.url,
    opinion: isOpinion(article),
    teaser: status?.teaser ?? false,
    withdrawn: (status?.withdrawn ?? null) !== null,
    corrected: (status?.corrected ?? null) !== null,
  };
}
