/** What people can ask a brief of by name: configured topics, and the words of whatever they type. */
import type { StoredArticle } from './article.ts';
import type { TopicLine } from './briefing-types.ts';
import type { Scope } from './ports.ts';
import { parseTerms } from './search/query.ts';
import type { Shelf } from './shelf.ts';

/** A topic of config/topics.yaml. */
export interface ConfiguredTopic {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly query?: string | undefined;
  readonly publishers: readonly string[];
  readonly exclude: readonly string[];
}

export interface FoundTopic {
  readonly slug: string | null;
  readonly title: string;
  readonly query: string;
  /** Only these articles, for a topic made out of a story. */
  readonly articles?: readonly string[];
  accepts(article: StoredArticle): boolean;
}

export interface Topics {
  find(query: string, scope: Scope): Promise<FoundTopic | undefined>;
  list(scope: Scope): Promise<TopicLine[]>;
  nearest(query: string, scope: Scope): Promise<TopicLine[]>;
}

export function createTopics(configured: readonly ConfiguredTopic[], shelf: Shelf): Topics {
  const nameOf = (words: string) => parseTerms(words).join(' ');

  async function list(scope: Scope): Promise<TopicLine[]> {
    const entries = await shelf.entries(scope);
    return configured.map((topic) => {
      const wanted = parseTerms(topic.query ?? topic.id);
      const articles = entries.filter(({ title }) => {
        const terms = new Set(parseTerms(title ?? ''));
        return wanted.every((term) => terms.has(term));
      }).length;
      return { slug: topic.id, title: topic.title, articles, origin: 'config' };
    });
  }

  return {
    async find(query) {
      const name = nameOf(query);
      const topic = configured.find(({ id, title, aliases }) =>
        [id, title, ...aliases].some((known) => nameOf(known) === name),
      );
      return topic && foundTopic(topic);
    },
    list,
    async nearest(query, scope) {
      const wanted = new Set(parseTerms(query));
      return (await list(scope)).filter(({ slug, title }) =>
        parseTerms(`${slug} ${title}`).some((term) => wanted.has(term)),
      );
    },
  };
}

function foundTopic(topic: ConfiguredTopic): FoundTopic {
  const publishers = new Set(topic.publishers.map((name) => name.toLowerCase()));
  const excluded = topic.exclude.map((words) => ` ${parseTerms(words).join(' ')} `);
  return {
    slug: topic.id,
    title: topic.title,
    query: topic.query ?? topic.id,
    accepts({ publisher, title, text }) {
      if (publishers.size > 0 && !publishers.has(publisher?.toLowerCase() ?? '')) return false;
      if (excluded.length === 0) return true;
      const words = ` ${parseTerms(`${title ?? ''} ${text}`).join(' ')} `;
      return !excluded.some((phrase) => words.includes(phrase));
    },
  };
}
