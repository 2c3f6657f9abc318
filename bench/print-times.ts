/** How a bench prints the times that it measured. */

/** A line of percentiles in milliseconds, beside the goal. */
export function printTimes(what: string, values: readonly number[], goal: string): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(`${what}: ${values.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${goal})`);
}
