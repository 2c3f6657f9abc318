/** Learns models of yes or no from questions, each question being told by a model that has not seen its fold. */
import type { Features } from '../src/core/ask/models/linear.ts';
import { chance, type Mixed } from '../src/core/ask/models/models.ts';
import { type Case, FOLDS } from './answer-cases.ts';
import { type Growing, growTrees } from './grow-trees.ts';
import { dot, learnSparseDecision, Names, type Sparse, toWeights } from './learn-sparse.ts';
import { ofChances } from './losses.ts';
import { makeTable } from './tree-table.ts';

/** What is learned, from which questions, and how. */
export interface Lesson {
  /** One row for each question, or several. */
  rowsOf(one: Case): readonly LessonRow[];
  /** Others are only told what the model says of them. */
  learnsFrom(one: Case): boolean;
  /** Of the linear part; null: trees alone. */
  readonly l2: number | null;
  readonly trees: Growing | null;
}

interface LessonRow {
  readonly features: Features;
  /** The chance that is wanted, 0 to 1. */
  readonly yes: number;
  readonly weight: number;
}

interface Row extends LessonRow {
  readonly one: Case;
  readonly sparse: Sparse;
}

/** A feature that fewer rows have is left out of trees. */
const SEEN = 30;
export const FEW_TREES: Growing = { trees: 60, depth: 3, rate: 0.06, ridge: 5, share: 0.4, leaf: 5 };
export const SLOW_TREES: Growing = { ...FEW_TREES, trees: 300, rate: 0.03, share: 0.2 };
export const MANY_TREES: Growing = { ...SLOW_TREES, trees: 500 };

function learn(rows: readonly Row[], names: Names, { l2, trees }: Lesson): Mixed {
  const known = rows.map(({ sparse, yes, weight }) => ({ features: sparse, yes, weight }));
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  const share = known.reduce((sum, { yes, weight }) => sum + yes * weight, 0) / all;
  const bias = Math.round(Math.log(share / (1 - share)) * 100) / 100;
  const weights = l2 === null ? null : learnSparseDecision(known, names.list.length, { epochs: 200, l2 });
  const grown =
    trees === null
      ? []
      : growTrees(
          makeTable(
            known.map(({ features }) => features),
            names,
            SEEN,
          ),
          known.map(({ features }) => (weights === null ? bias : dot(features, weights))),
          ofChances(known.map(({ yes, weight }) => ({ value: yes, weight }))),
          trees,
        );
  return {
    weights: weights === null ? { bias } : toWeights(names, weights),
    forest: { bias: 0, trees: grown },
  };
}

/** The chances of all rows of each question, by a model that has not seen its fold; and a model of all. */
export function learnMixed(
  cases: readonly Case[],
  lesson: Lesson,
): { model: Mixed; chances: ReadonlyMap<Case, readonly number[]> } {
  const names = new Names();
  const rows = cases.flatMap((one) =>
    lesson.rowsOf(one).map((row): Row => ({ ...row, one, sparse: names.encode(row.features) })),
  );
  const usable = rows.filter(({ one }) => lesson.learnsFrom(one));
  const chances = new Map<Case, number[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = learn(
      usable.filter(({ one }) => one.fold !== fold),
      names,
      lesson,
    );
    for (const { one, features } of rows)
      if (one.fold === fold) chances.set(one, [...(chances.get(one) ?? []), chance(features, model)]);
  }
  return { model: learn(usable, names, lesson), chances };
}
