/** How much of an article a brief may show: we brief, we do not republish. */
import type { Passage, ReadArticle } from '../article.ts';
import { countWords } from './lines.ts';

/** Words that a brief may show of any article, however short it is. */
const ALWAYS = 200;
/** Of a longer one, this part of its words. */
const SHARE = 1 / 3;

export interface Allowance {
  /** Takes the words of a passage that are not yet shown, if they still may be; false, and nothing taken, if not. */
  take(passage: Passage): boolean;
  /** Whether `take` would be true. */
  allows(passage: Passage): boolean;
}

/** The same words shown twice count once. */
export function createAllowance(articles: readonly ReadArticle[]): Allowance {
  const left = new Map(articles.map((a) => [a.id, Math.max(ALWAYS, Math.floor(a.analysis.words * SHARE))]));
  const texts = new Map(articles.map((a) => [a.id, a.text]));
  const shown = new Map<string, Passage[]>();
  const costOf = (passage: Passage): number => {
    const before = shown.get(passage.article) ?? [];
    if (before.some((one) => one.start <= passage.start && passage.end <= one.end)) return 0;
    return countWords(texts.get(passage.article)?.slice(passage.start, passage.end) ?? '');
  };
  const allows = (passage: Passage): boolean => costOf(passage) <= (left.get(passage.article) ?? 0);
  return {
    allows,
    take(passage) {
      if (!allows(passage)) return false;
      left.set(passage.article, (left.get(passage.article) ?? 0) - costOf(passage));
      shown.set(passage.article, [...(shown.get(passage.article) ?? []), passage]);
      return true;
    },
  };
}
