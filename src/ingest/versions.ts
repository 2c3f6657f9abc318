/** What changed between two versions of an article, in whole sentences, so that a correction can be told as one. */
import { parseSentences } from '../core/text/sentences.ts';
import { evened } from './known.ts';

/** A sentence that was changed, or taken out (`after` is null). */
export interface ChangedSentence {
  readonly before: string;
  readonly after: string | null;
}

/** Sentences with fewer words in common are not versions of each other. */
const LIKE = 0.4;

/**
 * The sentences of the old text around the given words that the new text does not have any more, each with the
 * sentence that took its place. Without words: all sentences that changed. White space alone is no change.
 */
export function findChangedSentences(
  before: string,
  after: string,
  words: readonly string[] | null = null,
): ChangedSentence[] {
  const remaining = new Set(sentencesOf(after));
  const old = sentencesOf(before);
  const changed = old.filter((sentence) => !remaining.has(sentence));
  for (const sentence of old) remaining.delete(sentence);
  const wanted = words?.map(evened) ?? null;
  const asked =
    wanted === null
      ? changed
      : changed.filter((sentence) =>
          wanted.some((word) => sentence.includes(word) || word.includes(sentence)),
        );
  return asked.map((sentence) => {
    const next = closest(sentence, remaining);
    if (next !== null) remaining.delete(next);
    return { before: sentence, after: next };
  });
}

function sentencesOf(text: string): string[] {
  return parseSentences(text).map(({ start, end }) => evened(text.slice(start, end)));
}

/** The candidate with the most words in common (Dice), or null where none is like it. */
function closest(sentence: string, candidates: ReadonlySet<string>): string | null {
  const own = wordsOf(sentence);
  let [best, score] = [null as string | null, LIKE];
  for (const candidate of candidates) {
    const other = wordsOf(candidate);
    let shared = 0;
    for (const word of own) if (other.has(word)) shared += 1;
    const dice = (2 * shared) / (own.size + other.size || 1);
    if (dice > score) [best, score] = [candidate, dice];
  }
  return best;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
