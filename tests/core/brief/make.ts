/** Articles for tests, read as the pipeline reads them. */
import type { Article, ReadArticle } from '../../../src/core/article.ts';
import { readArticle } from '../../fakes/read-article.ts';

export function read(text: string, about: Partial<Article> = {}): ReadArticle {
  return readArticle({ id: 'a1', ...about, text });
}
