/** Articles for tests, read as the pipeline reads them. */
import type { Article, ReadArticle } from '../../../src/core/article.ts';
import { analyse } from '../../../src/core/text/analyse.ts';

export function read(text: string, about: Partial<Article> = {}): ReadArticle {
  const article: Article = {
    id: about.id ?? 'a1',
    title: null,
    author: null,
    publisher: null,
    published: null,
    url: null,
    ...about,
    text,
  };
  return { ...article, analysis: analyse(article) };
}
