import type { ReadArticle, Sentence } from '../../src/core/article.ts';
import type { RankedSentence } from '../../src/core/ask/sentences/evidence.ts';

const NOWHERE: Sentence = { start: 0, end: 0, paragraph: 0 };

/** A sentence of an article as ranking would hand it on, with no signs but those that are given. */
export function rankedSentence(
  article: ReadArticle,
  sentence: Sentence = NOWHERE,
  { score = 0, features = {} }: Partial<Pick<RankedSentence, 'score' | 'features'>> = {},
): RankedSentence {
  const text = article.text.slice(sentence.start, sentence.end);
  const place = article.analysis.sentences.indexOf(sentence);
  return { article, sentence, place, text, terms: [], names: [], dates: [], features, score };
}
