/** The candidates of the best sentences, scored as answers. */
import type { ReadArticle } from '../../article.ts';
import { parseTerms } from '../../search/query.ts';
import { type Weights, weigh } from '../models/linear.ts';
import type { Models } from '../models/models.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { spacedSentence, spacedWords } from '../words/spaced.ts';
import type { Tagger } from '../words/tagging.ts';
import { orderByShare } from './consensus.ts';
import { isPossible } from './kinds.ts';
import { areAlike, orderPooled, poolAnswers } from './pooled.ts';
import { rescore } from './respan.ts';
import { type AnswerSpan, findSpans, type ScoredSpan } from './spans.ts';

/** Sentences in which answers are looked for. */
const READ_SENTENCES = 5;
/** Sentences in which the same answer is counted: what many sources repeat is likelier. */
const COUNTED_SENTENCES = 40;

/** How many lines of a text hold some words. */
function countLines(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; count++) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? -1 : text.indexOf(words, end);
  }
  return count;
}

/** The candidates of the best sentences with their features; `ranked` is best first. */
export function readSpans(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  tagger: Tagger,
  matcher: Matcher,
): AnswerSpan[] {
  const best = ranked[0]?.score ?? 0;
  const titles = new Map<ReadArticle, ReadonlySet<string>>();
  const texts = ranked.slice(0, COUNTED_SENTENCES).map(spacedSentence);
  const all = texts.join('\n');
  const counts = new Map<string, number>();
  return ranked.slice(0, READ_SENTENCES).flatMap((sentence) => {
    const { article } = sentence;
    const title = titles.get(article) ?? new Set(parseTerms(article.title ?? ''));
    titles.set(article, title);
    // Scores are relative to the best, so that a question with few words is scored like one with many.
    const spans = findSpans({ ...sentence, score: sentence.score - best }, question, tagger, matcher, title);
    for (const { text, features } of spans) {
      const words = spacedWords(text);
      const count = counts.get(words) ?? countLines(all, words);
      counts.set(words, count);
      features['repeated'] = Math.log(Math.max(1, count));
    }
    return spans;
  });
}

/** Candidates with their scores, best first. */
function scoreSpans(spans: readonly AnswerSpan[], weights: Weights): ScoredSpan[] {
  return spans
    .map((span) => ({ ...span, score: weigh(span.features, weights) }))
    .sort((a, b) => b.score - a.score);
}

/** Whether a number counts something else while its sentence counts just what is asked for: "17 women" beside "five children". */
function countsElse({ text }: AskedQuestion, span: ScoredSpan, all: readonly ScoredSpan[]): boolean {
  if (span.candidate.kind !== 'number' || !/\bhow many\b/i.test(text)) return false;
  const isItself = ({ sentence, candidate, features }: ScoredSpan): boolean =>
    sentence === span.sentence && candidate.kind === 'number' && features['countsItself'] === 1;
  return !isItself(span) && all.some(isItself);
}

/** The possible answers, likeliest first; of several articles each with what all of them say for it. */
export function findAnswers(
  question: AskedQuestion,
  ranked: readonly RankedSentence[],
  spans: readonly AnswerSpan[],
  models: Pick<Models, 'span' | 'respan' | 'pooled'>,
): ScoredSpan[] {
  const scored = rescore(question, scoreSpans(spans, models.span), models.respan).sort(
    (a, b) => b.score - a.score,
  );
  const isAnswer = (span: ScoredSpan): boolean =>
    isPossible(question, span) && !countsElse(question, span, scored);
  if (!areAlike(ranked)) return orderByShare(scored).filter(isAnswer);
  const possible = scored.filter(isAnswer);
  return orderPooled(question, poolAnswers(question, possible, ranked), possible, models.pooled);
}
