/** The answer to a question from given articles, with the sentences that say so, or the honest "not in these articles". */
import type { Passage, ReadArticle } from '../article.ts';
import type { ArticleIndex } from '../ports.ts';
import { parseTerms, parseWeightedTerms } from '../search/query.ts';
import { buildStandalone } from './conversation.ts';
import type { Answer, Turn } from './types.ts';

export interface AnswerOptions {
  readonly history: readonly Turn[];
  /** For relative dates in the question. */
  readonly now?: Date;
}

/** Share of the question's weighted terms that the best sentence and its article's title must have. */
const COVERED = 0.6;
const NEAREST = 3;

/**
 * Answers from `articles` alone. `index` gives the rarity of words where it holds many articles.
 */
export function findAnswer(
  question: string,
  articles: readonly ReadArticle[],
  _index: ArticleIndex,
  options: AnswerOptions,
): Promise<Answer> {
  const standalone = buildStandalone(question, options.history);
  const wanted = new Map(parseWeightedTerms(standalone).map(({ term, weight }) => [term, weight]));
  const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  const ranked: (Passage & { score: number })[] = [];
  for (const article of articles) {
    const title = new Set(parseTerms(article.title ?? ''));
    for (const { start, end } of article.analysis.sentences) {
      const terms = new Set(parseTerms(article.text.slice(start, end)));
      let score = 0;
      for (const [term, weight] of wanted) {
        if (terms.has(term)) score += weight;
        else if (title.has(term)) score += weight / 2;
      }
      if (score > 0) ranked.push({ article: article.id, start, end, score: score / total });
    }
  }
  ranked.sort((a, b) => b.score - a.score);
  const passages = ranked.slice(0, NEAREST).map(({ article, start, end }) => ({ article, start, end }));
  const [best] = ranked;
  const source = articles.find(({ id }) => id === best?.article);
  if (best === undefined || source === undefined || best.score < COVERED) {
    return Promise.resolve({ answered: false, nearest: passages, contradicted: false, question: standalone });
  }
  return Promise.resolve({
    answered: true,
    answer: source.text.slice(best.start, best.end),
    evidence: passages.slice(0, 1),
    question: standalone,
  });
}
