/** From sentences to the passages that are shown: whole sentences, neighbours joined, no more words than a reader takes in. */
import type { Passage, ReadArticle, Span } from '../../article.ts';

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

/** A sentence of an article. */
interface Chosen {
  readonly article: ReadArticle;
  readonly sentence: Span;
}

/** Sentences as passages, neighbours joined as long as they fit; the passage of the first one first, then in reading order. */
export function groupPassages(chosen: readonly Chosen[]): Passage[] {
  const places = new Map<ReadArticle, Set<number>>();
  for (const { article, sentence } of chosen) {
    const at = article.analysis.sentences.findIndex(({ start }) => start === sentence.start);
    places.set(article, (places.get(article) ?? new Set()).add(at));
  }
  const passages: Passage[] = [];
  for (const [article, own] of places) {
    const { sentences } = article.analysis;
    let [from, last] = [-1, -2];
    for (const at of [...own].sort((a, b) => a - b)) {
      const sentence = sentences[at];
      if (sentence === undefined) continue;
      const start = sentences[from]?.start ?? 0;
      const fits = at === last + 1 && at - from < SENTENCES;
      if (fits && countWords(article.text.slice(start, sentence.end)) <= WORDS) {
        passages.pop();
        passages.push({ article: article.id, start, end: sentence.end });
      } else {
        passages.push(cutPassage(article, sentence, sentence));
        from = at;
      }
      last = at;
    }
  }
  const [first] = chosen;
  const holdsFirst = ({ article, start, end }: Passage): boolean =>
    first !== undefined &&
    article === first.article.id &&
    start < first.sentence.end &&
    first.sentence.start < end;
  return [...passages.filter(holdsFirst), ...passages.filter((passage) => !holdsFirst(passage))];
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

/** A passage with the places of its first and last sentence in the article. */
interface Run extends Span {
  readonly first: number;
  readonly last: number;
}

/** The runs of sentences over one that may be shown whole, shorter ones first; none where it must be cut itself. */
export function passagesOver({ text, analysis: { sentences } }: ReadArticle, sentence: Span): Run[] {
  const at = sentences.findIndex(({ start }) => start === sentence.start);
  const runs: Run[] = [];
  for (let size = 1; size <= SENTENCES; size++) {
    const known = runs.length;
    for (let first = at; first > at - size; first--) {
      const [begin, end] = [sentences[first]?.start, sentences[first + size - 1]?.end];
      if (begin === undefined || end === undefined || countWords(text.slice(begin, end)) > WORDS) continue;
      runs.push({ first, last: first + size - 1, start: begin, end });
    }
    if (runs.length === known) break;
  }
  return runs;
}

/** Whether a span of whole sentences is short enough for one passage. */
export function fits({ text, analysis }: ReadArticle, span: Span): boolean {
  const held = analysis.sentences.filter(({ start, end }) => start < span.end && span.start < end);
  return held.length <= SENTENCES && countWords(text.slice(span.start, span.end)) <= WORDS;
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
