/** How far a passage as a whole speaks of a question: one sentence may share its words by chance, several seldom do. */

import type { Features } from '../models/linear.ts';
import type { RankedSentence } from '../sentences/evidence.ts';

/** Sentences of the best article that are looked at: a paragraph or two. */
const READ = 12;
/** A sign of a sentence that holds more than this counts as there. */
const THERE = 0.3;
/** So many sentences that have a sign are many. */
const MANY = 8;
const SIGNS = ['soft', 'softTitle', 'about', 'holdsKind', 'rare', 'rareTitle', 'dense', 'verb', 'focus'];

/** The signs of the best article's sentences: how much on average, and in how many. `ranked` is best first. */
export function readGist(ranked: readonly RankedSentence[]): Features {
  const read = ranked.filter(({ article }) => article === ranked[0]?.article).slice(0, READ);
  const features: Record<string, number> = {};
  for (const sign of SIGNS) {
    const held = read.map((sentence) => sentence.features[sign] ?? 0);
    features[`p:${sign}`] = held.reduce((sum, value) => sum + value, 0) / Math.max(1, read.length);
    features[`p:${sign}:many`] = held.filter((value) => value > THERE).length / MANY;
  }
  return features;
}
