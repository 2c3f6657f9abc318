/** One store, one chat, one clock, and processes that post digests. */
import type { Card } from '../../../src/chat/card.ts';
import type { Storage } from '../../../src/chat/stores.ts';
import type { Digest } from '../../../src/core/digest/ports.ts';
import { createOutboxRunner, type OutboxRunner } from '../../../src/runtime/outbox-runner.ts';
import type { DigestMessage } from '../../../src/runtime/poster.ts';
import { createSchedule } from '../../../src/runtime/scheduler.ts';
import { buildArticle } from '../../fakes/articles.ts';
import { createFakeChat, type FakeChat } from '../../fakes/chat.ts';
import { createFakeClock, createFakeLogger, type FakeClock } from '../../fakes/clock.ts';
import { buildDigest } from '../../fakes/digests.ts';

export const START = '2026-03-02T07:00:00.000Z';
const schedule = createSchedule();
const HOUR = 3_600_000;

export interface World {
  readonly store: Storage;
  readonly chat: FakeChat;
  readonly clock: FakeClock;
  readonly lines: readonly string[];
  /** Digests that were paused because their channel is gone. */
  readonly gone: string[];
  /** Digests whose makers were told why they are not there. */
  readonly refused: string[];
  /** Another process on the same store and chat. */
  startProcess(name: string, build?: () => Promise<DigestMessage>): OutboxRunner;
}

/** Makes a world with one digest in it, every day at eight unless it says otherwise. */
export type OpenWorld = (digest?: Partial<Digest>) => Promise<World>;

export async function createWorld(store: Storage, digest: Partial<Digest>): Promise<World> {
  const chat = createFakeChat();
  const clock = createFakeClock(START);
  const logger = createFakeLogger();
  const gone: string[] = [];
  const refused: string[] = [];
  await store.articles.put([buildArticle({ id: 'a1' })]);
  await store.digests.put(buildDigest({ created: START, ...digest }));
  return {
    store,
    chat,
    clock,
    lines: logger.lines,
    gone,
    refused,
    startProcess(processName, build = async () => message()) {
      return createOutboxRunner({
        storage: store,
        schedule,
        clock,
        logger,
        adapters: [chat],
        build: (_digest, slot) => build().then((made) => withSlot(made, slot.slot)),
        onGone: async ({ id }) => {
          gone.push(id);
        },
        onRefused: async ({ id }, reason, headStands) => {
          refused.push(`${headStands ? 'detail of ' : ''}${id}: ${reason}`);
        },
        latest: 6 * HOUR,
        random: () => 1,
        name: processName,
      });
    },
  };
}

export function message(summary = 'head'): DigestMessage {
  const card = (words: string) => ({ summary: words, blocks: [] });
  const told = 'The council voted on Monday.';
  const detail: Card = {
    ...card('detail'),
    blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: told }] }],
  };
  return {
    cards: [card(summary), detail],
    told: [{ article: 'a1', version: 2 }],
    shown: [{ article: 'a1', version: 2, words: told }],
    revision: 1,
  };
}

function withSlot(made: DigestMessage, slot: string): DigestMessage {
  const cards = made.cards.map((card) =>
    card.summary === 'head' ? { ...card, summary: `head ${slot}` } : card,
  );
  return { ...made, cards };
}

export function headsOf(chat: FakeChat): string[] {
  return chat.posted.filter(({ address }) => address.thread === undefined).map(({ card }) => card.summary);
}
