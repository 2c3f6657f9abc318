/** Questions about articles: of a thread's own first, then of all that its scope may see; and what could be asked. */
import type { Passage, StoredArticle } from './article.ts';
import { findAnswer } from './ask/answer.ts';
import { buildStandalone } from './ask/conversation.ts';
import { recase } from './ask/question/recase.ts';
import { answerFrom, citePassages, openTalk } from './asking.ts';
import { buildBrief } from './brief/brief.ts';
import { orderByTerms, suggestQuestions } from './brief/suggest.ts';
import type { Families } from './brief/types.ts';
import type { AskRequest, AskResult } from './briefing-types.ts';
import type { Finder } from './finder.ts';
import type { ArticleIndex, ArticleStore, Clock } from './ports.ts';

export interface Answerer {
  ask(request: AskRequest): Promise<AskResult>;
  /** Of the questions that a brief raises, the first few that its articles answer. */
  findQuestions(candidates: readonly string[], from: readonly StoredArticle[]): Promise<string[]>;
}

export interface AnswererDeps {
  readonly articles: ArticleStore;
  readonly index: ArticleIndex;
  readonly finder: Finder;
  readonly families: Families;
  readonly clock: Clock;
}

/** Articles that are searched for an answer at most. */
const ASKED = 30;
/** Articles whose names a question in small letters may speak of. */
const NAMED = 4;
/** Questions that a brief suggests. */
const SUGGESTED = 3;
/** Words for somebody, or something that happened, of which a headline tells. */
const POINTS_BACK =
  /\b(?:he|him|his|she|her)\b|^(?:and |but |so )?(?:when|where|why|how) (?:did|was|will) (?:it|this|that)(?: be| happen| take place)?\??$/i;

/** Answers questions about the articles that `finder` lets a scope see. */
export function createAnswerer({ articles, index, finder, families, clock }: AnswererDeps): Answerer {
  const { getReadable, hasOthers, withinScope } = finder;

  async function ask(request: AskRequest): Promise<AskResult> {
    const { scope, history } = request;
    const near = await getReadable(request.articles, scope);
    const question = await withNames(request, near);
    // What the thread's articles know of names they know better than others: as it was understood of them, it is asked of all.
    let open = { question, history };
    if (near.length > 0) {
      const talk = history.length === 0 && POINTS_BACK.test(question) ? openTalk(near) : history;
      const { answer, from } = await answerFrom(question, near, index, talk);
      if (answer.answered || answer.contradicted) return cite(answer, from, 'thread');
      open = { question: answer.question, history: [] };
    }
    const standalone = await buildStandalone(question, history, near);
    const hits = await index.findArticles(standalone, ASKED, await withinScope(scope));
    const wide = await getReadable(
      hits.map(({ article }) => article),
      scope,
    );
    const { answer, from } = await answerFrom(open.question, wide, index, open.history);
    const isNear = ({ article }: Passage): boolean => near.some(({ id }) => id === article);
    if (answer.answered && answer.evidence.every(isNear)) return cite(answer, from, 'thread');
    if (near.length === 0) return cite(answer, from, 'all');
    return cite(answer, from, (await hasOthers(near, scope)) ? 'wider' : 'thread');
  }

  /** In a thread, a question in small letters with the names that it speaks of: who is named needs no "he" to be looked for. */
  async function withNames(
    { question, history, scope }: AskRequest,
    near: readonly StoredArticle[],
  ): Promise<string> {
    if (history.length === 0 || /\p{Lu}/u.test(question)) return question;
    const hits = await index.findArticles(question, NAMED, await withinScope(scope));
    const found = await getReadable(
      hits.map(({ article }) => article),
      scope,
    );
    return recase(question, [...near, ...found]);
  }

  async function cite(
    answer: AskResult['answer'],
    from: readonly StoredArticle[],
    searched: AskResult['searched'],
  ): Promise<AskResult> {
    const { passages, sources, cited } = citePassages(answer, from);
    return {
      answer,
      passages,
      sources,
      searched,
      questions: answer.answered ? [] : await findOthers(cited, answer.question),
      empty: from.length === 0 && (await articles.count()) === 0,
    };
  }

  /** What could be asked instead, of the articles that come nearest. */
  function findOthers(from: readonly StoredArticle[], asked: string): Promise<string[]> {
    if (from.length === 0) return Promise.resolve([]);
    const brief = buildBrief(from, { title: '', query: '', length: 'short', families, now: clock.now() });
    return findQuestions(orderByTerms(suggestQuestions(brief, from), asked), from);
  }

  async function findQuestions(
    candidates: readonly string[],
    from: readonly StoredArticle[],
  ): Promise<string[]> {
    const questions: string[] = [];
    for (const question of candidates) {
      if (questions.length === SUGGESTED) break;
      const answer = await findAnswer(question, from, index, { history: [] });
      if (answer.answered && !answer.tentative) questions.push(question);
    }
    return questions;
  }

  return { ask, findQuestions };
}
