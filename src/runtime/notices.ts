/**
 * Tells what nobody asked for and nobody may miss: that an article was corrected or removed, that a digest cannot be posted.
 * It is stored before it is sent, and stays until the chat has taken it or will never take it. A process without the chat
 * leaves it to one that has it.
 */
import type { Platform } from '../chat/command.ts';
import type { ChatAdapter, Delivery } from '../chat/port.ts';
import type { Notice, Storage } from '../chat/stores.ts';
import { pauseAfter } from '../core/digest/delivery.ts';
import { messageOf } from '../core/errors.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { quietly, wakeEvery } from './waking.ts';

type News = Omit<Notice, 'at' | 'attempts' | 'next'>;

/** What became of it. `told`: also what is outdated, and not told any more. `waits`: it is told later. `lost`: the chat does not take it, for this reason, and never will. */
export type Fate = { readonly state: 'told' } | { readonly state: 'waits' | 'lost'; readonly reason: string };

export interface Notices {
  /** Keeps it, and tells it at once where the chat takes it. */
  tell(news: News): Promise<Fate>;
  /** Tells what is due. Never rejects. */
  tick(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export interface NoticesOptions {
  readonly storage: Pick<Storage, 'notices' | 'shown' | 'articles'>;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A number from 0 to 1. */
  random?(): number;
}

/** So long nobody else works on a notice, in milliseconds: a chat may ask for some patience. */
const LEASE = 300_000;

export function createNotices(options: NoticesOptions): Notices {
  const { storage, adapters, clock, logger, random = Math.random } = options;
  const { notices } = storage;
  let waking: { stop(): Promise<void> } | undefined;

  const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);

  async function send(notice: Notice, again: boolean): Promise<Fate> {
    const { key, address, shown } = notice;
    const adapter = adapters.get(address.platform);
    // Of a terminal that was closed nothing is seen any more.
    const isOver = adapter === undefined && address.platform === 'terminal';
    if (isOver || (await isOutdated(notice))) {
      await notices.remove(key);
      return { state: 'told' };
    }
    if (adapter === undefined) return wait(notice, `${address.platform} is not running here`, 0);
    const delivery = await deliver(adapter, notice, again);
    if (!delivery.ok && delivery.failure.kind === 'retry') {
      const pause = Math.max(delivery.failure.after, pauseAfter(notice.attempts, random()));
      return wait({ ...notice, attempts: notice.attempts + 1 }, delivery.failure.reason, pause);
    }
    const at = clock.now().toISOString();
    if (delivery.ok && shown.length > 0)
      await storage.shown.put({ message: delivery.message, at, about: 'notice', shown });
    await notices.remove(key);
    const reason = delivery.ok ? delivery.problem : delivery.failure.reason;
    if (reason === undefined) return { state: 'told' };
    logger.error('a notice could not be told', { notice: key, channel: address.channel, reason });
    return { state: 'lost', reason };
  }

  async function deliver(
    adapter: ChatAdapter,
    { key, address, card, replaces, onlyFor }: Notice,
    again: boolean,
  ): Promise<Delivery> {
    try {
      return await adapter.deliver(address, card, {
        key,
        ...(replaces ? { replaces } : {}),
        ...(onlyFor === undefined ? {} : { onlyFor }),
        // A change may be made twice; a message may stand already, sent by a process that died.
        ...(again && !replaces ? { mayStand: true } : {}),
      });
    } catch (error) {
      return { ok: false, failure: { kind: 'retry', after: 0, reason: messageOf(error) } };
    }
  }

  async function wait(notice: Notice, reason: string, pause: number): Promise<Fate> {
    const next = later(pause).toISOString();
    await notices.update({ ...notice, next });
    logger.warn('a notice waits', { notice: notice.key, reason, next });
    return { state: 'waits', reason };
  }

  /** The words of an article that was removed meanwhile are not shown once more. */
  async function isOutdated({ shown }: Notice): Promise<boolean> {
    const needed = [...new Set(shown.map(({ article }) => article))];
    return needed.length > 0 && (await storage.articles.getMany(needed)).length < needed.length;
  }

  const tick = quietly(logger, 'notices wait', async () => {
    for (;;) {
      const notice = await notices.claim([...adapters.keys()], clock.now(), later(LEASE));
      if (notice === undefined) break;
      await send(notice, true);
    }
  });

  return {
    async tell(news) {
      const notice: Notice = {
        ...news,
        at: clock.now().toISOString(),
        attempts: 0,
        next: later(LEASE).toISOString(),
      };
      await notices.add(notice);
      return send(notice, false);
    },
    tick,
    start() {
      waking = wakeEvery(1, tick);
    },
    async stop() {
      await waking?.stop();
    },
  };
}
