/** What was learned from labelled questions; loaded with the first question. */
import type { Features, Weights } from './linear.ts';
import { logistic, weigh } from './linear.ts';
import { type Forest, sumTrees } from './trees.ts';

/** A linear model, and trees for what it leaves over. */
export interface Mixed {
  readonly weights: Weights;
  readonly forest: Forest;
}

export interface Models {
  /** Which sentence holds the answer. */
  readonly holds: Weights;
  /** The same once all sentences have their scores. */
  readonly reranks: Forest;
  /** Which words of it are the answer. */
  readonly span: Weights;
  /** The same once all spans have their scores. */
  readonly respan: Forest;
  /** Which of the answers that stand in several articles it is. */
  readonly pooled: Weights;
  /** Which sentences somebody would show who explains it. */
  readonly support: Weights;
  /** Whether who asks so wants a passage, and not a few words. */
  readonly form: Mixed;
  /** Whether the passages speak of what is asked. */
  readonly relevance: Mixed;
  /** Whether the likeliest sentence tells yes or no, or why. */
  readonly telling: Mixed;
  /** Whether the words found are the ones asked for. */
  readonly confidence: Mixed;
}

/** What is learned of follow-ups: whether a word is missing, and what is gained by a phrase. */
export interface FollowForests {
  readonly words: Forest;
  readonly phrases: Forest;
}

/** The chance that a mixed model gives, 0 to 1. */
export function chance(features: Features, { weights, forest }: Mixed): number {
  return logistic(weigh(features, weights) + sumTrees(features, forest));
}

let loading: Promise<Models> | undefined;

async function load(): Promise<Models> {
  const { MODELS } = await import('./data.ts');
  return JSON.parse(MODELS) as Models;
}

/** The same models each time; decoded with the first call. */
export function openModels(): Promise<Models> {
  loading ??= load();
  return loading;
}
