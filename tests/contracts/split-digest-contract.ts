/**
 * A digest whose cards go into several messages each, and a process that dies at any of them: another one finishes what was
 * begun, nothing twice and nothing lost. Over the real adapter and a fake of its platform.
 */
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import type { Storage } from '../../src/chat/stores.ts';
import type { DigestPlace } from '../../src/core/digest/ports.ts';
import { createOutboxRunner } from '../../src/runtime/outbox-runner.ts';
import { createSchedule } from '../../src/runtime/scheduler.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { createFakeClock, createFakeLogger } from '../fakes/clock.ts';
import { buildDigest } from '../fakes/digests.ts';

/** A platform on which a process can die. */
export interface DyingStage {
  readonly place: DigestPlace;
  /** The adapter of another process. */
  startAdapter(): Promise<ChatAdapter>;
  /** At the post with this number (from 0), carried out or not, `onDeath` is called, and no call gets through from then on. */
  dieAt(post: number, isCarriedOut: boolean, onDeath: () => void): void;
  /** Calls get through again, and so much time has passed that the platform remembers no nonce. */
  revive(): void;
  /** Posts that were tried so far. */
  posts(): number;
  /** Words of the messages that stand, oldest first. */
  texts(): readonly string[];
  close(): Promise<void>;
}

const schedule = createSchedule();
const HOUR = 3_600_000;

export function splitDigestContract(open: () => Promise<DyingStage>): void {
  describe('a digest that goes into many messages', () => {
    test('stands whole and once, whichever of them its process dies at', async () => {
      const posts = await run(open);
      expect(posts).toBeGreaterThanOrEqual(4);
      for (let post = 0; post < posts; post += 1)
        for (const isCarriedOut of [true, false]) await run(open, { post, isCarriedOut });
    });
  });
}

async function run(
  open: () => Promise<DyingStage>,
  death?: { readonly post: number; readonly isCarriedOut: boolean },
): Promise<number> {
  const stage = await open();
  const store = createMemoryStorage();
  const clock = createFakeClock('2026-03-02T07:00:00.000Z');
  const digest = buildDigest({ created: '2026-03-02T07:00:00.000Z', place: stage.place });
  await store.digests.put(digest);
  const adapters: ChatAdapter[] = [];
  const startProcess = async (name: string, storage: Storage) => {
    const adapter = await stage.startAdapter();
    adapters.push(adapter);
    return createOutboxRunner({
      storage,
      schedule,
      clock,
      logger: createFakeLogger(),
      adapters: [adapter],
      build: async (_digest, { slot }) => ({
        cards: [{ ...long('head'), mark: { digest: digest.id, slot } }, long('detail')],
        told: [],
        shown: [],
        revision: 1,
      }),
      onGone: async () => {},
      onRefused: async () => {},
      latest: 6 * HOUR,
      random: () => 1,
      name,
    });
  };
  let isDead = false;
  if (death)
    stage.dieAt(death.post, death.isCarriedOut, () => {
      isDead = true;
    });
  const first = await startProcess(
    'a',
    mortal(store, () => isDead),
  );
  clock.set('2026-03-02T08:00:00.000Z');
  await first.tick();
  if (death) {
    expect(isDead).toBe(true);
    stage.revive();
    clock.move(31);
    await (await startProcess('b', store)).tick();
  }
  const all = stage.texts().join('\n');
  const parts = [...all.matchAll(/\[(?:head|detail) \d+\]/g)].map(([part]) => part);
  expect(parts, JSON.stringify(death)).toEqual([...names('head'), ...names('detail')]);
  expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'posted', problem: null }]);
  for (const adapter of adapters) await adapter.stop();
  const posts = stage.posts();
  await stage.close();
  return posts;
}

const PARAGRAPHS = 36;

function names(of: string): string[] {
  return Array.from({ length: PARAGRAPHS }, (_, index) => `[${of} ${index}]`);
}

/** Nothing in it may be dropped. */
function long(of: string): Card {
  return {
    summary: of,
    blocks: names(of).map((name) => ({
      type: 'paragraph',
      inlines: [{ type: 'text', text: `${name} ${'Many words. '.repeat(60)}` }],
    })),
  };
}

/** The store as a process sees it that writes nothing any more once it is dead. */
function mortal(store: Storage, isDead: () => boolean): Storage {
  const orDie =
    <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      if (isDead()) throw new Error('killed');
      return work(...given);
    };
  return {
    ...store,
    slots: {
      ...store.slots,
      update: orDie(store.slots.update),
      release: orDie(store.slots.release),
    },
    threads: { ...store.threads, put: orDie(store.threads.put) },
  };
}
