import type { Article, ReadArticle } from '../../src/core/article.ts';
import { analyse } from '../../src/core/text/analyse.ts';

/** An article as the core reads it, from what a test states of it. */
export function readArticle(fields: Partial<Article> & { id: string; text: string }): ReadArticle {
  const article: Article = {
    title: null,
    author: null,
    publisher: null,
    published: null,
    url: null,
    ...fields,
  };
  return { ...article, analysis: analyse(article) };
}
