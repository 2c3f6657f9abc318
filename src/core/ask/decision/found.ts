/** What was found as an answer: the words, with the passages that say so. */
import type { Passage, ReadArticle } from '../../article.ts';
import { lengthOfDateline } from '../../text/dateline.ts';
import type { Fact } from '../facts/fact.ts';
import type { AnsweredQuestion } from '../facts/questions-answered.ts';
import { findSaid } from '../facts/said.ts';
import type { Matcher } from '../question/likeness.ts';
import type { AskedQuestion } from '../question/question.ts';
import type { RankedSentence } from '../sentences/evidence.ts';
import { cutPassage, distinctPassages, groupPassages, passageAround } from '../shown/passages.ts';
import { findSurroundings } from '../shown/surroundings.ts';
import { wholeSum } from '../shown/whole-sum.ts';
import type { ScoredSpan } from '../spans/spans.ts';
import type { Answer } from '../types.ts';
import type { Verdict } from './verdict.ts';

const EVIDENCE = 5;
const NEAREST = 4;
/** Places that say the same, of which the first that do not overlap are shown. */
const LOOKED_AT = 20;
/** A different answer of another source is shown when it is nearly as likely. */
const DIFFERS = 1.5;
/** … and one whose sentence is likely to belong there anyway, when it is less likely still. */
const DIFFERS_TOLD = 5;

/** What is asked, in which articles. */
export interface Found {
  readonly question: AskedQuestion;
  readonly ranked: readonly RankedSentence[];
  readonly spans: readonly ScoredSpan[];
  /** Sentences to be shown, best first. */
  readonly shown: readonly RankedSentence[];
}

/** The sentences that were chosen to be shown, those with the answer first. */
function supporting({ shown }: Found, first: RankedSentence): Passage[] {
  return groupPassages([first, ...shown.filter(({ sentence }) => sentence !== first.sentence)]);
}

/** Sentences of other articles that answer otherwise, or the same. */
function otherSources({ spans, shown }: Found, best: ScoredSpan): Passage[] {
  const told = new Set(shown.map(({ sentence }) => sentence));
  const seen = new Set([best.sentence.article.id]);
  const passages: Passage[] = [];
  for (const span of spans) {
    const { article, sentence } = span.sentence;
    if (
      seen.has(article.id) ||
      span.candidate.kind !== best.candidate.kind ||
      span.score < best.score - (told.has(sentence) ? DIFFERS_TOLD : DIFFERS)
    )
      continue;
    seen.add(article.id);
    const start = sentence.start + span.start;
    passages.push(cutPassage(article, sentence, { start, end: sentence.start + span.end }));
  }
  return passages;
}

/** No answer, with the passages that come nearest, and first the one that says otherwise. */
export function silent(
  found: Found,
  standalone: string,
  { contradicting, unsure = false }: { contradicting?: Passage | undefined; unsure?: boolean } = {},
): Answer {
  const nearest = groupPassages(found.shown.filter(({ features }) => (features['soft'] ?? 0) > 0));
  const passages = contradicting === undefined ? nearest : [contradicting, ...nearest];
  return {
    answered: false,
    nearest: distinctPassages(passages, NEAREST),
    contradicted: contradicting !== undefined,
    unsure,
    question: standalone,
  };
}

/** What somebody is quoted with, or undefined where the articles quote nothing of theirs that fits. */
export function answerWithQuote(
  question: AskedQuestion,
  articles: readonly ReadArticle[],
  matcher: Matcher,
  standalone: string,
): Answer | undefined {
  const quotes = findSaid(question, articles, matcher);
  const [best] = quotes;
  if (best === undefined) return undefined;
  const { article, content, quote } = best;
  const first = passageAround(article, content);
  const answer = article.text
    .slice(Math.max(content.start, first.start), Math.min(content.end, first.end))
    .trim();
  if (answer === '') return undefined;
  const rest = quotes.slice(1).filter(({ score }) => score > best.score - 1);
  const evidence = [first, ...rest.map((other) => passageAround(other.article, other.content))];
  const { name } = quote.speaker;
  const isNamed =
    name === null || article.text.slice(first.start, first.end).includes(name.split(' ').at(-1) ?? name);
  return {
    answered: true,
    answer,
    evidence: distinctPassages(evidence, EVIDENCE),
    tentative: false,
    question: standalone,
    ...(isNamed ? {} : { speaker: name }),
  };
}

/** What readers of facts found: the first, and what the others say. */
export function answerWithFact([first, ...others]: readonly Fact[], standalone: string): Answer | undefined {
  if (first === undefined) return undefined;
  const { article } = first;
  const passage = passageAround(article, first);
  const said = wholeSum(article.text, first, passage.start);
  const answer = article.text.slice(said.start, said.end);
  if (passage.start > said.start || said.end > passage.end) return undefined;
  const rest = others.slice(0, LOOKED_AT).map((other) => passageAround(other.article, other));
  return {
    answered: true,
    answer,
    evidence: distinctPassages([passage, ...rest], EVIDENCE),
    tentative: false,
    question: standalone,
  };
}

/** What an article says behind a question that asks the same. */
export function answerWithAnswered({ article, told }: AnsweredQuestion, standalone: string): Answer {
  const { sentences } = article.analysis;
  const start = sentences.find(({ end }) => end > told.start)?.start ?? told.start;
  return {
    answered: true,
    answer: article.text.slice(told.start, told.end),
    evidence: [{ ...told, start }],
    tentative: false,
    question: standalone,
  };
}

/** The likeliest words, with the passage that has them first; of several articles also what others say. */
export function answerWithSpan(
  found: Found,
  best: ScoredSpan,
  { certainty, tentative }: Verdict,
  standalone: string,
): Answer {
  const { article, sentence } = best.sentence;
  const words = { start: sentence.start + best.start, end: sentence.start + best.end };
  const span = wholeSum(article.text, words, sentence.start);
  const several = found.ranked.some((one) => one.article !== article);
  const all = supporting(found, best.sentence);
  const first =
    (several && certainty !== 'certain' ? findSurroundings(found.spans) : undefined) ??
    all.find(
      (passage) => passage.article === article.id && passage.start <= span.start && span.end <= passage.end,
    ) ??
    cutPassage(article, sentence, span);
  const answer = article.text.slice(Math.max(span.start, first.start), Math.min(span.end, first.end)).trim();
  // Where there are several articles, what others say for themselves counts, and not what only sounds like the question.
  const evidence = distinctPassages([first, ...otherSources(found, best), ...(several ? [] : all)], EVIDENCE);
  return { answered: true, answer, evidence, tentative, question: standalone };
}

/** A passage as the answer: `best`, with the other sentences to be shown. A yes or no is told by one sentence alone. */
export function answerWithPassage(
  found: Found,
  best: RankedSentence,
  { standalone, tentative }: { standalone: string; tentative: boolean },
): Answer {
  const told = cutPassage(best.article, best.sentence, best.sentence);
  const passages = supporting(found, best);
  const [first = told] = passages;
  const { start, end } = found.question.kind === 'yes-no' ? told : first;
  const { text } = best.article;
  const [from, to] = [Math.max(start, first.start), Math.min(end, first.end)];
  return {
    answered: true,
    // Where it was filed is no part of what it says.
    answer: text.slice(from + lengthOfDateline(text.slice(from, to)), to),
    evidence: distinctPassages(passages, EVIDENCE),
    tentative,
    question: standalone,
  };
}
