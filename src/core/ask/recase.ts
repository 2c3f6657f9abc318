/** A question typed without capitals, or in nothing but capitals, with the names of the articles as these write them. */
import type { ReadArticle } from '../article.ts';
import { isCommon } from '../text/names/features.ts';

/** Words of a name. */
const LONGEST = 5;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** The names of articles by their words in lower case. */
function namesOf(articles: readonly ReadArticle[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { text, analysis } of articles)
    for (const { start, end, kind } of analysis.names) {
      const name = text.slice(start, end);
      const lower = name.toLowerCase();
      // "may" and "will" are no names where nothing else says so.
      if (/^\p{Lu}/u.test(name) && (name.includes(' ') || !isCommon(lower))) names.set(lower, name);
      // People are asked about by their surnames.
      const last = /\p{Lu}\p{L}{2,}$/u.exec(name)?.[0];
      if (kind === 'person' && last !== undefined && !isCommon(last.toLowerCase()))
        names.set(last.toLowerCase(), last);
    }
  return names;
}

/** The question as it stands where it has both small and capital letters. */
export function recase(question: string, articles: readonly ReadArticle[]): string {
  if (/\p{Ll}/u.test(question) && /\p{Lu}/u.test(question)) return question;
  const lower = question.toLowerCase();
  const words = [...lower.matchAll(WORD)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
  }));
  const names = namesOf(articles);
  let [cased, at] = ['', 0];
  for (let first = 0; first < words.length; ) {
    const start = words[first]?.start ?? 0;
    let last = Math.min(words.length, first + LONGEST);
    while (last > first && !names.has(lower.slice(start, words[last - 1]?.end))) last--;
    if (last > first) {
      const end = words[last - 1]?.end ?? start;
      cased += lower.slice(at, start) + (names.get(lower.slice(start, end)) ?? '');
      at = end;
    }
    first = Math.max(last, first + 1);
  }
  return cased + lower.slice(at);
}
