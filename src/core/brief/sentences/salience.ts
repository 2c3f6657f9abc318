/** Which sentences tell most, and which of them only repeat. */

import { type Line, overlap } from '../lines.ts';
import { type Crowd, countIn, type Features, featuresOf } from './features.ts';

export interface Ranked {
  readonly line: Line;
  readonly score: number;
  readonly features: Features;
}

/**
 * Weights of a linear model of how much of a sentence a human summary says. Learned over sets of articles with human
 * summaries, and checked on sets left out (`npx tsx bench/main.ts salience` makes them and prints both).
 */
export const WEIGHTS: Partial<Features> = {
  depth: -0.1,
  central: 0.26,
  shared: 0.32,
  echo: 0.08,
  quoted: 0.08,
};
/** A reader who asked for something wants it, whatever else there is. */
const ABOUT = 0.3;
/** What the chosen sentences told already counts so much less. */
const REPEATS = 0.3;
/** Sentences below this rank are not looked at: choosing costs sentences times rounds. */
export const WEIGHED = 300;
/** Two sentences that share so much of the shorter one say the same: only one is chosen. */
const SAME = 0.7;

/** How much a sentence tells. */
export function scoreOf(features: Features): number {
  let score = ABOUT * features.about;
  for (const [name, weight] of Object.entries(WEIGHTS)) score += weight * features[name as keyof Features];
  return score;
}

/** Sentences with what they tell, best first. */
export function rankLines(lines: readonly Line[], crowd: Crowd): Ranked[] {
  return lines
    .map((line) => {
      const features = featuresOf(line, crowd);
      return { line, features, score: scoreOf(features) };
    })
    .sort((x, y) => y.score - x.score);
}

/**
 * Chooses sentences one by one: each time the one that tells most and repeats least (maximal marginal relevance; Carbonell
 * and Goldstein 1998). `take` decides whether a sentence may be had (`next` was passed over for it); false from `more` ends it.
 * `first` is asked for before all others.
 */
export function chooseLines(
  ranked: readonly Ranked[],
  take: (ranked: Ranked, next: Line | null) => boolean,
  more: () => boolean,
  first: Ranked | null = null,
): Ranked[] {
  const open = ranked.slice(0, WEIGHED).filter((one) => one !== first);
  const told = new Set<string>();
  const chosen: Ranked[] = [];
  if (first !== null && take(first, null)) {
    chosen.push(first);
    for (const term of first.line.set) told.add(term);
  }
  while (open.length > 0 && more()) {
    const [at, second] = bestTwo(open, told);
    const best = open[at];
    if (best === undefined) break;
    open.splice(at, 1);
    const next = open[second > at ? second - 1 : second]?.line ?? null;
    if (chosen.some((one) => overlap(one.line.set, best.line.set) >= SAME) || !take(best, next)) continue;
    chosen.push(best);
    for (const term of best.line.set) told.add(term);
  }
  return chosen;
}

/** Indexes of the best and of the second, which was passed over for it. */
function bestTwo(open: readonly Ranked[], told: ReadonlySet<string>): [number, number] {
  let [first, second, high, low] = [-1, -1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [at, { line, score }] of open.entries()) {
    const value = score - (REPEATS * countIn(line.set, told)) / Math.max(1, line.set.size);
    if (value > high) [second, low, first, high] = [first, high, at, value];
    else if (value > low) [second, low] = [at, value];
  }
  return [first, second];
}
