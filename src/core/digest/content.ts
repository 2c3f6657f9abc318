/** Gathers what a digest tells from the stores: what is new since its last slot, what the channel knows, what is broken. */
import type { StoredArticle } from '../article.ts';
import type { Families, Source } from '../brief/types.ts';
import { readVersion } from '../earlier.ts';
import { takeSteps } from '../follow.ts';
import type { ArticleStore, Scope, SourceStore } from '../ports.ts';
import { isReadable } from '../shelf.ts';
import type { Digest, Slot, SlotStore, ToldArticle } from './ports.ts';
import { type DigestStory, type Selection, selectStories } from './selection.ts';
import { isLate } from './slots.ts';

export interface DigestContent {
  readonly digest: Digest;
  readonly slot: string;
  /** The due time, where it comes late, and how many earlier slots it stands in for. */
  readonly late: { readonly due: string; readonly missed: number } | null;
  readonly stories: readonly DigestStory[];
  readonly sources: readonly Source[];
  /** Stories that there was no room for. */
  readonly left: number;
  /** Sources that fail, which is not the same as nothing new. */
  readonly failing: readonly { readonly source: string; readonly since: string; readonly problem: string }[];
  /** There are no articles at all. */
  readonly isEmpty: boolean;
  /** All new articles, shown or not: the next digest begins after them. */
  readonly told: readonly ToldArticle[];
  /** What is shown of them, headlines too: verbatim, and how it reads in the digest where that differs. */
  readonly shown: readonly {
    readonly article: string;
    readonly version: number;
    readonly words: string;
    readonly as?: string;
  }[];
  readonly revision: number;
}

export interface DigestReaderDeps {
  readonly articles: ArticleStore;
  readonly slots: SlotStore;
  readonly sources: Pick<SourceStore, 'listStates'>;
  readonly families: Families;
  /** Which of these articles are about a topic or some words. */
  findAbout(query: string, scope: Scope, among: readonly StoredArticle[]): Promise<readonly string[]>;
}

export interface DigestReader {
  read(digest: Digest, slot: Slot, now: Date): Promise<DigestContent>;
}

const DAY = 86_400_000;
/** A channel's memory: slots that told something, and articles of them. A story that runs longer begins anew. */
const MEMORY = { slots: 60, articles: 100 };
/** Enough other articles to tell common words from those that make a story. */
const BACKGROUND = 50;
/** Of more new articles than this only the newest are grouped into stories: that takes time by the square of their number. */
const GROUPED = 150;

/** Reads what digests tell from the stores. */
export function createDigestReader(deps: DigestReaderDeps): DigestReader {
  const { articles, slots } = deps;

  /** The last slot of this digest that told something, or that there was nothing to tell. */
  async function findLast(digest: Digest): Promise<Slot | undefined> {
    const recent = await slots.list(digest.id, MEMORY.slots);
    return recent.find(
      ({ state, revision }) => revision !== null && (state === 'posted' || state === 'silent'),
    );
  }

  /** New or changed since then; for the first digest, what was read in the last day. */
  async function findFresh(digest: Digest, told: ReadonlySet<string>, now: Date): Promise<StoredArticle[]> {
    const last = await findLast(digest);
    const scope = { space: digest.place.space };
    // A day of grace for clocks that differ: what is new is decided by the revision, the time only leaves out what is old.
    const since = new Date((last ? Date.parse(last.due) : now.getTime()) - DAY).toISOString();
    const changed = last ? new Set((await articles.changes(last.revision ?? 0)).put) : undefined;
    return (await articles.list(scope)).filter(
      (article) =>
        (changed === undefined || changed.has(article.id)) &&
        article.status.changed >= since &&
        article.status.withdrawn === null &&
        !told.has(toldKey({ article: article.id, version: article.status.version })) &&
        (digest.sources.length === 0 || digest.sources.includes(article.status.source ?? '')) &&
        isReadable(article),
    );
  }

  async function withTopics(digest: Digest, fresh: readonly StoredArticle[]) {
    if (digest.topics.length === 0) return fresh.map((article) => ({ article, topics: [] }));
    const scope = { space: digest.place.space };
    const about = await Promise.all(
      digest.topics.map(async (topic) => ({
        topic,
        ids: new Set(await deps.findAbout(topic, scope, fresh)),
      })),
    );
    return fresh
      .map((article) => ({
        article,
        topics: about.filter(({ ids }) => ids.has(article.id)).map(({ topic }) => topic),
      }))
      .filter(({ topics }) => topics.length > 0);
  }

  /** The articles that the channel was told, in the versions that it was told. */
  async function readTold(told: readonly ToldArticle[]): Promise<StoredArticle[]> {
    const newest = new Map(told.toReversed().map((each) => [each.article, each]));
    const chosen = [...newest.values()].slice(-MEMORY.articles);
    const present = await articles.getMany(chosen.map(({ article }) => article));
    return Promise.all(
      present.map((article) => readVersion(articles, article, newest.get(article.id)?.version)),
    );
  }

  return {
    async read(digest, slot, now) {
      // First the revision: what comes in while this is read is new for the next digest.
      const revision = await articles.revision();
      const before = (await slots.listTold(digest.place, MEMORY.slots)).filter((each) => !isSame(each, slot));
      const told = before.flatMap((each) => each.told);
      const fresh = await withTopics(digest, await findFresh(digest, new Set(told.map(toldKey)), now));
      const { families } = deps;
      const known = fresh.length === 0 ? [] : await readTold(told);
      const background =
        fresh.length === 0 ? [] : (await articles.list({ space: digest.place.space })).slice(0, BACKGROUND);
      const { length } = digest;
      const newest = fresh.slice(0, GROUPED);
      const chosen = await takeSteps(
        selectStories({ fresh: newest, before: known, background, length, families, now }),
      );
      const states = await deps.sources.listStates();
      return {
        digest,
        slot: slot.slot,
        late: isLate(slot, now) ? { due: slot.due, missed: slot.missed } : null,
        stories: chosen.stories,
        sources: chosen.sources,
        left: chosen.left,
        failing: states
          .filter(({ source }) => digest.sources.length === 0 || digest.sources.includes(source))
          .flatMap(({ source, failingSince, problem }) =>
            failingSince === null ? [] : [{ source, since: failingSince, problem: problem ?? '' }],
          ),
        isEmpty: (await articles.count()) === 0,
        told: fresh.map(({ article }) => ({ article: article.id, version: article.status.version })),
        shown: listShown(
          chosen,
          fresh.map(({ article }) => article),
        ),
        revision,
      };
    },
  };
}

/** What is made anew was told to nobody. */
function isSame(one: Slot, other: Slot): boolean {
  return one.digest === other.digest && one.slot === other.slot;
}

function toldKey({ article, version }: ToldArticle): string {
  return `${version} ${article}`;
}

function listShown({ stories, sources }: Selection, from: readonly StoredArticle[]): DigestContent['shown'] {
  const found = new Map(from.map((article) => [article.id, article]));
  const articleOf = (source: number) => sources.find(({ number }) => number === source)?.article ?? '';
  const show = (article: string, wordsOf: (article: StoredArticle) => string, as?: string) => {
    const source = found.get(article);
    if (source === undefined) return [];
    const words = wordsOf(source);
    return [{ article, version: source.status.version, words, ...(as === undefined ? {} : { as }) }];
  };
  return stories.flatMap(({ headline, source, statements, quote }) => [
    ...(headline === null ? [] : show(articleOf(source), () => headline)),
    ...statements.flatMap(({ passage: { article, start, end }, shown }) =>
      show(article, ({ text }) => text.slice(start, end), shown),
    ),
    ...(quote?.content ?? []).flatMap(({ start, end }) =>
      show(quote?.article ?? '', ({ text }) => text.slice(start, end)),
    ),
  ]);
}
