/** The answer to a question from given articles, with the sentences that say so, or the honest "not in these articles". */
import type { ReadArticle } from '../article.ts';
import type { ArticleIndex } from '../ports.ts';
import { findAges } from './ages.ts';
import { firstQuestion } from './asking.ts';
import { findContradiction } from './contradiction.ts';
import { buildStandalone } from './conversation.ts';
import { readDecision } from './decision.ts';
import { rankSentences } from './evidence.ts';
import { findAnswers, readSpans } from './find-spans.ts';
import {
  answerWithPassage,
  answerWithQuote,
  answerWithRole,
  answerWithSpan,
  type Found,
  silent,
} from './found.ts';
import { openLexicon } from './lexicon/lexicon.ts';
import { createMatcher } from './likeness.ts';
import { openModels } from './models.ts';
import { findHolders } from './offices.ts';
import { cutPassage } from './passages.ts';
import { areAlike } from './pooled.ts';
import { findOthers } from './premise.ts';
import { parseAsked } from './question.ts';
import { recase } from './recase.ts';
import { respell } from './respell.ts';
import { isSaidByOthers, mayTellSaid } from './said.ts';
import { viewSentences } from './sentence-view.ts';
import type { ScoredSpan } from './spans.ts';
import { chooseSupport, readSupport } from './support.ts';
import { openTagger } from './tagging.ts';
import { findTelling } from './telling.ts';
import type { Answer, Turn } from './types.ts';
import { decide, type Verdict } from './verdict.ts';
import { isRuledOut, namesAll } from './veto.ts';
import { findRoles } from './who.ts';

export interface AnswerOptions {
  /** Oldest first. */
  readonly history: readonly Turn[];
}

/** More articles than this are first searched, and then so many are read. */
const READ_ARTICLES = 12;
const FOUND_ARTICLES = 8;
/** Characters of a question that are read: the rest of a longer one is a quoted article. */
const READ_QUESTION = 600;
/** The best sentences, of which all else is read. */
const READ_SENTENCES = 60;
/** Of these a passage that answers is one. */
const TOLD = 12;
/** Of the likeliest words so many are looked at, where what is likelier cannot be the answer. */
const TRIED = 3;

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
  const [tagger, lexicon, models] = await Promise.all([openTagger(), openLexicon(), openModels()]);
  const built = await buildStandalone(question, options.history);
  const first = firstQuestion(built, tagger.tag(built.slice(0, READ_QUESTION)));
  const typed = first.slice(0, READ_QUESTION);
  const chosen = await chooseArticles(typed, articles, index);
  const asked = respell(typed, chosen, lexicon);
  const standalone = asked === typed ? first : asked;
  const cased = recase(asked, chosen);
  // Nothing but capitals says nothing of names; nothing but small letters says how somebody types, and is left so.
  const read = /\p{Ll}/u.test(asked) ? asked : cased;
  const parsed = parseAsked(read, tagger.tag(read));
  const matcher = createMatcher(parsed, lexicon);
  const ranked = rankSentences(parsed, viewSentences(chosen), matcher, models.holds).slice(0, READ_SENTENCES);
  if (ranked.every(({ features }) => (features['soft'] ?? 0) === 0))
    return silent({ question: parsed, ranked, spans: [], shown: [] }, standalone, undefined);
  const shown = chooseSupport(readSupport(parsed, ranked), models.support);
  const spans = findAnswers(parsed, ranked, readSpans(parsed, ranked, tagger, matcher), models);
  const found: Found = { question: parsed, ranked, spans, shown };
  const said = parsed.kind === 'quote' ? answerWithQuote(parsed, chosen, standalone) : undefined;
  if (said !== undefined) return said;
  const role = answerWithRole(
    [...findHolders(cased, chosen), ...findRoles(cased, chosen), ...findAges(cased, chosen)],
    standalone,
  );
  if (role !== undefined) return role;
  const against = findContradiction(parsed, ranked, tagger, matcher);
  if (against !== undefined)
    return silent(found, standalone, cutPassage(against.article, against.sentence, against.sentence));
  // What names forbid they forbid also where they are typed in small letters.
  const named = read === cased ? parsed : parseAsked(cased, tagger.tag(cased));
  const { others, isSaid } = findOthers(named, ranked, tagger, matcher);
  const alike = areAlike(ranked);
  const decideOn = (left: readonly ScoredSpan[]): Verdict =>
    decide(parsed, readDecision(parsed, ranked, left, matcher), models, alike);
  let left = spans;
  let verdict = decideOn(left);
  for (let tried = 0; verdict.words && tried < TRIED; tried++) {
    const [best, ...next] = left;
    if (best === undefined) break;
    const ofOthers = others.has(best.sentence) || isSaidByOthers(named, best);
    if (
      !ofOthers &&
      (isSaid || verdict.certainty === 'certain') &&
      !isRuledOut(named, ranked, best, matcher, verdict.certainty)
    )
      return answerWithSpan({ ...found, spans: left }, best, verdict.certainty, standalone);
    left = next;
    verdict = decideOn(left);
  }
  if (!verdict.passage || !isSaid) return silent(found, standalone, undefined);
  const ofThem = ranked.filter((sentence) => !others.has(sentence));
  const telling =
    parsed.kind !== 'yes-no'
      ? [...(chosen.length > 1 ? [...shown].sort((a, b) => b.score - a.score) : shown), ...ranked]
          .slice(0, TOLD)
          .find((sentence) => mayTellSaid(named, sentence, tagger))
      : namesAll(named, chosen)
        ? findTelling(parsed, ofThem, matcher)
        : undefined;
  return telling === undefined
    ? silent(found, standalone, undefined)
    : answerWithPassage(found, telling, standalone);
}
