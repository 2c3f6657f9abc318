/** Where an offset lies among spans that stand in order, found by halving. */
import type { Span } from '../article.ts';

/** The index of the first span that starts at or behind an offset; as many as there are spans, where none does. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
