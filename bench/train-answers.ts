/**
 * `npx tsx bench/train-answers.ts [--write]`: learns src/core/ask/models-data.ts from the questions of several sets together.
 *
 * Prints what each fold gives with what was learned from the others: the figures to believe. Each model learns from what the
 * models before it say of questions that these had not seen. What is written was learned from all.
 */
import { writeFileSync } from 'node:fs';
import { readDecision } from '../src/core/ask/decision.ts';
import { readForm } from '../src/core/ask/form.ts';
import { type Features, logistic } from '../src/core/ask/linear.ts';
import type { Mixed, Models } from '../src/core/ask/models.ts';
import { readSupport } from '../src/core/ask/support.ts';
import { sumTrees } from '../src/core/ask/trees.ts';
import { type Case, consensusOf, FOLDS, f1Of, isShort, readCandidates, readCases } from './answer-cases.ts';
import { type Outcome, printAnswers, sharedWords } from './answer-figures.ts';
import {
  dot,
  learnSparseChoice,
  learnSparseDecision,
  Names,
  type Sparse,
  type SparseChoice,
  toWeights,
} from './learn-sparse.ts';
import { learnTreeDecision } from './learn-trees.ts';
import { answerF1, hasData, holdsAnswer } from './questions.ts';

/** What tells whether passages speak of a question; the other features are about the words that answer. */
const RELEVANCE =
  /^(?:[ts]:|missing|unsaid|gone|share|rarest|lead|topScore|sentences|terms|typed|explains|noneNamed|union|focusHere|articles|asks:|agree|a:proximity|ownScore|one$)/;
/** Words of the right kind that do not answer teach what looks like an answer, but less. */
const PLAUSIBLE = 0.5;

const weightOf = (one: Case): number =>
  (one.set === 'squad' ? 1 : 1.5) * (one.answerable || one.plausible.length === 0 ? 1 : PLAUSIBLE);
const rightWords = ({ answers, plausible }: Case): readonly string[] =>
  answers.length > 0 ? answers : plausible;

interface Row {
  readonly one: Case;
  readonly features: Features;
  readonly sparse: Sparse;
  readonly yes: number;
  readonly weight: number;
}

function mix(rows: readonly Row[], names: Names, l2: number, trees: number): Mixed {
  const known = rows.map(({ sparse, yes, weight }) => ({ features: sparse, yes, weight }));
  const weights = learnSparseDecision(known, names.list.length, { epochs: 200, l2 });
  const forest = learnTreeDecision(
    known.map((row) => ({ ...row, base: dot(row.features, weights) })),
    names,
    { trees, depth: 3, rate: 0.06, ridge: 5, share: 0.4, leaf: 5, seen: 30 },
  );
  return { weights: toWeights(names, weights), forest };
}

/** Chances of all rows, each by a model that has not seen its fold; and a model of all. */
function crossfit(
  rows: readonly Row[],
  learnsFrom: (one: Case) => boolean,
  names: Names,
  { l2, trees }: { l2: number; trees: number },
): { model: Mixed; chances: Map<Case, number[]> } {
  const chances = new Map<Case, number[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = mix(
      rows.filter(({ one }) => one.fold !== fold && learnsFrom(one)),
      names,
      l2,
      trees,
    );
    for (const { one, features, sparse } of rows) {
      if (one.fold !== fold) continue;
      let linear = 0;
      sparse.at.forEach((place, i) => {
        linear += (model.weights[names.list[place] ?? ''] ?? 0) * (sparse.value[i] ?? 0);
      });
      const known = chances.get(one) ?? [];
      known.push(logistic(linear + sumTrees(features, model.forest)));
      chances.set(one, known);
    }
  }
  const model = mix(
    rows.filter(({ one }) => learnsFrom(one)),
    names,
    l2,
    trees,
  );
  return { model, chances };
}

/** Scores by models that have not seen the fold; the weights of all. */
function crossfitChoice(
  cases: readonly Case[],
  names: Names,
  choiceOf: (one: Case) => SparseChoice,
  apply: (one: Case, weights: Float64Array) => void,
  options: { epochs: number; l2: number },
): Float64Array {
  const usable = cases.filter((one) => rightWords(one).length > 0);
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

function learnHolds(cases: readonly Case[]): Models['holds'] {
  const names = new Names();
  const packed = new Map(cases.map((one) => [one, one.ranked.map(({ features }) => names.encode(features))]));
  const weights = crossfitChoice(
    cases,
    names,
    (one) => ({
      items: packed.get(one) ?? [],
      worth: one.ranked.map(({ text }) => (holdsAnswer(text, rightWords(one)) ? 1 : 0)),
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

function learnSpan(cases: readonly Case[], names: Names): Models['span'] {
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

/** How much of a sentence somebody has shown, or said in their own words. */
function worthShowing(one: Case, text: string, start: number, end: number): number {
  if (one.evidence.length > 0) {
    const marked = one.evidence.filter((spans) => spans.some((span) => span.start < end && start < span.end));
    return marked.length / one.evidence.length;
  }
  return sharedWords(text, one.references) > 0.5 ? 1 : 0;
}

function learnSupport(cases: readonly Case[]): { model: Models['support']; chances: Map<Case, number[]> } {
  const names = new Names();
  const rows = cases
    .filter((one) => one.answerable && (one.evidence.length > 0 || one.references.length > 0))
    .flatMap((one) =>
      readSupport(one.asked, one.ranked).map(
        ({ support, text, sentence }): Row => ({
          one,
          features: support,
          sparse: names.encode(support),
          yes: worthShowing(one, text, sentence.start, sentence.end),
          weight: one.set === 'clapnq' ? 1 : 0.3,
        }),
      ),
    );
  const { model, chances } = crossfit(rows, () => true, names, { l2: 3e-3, trees: 0 });
  return { model: model.weights, chances };
}

function decisionRows(
  cases: readonly Case[],
  names: Names,
  featuresOf: (one: Case) => Features,
  yes: (one: Case) => number,
  weight: (one: Case) => number,
): Row[] {
  return cases.map((one) => {
    const features = featuresOf(one);
    return { one, features, sparse: names.encode(features), yes: yes(one), weight: weight(one) };
  });
}

function render(models: Models): string {
  return `/** Learned by \`npx tsx bench/train-answers.ts --write\`; do not edit. Features: evidence, spans, form, decision, support. */
export const MODELS =
  '${JSON.stringify(models).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}';
`;
}

if (hasData()) {
  const cases = readCases();
  const holds = learnHolds(cases);
  const spanNames = new Names();
  const span = learnSpan(cases, spanNames);
  const outcomes = new Map<Case, Outcome>();
  const decisions = new Map<Case, Features>();
  for (const one of cases) {
    const consensus = consensusOf(one, spanNames);
    decisions.set(one, readDecision(one.asked, one.ranked, consensus, one.matcher));
    outcomes.set(one, { one, f1: f1Of(one, consensus), form: 0, relevance: 0, confidence: 0, shown: [] });
  }
  const f1 = (one: Case): number => outcomes.get(one)?.f1 ?? 0;
  const all = (one: Case): Features => decisions.get(one) ?? {};
  const some = (one: Case): Features =>
    Object.fromEntries(Object.entries(all(one)).filter(([name]) => RELEVANCE.test(name)));
  const long = (one: Case): number => (isShort(one) ? 0 : 1);
  const formWeight = ({ set }: Case): number => (set === 'squad' ? 0.3 : set === 'turns' ? 1.5 : 1);
  const learnMixed = (
    featuresOf: (one: Case) => Features,
    yes: (one: Case) => number,
    weight: (one: Case) => number,
    learnsFrom: (one: Case) => boolean,
    l2: number,
  ) => {
    const names = new Names();
    return crossfit(decisionRows(cases, names, featuresOf, yes, weight), learnsFrom, names, {
      l2,
      trees: 60,
    });
  };
  const form = learnMixed(
    ({ asked }) => readForm(asked),
    long,
    formWeight,
    () => true,
    1e-3,
  );
  const relevance = learnMixed(
    some,
    ({ answerable }) => (answerable ? 1 : 0),
    ({ set }) => (set === 'clapnq' ? 1.5 : 1),
    (one) => !isShort(one),
    1e-2,
  );
  const confidence = learnMixed(all, f1, () => 1, isShort, 1e-3);
  const support = learnSupport(cases);
  for (const outcome of outcomes.values()) {
    const { one } = outcome;
    outcome.form = form.chances.get(one)?.[0] ?? 0;
    outcome.relevance = relevance.chances.get(one)?.[0] ?? 0;
    outcome.confidence = confidence.chances.get(one)?.[0] ?? 0;
    outcome.shown = support.chances.get(one) ?? [];
  }
  printAnswers([...outcomes.values()]);
  if (process.argv.includes('--write')) {
    const models: Models = {
      holds,
      span,
      support: support.model,
      form: form.model,
      relevance: relevance.model,
      confidence: confidence.model,
    };
    const text = render(models);
    writeFileSync(new URL('../src/core/ask/models-data.ts', import.meta.url), text);
    console.log(`${Object.keys(span).length} weights of spans, ${text.length} characters`);
  }
} else console.log('skipped: ../shared/data is absent');
