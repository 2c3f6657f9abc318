/** A question typed without capitals, or in nothing but capitals, with the names of the articles as these write them. */
import type { ReadArticle } from '../../article.ts';
import { termOf } from '../../search/query.ts';
import { COUNTRIES, PLACES } from '../../text/data/places.ts';
import { isCommon } from '../../text/names/features.ts';

/** Words of a name. */
const LONGEST = 5;
/** Letters of a word that may be a name and no word. */
const SHORTEST = 5;
const SEASON = /^(?:spring|summer|autumn|winter)$/;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** The names of articles by their words in lower case. */
function namesOf(articles: readonly ReadArticle[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { text, analysis } of articles)
    for (const { start, end, kind } of analysis.names) {
      const name = text.slice(start, end);
      const lower = name.toLowerCase();
      if (/^\p{Lu}/u.test(name)) names.set(lower, name);
      // People are asked about by their surnames.
      const last = /\p{Lu}\p{L}{2,}$/u.exec(name)?.[0];
      if (kind === 'person' && last !== undefined) names.set(last.toLowerCase(), last);
    }
  return names;
}

/** "may" and "will" are no names where nothing else says so: "apple" is one where no article has an apple. */
function isWord(lower: string, articles: readonly ReadArticle[]): boolean {
  if (lower.includes(' ') || !isCommon(lower) || COUNTRIES.has(lower) || PLACES.has(lower)) return false;
  if (lower.length < SHORTEST || termOf(lower) === null || SEASON.test(lower)) return true;
  const small = new RegExp(`(?<!\\p{L})${lower}(?!\\p{L})`, 'u');
  return articles.some(({ text }) => small.test(text));
}

/** The question as it stands where it has both small and capital letters. */
export function recase(question: string, articles: readonly ReadArticle[]): string {
  if (/\p{Ll}/u.test(question) && /\p{Lu}/u.test(question)) return question;
  const lower = question.toLowerCase();
  const words = [...lower.matchAll(WORD)].map(({ 0: word, index: start }) => ({
    start,
    end: start + word.length,
    owner: start + word.replace(/['’]s$/, '').length,
  }));
  const names = namesOf(articles);
  const isName = (words: string): boolean => names.has(words) && !isWord(words, articles);
  let [cased, at] = ['', 0];
  for (let first = 0; first < words.length; ) {
    const start = words[first]?.start ?? 0;
    // The longest name from here on; of "ostry's" it may be all but the last letter.
    const ends = words
      .slice(first, first + LONGEST)
      .map(({ end, owner }) => [end, owner].find((one) => isName(lower.slice(start, one))));
    const last = ends.findLastIndex((end) => end !== undefined);
    const end = ends[last];
    if (end !== undefined) {
      cased += lower.slice(at, start) + (names.get(lower.slice(start, end)) ?? '');
      at = end;
    }
    first += Math.max(last, 0) + 1;
  }
  return cased + lower.slice(at);
}
