/** What is shown of an answer reads by itself: no "Lund said:" without what he said, and no "Lund said." alone. */
import type { Passage, ReadArticle } from '../../article.ts';
import type { Answer } from '../types.ts';
import { distinctPassages, fits } from './passages.ts';

/** Somebody said it, and nothing more. */
const ONLY_SAYS =
  /^(?:\S+ ){1,5}(?:said|says|added|adds|explained|continued|concluded|noted|wrote|told \S+(?: \S+)?)[.,]?$/i;

/** A passage whose last sentence ends with a colon, with the one that it leads to. */
function withWords(passage: Passage, article: ReadArticle): Passage {
  if (!/:["”’]?\s*$/.test(article.text.slice(passage.start, passage.end))) return passage;
  const next = article.analysis.sentences.find(({ start }) => start >= passage.end);
  const whole = { ...passage, end: next?.end ?? passage.end };
  return fits(article, whole) ? whole : passage;
}

/** A heading is no longer, and counts nothing; a line of a table or a list may. */
const HEADING_WORDS = 12;

/** Whether a sentence is a line by itself that ends like no sentence. */
function isHeading({ text, analysis: { sentences } }: ReadArticle, at: number): boolean {
  const [before, own, next] = [sentences[at - 1], sentences[at], sentences[at + 1]];
  if (own === undefined || own.paragraph === next?.paragraph || own.paragraph === before?.paragraph)
    return false;
  const words = text.slice(own.start, own.end);
  return (
    !/[.!?…:;,"”’)\]|]$|[\d|]|^[-*•]/u.test(words) &&
    words.split(/\s+/).length <= HEADING_WORDS &&
    next !== undefined
  );
}

/** A passage without the headings that it begins or ends with; undefined where nothing else is in it. */
function withoutHeadings(passage: Passage, article: ReadArticle): Passage | undefined {
  const { sentences } = article.analysis;
  let first = sentences.findIndex(({ start, end }) => start >= passage.start || end > passage.start);
  let last = sentences.findLastIndex(({ start }) => start < passage.end);
  // What was cut begins or ends within a sentence.
  if (sentences[first]?.start !== passage.start || sentences[last]?.end !== passage.end) return passage;
  while (first <= last && isHeading(article, first)) first++;
  while (first <= last && isHeading(article, last)) last--;
  const [begin, end] = [sentences[first], sentences[last]];
  return first > last || begin === undefined || end === undefined
    ? undefined
    : { ...passage, start: begin.start, end: end.end };
}

/** The answer with its passages as they can be read. */
export function tidy(answer: Answer, articles: readonly ReadArticle[]): Answer {
  const articleOf = (passage: Passage): ReadArticle | undefined =>
    articles.find(({ id }) => id === passage.article);
  const tidied = (passages: readonly Passage[], said: string | null): Passage[] => {
    const readable = passages.flatMap((whole, at) => {
      const article = articleOf(whole);
      if (article === undefined) return [whole];
      const own = withoutHeadings(whole, article);
      // Words that stand in a heading are shown there.
      const isCut = own === undefined || (said !== null && at === 0 && !holds(own, article, said));
      const passage = isCut ? whole : own;
      if (at > 0 && own === undefined) return [];
      const words = article.text.slice(passage.start, passage.end);
      return at > 0 && ONLY_SAYS.test(words) ? [] : [withWords(passage, article)];
    });
    return distinctPassages(readable, passages.length);
  };
  if (!answer.answered) return { ...answer, nearest: tidied(answer.nearest, null) };
  const told = withoutHeadingOf(answer, articleOf);
  return { ...told, evidence: tidied(told.evidence, told.answer) };
}

const holds = ({ start, end }: Passage, { text }: ReadArticle, words: string): boolean =>
  text.slice(start, end).includes(words);

/** A passage that is the answer begins behind its heading. */
function withoutHeadingOf(
  answer: Answer & { answered: true },
  articleOf: (passage: Passage) => ReadArticle | undefined,
): Answer & { answered: true } {
  const [first] = answer.evidence;
  const article = first && articleOf(first);
  if (first === undefined || article === undefined) return answer;
  const own = withoutHeadings(first, article);
  if (own === undefined) return answer;
  const heading = article.text.slice(first.start, own.start);
  const isLed = heading !== '' && answer.answer.startsWith(heading) && answer.answer.length > heading.length;
  return isLed ? { ...answer, answer: answer.answer.slice(heading.length) } : answer;
}
