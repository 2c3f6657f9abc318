/** Whether the best answer found is an answer at all: better silent than wrong, and better found than silent. */
import { termOf } from '../search/query.ts';
import type { RankedSentence } from './evidence.ts';
import { type Features, logistic, weigh } from './linear.ts';
import { type AnswerKind, type AskedQuestion, explains } from './question.ts';
import type { AnswerSpan } from './spans.ts';
import { CONFIDENCE_WEIGHTS, RELEVANCE_WEIGHTS } from './weights.ts';

export interface ScoredSpan extends AnswerSpan {
  readonly score: number;
}

const NEGATION = /^(?:not|n't|n’t|never|no|without|except|neither|nor|unable|hardly)$/;

function negated(words: readonly string[]): boolean {
  return words.some((word) => NEGATION.test(word));
}

/** Share of the question's weight that several sentences cover together. */
function unionCovered({ weights }: AskedQuestion, sentences: readonly RankedSentence[]): number {
  const terms = new Set(sentences.flatMap((sentence) => sentence.terms));
  let covered = 0;
  let total = 0;
  for (const [term, weight] of weights) {
    total += weight;
    if (terms.has(term)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

/** What the decision rests on. */
export function readDecision(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  spans: readonly ScoredSpan[],
): Features {
  const [best] = spans;
  const sentence = best?.sentence ?? ranked[0];
  if (sentence === undefined) return { none: 1 };
  const features: Record<string, number> = {};
  for (const [name, value] of Object.entries(sentence.features)) features[`s:${name}`] = value;
  const top = ranked[0]?.score ?? 0;
  features['sentenceLead'] = Math.min(3, top - (ranked[1]?.score ?? top - 3));
  features['topCovered'] = ranked[0]?.features['covered'] ?? 0;
  features['unionCovered'] = unionCovered(question, ranked.slice(0, 3));
  // What the question speaks of and the passage does not, by kind of word.
  const here = new Set(sentence.terms);
  const near = new Set(
    ranked
      .filter(({ article }) => article.id === sentence.article.id)
      .slice(0, 4)
      .flatMap(({ terms }) => terms),
  );
  const missing: Record<string, number> = {};
  for (const { word, pos } of question.words) {
    const term = termOf(word);
    if (term === null || here.has(term) || !question.weights.has(term)) continue;
    const kind = question.named.has(term) ? 'NAMED' : pos;
    if (!/^(?:NAMED|NOUN|VERB|ADJ|ADV|NUM|PROPN)$/.test(kind)) continue;
    missing[kind] = (missing[kind] ?? 0) + 1;
    if (!near.has(term)) missing[`${kind}:anywhere`] = (missing[`${kind}:anywhere`] ?? 0) + 1;
  }
  for (const [kind, count] of Object.entries(missing)) features[`missing:${kind}`] = Math.min(3, count);
  features['allNamed'] = question.named.size > 0 && missing['NAMED'] === undefined ? 1 : 0;
  features['noNamed'] = question.named.size === 0 ? 1 : 0;
  features['terms'] = Math.log(1 + question.weights.size);
  features[`asks:${question.kind}`] = 1;
  features['negation'] =
    negated(question.words.map(({ lower }) => lower)) !==
    negated(sentence.text.toLowerCase().split(/[^\p{L}'’]+/u))
      ? 1
      : 0;
  if (best === undefined) return { ...features, noSpan: 1 };
  let sum = 0;
  const bySame = new Map<string, number>();
  for (const span of spans) {
    const share = Math.exp(span.score - best.score);
    sum += share;
    const key = span.text.toLowerCase();
    bySame.set(key, (bySame.get(key) ?? 0) + share);
  }
  const share = (bySame.get(best.text.toLowerCase()) ?? 1) / sum;
  features['share'] = share;
  features['logShare'] = Math.log(share);
  features['spanScore'] = best.score / 5;
  for (const name of [
    'fits',
    'misfit',
    'proximity',
    'repeats',
    'verbsBetween',
    'nearVerb',
    'noneNear',
    'repeated',
    'matchBefore',
    'matchAfter',
  ]) {
    features[`a:${name}`] = best.features[name] ?? 0;
  }
  return features;
}

/** The passages speak of what is asked. */
const RELEVANT = 0.45;
/** The words found are the ones asked for (a wrong answer costs a newsroom more than silence); an explanation is a sentence, and its words matter less. */
const CONFIDENT = 0.35;
/** Where the passages plainly speak of it, less is enough. */
const PLAINLY_RELEVANT = 0.72;
const LESS_CONFIDENT = 0.1;
const CONFIDENT_EXPLANATION = 0.03;

/** Whether to answer. bench/train-answers.ts prints what other thresholds give; veto.ts rules out what these let pass. */
export function isAnswer(kind: AnswerKind, decision: Features): boolean {
  const relevance = logistic(weigh(decision, RELEVANCE_WEIGHTS));
  if (relevance <= RELEVANT) return false;
  const confidence = logistic(weigh(decision, CONFIDENCE_WEIGHTS));
  if (explains(kind)) return confidence > CONFIDENT_EXPLANATION;
  return confidence > (relevance > PLAINLY_RELEVANT ? LESS_CONFIDENT : CONFIDENT);
}

/** A few words are shown as an explanation only above this. */
const SURE = 0.25;

/** Whether the words found are likely enough to stand alone. */
export function isSure(decision: Features): boolean {
  return logistic(weigh(decision, CONFIDENCE_WEIGHTS)) > SURE;
}
