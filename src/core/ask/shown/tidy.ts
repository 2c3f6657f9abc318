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

/** The answer with its passages as they can be read. */
export function tidy(answer: Answer, articles: readonly ReadArticle[]): Answer {
  const tidied = (passages: readonly Passage[]): Passage[] => {
    const readable = passages.flatMap((passage, at) => {
      const article = articles.find(({ id }) => id === passage.article);
      if (article === undefined) return [passage];
      const words = article.text.slice(passage.start, passage.end);
      return at > 0 && ONLY_SAYS.test(words) ? [] : [withWords(passage, article)];
    });
    return distinctPassages(readable, passages.length);
  };
  return answer.answered
    ? { ...answer, evidence: tidied(answer.evidence) }
    : { ...answer, nearest: tidied(answer.nearest) };
}
