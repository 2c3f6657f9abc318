/** What the conversation asks of sources, over ingestion and the stores. */
import { basename } from 'node:path';
import { buildLineCard } from '../chat/cards/lists.ts';
import { threadKey } from '../chat/command.ts';
import type { SourceLine, Sources } from '../chat/services.ts';
import type { Storage } from '../chat/stores.ts';
import { words } from '../chat/words.ts';
import type { StoredArticle } from '../core/article.ts';
import { isVisible } from '../core/shelf.ts';
import { canonicalUrl } from '../ingest/identity.ts';
import { isUnder, plainFolder } from '../ingest/readers/files.ts';
import type { FolderReader } from '../ingest/readers/folder.ts';
import type { Fate, Notices } from '../runtime/notices.ts';
import { createRemovals } from './removed.ts';
import type { Web } from './web.ts';

export interface SourcesDeps {
  readonly storage: Storage;
  readonly openWeb: () => Promise<{
    readonly polled: Pick<Web['polled'], 'list' | 'preview' | 'add' | 'remove'>;
  }>;
  readonly notices: Pick<Notices, 'tell'>;
  /** The articles folder and those of config/sources.yaml, which are listed as sources. */
  readonly folders: readonly Pick<FolderReader, 'folder' | 'source' | 'whyUnreadable'>[];
}

export function createSourceService({ storage, openWeb, notices, folders }: SourcesDeps): Sources {
  return {
    async list(space) {
      const articles = await storage.articles.list({ space });
      const count = (source: string) => articles.filter(({ status }) => status.source === source).length;
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
      const given = articles.filter(({ status }) => status.source === null);
      const isByHand = ({ status: { path } }: StoredArticle) =>
        path === null ||
        !folders.some(({ folder, source }) => source === null && isUnder(plainFolder(folder), path));
      const byHand = given.filter(isByHand);
      const own = folders.map(async ({ folder, source, whyUnreadable }): Promise<SourceLine> => {
        const [id, title] = source === null ? [folder, words.folder] : [source, folder];
        const of =
          source === null
            ? given.filter((article) => !isByHand(article))
            : articles.filter(({ status }) => status.source === source);
        const reason = await whyUnreadable();
        const problem = reason === undefined ? null : { reason, since: null };
        return { ...givenLine(id, title, of), problem };
      });
      const known = new Set([...lines.map(({ id }) => id), ...folders.map(({ source }) => source), null]);
      const left = articles.filter(({ status }) => !known.has(status.source));
      const rest = [
        { title: words.byHand, of: byHand },
        { title: words.readNoMore, of: left },
      ];
      return [
        ...(await Promise.all(own)),
        ...rest.flatMap(({ title, of }) => (of.length > 0 ? [givenLine(title, title, of)] : [])),
        ...lines,
      ];
    },

    async preview(url, space) {
      const { polled } = await openWeb();
      const preview = await polled.preview(url);
      const same = (other: string | null | undefined) =>
        other && canonicalUrl(other) === canonicalUrl(preview.url);
      const known = (await polled.list(space)).find(
        ({ source, state }) => same(source.url) || same(state?.movedTo),
      );
      return { ...preview, knownAs: known?.source.id ?? null };
    },

    async add(preview, space, actor) {
      return (await (await openWeb()).polled.add(preview, space, actor.id)).added;
    },

    async findSource(named, space) {
      const folder = folders.find(({ source }) => source === named);
      if (folder !== undefined) return { id: named, title: folder.folder, articles: 0, isConfigured: true };
      const said = plainTitle(named);
      const url = canonicalUrl(named);
      const { polled } = await openWeb();
      const found = (await polled.list(space)).find(
        ({ source, title }) =>
          source.id === named ||
          (said !== '' && plainTitle(title ?? '') === said) ||
          (url !== null && canonicalUrl(source.url) === url),
      );
      // A page is its article: whoever names it means that.
      if (found === undefined || (url !== null && (await storage.articles.find({ url }, { space }))))
        return undefined;
      const { source, title } = found;
      const articles = (await storage.articles.list({ space })).filter(
        ({ status }) => status.source === source.id,
      );
      return {
        id: source.id,
        title: title ?? source.url,
        articles: articles.length,
        isConfigured: source.space === null,
      };
    },

    leave: async (id) => (await openWeb()).polled.remove(id),

    find: (named, space) => findArticles(storage, named, space),

    async remove(id, space) {
      const article = await storage.articles.get(id);
      if (article === undefined || !isVisible(article.status.space, { space })) return undefined;
      // First the messages: whoever dies in between can be asked again as long as the article is known.
      const first = await replaceShown(article.id, { storage, notices });
      await createRemovals(storage.sources).add(article);
      await storage.articles.remove([article.id]);
      // What was answered meanwhile.
      const fates = [...first, ...(await replaceShown(article.id, { storage, notices }))];
      return {
        waiting: fates.filter(({ state }) => state === 'waits').length,
        standing: fates.flatMap((fate) => (fate.state === 'lost' ? [fate.reason] : [])),
      };
    },
  };
}

/** The messages show words that are to be gone: each is replaced as a whole, and shows nothing any more. */
async function replaceShown(
  article: string,
  { storage, notices }: Pick<SourcesDeps, 'storage' | 'notices'>,
): Promise<Fate[]> {
  const fates: Fate[] = [];
  for (const card of await storage.shown.findByArticle(article)) {
    const { message } = card;
    const fate = await notices.tell({
      key: `removed ${article} ${threadKey(message.address)} ${message.id}`,
      address: message.address,
      card: buildLineCard(words.shownRemoved),
      replaces: message,
      shown: [],
    });
    await storage.shown.put({ ...card, shown: [] });
    fates.push(fate);
  }
  return fates;
}

/** What no source brought: read when it is given, or when a file changes. */
function givenLine(id: string, title: string, articles: readonly StoredArticle[]): SourceLine {
  const succeeded =
    articles
      .map(({ status }) => status.retrieved)
      .sort()
      .at(-1) ?? null;
  return { id, title, articles: articles.length, succeeded, next: null, problem: null };
}

/** Titles that are told apart: with more, the words say too little. */
const CALLED = 5;

/** Only what belongs to the space, or is shared. */
async function findArticles(
  { articles }: Pick<Storage, 'articles'>,
  named: string,
  space: string,
): Promise<readonly StoredArticle[]> {
  const byId = await articles.get(named);
  if (byId !== undefined) return isVisible(byId.status.space, { space }) ? [byId] : [];
  const url = canonicalUrl(named) ?? named;
  const known =
    (await articles.find({ url }, { space })) ?? (await articles.find({ path: named }, { space }));
  if (known !== undefined) return [known];
  const all = await articles.list({ space });
  // People know the name of a file, and not where the operator keeps it.
  const filed = all.filter(({ status: { path } }) => path !== null && basename(path) === named);
  if (filed.length > 0) return filed.slice(0, CALLED);
  const said = plainTitle(named);
  if (said === '') return [];
  const titled = all.map((article) => ({
    article,
    title: plainTitle(article.title ?? ''),
  }));
  const same = titled.filter(({ title }) => title === said);
  const called = same.length > 0 ? same : titled.filter(({ title }) => ` ${title} `.includes(` ${said} `));
  return called.slice(0, CALLED).map(({ article }) => article);
}

function plainTitle(title: string): string {
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
