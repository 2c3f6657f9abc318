/** Which of several likely answers is the likeliest wherever it stands, and how far the others agree with it. */
import type { ScoredSpan } from './spans.ts';

export interface Consensus {
  /** Best first; `score` is as it was. */
  readonly spans: readonly ScoredSpan[];
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

/** `scored` is best first. */
export function findConsensus(scored: readonly ScoredSpan[]): Consensus {
  const voters = scored.slice(0, VOTERS);
  const [first] = voters;
  if (first === undefined) return { spans: [], agreement: 0, share: 0, rival: 0 };
  const weights = scored.map(({ score }) => Math.exp(score - first.score));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const words = voters.map(({ text }) => contentOf(text));
  const texts = words.map((list) => list.join(' '));
  const shares = voters.map((_, i) => {
    let [agreement, share] = [0, 0];
    for (let j = 0; j < voters.length; j++) {
      const weight = (weights[j] ?? 0) / all;
      agreement += weight * (texts[i] === texts[j] ? 1 : sharedWords(words[i] ?? [], words[j] ?? []));
      if (texts[i] === texts[j]) share += weight;
    }
    return { agreement, share };
  });
  const order = voters.map((_, i) => i).sort((a, b) => (shares[b]?.share ?? 0) - (shares[a]?.share ?? 0));
  const best = order[0] ?? 0;
  const rival = order.find((i) => sharedWords(words[best] ?? [], words[i] ?? []) === 0);
  return {
    spans: [...order.flatMap((i) => voters[i] ?? []), ...scored.slice(VOTERS)],
    agreement: shares[best]?.agreement ?? 0,
    share: shares[best]?.share ?? 0,
    rival: rival === undefined ? 0 : (shares[rival]?.agreement ?? 0),
  };
}
