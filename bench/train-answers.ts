/**
 * `npx tsx bench/train-answers.ts [--write]`: learns src/core/ask/models-data.ts from the questions of several sets together, and of our own (bench/learned).
 *
 * Prints what each fold gives with what was learned from the others: the figures to believe. Each model learns from what the
 * models before it say of questions that these had not seen. What is written was learned from all.
 */
import { writeFileSync } from 'node:fs';
import type { Sentence } from '../src/core/article.ts';
import { findContradiction } from '../src/core/ask/contradiction.ts';
import { readDecision } from '../src/core/ask/decision.ts';
import { readForm } from '../src/core/ask/form.ts';
import type { Features } from '../src/core/ask/linear.ts';
import { chance, type Mixed, type Models } from '../src/core/ask/models.ts';
import { areAlike, orderPooled, poolAnswers } from '../src/core/ask/pooled.ts';
import type { ScoredSpan } from '../src/core/ask/spans.ts';
import { chooseLikely, readSupport } from '../src/core/ask/support.ts';
import { findSurroundings } from '../src/core/ask/surroundings.ts';
import { isRuledOut } from '../src/core/ask/veto.ts';
import {
  type Case,
  FOLDS,
  f1Of,
  isAgain,
  isShort,
  readCandidates,
  readCases,
  rightWords,
  scoredOf,
  tagger,
  weightOf,
  worthOf,
} from './answer-cases.ts';
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
import { learnTreeDecision, type TreeOptions } from './learn-trees.ts';
import { answerF1, hasData, holdsAnswer } from './questions.ts';
import { learnReranks, learnRespan } from './second-looks.ts';

/** What tells whether passages speak of a question; the other features are about the words that answer. */
const RELEVANCE =
  /^(?:[ts]:|missing|unsaid|gone|share|rarest|lead|topScore|sentences|terms|typed|explains|noneNamed|union|focusHere|articles|asks:|agree|a:proximity|ownScore|one$)/;
/** What the passage as a whole speaks of tells nothing of the words: with it their log loss was .493 on SQuAD, without it .490. */
const GIST = /^p:/;
/** Questions of SQuAD once more, among several paragraphs or altered, count for less. */
const AGAIN = 0.3;

/** Editors' questions about stories of our own want few words, however they are typed: form learns nothing from them. */
const FORM_WEIGHTS: Partial<Record<Case['set'], number>> = {
  squad: 0.3,
  turns: 1.5,
  stories: 0,
  quizzes: 0,
};
interface Row {
  readonly one: Case;
  readonly features: Features;
  readonly sparse: Sparse;
  readonly yes: number;
  readonly weight: number;
}

/** How a yes-or-no model is learned: a linear part, unless trees alone do better, and trees. */
interface Learning {
  /** Of the linear part; null: none. */
  readonly l2: number | null;
  readonly trees: Partial<TreeOptions>;
}

const FEW_TREES = { trees: 60, depth: 3, rate: 0.06, ridge: 5, share: 0.4, leaf: 5, seen: 30 };
const SLOW_TREES = { ...FEW_TREES, trees: 300, rate: 0.03, share: 0.2 };
const MANY_TREES = { ...SLOW_TREES, trees: 500 };

function mix(rows: readonly Row[], names: Names, { l2, trees }: Learning): Mixed {
  const known = rows.map(({ sparse, yes, weight }) => ({ features: sparse, yes, weight }));
  const all = known.reduce((sum, { weight }) => sum + weight, 0);
  const share = known.reduce((sum, { yes, weight }) => sum + yes * weight, 0) / all;
  const bias = Math.round(Math.log(share / (1 - share)) * 100) / 100;
  const weights = l2 === null ? null : learnSparseDecision(known, names.list.length, { epochs: 200, l2 });
  const forest = learnTreeDecision(
    known.map((row) => ({ ...row, base: weights === null ? bias : dot(row.features, weights) })),
    names,
    trees,
  );
  return { weights: weights === null ? { bias } : toWeights(names, weights), forest };
}

/** Chances of all rows, each by a model that has not seen its fold; and a model of all. */
function crossfit(
  rows: readonly Row[],
  learnsFrom: (one: Case) => boolean,
  names: Names,
  learning: Learning,
): { model: Mixed; chances: Map<Case, number[]> } {
  const chances = new Map<Case, number[]>();
  const usable = rows.filter(({ one }) => learnsFrom(one));
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = mix(
      usable.filter(({ one }) => one.fold !== fold),
      names,
      learning,
    );
    for (const { one, features } of rows)
      if (one.fold === fold) chances.set(one, [...(chances.get(one) ?? []), chance(features, model)]);
  }
  return { model: mix(usable, names, learning), chances };
}

/** Scores by models that have not seen the fold; the weights of all. */
function crossfitChoice(
  cases: readonly Case[],
  names: Names,
  choiceOf: (one: Case) => SparseChoice,
  apply: (one: Case, weights: Float64Array) => void,
  options: { epochs: number; l2: number },
): Float64Array {
  const usable = cases.filter((one) => rightWords(one).length > 0 && !isAgain(one));
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

/** The answers in their order, each by weights that have not seen its fold; of one article as the spans are scored. */
function learnPooled(
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

/** How much of a sentence somebody has shown, or said in their own words. */
function worthShowing(one: Case, text: string, start: number, end: number): number {
  if (one.evidence.length > 0) {
    const marked = one.evidence.filter((spans) => spans.some((span) => span.start < end && start < span.end));
    return marked.length / one.evidence.length;
  }
  return sharedWords(text, one.references) > 0.5 ? 1 : 0;
}

function learnSupport(cases: readonly Case[]): { model: Models['support']; shown: Map<Case, number> } {
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
  const { model, chances } = crossfit(rows, () => true, names, { l2: 3e-3, trees: { trees: 0 } });
  const shown = new Map<Case, number>();
  for (const one of cases) {
    const known = chances.get(one);
    if (known === undefined) continue;
    const views = readSupport(one.asked, one.ranked);
    const likely = chooseLikely(views.map((view, at) => ({ view, chance: known[at] ?? 0 })));
    shown.set(
      one,
      markedF1(
        one,
        likely.map(({ sentence }) => sentence),
        views.map(({ sentence }) => sentence),
      ),
    );
  }
  return { model: model.weights, shown };
}

/** Whether what is shown around the best words holds a right answer. */
function holdsInPassage({ articles, answers }: Case, spans: readonly ScoredSpan[]): boolean {
  const passage = findSurroundings(spans);
  const text = articles.find(({ id }) => id === passage?.article)?.text;
  return text !== undefined && holdsAnswer(text.slice(passage?.start, passage?.end), answers);
}

/** How far sentences are those that one of the people marked: F1, the best over them. */
function markedF1({ evidence }: Case, shown: readonly Sentence[], all: readonly Sentence[]): number {
  return Math.max(
    0,
    ...evidence.map((spans) => {
      const isMarked = ({ start, end }: Sentence): boolean =>
        spans.some((span) => span.start < end && start < span.end);
      return (2 * shown.filter(isMarked).length) / (shown.length + all.filter(isMarked).length || 1);
    }),
  );
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
  const reranks = learnReranks(cases);
  const spanNames = new Names();
  const span = learnSpan(cases, spanNames);
  const respan = learnRespan(cases, spanNames);
  const pooled = learnPooled(cases, spanNames);
  const outcomes = new Map<Case, Outcome>();
  const decisions = new Map<Case, Features>();
  for (const one of cases) {
    const spans = pooled.answers.get(one) ?? [];
    decisions.set(one, readDecision(one.asked, one.ranked, spans, one.matcher));
    const [best] = spans;
    outcomes.set(one, {
      one,
      f1: f1Of(one, spans),
      ruledOut: (certainty) =>
        best !== undefined && isRuledOut(one.asked, one.ranked, best, one.matcher, certainty),
      alike: areAlike(one.ranked),
      holds: holdsInPassage(one, spans),
      contradicted: findContradiction(one.asked, one.ranked, tagger, one.matcher) !== undefined,
      form: 0,
      relevance: 0,
      confidence: 0,
      evidence: 0,
    });
  }
  const f1 = (one: Case): number => outcomes.get(one)?.f1 ?? 0;
  const those = (one: Case, wanted: (name: string) => boolean): Features =>
    Object.fromEntries(Object.entries(decisions.get(one) ?? {}).filter(([name]) => wanted(name)));
  const ofWords = (one: Case): Features => those(one, (name) => !GIST.test(name));
  const ofPassages = (one: Case): Features => those(one, (name) => GIST.test(name) || RELEVANCE.test(name));
  const long = (one: Case): number => (isShort(one) ? 0 : 1);
  const formWeight = (one: Case): number => (isAgain(one) ? 0 : (FORM_WEIGHTS[one.set] ?? 1));
  const learnMixed = (
    featuresOf: (one: Case) => Features,
    yes: (one: Case) => number,
    weight: (one: Case) => number,
    learnsFrom: (one: Case) => boolean,
    learning: Learning,
  ) => {
    const names = new Names();
    return crossfit(decisionRows(cases, names, featuresOf, yes, weight), learnsFrom, names, learning);
  };
  const form = learnMixed(
    ({ asked }) => readForm(asked),
    long,
    formWeight,
    () => true,
    { l2: 1e-3, trees: FEW_TREES },
  );
  const relevance = learnMixed(
    ofPassages,
    ({ answerable }) => (answerable ? 1 : 0),
    ({ set }) => (set === 'clapnq' ? 1.5 : 1),
    (one) => !isShort(one),
    { l2: null, trees: SLOW_TREES },
  );
  const confidence = learnMixed(ofWords, f1, (one) => (isAgain(one) ? AGAIN : 1), isShort, {
    l2: null,
    trees: MANY_TREES,
  });
  const support = learnSupport(cases);
  for (const outcome of outcomes.values()) {
    const { one } = outcome;
    outcome.form = form.chances.get(one)?.[0] ?? 0;
    outcome.relevance = relevance.chances.get(one)?.[0] ?? 0;
    outcome.confidence = confidence.chances.get(one)?.[0] ?? 0;
    outcome.evidence = support.shown.get(one) ?? 0;
  }
  printAnswers([...outcomes.values()]);
  if (process.argv.includes('--write')) {
    const models: Models = {
      holds,
      reranks,
      span,
      respan,
      pooled: pooled.weights,
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
