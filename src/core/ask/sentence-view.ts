/** Sentences with their terms. */
import type { ReadArticle, Sentence } from '../article.ts';
import { parseTerms } from '../search/query.ts';

export interface SentenceView {
  readonly article: ReadArticle;
  readonly sentence: Sentence;
  readonly text: string;
  readonly terms: readonly string[];
}

/** Articles longer than this are read to here: 100,000 words of one article are no news. */
const SENTENCES = 2000;

/** The sentences of articles with their terms. */
export function viewSentences(articles: readonly ReadArticle[]): SentenceView[][] {
  return articles.map((article) =>
    article.analysis.sentences.slice(0, SENTENCES).map((sentence) => {
      const text = article.text.slice(sentence.start, sentence.end);
      return { article, sentence, text, terms: parseTerms(text) };
    }),
  );
}
