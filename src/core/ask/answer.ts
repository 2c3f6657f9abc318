/** The answer to a question from given articles, with the sentences that say so, or the honest "not in these articles". */
import type { ReadArticle } from '../article.ts';
import type { ArticleIndex } from '../ports.ts';
import { buildAsked } from './conversation.ts';
import { findContradiction } from './decision/contradiction.ts';
import { decideAnswer } from './decision/deciding.ts';
import { answerWithAnswered, answerWithFact, answerWithQuote, type Found, silent } from './decision/found.ts';
import { asksFullName, spellOut } from './facts/acronyms.ts';
import { findCallings } from './facts/callings.ts';
import { findDeeds, findFacts } from './facts/find-facts.ts';
import { asksHolder } from './facts/offices.ts';
import { asksOrigin } from './facts/origins.ts';
import { findAnsweredQuestion } from './facts/questions-answered.ts';
import { type Models, openModels } from './models/models.ts';
import { namesAnotherDesignation } from './question/designations.ts';
import { inOtherWords, standsBeside } from './question/fates.ts';
import { createMatcher } from './question/likeness.ts';
import { parseAsked } from './question/question.ts';
import { firstQuestion } from './question/question-word.ts';
import { recase } from './question/recase.ts';
import { asCounted, markElisions, respell, spellOffices } from './question/respell.ts';
import { findSentences } from './sentences/find-sentences.ts';
import { cutPassage } from './shown/passages.ts';
import { chooseSupport, readSupport } from './shown/support.ts';
import { tidy } from './shown/tidy.ts';
import { findAnswers, readSpans } from './spans/find-spans.ts';
import type { Answer, Turn } from './types.ts';
import { type Lexicon, openLexicon } from './words/lexicon/lexicon.ts';
import { openTagger, rememberTags, type Tagger } from './words/tagging.ts';

export interface AnswerOptions {
  /** Oldest first. */
  readonly history: readonly Turn[];
}

/** More articles than this are first searched, and then so many are read. */
const READ_ARTICLES = 12;
const FOUND_ARTICLES = 8;
/** Characters of a question that are read: the rest of a longer one is a quoted article. */
const READ_QUESTION = 600;

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
  const [opened, lexicon, models] = await Promise.all([openTagger(), openLexicon(), openModels()]);
  const tagger = rememberTags(opened);
  const built = await buildAsked(question, options.history, articles);
  const first = firstQuestion(built, tagger.tag(built.slice(0, READ_QUESTION)));
  const typed = first.slice(0, READ_QUESTION);
  const chosen = await chooseArticles(typed, articles, index);
  const spelt = spellOut(spellOffices(markElisions(typed), chosen), chosen);
  const asked = respell(spelt, chosen, lexicon);
  const standalone = asked.toLowerCase() === typed.toLowerCase() ? first : asked;
  const answerTo = (words: string): Answer =>
    answerAsked({ asked: asCounted(words), standalone, chosen, tagger, lexicon, models });
  const answer = answerTo(asked);
  const isOpen = !answer.answered && !answer.contradicted;
  return tidy((isOpen ? answerInOtherWords(asked, chosen, answerTo) : undefined) ?? answer, chosen);
}

function answerInOtherWords(
  asked: string,
  articles: readonly ReadArticle[],
  answerTo: (words: string) => Answer,
): Answer | undefined {
  for (const { question, word } of inOtherWords(asked)) {
    const found = answerTo(question);
    if (standsBeside(found, word, articles)) return found;
  }
  return undefined;
}

/** A question that stands alone, and the articles that are read for it. */
interface Asking {
  readonly asked: string;
  /** As the reader sees it. */
  readonly standalone: string;
  readonly chosen: readonly ReadArticle[];
  readonly tagger: Tagger;
  readonly lexicon: Lexicon;
  readonly models: Models;
}

function answerAsked({ asked, standalone, chosen, tagger, lexicon, models }: Asking): Answer {
  const cased = recase(asked, chosen);
  // Nothing but capitals says nothing of names; nothing but small letters says how somebody types, and is left so.
  const read = /\p{Ll}/u.test(asked) ? asked : cased;
  const parsed = parseAsked(read, tagger.tag(read));
  const matcher = createMatcher(parsed, lexicon);
  const ranked = findSentences(parsed, chosen, matcher, models);
  const nothing: Found = { question: parsed, ranked, spans: [], shown: [] };
  if (namesAnotherDesignation(asked, chosen)) return silent(nothing, standalone);
  const named = read === cased ? parsed : parseAsked(cased, tagger.tag(cased));
  const facts = { question: named, articles: chosen, ranked, tagger, lexicon };
  const told =
    answerWithFact(findCallings(facts), standalone) ??
    (parsed.kind === 'quote' ? answerWithQuote(parsed, chosen, matcher, standalone) : undefined) ??
    answerWithFact(findFacts(facts), standalone);
  if (told !== undefined) return told;
  // Nobody need be called a suspect to be one; of all else the articles have to speak.
  if (ranked.every(({ features }) => (features['soft'] ?? 0) === 0)) return silent(nothing, standalone);
  const answered = findAnsweredQuestion(asked, chosen);
  if (answered !== undefined) return answerWithAnswered(answered, standalone);
  const found: Found = { ...nothing, shown: chooseSupport(readSupport(parsed, ranked), models.support) };
  // Where somebody was last week is not where he is from.
  if (asksOrigin(cased, chosen) || asksFullName(cased) || asksHolder(cased)) return silent(found, standalone);
  const against = findContradiction(parsed, ranked, tagger, matcher);
  if (against !== undefined)
    return silent(found, standalone, {
      contradicting: cutPassage(against.article, against.sentence, against.sentence),
    });
  const done = answerWithFact(findDeeds(facts), standalone);
  if (done !== undefined) return done;
  // Of all that is read this takes longest, so what needs no words is told before.
  const spans = findAnswers(parsed, ranked, readSpans(parsed, ranked, tagger, matcher), models);
  return decideAnswer({ ...found, spans, named, standalone, articles: chosen, matcher, tagger, models });
}
