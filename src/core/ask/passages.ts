/** From sentences to the passages that are shown: whole sentences, neighbours joined, no more words than a reader takes in. */
import type { Passage, ReadArticle, Span } from '../article.ts';

/** Of a passage, by white space. */
const WORDS = 100;
/** Consecutive sentences of one passage. */
const SENTENCES = 3;
/** Anything but white space; a byte-order mark inside a text counts as a word to some and as nothing to others. */
const WORD = /[\S\ufeff]+/g;

function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** One sentence as a passage; one that is too long is cut around `keep` at the border of a clause, else of a word. */
export function cutPassage(article: ReadArticle, sentence: Span, keep: Span): Passage {
  const text = article.text.slice(sentence.start, sentence.end);
  if (countWords(text) <= WORDS) return { article: article.id, start: sentence.start, end: sentence.end };
  const words = [...text.matchAll(WORD)];
  const at = (offset: number): number => words.findIndex((word) => word.index + word[0].length > offset);
  const first = Math.max(0, at(keep.start - sentence.start));
  const last = Math.max(
    first,
    words.findLastIndex((word) => word.index < keep.end - sentence.start),
  );
  // Room is given first to what stands before: it says who and what.
  let from = Math.max(0, Math.min(first, last - WORDS + 1), first - WORDS / 2);
  const clause = words.findIndex((word, place) => place >= from && place < first && /[,;:–—]$/.test(word[0]));
  if (from > 0 && clause >= 0) from = clause + 1;
  const to = Math.min(words.length, from + WORDS);
  const end = words[to - 1];
  const start = words[from];
  return {
    article: article.id,
    start: sentence.start + (start?.index ?? 0),
    end: sentence.start + (end === undefined ? 0 : end.index + end[0].length),
  };
}

/** A sentence with as many of its wanted neighbours as fit, in one passage. */
export function joinPassage(
  article: ReadArticle,
  sentence: Span,
  wanted: ReadonlySet<number>,
  keep: Span,
): Passage {
  const { sentences } = article.analysis;
  const at = sentences.findIndex(({ start }) => start === sentence.start);
  let [first, last] = [at, at];
  const fits = (from: number, to: number): boolean => {
    const [begin, finish] = [sentences[from], sentences[to]];
    if (begin === undefined || finish === undefined || to - from >= SENTENCES) return false;
    return countWords(article.text.slice(begin.start, finish.end)) <= WORDS;
  };
  while (wanted.has(last + 1) && fits(first, last + 1)) last += 1;
  while (wanted.has(first - 1) && fits(first - 1, last)) first -= 1;
  if (first === last) return cutPassage(article, sentence, keep);
  return { article: article.id, start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 };
}

/** The sentences, at most three, that hold a span; cut where they are too long. */
export function passageAround(article: ReadArticle, span: Span): Passage {
  const { sentences } = article.analysis;
  const first = sentences.findIndex(({ end }) => end > span.start);
  const last = sentences.findLastIndex(({ start }) => start < span.end);
  const [begin, finish] = [sentences[first], sentences[Math.min(last, first + SENTENCES - 1)]];
  if (begin === undefined || finish === undefined) return { article: article.id, ...span };
  return cutPassage(
    article,
    { start: begin.start, end: finish.end },
    { start: span.start, end: Math.min(span.end, finish.end) },
  );
}

/** Without those that overlap an earlier one. */
export function distinctPassages(passages: readonly Passage[], limit: number): Passage[] {
  const kept: Passage[] = [];
  for (const passage of passages) {
    const seen = kept.some(
      ({ article, start, end }) => article === passage.article && start < passage.end && passage.start < end,
    );
    if (!seen && kept.length < limit) kept.push(passage);
  }
  return kept;
}
