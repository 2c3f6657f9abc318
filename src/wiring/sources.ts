/** What the conversation asks of sources, over ingestion and the stores. */
import { buildLineCard } from '../chat/cards/lists.ts';
import type { Platform } from '../chat/command.ts';
import type { ChatAdapter } from '../chat/port.ts';
import type { SourceLine, Sources } from '../chat/services.ts';
import type { Storage } from '../chat/stores.ts';
import { words } from '../chat/words.ts';
import type { StoredArticle } from '../core/article.ts';
import { isVisible } from '../core/shelf.ts';
import type { Web } from './web.ts';

export interface SourcesDeps {
  readonly storage: Storage;
  readonly openWeb: () => Promise<Pick<Web, 'polled'>>;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
  /** The articles folder, which is listed as a source. */
  readonly folder: string;
}

export function createSourceService({ storage, openWeb, adapters, folder }: SourcesDeps): Sources {
  return {
    async list(space) {
      const articles = await storage.articles.list({ space });
      const count = (source: string | null) =>
        articles.filter(({ status }) => status.source === source).length;
      const { polled } = await openWeb();
      const lines = (await polled.list(space)).map(({ source, title, state }): SourceLine => {
        const failing = state?.failingSince ?? null;
        return {
          id: source.id,
          title: title ?? source.url,
          articles: count(source.id),
          succeeded: state?.succeeded ?? null,
          next: state?.next ?? null,
          problem: failing === null ? null : { reason: state?.problem ?? '', since: failing },
        };
      });
      const newest = articles
        .filter(({ status }) => status.source === null)
        .map(({ status }) => status.retrieved);
      const own: SourceLine = {
        id: folder,
        title: words.folder,
        articles: count(null),
        succeeded: newest.sort().at(-1) ?? null,
        next: null,
        problem: null,
      };
      return [own, ...lines];
    },

    preview: async (url) => (await openWeb()).polled.preview(url),

    async add(preview, space, actor) {
      return (await (await openWeb()).polled.add(preview, space, actor.id)).added;
    },

    async remove(named, space) {
      const article = await findArticle(storage, named, space);
      if (article === undefined) return false;
      const cards = await storage.shown.findByArticle(article.id);
      await storage.articles.remove([article.id]);
      for (const { message } of cards) {
        const adapter = adapters.get(message.address.platform);
        // The message shows words that are to be gone: it is replaced as a whole.
        await adapter?.deliver(message.address, buildLineCard(words.shownRemoved), {
          key: `removed ${article.id} ${message.id}`,
          replaces: message,
        });
      }
      return true;
    },
  };
}

/** By its id or its address; only what belongs to the space, or is shared. */
async function findArticle(
  storage: Storage,
  named: string,
  space: string,
): Promise<StoredArticle | undefined> {
  const byId = await storage.articles.get(named);
  if (byId !== undefined) return isVisible(byId.status.space, { space }) ? byId : undefined;
  return storage.articles.find({ url: named }, { space });
}
