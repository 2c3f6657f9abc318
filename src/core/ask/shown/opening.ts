/** In a chat, no passage begins within a quotation: a reader would take the words of somebody for the writer's. */
import type { Passage, ReadArticle } from '../../article.ts';
import type { Answer } from '../types.ts';
import { distinctPassages, fits } from './passages.ts';

/** A passage that begins inside a quotation, from the sentence in which that begins, where it is still short enough. */
function withOpening(passage: Passage, article: ReadArticle): Passage {
  const { quotes, sentences } = article.analysis;
  const around = quotes
    .filter(({ kind }) => kind === 'direct')
    .flatMap(({ content }) => content)
    .find(({ start, end }) => start < passage.start && passage.start < end);
  const first = around && sentences.find(({ end }) => end > around.start);
  const whole = { ...passage, start: Math.min(first?.start ?? passage.start, passage.start) };
  return fits(article, whole) ? whole : passage;
}

/** The answer with whole quotations in its passages; one that is a passage itself grows with it. */
export function withOpenings(answer: Answer, articles: readonly ReadArticle[]): Answer {
  const articleOf = ({ article }: Passage) => articles.find(({ id }) => id === article);
  const open = (passages: readonly Passage[]): Passage[] => {
    const opened = passages.map((passage) => {
      const article = articleOf(passage);
      return article ? withOpening(passage, article) : passage;
    });
    return distinctPassages(opened, opened.length);
  };
  if (!answer.answered) return { ...answer, nearest: open(answer.nearest) };
  const evidence = open(answer.evidence);
  const [before, first] = [answer.evidence[0], evidence[0]];
  const article = before && articleOf(before);
  if (!first || !article) return { ...answer, evidence };
  const isWhole = answer.answer === article.text.slice(before.start, before.end);
  const told = isWhole ? article.text.slice(first.start, first.end) : answer.answer;
  return { ...answer, evidence, answer: told };
}
