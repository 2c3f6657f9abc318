/**
 * `NODE_OPTIONS=--max-old-space-size=12000 npx tsx bench/train-answers.ts [--write]`: learns src/core/ask/models/data.ts from the questions of several sets together, and of our own (bench/learned).
 *
 * Prints what each fold gives with what was learned from the others: the figures to believe. Each model learns from what the
 * models before it say of questions that these had not seen. What is written was learned from all.
 */
import { writeFileSync } from 'node:fs';
import { findContradiction } from '../src/core/ask/decision/contradiction.ts';
import { readDecision } from '../src/core/ask/decision/decision.ts';
import { readTelling } from '../src/core/ask/decision/telling.ts';
import { isRuledOut } from '../src/core/ask/decision/veto.ts';
import type { Features } from '../src/core/ask/models/linear.ts';
import type { Models } from '../src/core/ask/models/models.ts';
import { readForm } from '../src/core/ask/question/form.ts';
import { areAlike } from '../src/core/ask/spans/pooled.ts';
import {
  asksWords,
  type Case,
  f1Of,
  isAgain,
  isShort,
  readCases,
  tagger,
  wantsTelling,
  worthOf,
} from './answer-cases.ts';
import { type Outcome, printAnswers } from './answer-figures.ts';
import { learnHolds, learnPooled, learnSpan } from './first-looks.ts';
import { Names } from './learn-sparse.ts';
import { FEW_TREES, learnMixed, MANY_TREES, SLOW_TREES } from './mixed.ts';
import { hasData } from './questions.ts';
import { learnReranks, learnRespan } from './second-looks.ts';
import { holdsInPassage, learnSupport } from './shown.ts';

/** What tells whether passages speak of a question; the other features are about the words that answer. */
const RELEVANCE =
  /^(?:[ts]:|missing|unsaid|gone|share|rarest|lead|topScore|sentences|terms|typed|explains|noneNamed|union|focusHere|articles|asks:|agree|a:proximity|ownScore|one$)/;
/** What the passage as a whole speaks of tells nothing of the words: with it their log loss was .493 on SQuAD, without it .490. */
const GIST = /^p:/;
/** Questions of SQuAD once more, among several paragraphs or altered, count for less. */
const AGAIN = 0.3;

/** People ask about what the articles say more often than about what they do not. */
const UNTOLD = 0.5;

/** A passage tells what a few words would less often than yes or no, and there are more of these questions. */
const WORDS = 0.4;

/** Editors' questions about stories of our own want few words, however they are typed: form learns nothing from them. */
const FORM_WEIGHTS: Partial<Record<Case['set'], number>> = {
  squad: 0.3,
  turns: 1.5,
  stories: 0,
  quizzes: 0,
  told: 0,
  untold: 0,
  gone: 0,
};
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
      telling: 0,
      confidence: 0,
      evidence: 0,
    });
  }
  const those = (one: Case, wanted: (name: string) => boolean): Features =>
    Object.fromEntries(Object.entries(decisions.get(one) ?? {}).filter(([name]) => wanted(name)));
  const ofWords = (one: Case): Features => those(one, (name) => !GIST.test(name));
  const ofPassages = (one: Case): Features => those(one, (name) => GIST.test(name) || RELEVANCE.test(name));
  const form = learnMixed(cases, {
    rowsOf: (one) => {
      const weight = isAgain(one) ? 0 : (FORM_WEIGHTS[one.set] ?? 1);
      return [{ features: readForm(one.asked), yes: isShort(one) ? 0 : 1, weight }];
    },
    learnsFrom: () => true,
    l2: 1e-3,
    trees: FEW_TREES,
  });
  const relevance = learnMixed(cases, {
    rowsOf: (one) => {
      const weight = one.set === 'clapnq' ? 1.5 : 1;
      return [{ features: ofPassages(one), yes: one.answerable ? 1 : 0, weight }];
    },
    learnsFrom: (one) => !isShort(one) && !wantsTelling(one) && !asksWords(one),
    l2: null,
    trees: SLOW_TREES,
  });
  const telling = learnMixed(cases, {
    rowsOf: (one) => {
      if (!wantsTelling(one) && !asksWords(one)) return [];
      const { asked, ranked, matcher, articles } = one;
      const features = readTelling(asked, ranked, articles, matcher);
      const weight = asksWords(one) ? WORDS : one.set === 'untold' ? UNTOLD : 1;
      return [{ features, yes: worthOf(one, ranked[0]?.text ?? ''), weight }];
    },
    learnsFrom: (one) => wantsTelling(one) || asksWords(one),
    l2: null,
    trees: SLOW_TREES,
  });
  const confidence = learnMixed(cases, {
    rowsOf: (one) => {
      const weight = isAgain(one) ? AGAIN : 1;
      return [{ features: ofWords(one), yes: outcomes.get(one)?.f1 ?? 0, weight }];
    },
    learnsFrom: isShort,
    l2: null,
    trees: MANY_TREES,
  });
  const support = learnSupport(cases);
  for (const outcome of outcomes.values()) {
    const { one } = outcome;
    outcome.form = form.chances.get(one)?.[0] ?? 0;
    outcome.relevance = relevance.chances.get(one)?.[0] ?? 0;
    outcome.telling = telling.chances.get(one)?.[0] ?? 0;
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
      telling: telling.model,
      confidence: confidence.model,
    };
    const text = render(models);
    writeFileSync(new URL('../src/core/ask/models/data.ts', import.meta.url), text);
    console.log(`${Object.keys(span).length} weights of spans, ${text.length} characters`);
  }
} else console.log('skipped: ../shared/data is absent');
