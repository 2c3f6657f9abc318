/** What people can ask a brief of by name: configured topics, and topics that make themselves out of stories. */
import type { StoredArticle } from './article.ts';
import { buildTopics, findNearest, type StoryTopic } from './brief/topics.ts';
import type { TopicLine } from './briefing-types.ts';
import type { ArticleIndex, Scope } from './ports.ts';
import { parseTerms } from './search/query.ts';
import type { Shelf, ShelfEntry } from './shelf.ts';
import { isStoryName } from './story-names.ts';
import { lettersOf } from './text/letters.ts';

/** A topic of config/topics.yaml. */
export interface ConfiguredTopic {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly query?: string | undefined;
  readonly publishers: readonly string[];
  readonly exclude: readonly string[];
  /** Ids of sources all of whose articles belong to it. */
  readonly sources: readonly string[];
}

/** Groups of article ids that tell of one event, with what has just come; ids of removed articles may still be among them. */
export interface StoryGroups {
  groups(): Promise<readonly (readonly string[])[]>;
}

export interface FoundTopic {
  readonly slug: string | null;
  readonly title: string;
  /** Words to look for. */
  readonly query: string;
  /** Articles that belong to it whatever their words. */
  readonly members: readonly string[];
  /** Whether it is its members alone, as a topic made out of a story is. */
  readonly isClosed: boolean;
  accepts(article: StoredArticle): boolean;
}

export interface Topics {
  find(query: string, scope: Scope): Promise<FoundTopic | undefined>;
  /** Configured ones first, then those of the largest stories. */
  list(scope: Scope): Promise<TopicLine[]>;
  /** The stories that some articles tell, where it is more than one: those with a topic, the largest part first. */
  among(articles: readonly string[], scope: Scope): Promise<TopicLine[]>;
  /** Whether words are the name of a topic, or stand all in the headlines of one story. */
  isNamed(words: string, scope: Scope): Promise<boolean>;
  /** What an article's story is called: by its topic, else by the article's headline. */
  nameOf(article: string, scope: Scope): Promise<string | undefined>;
  /** Those that share words with it or are spelled like it, nearest first. */
  nearest(query: string, scope: Scope): Promise<TopicLine[]>;
}

/** Topics out of stories that are listed: more is nothing to choose from. */
const LISTED = 30;
const NEAREST = 5;
/** One article is no story yet. */
const FEWEST = 2;
/** Articles that are counted at most. */
const COUNTED = 1000;

/** The topics that are configured, and those of the stories. */
export function createTopics(
  configured: readonly ConfiguredTopic[],
  shelf: Shelf,
  stories: StoryGroups,
  index: Pick<ArticleIndex, 'findArticles'>,
): Topics {
  async function listConfigured(
    entries: readonly ShelfEntry[],
  ): Promise<(TopicLine & { readonly held: ReadonlySet<string> })[]> {
    const articles = new Set(entries.filter(({ readable }) => readable).map(({ id }) => id));
    return Promise.all(
      configured.map(async ({ id, title, query, publishers, exclude }) => {
        const hits = await index.findArticles(query ?? id, COUNTED, { articles });
        const found = hits.filter(({ share }) => share > 0.99).map(({ article }) => article);
        // Which of them its publishers and excluded words leave out is seen only in the articles themselves.
        const held = new Set(publishers.length + exclude.length === 0 ? found : []);
        return { slug: id, title, articles: found.length, origin: 'config', held };
      }),
    );
  }

  /** Made once for what is on the shelf and how it is grouped. */
  const made = new WeakMap<object, { readonly groups: object; readonly topics: StoryTopic[] }>();

  async function listStories(scope: Scope): Promise<StoryTopic[]> {
    const onShelf = await shelf.entries(scope);
    const groups = await stories.groups();
    const known = made.get(onShelf);
    if (known?.groups === groups) return known.topics;
    const topics = buildStories(onShelf, groups);
    made.set(onShelf, { groups, topics });
    return topics;
  }

  function buildStories(onShelf: readonly ShelfEntry[], all: readonly (readonly string[])[]): StoryTopic[] {
    const entries = new Map(onShelf.map((entry) => [entry.id, entry]));
    const groups = all
      .map((ids) => ids.flatMap((id) => entries.get(id) ?? []).filter(({ readable }) => readable))
      .filter((group) => group.length >= FEWEST)
      .sort((a, b) => b.length - a.length)
      .slice(0, LISTED);
    return buildTopics(groups, new Set(configured.map(({ id }) => id)));
  }

  async function list(scope: Scope): Promise<TopicLine[]> {
    const own = await listConfigured(await shelf.entries(scope));
    // A story that is all in one configured topic has its name already.
    const stories = (await listStories(scope)).filter(
      ({ articles }) => !own.some(({ held }) => articles.every((id) => held.has(id))),
    );
    const made = stories.map(
      ({ slug, title, articles }): TopicLine => ({ slug, title, articles: articles.length, origin: 'story' }),
    );
    return [...own.map(({ held: _, ...line }) => line), ...made];
  }

  async function among(articles: readonly string[], scope: Scope): Promise<TopicLine[]> {
    const wanted = new Set(articles);
    const told = (await stories.groups()).filter((group) => group.some((id) => wanted.has(id)));
    if (told.length < 2) return [];
    return (await listStories(scope))
      .map(({ slug, title, articles: held }): TopicLine => {
        return { slug, title, articles: held.filter((id) => wanted.has(id)).length, origin: 'story' };
      })
      .filter((line) => line.articles >= FEWEST)
      .sort((a, b) => b.articles - a.articles);
  }

  function findConfigured(query: string): ConfiguredTopic | undefined {
    const name = termsOf(query);
    return configured.find(({ id, title, aliases }) =>
      [id, title, ...aliases].some((known) => termsOf(known) === name),
    );
  }

  return {
    list,
    among,
    async isNamed(words, scope) {
      return (
        findConfigured(words) !== undefined ||
        isStoryName(words, await shelf.entries(scope), await stories.groups())
      );
    },
    async nameOf(article, scope) {
      const story = (await listStories(scope)).find(({ articles }) => articles.includes(article));
      if (story !== undefined) return story.slug;
      return (await shelf.entries(scope)).find(({ id }) => id === article)?.title ?? undefined;
    },
    async find(query, scope) {
      const topic = findConfigured(query);
      if (topic) return foundTopic(topic, await shelf.entries(scope));
      // Only a slug names a story: other words are looked for everywhere.
      if (!query.includes('-')) return undefined;
      const story = (await listStories(scope)).find(({ slug }) => slug === query.toLowerCase());
      return story && { ...story, members: story.articles, isClosed: true, accepts: () => true };
    },
    nearest: async (query, scope) => findNearest(query, await list(scope), NEAREST),
  };
}

/** Terms of a name; of one that has only words of grammar, as "WHO" has, its letters. */
function termsOf(words: string): string {
  return parseTerms(words).join(' ') || lettersOf(words);
}

function foundTopic(topic: ConfiguredTopic, entries: readonly ShelfEntry[]): FoundTopic {
  const publishers = new Set(topic.publishers.map((name) => name.toLowerCase()));
  const excluded = topic.exclude.map((words) => ` ${termsOf(words)} `);
  return {
    slug: topic.id,
    title: topic.title,
    query: topic.query ?? topic.id,
    members: entries
      .filter(({ source }) => source !== null && topic.sources.includes(source))
      .map(({ id }) => id),
    isClosed: false,
    accepts({ publisher, title, text }) {
      if (publishers.size > 0 && !publishers.has(publisher?.toLowerCase() ?? '')) return false;
      if (excluded.length === 0) return true;
      const words = ` ${termsOf(`${title ?? ''} ${text}`)} `;
      return !excluded.some((phrase) => words.includes(phrase));
    },
  };
}
