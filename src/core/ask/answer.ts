/** The answer to a question from given articles, with the sentences that say so, or the honest "not in these articles". */
import type { Passage, ReadArticle } from '../article.ts';
import type { ArticleIndex } from '../ports.ts';
import { findAges } from './ages.ts';
import { firstQuestion } from './asking.ts';
import { findContradiction } from './contradiction.ts';
import { buildStandalone } from './conversation.ts';
import { readDecision } from './decision.ts';
import { type RankedSentence, rankSentences } from './evidence.ts';
import { findAnswers, readSpans } from './find-spans.ts';
import { openLexicon } from './lexicon/lexicon.ts';
import { createMatcher } from './likeness.ts';
import { openModels } from './models.ts';
import { cutPassage, distinctPassages, groupPassages, passageAround } from './passages.ts';
import { areAlike } from './pooled.ts';
import { type AskedQuestion, parseAsked } from './question.ts';
import { recase } from './recase.ts';
import { findSaid } from './said.ts';
import { viewSentences } from './sentence-view.ts';
import type { ScoredSpan } from './spans.ts';
import { chooseSupport, readSupport } from './support.ts';
import { openTagger } from './tagging.ts';
import { findTelling } from './telling.ts';
import type { Answer, Turn } from './types.ts';
import { decide } from './verdict.ts';
import { isRuledOut, namesAll } from './veto.ts';
import { type FoundRole, findRoles } from './who.ts';

export interface AnswerOptions {
  /** Oldest first. */
  readonly history: readonly Turn[];
}

/** More articles than this are first searched, and then so many are read. */
const READ_ARTICLES = 12;
const FOUND_ARTICLES = 8;
/** Characters of a question that are read: the rest of a longer one is a quoted article. */
const READ_QUESTION = 600;
const EVIDENCE = 5;
const NEAREST = 4;
/** The best sentences, of which all else is read. */
const READ_SENTENCES = 60;
/** A different answer of another source is shown when it is nearly as likely. */
const DIFFERS = 1.5;
/** … and one whose sentence is likely to belong there anyway, when it is less likely still. */
const DIFFERS_TOLD = 5;

/** What is asked, in which articles. */
interface Found {
  readonly question: AskedQuestion;
  readonly ranked: readonly RankedSentence[];
  readonly spans: readonly ScoredSpan[];
  /** Sentences to be shown, best first. */
  readonly shown: readonly RankedSentence[];
}

async function chooseArticles(
  question: string,
  articles: readonly ReadArticle[],
  index: ArticleIndex,
): Promise<readonly ReadArticle[]> {
  if (articles.length <= READ_ARTICLES) return articles;
  // All articles of an index need no list of them, which would be longer than the search.
  const whole = (await index.size()) === articles.length;
  const filter = whole ? {} : { articles: new Set(articles.map(({ id }) => id)) };
  const hits = await index.findArticles(question, FOUND_ARTICLES, filter);
  const known = articlesById(articles);
  return hits.flatMap(({ article }) => known.get(article) ?? []);
}

// A long list is asked of again and again.
const lists = new WeakMap<readonly ReadArticle[], ReadonlyMap<string, ReadArticle>>();

function articlesById(articles: readonly ReadArticle[]): ReadonlyMap<string, ReadArticle> {
  const known = lists.get(articles) ?? new Map(articles.map((article) => [article.id, article]));
  lists.set(articles, known);
  return known;
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

function silent(found: Found, standalone: string, contradicting: Passage | undefined): Answer {
  const nearest = groupPassages(found.shown.filter(({ features }) => (features['soft'] ?? 0) > 0));
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
  const all = supporting(found, best.sentence);
  const first =
    all.find(
      (passage) => passage.article === article.id && passage.start <= span.start && span.end <= passage.end,
    ) ?? cutPassage(article, sentence, span);
  const answer = article.text.slice(Math.max(span.start, first.start), Math.min(span.end, first.end)).trim();
  // Where there are several articles, what others say for themselves counts, and not what only sounds like the question.
  const several = found.ranked.some((one) => one.article !== article);
  const evidence = distinctPassages([first, ...otherSources(found, best), ...(several ? [] : all)], EVIDENCE);
  return { answered: true, answer, evidence, question: standalone };
}

/** A passage as the answer: `best`, with the other sentences to be shown. */
function answerWithPassage(found: Found, best: RankedSentence, standalone: string): Answer {
  const passages = supporting(found, best);
  const [first] = passages;
  if (first === undefined) return silent(found, standalone, undefined);
  const told =
    found.question.kind === 'yes-no' ? cutPassage(best.article, best.sentence, best.sentence) : first;
  return {
    answered: true,
    answer: best.article.text.slice(Math.max(told.start, first.start), Math.min(told.end, first.end)),
    evidence: distinctPassages(passages, EVIDENCE),
    question: standalone,
  };
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
  const [tagger, lexicon, models] = await Promise.all([openTagger(), openLexicon(), openModels()]);
  const built = await buildStandalone(question, options.history);
  const standalone = firstQuestion(built, tagger.tag(built.slice(0, READ_QUESTION)));
  const asked = standalone.slice(0, READ_QUESTION);
  const chosen = await chooseArticles(asked, articles, index);
  const cased = recase(asked, chosen);
  // Nothing but capitals says nothing of names; nothing but small letters says how somebody types, and is left so.
  const read = /\p{Ll}/u.test(asked) ? asked : cased;
  const parsed = parseAsked(read, tagger.tag(read));
  const matcher = createMatcher(parsed, lexicon);
  const ranked = rankSentences(parsed, viewSentences(chosen), matcher, models.holds).slice(0, READ_SENTENCES);
  const shown = chooseSupport(readSupport(parsed, ranked), models.support);
  const [top] = ranked;
  if (top === undefined || ranked.every(({ features }) => (features['soft'] ?? 0) === 0))
    return silent({ question: parsed, ranked, spans: [], shown: [] }, standalone, undefined);
  const spans = findAnswers(parsed, ranked, readSpans(parsed, ranked, tagger, matcher), models);
  const found = { question: parsed, ranked, spans, shown };
  if (parsed.kind === 'quote') {
    const said = answerWithQuote(parsed, chosen, standalone);
    if (said !== undefined) return said;
  }
  const told = answerWithRole([...findRoles(cased, chosen), ...findAges(cased, chosen)], standalone);
  if (told !== undefined) return told;
  const against = findContradiction(parsed, ranked, tagger, matcher);
  if (against !== undefined)
    return silent(found, standalone, cutPassage(against.article, against.sentence, against.sentence));
  const verdict = decide(parsed, readDecision(parsed, ranked, spans, matcher), models, areAlike(ranked));
  const [best] = spans;
  if (verdict.words && best !== undefined && !isRuledOut(parsed, ranked, best, matcher, verdict.sure))
    return answerWithSpan(found, best, standalone);
  if (!verdict.passage) return silent(found, standalone, undefined);
  if (parsed.kind !== 'yes-no') return answerWithPassage(found, found.shown[0] ?? top, standalone);
  const telling = namesAll(parsed, chosen) ? findTelling(parsed, ranked, matcher) : undefined;
  return telling === undefined
    ? silent(found, standalone, undefined)
    : answerWithPassage(found, telling, standalone);
}
