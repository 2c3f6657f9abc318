/** Answers that stand in several articles, each with all that speaks for it: one person may be named in many sentences. */
import type { ReadArticle } from '../../article.ts';
import { type Features, type Weights, weigh } from '../models/linear.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { spacedSentence, spacedWords } from '../words/spaced.ts';
import { normalAnswer } from './consensus.ts';
import type { ScoredSpan } from './spans.ts';

/** An answer at its best place. */
export interface PooledAnswer {
  readonly span: ScoredSpan;
  readonly features: Features;
}

/** Sentences among which the words of an answer are counted. */
const COUNTED = 40;
/** Spans that are looked at; the rest is noise. */
const READ = 60;
/** A sentence this much worse than the best counts a third of it. */
const FALL = 1.5;
/** An article speaks of the same thing as the one that has most of the question where it lacks at most this share. */
const LACKS = 0.25;
/** So many of the articles at least must be reports of one thing: only these repeat one another's answer. */
const ALIKE = 0.3;
/** Answers that are so much less likely where they stand are not made the best by being repeated: every report names its town. */
const WITHIN = 1.5;
/** … and less so of a few articles: there what is repeated is whom the story is about, and seldom what is asked. */
const WITHIN_FEW = 1;
/** So many articles are many. */
const MANY = 6;
/** Features of a span that tell whether its words answer, wherever they stand. */
const OF_SPAN =
  `gap gapExact gapMissed gapWrong fits repeats inTitle proximity clause likeFocus headLikeFocus sentence repeated sameNoun cutBefore cutAfter plural
  many:all many:part one:all one:part owns`.split(/\s+/);

interface Counted {
  readonly text: string;
  readonly article: number;
  readonly weight: number;
}

interface Articles {
  readonly titles: readonly string[];
  /** Share of each article in all: by its best sentence, evenly, and among the newest. */
  readonly weights: readonly number[];
  readonly fresh: readonly number[];
}

function shares(values: readonly number[]): number[] {
  const all = values.reduce((sum, value) => sum + value, 0) || 1;
  return values.map((value) => value / all);
}

function countSentences(ranked: readonly RankedSentence[]): { sentences: Counted[]; articles: Articles } {
  const read = ranked.slice(0, COUNTED);
  const best = read[0]?.score ?? 0;
  const order = [...new Set(read.map(({ article }) => article))];
  const weights = shares(read.map(({ score }) => Math.exp((score - best) / FALL)));
  const firsts = order.map((article) => read.find((one) => one.article === article));
  return {
    sentences: read.map((one, at) => ({
      text: spacedSentence(one),
      article: order.indexOf(one.article),
      weight: weights[at] ?? 0,
    })),
    articles: {
      titles: order.map(({ title }) => spacedWords(title ?? '')),
      weights: shares(firsts.map((first) => Math.exp(((first?.score ?? 0) - best) / 2))),
      fresh: shares(firsts.map((first) => first?.features['fresh'] ?? 0)),
    },
  };
}

/** Whether the articles are several reports of what is asked, and not one of it among others. */
export function areAlike(ranked: readonly RankedSentence[]): boolean {
  const lacking = new Map<ReadArticle, number>();
  for (const { article, features } of ranked.slice(0, COUNTED))
    lacking.set(article, features['heldLess'] ?? 1);
  const alike = [...lacking.values()].filter((share) => share < LACKS).length;
  return lacking.size > 1 && alike / lacking.size >= ALIKE;
}

/** Distinct answers that may be the best, with their features, in the order of their best spans; `scored` is best first. */
export function poolAnswers(
  { kind }: AskedQuestion,
  scored: readonly ScoredSpan[],
  ranked: readonly RankedSentence[],
): PooledAnswer[] {
  const read = scored.slice(0, READ);
  const top = read[0];
  if (top === undefined) return [];
  const { sentences, articles } = countSentences(ranked);
  const least = top.score - (articles.titles.length < MANY ? WITHIN_FEW : WITHIN);
  const chances = shares(read.map(({ score }) => Math.exp(score - top.score)));
  const groups = new Map<string, { span: ScoredSpan; share: number }>();
  read.forEach((span, at) => {
    const words = normalAnswer(span.text);
    const known = groups.get(words);
    if (known === undefined) groups.set(words, { span, share: chances[at] ?? 0 });
    else known.share += chances[at] ?? 0;
  });
  const likely = [...groups.values()].filter(({ span }) => span.score >= least);
  return likely.map(({ span, share }) => {
    const words = spacedWords(span.text);
    const holding = sentences.filter(({ text }) => text.includes(words));
    const held = new Set(holding.map(({ article }) => article));
    const over = (values: readonly number[], holds: (at: number) => boolean): number =>
      values.reduce((sum, value, at) => sum + (holds(at) ? value : 0), 0);
    const inArticle = (at: number): boolean => held.has(at);
    const inTitle = (at: number): boolean => articles.titles[at]?.includes(words) ?? false;
    const even = articles.weights.map(() => 1 / articles.weights.length);
    const sentenceShare = holding.reduce((sum, { weight }) => sum + weight, 0);
    const features: Record<string, number> = {
      score: span.score - top.score,
      first: span === top ? 1 : 0,
      chance: Math.log(share + 1e-4) / 3,
      sentences: Math.log(1 + holding.length),
      sentenceShare,
      articles: over(even, inArticle),
      articleShare: over(articles.weights, inArticle),
      fresh: over(articles.fresh, inArticle),
      titles: over(even, inTitle),
      titleShare: over(articles.weights, inTitle),
      freshTitle: over(articles.fresh, inTitle),
      words: Math.log(1 + words.trim().split(' ').length),
      freshHere: span.sentence.features['fresh'] ?? 0,
      [`kind:${span.candidate.kind}`]: 1,
      [`${kind}:${span.candidate.kind}`]: 1,
      [`${kind}:sentences`]: sentenceShare,
    };
    for (const name of OF_SPAN) features[`a:${name}`] = span.features[name] ?? 0;
    return { span, features };
  });
}

/** A newer count goes before one that is at most so much likelier: tolls rise, and the last one stands. */
const NEWER = 1;
/** … where it stands as well in the place that the question leaves open. */
const SAME_TOLD = 0.7;
/** … in a sentence that has about as much of the question: "2,300 people have lost their homes" is no toll. */
const SAME_ASKED = 0.85;

const timeOf = ({ sentence }: ScoredSpan): number => Date.parse(sentence.article.published ?? '');

/** Whether a count is told later than another, or in the same report higher up: what was long ago stands further down. */
function isNewer(one: ScoredSpan, other: ScoredSpan): boolean {
  if (one.sentence.article === other.sentence.article)
    return one.sentence.sentence.start < other.sentence.sentence.start;
  return timeOf(one) > timeOf(other);
}

/** Of counts that articles of several days give, the newest; else the first. */
function firstOf(question: AskedQuestion, best: readonly ScoredSpan[]): ScoredSpan | undefined {
  const [top] = best;
  if (top === undefined || question.kind !== 'number') return top;
  // Of whom the newer report says something else it gives no newer count.
  const told = top.features['gap'] ?? 0;
  const asked = top.sentence.features['softResolved'] ?? 0;
  const counts = best.filter(
    ({ score, candidate, features, sentence }) =>
      score > top.score - NEWER &&
      candidate.kind === top.candidate.kind &&
      (features['gap'] ?? 0) >= told * SAME_TOLD &&
      (sentence.features['softResolved'] ?? 0) >= asked * SAME_ASKED,
  );
  return counts.reduce((newest, one) => (isNewer(one, newest) ? one : newest), top);
}

/** The spans with the likeliest answer first, each answer once before all others; `scored` is best first. */
export function orderPooled(
  question: AskedQuestion,
  pooled: readonly PooledAnswer[],
  scored: readonly ScoredSpan[],
  weights: Weights,
): ScoredSpan[] {
  const best = pooled
    .map(({ span, features }) => ({ span, worth: weigh(features, weights) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ span }) => span);
  const first = firstOf(question, best);
  const order = [...new Set(first === undefined ? best : [first, ...best])];
  const told = new Set(order);
  return [...order, ...scored.filter((span) => !told.has(span))];
}
