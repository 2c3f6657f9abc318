/** Near-identical texts: wire copies, reposts, a text under another headline. They count as one voice. */
import type { Article } from '../article.ts';

/** Words in a row that are compared as one (w-shingling; Broder 1997). */
const SHINGLE = 5;
/** Of the shorter text's shingles, so many must stand in the longer one. */
const ALIKE = 0.8;
/** A text of fewer shingles is too short to be called a copy by them: it must be the same, word for word. */
const FEWEST = 20;
/** A shingle of more articles than this is a formula ("all rights reserved"), and finds no candidates. */
const COMMON = 60;

/** Pairs of ids of near-identical articles, in the order of the articles. */
export function findDuplicates(articles: readonly Article[]): [string, string][] {
  const texts = articles.map((article) => shinglesOf(article.text));
  const holders = new Map<number, number[]>();
  const pairs: [string, string][] = [];
  for (const [at, shingles] of texts.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      const list = holders.get(shingle);
      if (list === undefined) holders.set(shingle, [at]);
      else {
        if (list.length <= COMMON) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
        list.push(at);
      }
    }
    for (const [other, count] of [...shared].sort((a, b) => a[0] - b[0])) {
      const [mine, theirs] = [articles[at], articles[other]];
      const size = Math.min(shingles.size, texts[other]?.size ?? 0);
      if (!mine || !theirs || size === 0) continue;
      if (
        size >= FEWEST
          ? count >= ALIKE * size && alikeInLength(shingles, texts[other])
          : count === size && sameWords(mine, theirs)
      )
        pairs.push([theirs.id, mine.id]);
    }
  }
  return pairs;
}

/** A short text inside a long one is quoted there, not copied. */
function alikeInLength(a: ReadonlySet<number>, b: ReadonlySet<number> | undefined): boolean {
  const other = b?.size ?? 0;
  return Math.min(a.size, other) >= 0.5 * Math.max(a.size, other);
}

function sameWords(a: Article, b: Article): boolean {
  return wordsOf(a.text).join(' ') === wordsOf(b.text).join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Hashes (FNV-1a, 32 bits) of all runs of words. A text shorter than one run is one shingle. */
function shinglesOf(text: string): Set<number> {
  const hashes = wordsOf(text).map(hashOf);
  const shingles = new Set<number>();
  const last = Math.max(0, hashes.length - SHINGLE);
  for (let at = 0; at <= last && hashes.length > 0; at++) {
    let hash = OFFSET;
    const end = Math.min(hashes.length, at + SHINGLE);
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ (hashes[i] ?? 0), PRIME);
    shingles.add(hash);
  }
  return shingles;
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
}
