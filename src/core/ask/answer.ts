/** The answer to a question from given articles, with the sentences that say so, or the honest "not in these articles". */
import type { Passage, ReadArticle } from '../article.ts';
import type { ArticleIndex } from '../ports.ts';
import { contradicts } from './contradiction.ts';
import { buildStandalone } from './conversation.ts';
import { isAnswer, isSure, readDecision, type ScoredSpan } from './decision.ts';
import { type RankedSentence, rankSentences, viewSentences } from './evidence.ts';
import { readSpans, scoreSpans } from './find-spans.ts';
import { cutPassage, distinctPassages, joinPassage, passageAround } from './passages.ts';
import { type AskedQuestion, explains, parseAsked } from './question.ts';
import { findSaid } from './said.ts';
import { openTagger } from './tagging.ts';
import type { Answer, Turn } from './types.ts';
import { isPossible, isRuledOut } from './veto.ts';
import { SENTENCE_WEIGHTS, SPAN_WEIGHTS } from './weights.ts';
import { type FoundRole, findRoles } from './who.ts';

export interface AnswerOptions {
  /** Oldest first. */
  readonly history: readonly Turn[];
  /** For relative dates in a question; none are read yet. */
  readonly now?: Date;
}

/** More articles than this are first searched, and then so many are read. */
const READ_ARTICLES = 12;
const FOUND_ARTICLES = 8;
/** Characters of a question that are read: the rest of a longer one is a quoted article. */
const READ_QUESTION = 600;
const EVIDENCE = 5;
const NEAREST = 4;
/** Sentences that explain, and sentences that support a short answer. */
const EXPLAINING = 5;
const SUPPORTING = 4;
/** A sentence that scores this much less than the best supports nothing. */
const GAP = 4;
/** A different answer of another source is shown when it is nearly as likely. */
const DIFFERS = 1.5;

/** What is asked, in which articles. */
interface Found {
  readonly question: AskedQuestion;
  readonly ranked: readonly RankedSentence[];
  readonly spans: readonly ScoredSpan[];
}

async function chooseArticles(
  question: string,
  articles: readonly ReadArticle[],
  index: ArticleIndex,
): Promise<readonly ReadArticle[]> {
  if (articles.length <= READ_ARTICLES) return articles;
  const byId = new Map(articles.map((article) => [article.id, article]));
  const whole = (await index.size()) === articles.length;
  const hits = await index.findArticles(
    question,
    FOUND_ARTICLES,
    whole ? {} : { articles: new Set(byId.keys()) },
  );
  return hits.flatMap(({ article }) => byId.get(article) ?? []);
}

function supporting({ question, ranked }: Found): Passage[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const wanted = explains(question.kind) ? EXPLAINING : SUPPORTING;
  const good = ranked.slice(0, wanted).filter(({ score }) => score > best.score - GAP);
  const places = (article: ReadArticle): Set<number> =>
    new Set(
      good
        .filter((one) => one.article === article)
        .map(({ sentence }) => article.analysis.sentences.indexOf(sentence)),
    );
  return good.map(({ article, sentence }) => joinPassage(article, sentence, places(article), sentence));
}

/** Sentences of other articles that answer otherwise, or the same. */
function otherSources({ spans }: Found, best: ScoredSpan): Passage[] {
  const seen = new Set([best.sentence.article.id]);
  const passages: Passage[] = [];
  for (const span of spans) {
    const { article, sentence } = span.sentence;
    if (
      seen.has(article.id) ||
      span.candidate.kind !== best.candidate.kind ||
      span.score < best.score - DIFFERS
    )
      continue;
    seen.add(article.id);
    const start = sentence.start + span.start;
    passages.push(cutPassage(article, sentence, { start, end: sentence.start + span.end }));
  }
  return passages;
}

function silent(found: Found, standalone: string, contradicting: Passage | undefined): Answer {
  const nearest = found.ranked
    .slice(0, NEAREST)
    .map(({ article, sentence }) => cutPassage(article, sentence, sentence));
  const passages = contradicting === undefined ? nearest : [contradicting, ...nearest];
  return {
    answered: false,
    nearest: distinctPassages(passages, NEAREST),
    contradicted: contradicting !== undefined,
    question: standalone,
  };
}

function answerWithQuote(
  question: AskedQuestion,
  articles: readonly ReadArticle[],
  standalone: string,
): Answer | undefined {
  const quotes = findSaid(question, articles);
  const [best] = quotes;
  if (best === undefined) return undefined;
  const { article, content } = best;
  const first = passageAround(article, content);
  const answer = article.text
    .slice(Math.max(content.start, first.start), Math.min(content.end, first.end))
    .trim();
  if (answer === '') return undefined;
  const rest = quotes.slice(1).filter(({ score }) => score > best.score - 1);
  const evidence = [first, ...rest.map((quote) => passageAround(quote.article, quote.content))];
  return { answered: true, answer, evidence: distinctPassages(evidence, EVIDENCE), question: standalone };
}

/** Who somebody is: the role that the best article gives, and what the others say. */
function answerWithRole([first, ...others]: readonly FoundRole[], standalone: string): Answer | undefined {
  if (first === undefined) return undefined;
  const { article, role } = first;
  const passage = passageAround(article, role);
  const answer = article.text.slice(role.start, role.end);
  if (passage.start > role.start || role.end > passage.end) return undefined;
  const rest = others.map((other) => passageAround(other.article, other.role));
  return {
    answered: true,
    answer,
    evidence: distinctPassages([passage, ...rest], EVIDENCE),
    question: standalone,
  };
}

function answerWithSpan(found: Found, best: ScoredSpan, standalone: string): Answer {
  const { article, sentence } = best.sentence;
  const span = { start: sentence.start + best.start, end: sentence.start + best.end };
  const all = supporting(found);
  const first =
    all.find(
      (passage) => passage.article === article.id && passage.start <= span.start && span.end <= passage.end,
    ) ?? cutPassage(article, sentence, span);
  const answer = article.text.slice(Math.max(span.start, first.start), Math.min(span.end, first.end)).trim();
  const evidence = distinctPassages([first, ...otherSources(found, best), ...all], EVIDENCE);
  return { answered: true, answer, evidence, question: standalone };
}

/**
 * Answers a question from `articles` alone. Reads at most a dozen of them, found by `index`, which must hold them.
 * @returns the shortest words that answer and the passages that say so, or the nearest passages
 */
export async function findAnswer(
  question: string,
  articles: readonly ReadArticle[],
  index: ArticleIndex,
  options: AnswerOptions,
): Promise<Answer> {
  const standalone = await buildStandalone(question, options.history);
  const asked = standalone.slice(0, READ_QUESTION);
  const chosen = await chooseArticles(asked, articles, index);
  const tagger = await openTagger();
  // All capitals say nothing about names.
  const cased = /\p{Ll}/u.test(asked) ? asked : asked.toLowerCase();
  const parsed = parseAsked(cased, tagger.tag(cased));
  const ranked = rankSentences(parsed, viewSentences(chosen), SENTENCE_WEIGHTS).filter(
    ({ features }) => (features['covered'] ?? 0) > 0,
  );
  const scored = scoreSpans(readSpans(parsed, ranked, tagger), SPAN_WEIGHTS);
  const spans = scored.filter((span) => isPossible(parsed, span));
  const found = { question: parsed, ranked, spans };
  const [top] = ranked;
  const best = spans[0] ?? (explains(parsed.kind) ? scored[0] : undefined);
  if (top === undefined) return silent(found, standalone, undefined);
  if (parsed.kind === 'quote') {
    const said = answerWithQuote(parsed, chosen, standalone);
    if (said !== undefined) return said;
  }
  const roles = findRoles(cased, chosen);
  const told = answerWithRole(roles, standalone);
  if (told !== undefined) return told;
  const decision = readDecision(parsed, ranked, spans);
  if (contradicts(parsed, top, tagger.tag(top.text))) {
    return silent(found, standalone, cutPassage(top.article, top.sentence, top.sentence));
  }
  if (best === undefined || isRuledOut(parsed, ranked, best) || !isAnswer(parsed.kind, decision)) {
    return silent(found, standalone, undefined);
  }
  // An explanation is the sentence, unless a few words of it are surely the answer.
  const whole =
    parsed.kind === 'yes-no' || (explains(parsed.kind) && (spans.length === 0 || !isSure(decision)));
  if (!whole) return answerWithSpan(found, best, standalone);
  const [first, ...rest] = supporting(found);
  if (first === undefined) return silent(found, standalone, undefined);
  const text = top.article.text.slice(first.start, first.end);
  return {
    answered: true,
    answer: text,
    evidence: distinctPassages([first, ...rest], EVIDENCE),
    question: standalone,
  };
}
