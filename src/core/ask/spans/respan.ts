/** A second look at the words that may answer: trees see what a sum of signs does not. */

import type { Features } from '../models/linear.ts';
import { type Forest, sumTrees } from '../models/trees.ts';
import { readAskedSigns } from '../question/asked-signs.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { ScoredSpan } from './spans.ts';

/** Signs of each span once all have their scores: how far the best is, and what the sentence around it is like. */
export function readRivals(question: AskedQuestion, spans: readonly ScoredSpan[]): Features[] {
  const most = Math.max(...spans.map(({ score }) => score));
  const signs = readAskedSigns(question, new Set(spans.map(({ sentence }) => sentence.article)).size);
  return spans.slice(0, LOOKED).map(({ score, sentence }) => {
    const { measured, counted, byPronoun, softResolved, newNames } = sentence.features;
    return {
      ...signs,
      's:gap': score - most,
      's:measured': measured ?? 0,
      's:counted': counted ?? 0,
      's:byPronoun': byPronoun ?? 0,
      's:soft': softResolved ?? 0,
      's:names': newNames ?? 0,
    };
  });
}

/** Spans that are looked at again; the others are too unlikely. */
export const LOOKED = 40;

/** Spans, best first, with what the trees add to the scores of the likeliest. */
export function rescore(question: AskedQuestion, spans: readonly ScoredSpan[], forest: Forest): ScoredSpan[] {
  const signs = readRivals(question, spans);
  return spans.map((one, i) =>
    i < LOOKED ? { ...one, score: one.score + sumTrees(one.features, forest, signs[i]) } : one,
  );
}
