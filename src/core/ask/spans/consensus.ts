/** How far the other likely answers agree with the best one. */
import type { ScoredSpan } from './spans.ts';

export interface Consensus {
  /** Expected share of the right words (F1) of the best span, 0 to 1, if one of the spans is right. */
  readonly agreement: number;
  /** Chance of the best span's words, wherever they stand. */
  readonly share: number;
  /** The same of the best span that shares no word with it. */
  readonly rival: number;
}

/** Spans that have a say. */
const VOTERS = 40;

function contentOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
  const content = words.filter((word) => !/^(?:a|an|the)$/.test(word));
  return content.length > 0 ? content : words;
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let same = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    same += 1;
  }
  return (2 * same) / (a.length + b.length);
}

/** The words of an answer by which it is the same as another. */
export function normalAnswer(text: string): string {
  return contentOf(text).join(' ');
}

interface Votes {
  readonly voters: readonly ScoredSpan[];
  readonly words: readonly string[][];
  /** Chance of each voter among all spans. */
  readonly chances: readonly number[];
}

function voteOf(spans: readonly ScoredSpan[]): Votes {
  const voters = spans.slice(0, VOTERS);
  const most = Math.max(...voters.map(({ score }) => score));
  const weights = spans.map(({ score }) => Math.exp(score - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    voters,
    words: voters.map(({ text }) => contentOf(text)),
    chances: voters.map((_, i) => (weights[i] ?? 0) / all),
  };
}

/** The same words in several places count together; `scored` is best first, and so is what is returned. */
export function orderByShare(scored: readonly ScoredSpan[]): ScoredSpan[] {
  const { voters, words, chances } = voteOf(scored);
  const shares = new Map<string, number>();
  const keys = words.map((list) => list.join(' '));
  keys.forEach((key, i) => {
    shares.set(key, (shares.get(key) ?? 0) + (chances[i] ?? 0));
  });
  const order = voters.map((_, i) => i);
  order.sort((a, b) => (shares.get(keys[b] ?? '') ?? 0) - (shares.get(keys[a] ?? '') ?? 0));
  return [...order.flatMap((i) => voters[i] ?? []), ...scored.slice(VOTERS)];
}

/** `spans` stand in the order of their worth as answers, the best first. */
export function findConsensus(spans: readonly ScoredSpan[]): Consensus {
  if (spans.length === 0) return { agreement: 0, share: 0, rival: 0 };
  const { words, chances } = voteOf(spans);
  const texts = words.map((list) => list.join(' '));
  const agreementWith = (i: number): { agreement: number; share: number } => {
    let [agreement, share] = [0, 0];
    chances.forEach((chance, j) => {
      agreement += chance * (texts[i] === texts[j] ? 1 : sharedWords(words[i] ?? [], words[j] ?? []));
      if (texts[i] === texts[j]) share += chance;
    });
    return { agreement, share };
  };
  const other = words.findIndex((list) => sharedWords(words[0] ?? [], list) === 0);
  return { ...agreementWith(0), rival: other < 0 ? 0 : agreementWith(other).agreement };
}
