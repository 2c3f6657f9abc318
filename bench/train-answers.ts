/**
 * `npx tsx bench/train-answers.ts`: learns src/core/ask/weights.ts from the questions of several sets together.
 *
 * Prints what each half gives with the weights of the other: the figures to believe. The weights written are of both halves.
 */
import { writeFileSync } from 'node:fs';
import { readDecision, type ScoredSpan } from '../src/core/ask/decision.ts';
import { type RankedSentence, rankSentences, viewSentences } from '../src/core/ask/evidence.ts';
import { readSpans, scoreSpans } from '../src/core/ask/find-spans.ts';
import { type Features, logistic, type Weights, weigh } from '../src/core/ask/linear.ts';
import { type AskedQuestion, explains, parseAsked } from '../src/core/ask/question.ts';
import { openTagger } from '../src/core/ask/tagging.ts';
import { type Choice, learnChoice, learnDecision } from './learn.ts';
import { answerF1, hasData, holdsAnswer, type LabelledQuestion, readQuestions } from './questions.ts';

/** To begin with, words in common rank the sentences that are learned from. */
const FIRST: Weights = {
  covered: 4,
  byTitle: 1.5,
  byNear: 1,
  pairs: 1,
  verb: 0.5,
  named: 1,
  length: -0.3,
  early: 0.2,
};
const SENTENCES = 60;
/** What tells whether passages speak of a question; the other features are about the words that answer. */
const RELEVANCE = new Set(
  `topCovered unionCovered s:covered s:coveredSquared s:byTitle s:byNear s:inArticle s:named s:pairs s:verb s:focus s:dense
  s:length s:first s:early missing:NAMED:anywhere missing:NAMED missing:NOUN:anywhere noNamed allNamed terms sentenceLead
  a:proximity`.split(/\s+/),
);

interface Case extends LabelledQuestion {
  readonly asked: AskedQuestion;
  ranked: RankedSentence[];
  spans: ScoredSpan[];
  decision: Features;
}

type Models = Record<'sentence' | 'span' | 'relevance' | 'confidence', Weights>;

const tagger = await openTagger();

function readCases(): Case[] {
  return readQuestions().map((labelled) => {
    const asked = parseAsked(labelled.question, tagger.tag(labelled.question));
    const ranked = rankSentences(asked, viewSentences(labelled.articles), FIRST);
    return { ...labelled, asked, ranked: ranked.slice(0, SENTENCES), spans: [], decision: {} };
  });
}

const weightOf = ({ set }: Case): number => (set === 'squad' ? 1 : 1.5);
const isShort = ({ set }: Case): boolean => set === 'squad' || set === 'realtime' || set === 'rgb';
const f1Of = ({ spans, answers }: Case): number => answerF1(spans[0]?.text ?? '', answers);

/** Learns the models one after the other from `from`; each is applied to `to` before the next is learned. */
function learn(from: readonly Case[], to: readonly Case[]): Models {
  const answered = from.filter(({ answers }) => answers.length > 0);
  const sentence = learnChoice(
    answered.map(
      (one): Choice => ({
        items: one.ranked.map(({ features }) => features),
        worth: one.ranked.map(({ text }) => (holdsAnswer(text, one.answers) ? 1 : 0)),
        weight: weightOf(one),
      }),
    ),
    { epochs: 20, l2: 1e-3 },
  );
  const both = [...new Set([...from, ...to])];
  for (const one of both) {
    const scored = one.ranked.map((view) => ({ ...view, score: weigh(view.features, sentence) }));
    one.ranked = scored.sort((a, b) => b.score - a.score);
    one.spans = readSpans(one.asked, one.ranked, tagger).map((span) => ({ ...span, score: 0 }));
  }
  const span = learnChoice(
    answered.map(
      (one): Choice => ({
        items: one.spans.map(({ features }) => features),
        worth: one.spans.map(({ text }) => answerF1(text, one.answers) ** 2),
        weight: weightOf(one),
      }),
    ),
  );
  for (const one of both) {
    one.spans = scoreSpans(one.spans, span);
    one.decision = readDecision(one.asked, one.ranked, one.spans);
  }
  const relevant = (features: Features): Features =>
    Object.fromEntries(Object.entries(features).filter(([name]) => RELEVANCE.has(name)));
  const relevance = learnDecision(
    from
      .filter((one) => !isShort(one))
      .map((one) => ({
        features: relevant(one.decision),
        yes: one.answerable,
        weight: one.set === 'clapnq' ? 1.5 : 1,
      })),
  );
  const confidence = learnDecision(
    from
      .filter(isShort)
      .map((one) => ({ features: one.decision, yes: f1Of(one) >= 0.5, weight: weightOf(one) })),
  );
  return { sentence, span, relevance, confidence };
}

function print(cases: readonly Case[], models: (one: Case) => Models): void {
  const chances = new Map(
    cases.map((one) => {
      const { relevance, confidence } = models(one);
      return [
        one,
        [logistic(weigh(one.decision, relevance)), logistic(weigh(one.decision, confidence))] as const,
      ];
    }),
  );
  const of = (set: Case['set']): Case[] => cases.filter((one) => one.set === set);
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(3);
  for (const set of ['squad', 'realtime', 'rgb'] as const) {
    console.log(
      `${set}: F1 of the best words, where answerable ${mean(
        of(set)
          .filter(({ answerable }) => answerable)
          .map(f1Of),
      )}`,
    );
  }
  for (const relevant of [0.4, 0.45, 0.5, 0.55]) {
    for (const confident of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]) {
      const answers = (one: Case): boolean => {
        const [first, second] = chances.get(one) ?? [0, 0];
        return first > relevant && second > (explains(one.asked.kind) ? Math.min(0.1, confident) : confident);
      };
      const balanced = (set: Case['set']): string => {
        const yes = of(set)
          .filter(({ answerable }) => answerable)
          .map((one) => Number(answers(one)));
        const no = of(set)
          .filter(({ answerable }) => !answerable)
          .map((one) => Number(!answers(one)));
        return ((Number(mean(yes)) + Number(mean(no))) / 2).toFixed(3);
      };
      const score = (one: Case): number =>
        one.answerable ? Number(answers(one)) * f1Of(one) : Number(!answers(one));
      const squad = of('squad');
      console.log(
        `relevant ${relevant} confident ${confident}: squad F1 ${mean(squad.map(score))}`,
        `has ${mean(squad.filter(({ answerable }) => answerable).map(score))}`,
        `no ${mean(squad.filter(({ answerable }) => !answerable).map(score))}`,
        `| clapnq ${balanced('clapnq')} turns ${balanced('turns')} | realtime F1 ${mean(of('realtime').map(score))}`,
        `EM ${mean(of('realtime').map((one) => Number(score(one) === 1)))}`,
      );
    }
  }
}

function render(models: Models): string {
  const table = (name: string, comment: string, weights: Weights): string =>
    `/** ${comment} */\nexport const ${name}: Weights = ${JSON.stringify(weights)};\n`;
  return [
    '/** Learned by `npx tsx bench/train-answers.ts`, never by hand. Features: evidence.ts, spans.ts, decision.ts. */',
    "import type { Weights } from './linear.ts';\n",
    table('SENTENCE_WEIGHTS', 'Which sentence holds the answer.', models.sentence),
    table('SPAN_WEIGHTS', 'Which words of it are the answer.', models.span),
    table('RELEVANCE_WEIGHTS', 'Whether the passages speak of what is asked.', models.relevance),
    table('CONFIDENCE_WEIGHTS', 'Whether the words found are the ones asked for.', models.confidence),
  ].join('\n');
}

if (hasData()) {
  const cases = readCases();
  const halves = [0, 1].map((half) => cases.filter((one) => one.half === half));
  const [first = [], second = []] = halves;
  const ofSecond = learn(second, first);
  // Applying changes the cases, so each half is judged before it is learned from.
  print(first, () => ofSecond);
  const ofFirst = learn(first, second);
  print(second, () => ofFirst);
  const models = learn(cases, []);
  writeFileSync(new URL('../src/core/ask/weights.ts', import.meta.url), render(models));
  console.log(
    Object.entries(models)
      .map(([name, weights]) => `${name}: ${Object.keys(weights).length} weights`)
      .join(', '),
  );
} else console.log('skipped: ../shared/data is absent');
