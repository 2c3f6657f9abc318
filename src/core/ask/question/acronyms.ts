/** Letters and the names that they stand for: "NHSO" and the National Harbour Safety Office. */
import type { ReadArticle } from '../../article.ts';

const ACRONYM = /(?<![\p{L}\d])\p{Lu}{3,6}(?![\p{L}\d])/gu;
const SMALL = /^(?:of|and|the|for|in|on|de|&)$/i;

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => !SMALL.test(word))
    .map((word) => word.charAt(0))
    .join('');

/** The question with the letters for which the articles only have the one name that begins with them, in full. */
export function spellOut(question: string, articles: readonly ReadArticle[]): string {
  // In a question in capitals all words look so.
  if (!/\p{Ll}/u.test(question)) return question;
  return question.replace(ACRONYM, (short) => {
    if (articles.some(({ title, text }) => `${title ?? ''} ${text}`.includes(short))) return short;
    const names = articles.flatMap(({ text, analysis }) =>
      analysis.names
        .filter(({ kind }) => kind !== 'person')
        .map(({ start, end }) => text.slice(start, end))
        .filter((name) => initialsOf(name) === short),
    );
    const [only] = names;
    return only !== undefined && new Set(names.map((name) => name.toLowerCase())).size === 1 ? only : short;
  });
}
