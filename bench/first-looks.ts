/** Learns the linear models that score sentences, the words in them, and the answers that several articles have. */
import type { Models } from '../src/core/ask/models/models.ts';
import { areAlike, orderPooled, poolAnswers } from '../src/core/ask/spans/pooled.ts';
import type { ScoredSpan } from '../src/core/ask/spans/spans.ts';
import {
  type Case,
  FOLDS,
  readCandidates,
  rightWords,
  scoredOf,
  teachesChoice,
  weightOf,
  worthOf,
} from './answer-cases.ts';
import { dot, learnSparseChoice, Names, type SparseChoice, toWeights } from './learn-sparse.ts';
import { answerF1 } from './questions.ts';

/** Scores by models that have not seen the fold; the weights of all. */
function crossfitChoice(
  cases: readonly Case[],
  names: Names,
  choiceOf: (one: Case) => SparseChoice,
  apply: (one: Case, weights: Float64Array) => void,
  options: { epochs: number; l2: number },
): Float64Array {
  const usable = cases.filter(teachesChoice);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learnSparseChoice(
      usable.filter((one) => one.fold !== fold).map(choiceOf),
      names.list.length,
      options,
    );
    for (const one of cases) if (one.fold === fold) apply(one, weights);
  }
  return learnSparseChoice(usable.map(choiceOf), names.list.length, options);
}

/** Scores the sentences of the cases, and puts them in that order. */
export function learnHolds(cases: readonly Case[]): Models['holds'] {
  const names = new Names();
  const packed = new Map(cases.map((one) => [one, one.ranked.map(({ features }) => names.encode(features))]));
  const weights = crossfitChoice(
    cases,
    names,
    (one) => ({
      items: packed.get(one) ?? [],
      worth: one.ranked.map(({ text }) => worthOf(one, text)),
      weight: weightOf(one),
    }),
    (one, own) => {
      const items = packed.get(one) ?? [];
      one.ranked = one.ranked
        .map((view, i) => {
          const item = items[i];
          return { ...view, score: item === undefined ? 0 : dot(item, own) };
        })
        .sort((a, b) => b.score - a.score);
    },
    { epochs: 15, l2: 2e-3 },
  );
  return toWeights(names, weights);
}

/** Reads the candidates of the best sentences, and scores them. */
export function learnSpan(cases: readonly Case[], names: Names): Models['span'] {
  for (const one of cases) readCandidates(one, names);
  const worth = new Map(
    cases
      .filter((one) => rightWords(one).length > 0)
      .map((one) => [one, one.spans.map(({ text }) => answerF1(text, rightWords(one)) ** 2)]),
  );
  const weights = crossfitChoice(
    cases,
    names,
    (one) => ({
      items: one.spans.map(({ packed }) => packed),
      worth: worth.get(one) ?? [],
      weight: weightOf(one),
    }),
    (one, own) => {
      for (const span of one.spans) span.score = dot(span.packed, own);
    },
    { epochs: 12, l2: 3e-3 },
  );
  return toWeights(names, weights);
}

/** The answers in their order, each by weights that have not seen its fold; of one article as the spans are scored. */
export function learnPooled(
  cases: readonly Case[],
  spanNames: Names,
): { weights: Models['pooled']; answers: Map<Case, readonly ScoredSpan[]> } {
  const names = new Names();
  const answers = new Map(cases.map((one): [Case, readonly ScoredSpan[]] => [one, scoredOf(one, spanNames)]));
  const pools = new Map(
    cases
      .filter(({ ranked }) => areAlike(ranked))
      .map((one) => {
        const pooled = poolAnswers(one.asked, answers.get(one) ?? [], one.ranked);
        return [one, { pooled, packed: pooled.map(({ features }) => names.encode(features)) }];
      }),
  );
  const weights = crossfitChoice(
    [...pools.keys()],
    names,
    (one) => ({
      items: pools.get(one)?.packed ?? [],
      worth: pools.get(one)?.pooled.map(({ span }) => answerF1(span.text, rightWords(one)) ** 2) ?? [],
      weight: 1,
    }),
    (one, own) =>
      answers.set(
        one,
        orderPooled(one.asked, pools.get(one)?.pooled ?? [], answers.get(one) ?? [], toWeights(names, own)),
      ),
    { epochs: 30, l2: 1e-2 },
  );
  return { weights: toWeights(names, weights), answers };
}
