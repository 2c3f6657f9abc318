/** The candidates of the best sentences, scored as answers. */
import type { ReadArticle } from '../article.ts';
import { parseTerms } from '../search/query.ts';
import type { RankedSentence } from './evidence.ts';
import type { Matcher } from './likeness.ts';
import { type Weights, weigh } from './linear.ts';
import type { AskedQuestion } from './question.ts';
import { type AnswerSpan, findSpans, type ScoredSpan } from './spans.ts';
import type { Tagger } from './tagging.ts';

/** Sentences in which answers are looked for: of one article, and of several, which say it again in other words. */
const READ_SENTENCES = 5;
const READ_OF_SEVERAL = 8;
/** Sentences in which the same answer is counted: what many sources repeat is likelier. */
const COUNTED_SENTENCES = 40;

function wordsOf(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
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
  const texts = ranked.slice(0, COUNTED_SENTENCES).map(({ text }) => wordsOf(text));
  const counts = new Map<string, number>();
  const one = ranked.every(({ article }) => article === ranked[0]?.article);
  return ranked.slice(0, one ? READ_SENTENCES : READ_OF_SEVERAL).flatMap((sentence) => {
    const { article } = sentence;
    const title = titles.get(article) ?? new Set(parseTerms(article.title ?? ''));
    titles.set(article, title);
    // Scores are relative to the best, so that a question with few words is scored like one with many.
    return findSpans({ ...sentence, score: sentence.score - best }, question, tagger, matcher, title).map(
      (span) => {
        const words = wordsOf(span.text);
        const count = counts.get(words) ?? texts.filter((text) => text.includes(words)).length;
        counts.set(words, count);
        return { ...span, features: { ...span.features, repeated: Math.log(Math.max(1, count)) } };
      },
    );
  });
}

/** Candidates as answers, best first. */
export function scoreSpans(spans: readonly AnswerSpan[], weights: Weights): ScoredSpan[] {
  return spans
    .map((span) => ({ ...span, score: weigh(span.features, weights) }))
    .sort((a, b) => b.score - a.score);
}
