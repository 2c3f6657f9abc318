/** All sources: read when they are due, several at once, never the same one twice, and none stops the others. */
import { createHash } from 'node:crypto';
import PQueue from 'p-queue';
import { BriefwireError, messageOf } from '../core/errors.ts';
import type { AddedSource, SourceState } from '../core/ports.ts';
import { shownUrl } from './fetch/addresses.ts';
import { canonicalUrl } from './identity.ts';
import type { ListedFeed } from './parse/opml.ts';
import { type Polled, type PollOptions, poll, type Source } from './poll.ts';
import { addReports, EMPTY_REPORT, type IngestReport } from './ports.ts';
import { fetchGiven } from './readers/address.ts';
import { isDue, isToBeTold } from './source-state.ts';

export type { Source } from './poll.ts';

export interface SourcesOptions extends Omit<PollOptions, 'onList' | 'random'> {
  /** Those of config/sources.yaml that have an address. */
  readonly configured: readonly Source[];
  /** Sources that are read at the same time. Default 16: most of the time is waiting. */
  readonly concurrency?: number;
  readonly random?: () => number;
  /** Called once when a source has failed for a day, or has ended. */
  readonly onFailing?: (source: Source, state: SourceState) => Promise<void>;
}

interface SourceStatus {
  readonly source: Source;
  readonly title: string | null;
  /** Undefined before the first reading. */
  readonly state: SourceState | undefined;
}

interface Preview {
  readonly url: string;
  readonly kind: 'feed' | 'page';
  readonly title: string | null;
  /** Titles of the newest items. */
  readonly items: readonly string[];
}

export interface Sources {
  /** Those that the space may see; all of them without one. */
  list(space?: string | null): Promise<SourceStatus[]>;
  /** Begins to read all that are due, without waiting for them. One that is being read, here or elsewhere, is passed over. */
  startDue(): Promise<void>;
  /** Reads all that are due, and waits for them, also for those that are being read. */
  runDue(): Promise<IngestReport>;
  /** Reads one now, due or not. Throws `not-found`. */
  run(id: string): Promise<IngestReport>;
  /** What a source would bring. Throws a BriefwireError that says what is wrong with it. */
  preview(url: string): Promise<Preview>;
  /** Adds a previewed source to a space and reads it. Adding it twice is adding it once. */
  add(preview: Preview, space: string, addedBy: string | null): Promise<IngestReport>;
  /** Reads an added source no more, and forgets what was remembered of its readings. Its articles stay. */
  remove(id: string): Promise<void>;
  /** Waits for what runs; nothing new begins. */
  stop(): Promise<void>;
}

/** Longer than any reading takes: a claim of a process that died ends by itself. */
const CLAIM = 10 * 60 * 1000;
/** Minutes between two readings of a source that was added from chat. */
const EVERY = 30;

export function createSources(options: SourcesOptions): Sources {
  const { store, clock, logger } = options;
  const queue = new PQueue({ concurrency: options.concurrency ?? 16 });
  const running = new Map<string, Promise<IngestReport>>();
  const listed = new Map<string, readonly Source[]>();
  let stopped = false;

  const onList = (list: Source, feeds: readonly ListedFeed[]): void => {
    const children = feeds.map((feed) => ({
      ...list,
      id: `${list.id}/${fingerprint(feed.url)}`,
      url: feed.url,
      publisher: list.publisher ?? feed.title,
    }));
    listed.set(list.id, children);
  };
  const pollOptions: PollOptions = { ...options, random: options.random ?? Math.random, onList };

  async function all(): Promise<(Source & { title: string | null })[]> {
    const added = (await store.listAdded()).map(sourceOf);
    const own = options.configured.map((source) => ({ ...source, title: source.publisher }));
    const children = [...listed.values()].flat().map((source) => ({ ...source, title: source.publisher }));
    return [...own, ...children, ...added];
  }

  async function due(): Promise<Source[]> {
    if (stopped) return [];
    const states = new Map((await store.listStates()).map((state) => [state.source, state]));
    const now = clock.now();
    return (await all()).filter((source) => isDue(states.get(source.id), now));
  }

  /** At most one reading of a source at a time: in this process by the map, among processes by the claim. */
  function start(source: Source): Promise<IngestReport> {
    const present = running.get(source.id);
    if (present !== undefined) return present;
    const work = queue.add(() => readClaimed(source)).finally(() => running.delete(source.id));
    running.set(source.id, work);
    return work;
  }

  /** Never rejects, so that one source that cannot even be claimed does not stop the others. */
  async function readClaimed(source: Source): Promise<IngestReport> {
    try {
      if (stopped || !(await store.claim(source.id, clock.now(), CLAIM))) return EMPTY_REPORT;
      try {
        const polled = await poll(source, pollOptions);
        await tell(source, polled);
        return polled.report;
      } finally {
        await store.release(source.id);
      }
    } catch (error) {
      const why = messageOf(error);
      logger.error('a source could not be read, or its state not be kept', { source: source.id, why });
      return { ...EMPTY_REPORT, refused: [{ what: source.id, why }] };
    }
  }

  async function tell(source: Source, { state }: Polled): Promise<void> {
    if (options.onFailing === undefined || !isToBeTold(state, clock.now())) return;
    await options.onFailing(source, state);
    await store.putState({ ...state, told: true });
  }

  return {
    async list(space) {
      const states = new Map((await store.listStates()).map((state) => [state.source, state]));
      const visible = (await all()).filter(
        (source) => space === undefined || source.space === null || source.space === space,
      );
      return visible.map(({ title, ...source }) => ({ source, title, state: states.get(source.id) }));
    },
    async startDue() {
      for (const source of await due()) void start(source);
    },
    async runDue() {
      const reports = await Promise.all((await due()).map(start));
      return reports.reduce(addReports, EMPTY_REPORT);
    },
    async run(id) {
      const source = (await all()).find((one) => one.id === id);
      if (source === undefined) throw new BriefwireError('not-found', `there is no source "${id}"`);
      return start(source);
    },
    async preview(url) {
      const address = readAddress(url);
      const { content, url: found } = await fetchGiven(options.fetcher, address);
      switch (content.kind) {
        case 'feed': {
          const items = content.feed.items.slice(0, 5).map(({ title }) => title ?? 'without a title');
          return { url: found, kind: 'feed', title: content.feed.title, items };
        }
        case 'list':
          throw new BriefwireError(
            'bad-request',
            `${shownUrl(found)} is a list of feeds: add the feeds one by one, or put it into config/sources.yaml`,
          );
        case 'article':
          return { url: found, kind: 'page', title: content.article.title, items: [] };
      }
    },
    async add({ url, kind, title }, space, addedBy) {
      const known = (await store.listAdded(space)).find((source) => source.url === url);
      const id = known?.id ?? `added-${fingerprint(`${space} ${url}`)}`;
      const source = known ?? { id, space, url, kind, title, addedBy, added: clock.now().toISOString() };
      if (known === undefined) await store.putAdded(source);
      return start(sourceOf(source));
    },
    async remove(id) {
      // What is being read just now would be remembered behind our back.
      await running.get(id);
      await store.remove(id);
    },
    async stop() {
      stopped = true;
      await Promise.allSettled(running.values());
    },
  };
}

/** What people write as an address: "courier.test/rss" is one, a word alone and other schemes are none. */
function readAddress(said: string): string {
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(said);
  const address = canonicalUrl(hasScheme ? said : `https://${said}`);
  // "http://intranet" may be meant, "intranet" alone is more likely a word.
  if (address !== null && (hasScheme || /^[^/?#]+[.:]/.test(said))) return address;
  throw new BriefwireError(
    'bad-request',
    `"${said.slice(0, 100)}" is no web address: write one that starts with https:// or http://`,
  );
}

function sourceOf({ id, url, space, kind, title }: AddedSource): Source & { title: string | null } {
  return {
    id,
    url,
    space,
    publisher: null,
    every: kind === 'page' ? EVERY * 8 : EVERY,
    fullText: kind === 'feed',
    title,
  };
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
