/** Which sentences tell most, and which of them say the same. */
import { type Line, overlap } from './lines.ts';

export interface Ranked {
  readonly line: Line;
  readonly score: number;
}

/** Two sentences that share so much of the shorter one say the same. */
const SAME = 0.6;

/**
 * Sentences, best first, without those that repeat a better one. What several articles say, and what stands early, tells most.
 */
export function rankLines(
  lines: readonly Line[],
  sources: number,
  about: ReadonlySet<string>,
  words = 264,
): Ranked[] {
  const articles = new Map<string, Set<number>>();
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const term of line.set) {
      const set = articles.get(term) ?? new Set();
      articles.set(term, set.add(line.source));
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  const weightOf = (term: string): number =>
    Math.log(1 + (counts.get(term) ?? 0)) * ((articles.get(term)?.size ?? 0) / Math.max(1, sources)) +
    (about.has(term) ? 2 : 0);
  const open = lines.map((line) => ({
    line,
    score:
      ([...line.set].reduce((sum, term) => sum + weightOf(term), 0) / Math.sqrt(line.terms.length + 6)) *
      (1 + 1.5 / (1 + line.order)),
  }));
  open.sort((a, b) => b.score - a.score);
  const ranked: Ranked[] = [];
  let told = 0;
  for (const next of open) {
    if (ranked.some((one) => overlap(one.line.set, next.line.set) >= SAME)) continue;
    ranked.push(next);
    told += next.line.words;
    if (told > 3 * words) break;
  }
  return ranked;
}
