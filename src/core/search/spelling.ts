/** How far two words are apart in spelling. */

/** Longer words are compared by their beginnings. */
const LONGEST = 64;

/**
 * The least number of letters to add, drop, change or swap with their neighbour (optimal string alignment; Damerau 1964).
 */
export function spellingDistance(a: string, b: string): number {
  const from = [...a.slice(0, LONGEST)];
  const to = [...b.slice(0, LONGEST)];
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of from.entries()) {
    const line = [row + 1];
    for (const [column, other] of to.entries()) {
      const change = (above[column] ?? 0) + (letter === other ? 0 : 1);
      const swap =
        letter === to[column - 1] && other === from[row - 1]
          ? (before[column - 1] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      line.push(Math.min((above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1, change, swap));
    }
    before = above;
    above = line;
  }
  return above.at(-1) ?? 0;
}
