/** Groups by average link: two groups are joined while their members are, on average, alike enough. */

export interface Edge {
  readonly a: number;
  readonly b: number;
  /** How alike the two are, from 0 to 1. Pairs without an edge count as 0. */
  readonly weight: number;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
}

/**
 * Average-link clustering over a sparse graph (UPGMA; Sokal and Michener 1958). Groups and their members come in
 * ascending order; each of the `count` items is in exactly one.
 */
export function averageLink(count: number, edges: readonly Edge[], threshold: number): number[][] {
  const members: (number[] | null)[] = Array.from({ length: count }, (_, i) => [i]);
  const sums: Map<number, number>[] = Array.from({ length: count }, () => new Map<number, number>());
  const queue = new Queue();
  for (const { a, b, weight } of edges) {
    if (a === b || weight <= 0) continue;
    sums[a]?.set(b, weight);
    sums[b]?.set(a, weight);
    if (weight >= threshold) queue.push({ a, b, mean: weight });
  }
  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    const { a, b } = best;
    const [ofA, ofB, sumsA, sumsB] = [members[a], members[b], sums[a], sums[b]];
    if (!ofA || !ofB || !sumsA || !sumsB) continue;
    const mean = (sumsA.get(b) ?? 0) / (ofA.length * ofB.length);
    if (Math.abs(mean - best.mean) > 1e-9) continue; // an entry from before one of the two grew
    ofA.push(...ofB);
    members[b] = null;
    sumsA.delete(b);
    for (const [other, sum] of sumsB) {
      if (other === a) continue;
      const both = (sumsA.get(other) ?? 0) + sum;
      sumsA.set(other, both);
      sums[other]?.delete(b);
      sums[other]?.set(a, both);
    }
    sumsB.clear();
    for (const [other, sum] of sumsA) {
      const size = members[other]?.length ?? 1;
      const value = sum / (ofA.length * size);
      if (value >= threshold) queue.push({ a, b: other, mean: value });
    }
  }
  return members.flatMap((group) => (group ? [group.sort((x, y) => x - y)] : [])).sort(byFirst);
}

function byFirst(x: readonly number[], y: readonly number[]): number {
  return (x[0] ?? 0) - (y[0] ?? 0);
}

/** Highest mean first; equal ones in the order of their items, so that the result does not depend on chance. */
function before(x: Candidate, y: Candidate): boolean {
  if (x.mean !== y.mean) return x.mean > y.mean;
  return Math.min(x.a, x.b) - Math.min(y.a, y.b) < 0;
}

/** A binary heap. */
class Queue {
  readonly #heap: Candidate[] = [];

  push(candidate: Candidate): void {
    const heap = this.#heap;
    let at = heap.push(candidate) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(candidate, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = candidate;
  }

  pop(): Candidate | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      const pickRight = right !== undefined && left !== undefined && before(right, left);
      const child = pickRight ? right : left;
      if (child === undefined || !before(child, last)) break;
      heap[at] = child;
      at = 2 * at + (pickRight ? 2 : 1);
    }
    heap[at] = last;
    return top;
  }
}
