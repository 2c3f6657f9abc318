/** The briefing core as everything else calls it: which articles are meant, and what is made of them. */
import { createAnswerer } from './answerer.ts';
import type { StoredArticle } from './article.ts';
import { buildBrief } from './brief/brief.ts';
import { type Changes, findChanges } from './brief/changes.ts';
import { createCitations } from './brief/citations.ts';
import { suggestQuestions } from './brief/suggest.ts';
import type { Families } from './brief/types.ts';
import { buildUpdate, type Update } from './brief/update.ts';
import type { Briefings, NotFound, TopicLine } from './briefing-types.ts';
import { readVersion } from './earlier.ts';
import { createFinder } from './finder.ts';
import { findMisread } from './misread.ts';
import type { ArticleIndex, ArticleStore, Clock, Scope, SearchFilter } from './ports.ts';
import { holdsWords, quotesFor } from './quoting.ts';
import { countSpeakers, createShelf, isVisible, type ShelfEntry } from './shelf.ts';
import { type ConfiguredTopic, createTopics, type StoryGroups } from './topics.ts';

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
/** Articles that are named as the newest. */
const NEWEST = 5;

/** The facade over shelf, topics, finder and answerer. */
export function createBriefings({ articles, index, families, clock, ...deps }: BriefingDeps): Briefings {
  const shelf = createShelf(articles);
  /** By what is on the shelf: counted once until it changes. */
  const speakersOf = new WeakMap<object, string[]>();
  const topics = createTopics(deps.topics, shelf, deps.stories, index);
  const finder = createFinder({ articles, index, shelf, stories: deps.stories });
  const { findOf, getReadable } = finder;
  const { ask, findQuestions } = createAnswerer({ articles, index, finder, families, clock });

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

  async function findReading(query: string, found: readonly StoredArticle[]) {
    return findMisread(query, await index.findUnknown(query), found);
  }

  /** Against what was shown: each article in the version of then. */
  async function newsSince(
    found: readonly StoredArticle[],
    shown: readonly { readonly id: string; readonly version: number }[],
  ): Promise<{ readonly changes: Changes; readonly update: Update }> {
    const versions = new Map(shown.map(({ id, version }) => [id, version]));
    const known = found.filter(({ id }) => versions.has(id));
    const then = await Promise.all(known.map((one) => readVersion(articles, one, versions.get(one.id))));
    const changes = findChanges(found, then);
    const fresh = new Set([...changes.added, ...changes.changed]);
    const update = buildUpdate(
      then,
      found.filter(({ id }) => fresh.has(id)),
      families,
    );
    return { changes, update };
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
      const readAs = topic === undefined ? await findReading(query, found) : [];
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
        news: before === undefined ? null : await newsSince(found, before.articles),
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
      const isAsRead =
        topic !== undefined || speakers.length > 0 || (await findReading(query, found)) !== null;
      if (found.length === 0 || !isAsRead) return notFound(query, scope, 0);
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

    isStory: (words, scope) => topics.isNamed(words, scope),
    storyOf: (article, scope) => topics.nameOf(article, scope),

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

    async newest(scope) {
      const readable = (await shelf.entries(scope)).filter((entry) => entry.readable);
      const latest = readable.sort((a, b) => dayOf(b).localeCompare(dayOf(a))).slice(0, NEWEST);
      const found = await getReadable(
        latest.map(({ id }) => id),
        scope,
      );
      return createCitations(found.filter(({ status }) => status.withdrawn === null)).sources();
    },

    async context(scope, passage) {
      const article = await articles.get(passage.article);
      if (article === undefined || !isVisible(article.status.space, scope)) return undefined;
      const citations = createCitations([article]);
      const [source] = citations.sources();
      const { version = article.status.version } = passage;
      const then = await readVersion(articles, article, version);
      // In other words than those that were quoted it would begin anywhere.
      if (then.status.version !== version) return undefined;
      return source && { words: then.text.slice(passage.start, passage.end), source };
    },
  };
}

/** When an article came out; of one that does not say, when it was read. */
function dayOf({ published, retrieved }: ShelfEntry): string {
  return published ?? retrieved;
}
