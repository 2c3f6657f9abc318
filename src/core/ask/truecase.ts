/** Questions are typed in small letters; the articles know which of the words are names. */
import type { ReadArticle } from '../article.ts';

/** Names of the articles that are read for it; enough for every name of a question. */
const NAMES = 5000;

/** The question with the capitals that the articles give to its words; as it is where it has capitals of its own. */
export function restoreCapitals(question: string, articles: readonly ReadArticle[]): string {
  if (/\p{Lu}/u.test(question.slice(1))) {
    // All capitals say as little as none.
    if (/\p{Ll}/u.test(question)) return question;
    return restoreCapitals(question.toLowerCase(), articles);
  }
  const capitals = new Map<string, string>();
  for (const { text, analysis } of articles) {
    for (const { start, end } of analysis.names) {
      for (const word of text.slice(start, end).split(/[^\p{L}\p{N}]+/u)) {
        if (/^\p{Lu}/u.test(word)) capitals.set(word.toLowerCase(), word);
      }
      if (capitals.size > NAMES) break;
    }
  }
  return question.replace(/[\p{L}\p{N}]+/gu, (word, at: number) => {
    const known = at === 0 ? undefined : capitals.get(word);
    return known ?? word;
  });
}
