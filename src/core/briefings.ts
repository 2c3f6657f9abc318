/** The briefing core as everything else calls it: which articles are meant, and what is made of them. */
import type { Passage, StoredArticle } from './article.ts';
import { findAnswer } from './ask/answer.ts';
import { buildStandalone } from './ask/conversation.ts';
import { recase } from './ask/recase.ts';
import { answerFrom, citePassages, openTalk } from './asking.ts';
import { buildBrief } from './brief/brief.ts';
import { type Changes, findChanges } from './brief/changes.ts';
import { createCitations } from './brief/citations.ts';
import { orderByTerms, suggestQuestions } from './brief/suggest.ts';
import type { Families } from './brief/types.ts';
import type { AskRequest, AskResult, Briefings, NotFound, TopicLine } from './briefing-types.ts';
import { readVersion } from './earlier.ts';
import { findMisread } from './misread.ts';
import type { ArticleIndex, ArticleStore, Clock, Scope, SearchFilter } from './ports.ts';
import { holdsWords, quotesFor } from './quoting.ts';
import { matchesFilter } from './search/filter.ts';
import { parseTerms } from './search/query.ts';
import { countSpeakers, createShelf, isReadable, isVisible, standsFor } from './shelf.ts';
import { otherSpellings } from './spellings.ts';
import { type ConfiguredTopic, createTopics, type FoundTopic, type StoryGroups } from './topics.ts';

export interface BriefingDeps {
  readonly articles: ArticleStore;
  readonly index: ArticleIndex;
  /** Groups of article ids that tell of one event, as far as they are known. */
  readonly stories: StoryGroups;
  readonly topics: readonly ConfiguredTopic[];
  readonly families: Families;
  readonly clock: Clock;
}

/** Articles that a brief is made of at most. */
const BRIEFED = 40;
/** Articles that are searched for an answer at most. */
const ASKED = 30;
/** Articles whose names a question in small letters may speak of. */
const NAMED = 4;
/** Words for somebody, or something that happened, of which a headline tells. */
const POINTS_BACK =
  /\b(?:he|him|his|she|her)\b|^(?:and |but |so )?(?:when|where|why|how) (?:did|was|will) (?:it|this|that)(?: be| happen| take place)?\??$/i;
/** Articles whose score is under this share of the best are about something else. */
const NEAR_BEST = 0.3;
/** Questions that a brief suggests. */
const SUGGESTED = 3;
/** An article covers a query when it has all of one or two words, and most of the weight of more. */
const COVERS = { few: 0.99, many: 0.6 };

export function createBriefings({ articles, index, families, clock, ...deps }: BriefingDeps): Briefings {
  const shelf = createShelf(articles);
  /** By what is on the shelf: counted once until it changes. */
  const speakersOf = new WeakMap<object, string[]>();
  const seenOf = new WeakMap<object, ReadonlySet<string>>();
  const topics = createTopics(deps.topics, shelf, deps.stories, index);

  /** What the index is to look among: whatever else there is must not fill the first places. */
  async function withinScope(scope: Scope, filter: SearchFilter = {}): Promise<SearchFilter> {
    const entries = await shelf.entries(scope);
    const seen =
      seenOf.get(entries) ?? new Set(entries.flatMap(({ id, readable }) => (readable ? [id] : [])));
    seenOf.set(entries, seen);
    const among = filter.articles;
    const ids = among === undefined ? seen : new Set([...among].filter((id) => seen.has(id)));
    return { ...filter, articles: ids };
  }

  /** Readable articles about a query that the scope may see, best first; then those that spell a name of it otherwise. */
  async function findAbout(query: string, limit: number, scope: Scope, filter: SearchFilter = {}) {
    const within = await withinScope(scope, filter);
    const found = await findCovering(query, limit, within);
    const entries = (await shelf.entries(scope)).filter(({ id }) => within.articles?.has(id));
    for (const other of otherSpellings(query, new Set(found), entries, deps.stories.groups()))
      found.push(...(await findCovering(other.query, limit, { ...within, articles: other.articles })));
    return (await getReadable([...new Set(found)], scope)).slice(0, limit);
  }

  /** Ids of the articles that cover a query, best first. */
  async function findCovering(query: string, limit: number, filter: SearchFilter): Promise<string[]> {
    const hits = await index.findArticles(query, limit * 2, filter);
    const best = hits[0]?.score ?? 0;
    const covers = parseTerms(query).length <= 2 ? COVERS.few : COVERS.many;
    return hits
      .filter(({ score, share }) => score >= best * NEAR_BEST && share >= covers)
      .map(({ article }) => article);
  }

  /** What belongs to a topic, then what is about it. */
  async function findOf(
    topic: FoundTopic | undefined,
    query: string,
    limit: number,
    scope: Scope,
    filter: SearchFilter = {},
  ) {
    const members = (await getReadable(topic?.members.slice(0, limit) ?? [], scope)).filter((article) =>
      matchesFilter(article, article.id, filter),
    );
    const about = topic?.isClosed ? [] : await findAbout(topic?.query ?? query, limit, scope, filter);
    const others = about.filter(({ id }) => !members.some((member) => member.id === id));
    return [...members, ...others].filter((article) => topic?.accepts(article) ?? true).slice(0, limit);
  }

  /** In the order of the ids; those that the scope may not see, or that are not read, are left out, and so is what stands there twice. */
  async function getReadable(ids: readonly string[], scope: Scope): Promise<StoredArticle[]> {
    const found = new Map((await articles.getMany(ids)).map((article) => [article.id, article]));
    const visible = ids
      .flatMap((id) => found.get(id) ?? [])
      .filter((article) => isVisible(article.status.space, scope) && isReadable(article));
    return visible.filter((article) => !visible.some((other) => standsFor(other, article)));
  }

  async function notFound(query: string, scope: Scope, leftOut: number): Promise<NotFound> {
    const entries = await shelf.entries(scope);
    return {
      found: false,
      empty: entries.length === 0,
      // Where the filters leave all of it out, the topic itself is no other to be meant.
      nearest: entries.length === 0 || leftOut > 0 ? [] : await topics.nearest(query, scope),
      leftOut,
      unread: entries.filter(({ readable, title }) => !readable && holdsWords(title ?? '', query)).length,
    };
  }

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

  /** Whether there is anything to read beside these. */
  async function hasOthers(near: readonly StoredArticle[], scope: Scope): Promise<boolean> {
    const entries = await shelf.entries(scope);
    return entries.some(({ id, readable }) => readable && !near.some((one) => one.id === id));
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

  /** Of the questions that a brief raises, the first few that its articles answer. */
  async function findQuestions(
    candidates: readonly string[],
    from: readonly StoredArticle[],
  ): Promise<string[]> {
    const questions: string[] = [];
    for (const question of candidates) {
      if (questions.length === SUGGESTED) break;
      const answer = await findAnswer(question, from, index, { history: [] });
      if (answer.answered) questions.push(question);
    }
    return questions;
  }

  /** Against what was shown: each article in the version of then. */
  async function changesSince(
    found: readonly StoredArticle[],
    shown: readonly { readonly id: string; readonly version: number }[],
  ): Promise<Changes> {
    const versions = new Map(shown.map(({ id, version }) => [id, version]));
    const known = found.filter(({ id }) => versions.has(id));
    const then = await Promise.all(known.map((one) => readVersion(articles, one, versions.get(one.id))));
    return findChanges(found, then);
  }

  return {
    async brief({ scope, query, length, since, until, publisher, before }) {
      const topic = await topics.find(query, scope);
      const filter: SearchFilter = {
        ...(since === undefined ? {} : { since }),
        ...(until === undefined ? {} : { until }),
        ...(publisher === undefined ? {} : { publisher }),
      };
      const words = topic?.query ?? query;
      const found = await findOf(topic, query, BRIEFED, scope, filter);
      if (found.length === 0) {
        const others = Object.keys(filter).length === 0 ? [] : await findOf(topic, query, BRIEFED, scope);
        return notFound(query, scope, others.length);
      }
      const readAs = topic === undefined ? findMisread(query, found) : [];
      if (readAs === null) return notFound(query, scope, 0);
      const title = topic?.title ?? query;
      const brief = buildBrief(found, { title, query: words, length, families, now: clock.now() });
      return {
        found: true,
        topic: { slug: topic?.slug ?? null, title },
        readAs,
        brief,
        articles: found,
        questions: length === 'headline' ? [] : await findQuestions(suggestQuestions(brief, found), found),
        stories:
          topic === undefined
            ? await topics.among(
                found.map(({ id }) => id),
                scope,
              )
            : [],
        changes: before === undefined ? null : await changesSince(found, before.articles),
      };
    },

    async quotes({ scope, query, everybody = false }) {
      const entries = await shelf.entries(scope);
      const quoting = everybody
        ? []
        : entries.filter(
            ({ readable, speakers }) => readable && speakers.some((name) => holdsWords(name, query)),
          );
      const topic = quoting.length > 0 ? undefined : await topics.find(query, scope);
      const speakers = await getReadable(
        quoting.slice(0, BRIEFED).map(({ id }) => id),
        scope,
      );
      const about = await findOf(topic, query, BRIEFED, scope);
      const others = about.filter(({ id }) => !speakers.some((one) => one.id === id));
      const found = [...speakers, ...others].slice(0, BRIEFED);
      const isOther = topic === undefined && speakers.length === 0 && findMisread(query, found) === null;
      if (found.length === 0 || isOther) return notFound(query, scope, 0);
      const { title, ...quoted } = quotesFor(query, found, everybody);
      return {
        found: true,
        title: title ?? topic?.title ?? query,
        ...quoted,
        articles: found.map(({ id }) => id),
      };
    },

    ask,

    async findAbout(query, scope, among) {
      const topic = await topics.find(query, scope);
      const found = await findOf(topic, query, among.length, scope, { articles: new Set(among) });
      return found.map(({ id }) => id);
    },

    async topics(scope): Promise<readonly TopicLine[]> {
      return topics.list(scope);
    },

    async speakers(scope) {
      const entries = await shelf.entries(scope);
      const known = speakersOf.get(entries) ?? countSpeakers(entries);
      speakersOf.set(entries, known);
      return known;
    },

    async library(scope) {
      const entries = await shelf.entries(scope);
      return {
        articles: entries.length,
        unstatedPublisher: entries.filter(({ publisher }) => publisher === null).length,
        undated: entries.filter(({ published }) => published === null).length,
        unread: entries.filter(({ readable }) => !readable).length,
      };
    },

    async context(scope, passage) {
      const article = await articles.get(passage.article);
      if (article === undefined || !isVisible(article.status.space, scope)) return undefined;
      const citations = createCitations([article]);
      const [source] = citations.sources();
      return source && { words: article.text.slice(passage.start, passage.end), source };
    },
  };
}
