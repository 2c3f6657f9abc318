/** Which neighbours an answer's sentence is shown with, where several articles tell: those that say what else it may be. */
import type { Passage } from '../../article.ts';
import type { ScoredSpan } from '../spans/spans.ts';
import { spacedSentence, spacedWords } from '../words/spaced.ts';
import { passagesOver } from './passages.ts';

/** Likeliest answers that are looked for. */
const READ = 20;
/** An answer that is this much less likely counts a third of one. */
const FALL = 2;

/**
 * Of the passages around the sentence of the first span the shortest that holds most of what may be the answer: where the words
 * given are wrong, the right ones are likely to stand there. `spans` is best first.
 */
export function findSurroundings(spans: readonly ScoredSpan[]): Passage | undefined {
  const [best] = spans;
  if (best === undefined) return undefined;
  const { article, sentence } = best.sentence;
  const worth = new Map<string, number>();
  for (const { text, score } of spans.slice(0, READ)) {
    const words = spacedWords(text);
    worth.set(words, Math.max(worth.get(words) ?? 0, Math.exp((score - best.score) / FALL)));
  }
  const { sentences } = article.analysis;
  let [most, chosen]: [number, Passage | undefined] = [-1, undefined];
  for (const passage of passagesOver(article, sentence)) {
    const texts = sentences
      .slice(passage.first, passage.last + 1)
      .map((one) => spacedSentence({ sentence: one, text: article.text.slice(one.start, one.end) }));
    let held = 0;
    for (const [words, value] of worth) if (texts.some((text) => text.includes(words))) held += value;
    if (held <= most) continue;
    [most, chosen] = [held, { article: article.id, start: passage.start, end: passage.end }];
  }
  return chosen;
}
