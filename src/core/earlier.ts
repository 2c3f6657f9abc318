/** Articles as they were told or shown, in the version of then. */
import type { StoredArticle } from './article.ts';
import type { ArticleStore } from './ports.ts';
import { analyse } from './text/analyse.ts';

/** The article with the text and the title of a version; as it is, where that version is the present one or is not kept. */
export async function readVersion(
  articles: Pick<ArticleStore, 'versions'>,
  article: StoredArticle,
  version: number | undefined,
): Promise<StoredArticle> {
  if (version === undefined || version === article.status.version) return article;
  const old = (await articles.versions(article.id)).find((each) => each.version === version);
  if (!old) return article;
  const then = { ...article, title: old.title, text: old.text };
  return { ...then, analysis: analyse(then), status: { ...article.status, version } };
}
