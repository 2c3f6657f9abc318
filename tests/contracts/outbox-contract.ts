import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { threadKey } from '../../src/chat/command.ts';
import type { Storage } from '../../src/chat/stores.ts';
import type { Digest } from '../../src/core/digest/ports.ts';
import { buildNowSlot } from '../../src/core/digest/slots.ts';
import {
  createOutboxRunner,
  type DigestMessage,
  type OutboxRunner,
} from '../../src/runtime/outbox-runner.ts';
import { createSchedule } from '../../src/runtime/scheduler.ts';
import { createFakeChat, type FakeChat } from '../fakes/chat.ts';
import { createFakeClock, createFakeLogger, type FakeClock } from '../fakes/clock.ts';
import { buildDigest } from '../fakes/digests.ts';

const schedule = createSchedule();
const HOUR = 3_600_000;
const START = '2026-03-02T07:00:00.000Z';

interface World {
  readonly store: Storage;
  readonly chat: FakeChat;
  readonly clock: FakeClock;
  readonly lines: readonly string[];
  /** Digests that were paused because their channel is gone. */
  readonly gone: string[];
  /** Another process on the same store and chat. */
  startProcess(name: string, build?: () => Promise<DigestMessage>): OutboxRunner;
}

/** What digests promise on any store. `open` gives an empty one each time. */
export function outboxContract(name: string, open: () => Promise<Storage>): void {
  async function createWorld(digest: Partial<Digest> = {}): Promise<World> {
    const store = await open();
    const chat = createFakeChat();
    const clock = createFakeClock(START);
    const logger = createFakeLogger();
    const gone: string[] = [];
    await store.digests.put(buildDigest({ created: START, ...digest }));
    return {
      store,
      chat,
      clock,
      lines: logger.lines,
      gone,
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
          latest: 6 * HOUR,
          random: () => 1,
          name: processName,
        });
      },
    };
  }

  describe(`digests on ${name}`, () => {
    test('a slot is posted at its time, head in the channel and detail in its thread, once', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      const runner = startProcess('a');
      await runner.tick();
      expect(chat.posted).toEqual([]);
      clock.set('2026-03-02T08:00:00.000Z');
      await runner.tick();
      await runner.tick();
      expect(chat.posted.map(({ card, address }) => [card.summary, address.thread])).toEqual([
        ['head 2026-03-02T08:00:00', undefined],
        ['detail', 'm1'],
      ]);
      expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'posted', told: [{ article: 'a1' }] }]);
      expect(chat.looks).toBe(0);
      await store.close();
    });

    test('the thread of a digest is known, with the articles it told', async () => {
      const { clock, startProcess, store } = await createWorld({ topics: ['ferries'] });
      clock.set('2026-03-02T08:00:00.000Z');
      await startProcess('a').tick();
      const key = threadKey({ platform: 'slack', space: 'T1', channel: 'C1', thread: 'm1' });
      expect(await store.threads.find(key)).toMatchObject({
        query: 'ferries',
        articles: ['a1'],
        versions: { a1: 2 },
      });
      expect(await store.shown.findByArticle('a1')).toMatchObject([{ about: 'digest d1' }]);
      await store.close();
    });

    test('of several processes one posts', async () => {
      const { chat, clock, startProcess, store } = await createWorld({ cron: '* * * * * *' });
      const runners = ['a', 'b', 'c'].map((each) => startProcess(each));
      for (let second = 0; second < 10; second += 1) {
        clock.move(1);
        await Promise.all(runners.map((runner) => runner.tick()));
      }
      expect(headsOf(chat)).toHaveLength(10);
      expect(new Set(headsOf(chat)).size).toBe(10);
      await store.close();
    });

    test('after a crash between sending and recording, nothing is sent again', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      const crashed = startProcess('a', async () => message());
      const stop = dieAfterSending(store);
      await crashed.tick();
      stop();
      expect(headsOf(chat)).toHaveLength(1);
      clock.move(31);
      await startProcess('b').tick();
      expect(chat.posted.map(({ card }) => card.summary)).toEqual(['head 2026-03-02T08:00:00', 'detail']);
      expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'posted' }]);
      await store.close();
    });

    test('the message that was fixed is the one that is sent, also by another process later', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      chat.failNext({ kind: 'retry', after: 0, reason: 'rate limited' });
      await startProcess('a', async () => message('first words')).tick();
      clock.move(60);
      await startProcess('b', async () => message('other words')).tick();
      expect(chat.posted.map(({ card }) => card.summary)[0]).toBe('first words');
      await store.close();
    });

    test('a message that was sent and never confirmed is found, not sent again', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      chat.failNext('lost');
      const runner = startProcess('a');
      await runner.tick();
      clock.move(10);
      await runner.tick();
      expect(headsOf(chat)).toHaveLength(1);
      expect(chat.posted).toHaveLength(2);
      await store.close();
    });

    test('it waits as long as the platform says, then twice as long each time, up to an hour', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      const runner = startProcess('a');
      clock.set('2026-03-02T08:00:00.000Z');
      const busy = { kind: 'retry', after: 0, reason: 'busy' } as const;
      chat.failNext({ ...busy, after: 90_000 }, ...Array.from({ length: 14 }, () => busy));
      const pauses: number[] = [];
      for (let attempt = 0; attempt < 15; attempt += 1) {
        await runner.tick();
        const [slot] = await store.slots.list('d1', 1);
        const pause = (Date.parse(slot?.next ?? '') - clock.now().getTime()) / 1000;
        pauses.push(pause);
        clock.move(pause - 1);
        await runner.tick();
        expect(chat.posted).toEqual([]);
        clock.move(1);
      }
      expect(pauses).toEqual([90, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600]);
      await runner.tick();
      expect(headsOf(chat)).toHaveLength(1);
      await store.close();
    });

    test('a slot that cannot be posted in six hours is given up, and the list says why', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      const runner = startProcess('a');
      clock.set('2026-03-02T08:00:00.000Z');
      chat.failNext(
        ...Array.from({ length: 40 }, () => ({ kind: 'retry', after: 0, reason: 'down' }) as const),
      );
      for (let minute = 0; minute < 7 * 60; minute += 5) {
        await runner.tick();
        clock.move(300);
      }
      expect(await store.slots.list('d1', 1)).toMatchObject([{ state: 'missed', problem: 'down' }]);
      await store.close();
    });

    test('a channel that is gone pauses the digest and its maker is told; once it is back the digest goes on', async () => {
      const { chat, clock, startProcess, store, gone } = await createWorld();
      const runner = startProcess('a');
      clock.set('2026-03-02T08:00:00.000Z');
      chat.failNext({ kind: 'gone', reason: 'channel_not_found' });
      await runner.tick();
      expect(gone).toEqual(['d1']);
      expect(await store.digests.find('d1')).toMatchObject({
        paused: { reason: 'gone', detail: 'channel_not_found' },
      });
      clock.set('2026-03-03T09:00:00.000Z');
      await runner.tick();
      expect(chat.posted).toEqual([]);
      await store.digests.put(buildDigest({ created: START }));
      await runner.tick();
      expect(chat.posted).toEqual([]);
      clock.set('2026-03-04T08:00:00.000Z');
      await runner.tick();
      expect(headsOf(chat)).toEqual(['head 2026-03-04T08:00:00']);
      await store.close();
    });

    test('what the platform refuses is given up with a line, and the next slot is tried anew', async () => {
      const { chat, clock, startProcess, store, lines } = await createWorld();
      const runner = startProcess('a');
      clock.set('2026-03-02T08:00:00.000Z');
      chat.failNext({ kind: 'refused', reason: 'invalid_blocks' });
      await runner.tick();
      expect(await store.slots.list('d1', 1)).toMatchObject([
        { state: 'refused', problem: 'invalid_blocks' },
      ]);
      expect(lines.join()).toContain('invalid_blocks');
      clock.set('2026-03-03T08:00:00.000Z');
      await runner.tick();
      expect(headsOf(chat)).toEqual(['head 2026-03-03T08:00:00']);
      await store.close();
    });

    test('a digest whose detail is refused was told all the same', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      const runner = startProcess('a');
      chat.failNext({ kind: 'retry', after: 0, reason: 'busy' });
      await runner.tick();
      clock.move(10);
      const deliver = chat.deliver.bind(chat);
      chat.deliver = async (address, card, options) =>
        address.thread
          ? { ok: false, failure: { kind: 'refused', reason: 'is_archived' } }
          : deliver(address, card, options);
      await runner.tick();
      expect(await store.slots.list('d1', 1)).toMatchObject([{ state: 'posted', problem: 'is_archived' }]);
      await store.close();
    });

    test('what was missed while down is posted once, by the newest slot; after six hours not at all', async () => {
      const { chat, clock, startProcess, store } = await createWorld({ cron: '0 * * * *' });
      clock.set('2026-03-02T10:20:00.000Z');
      await startProcess('a').tick();
      expect(headsOf(chat)).toEqual(['head 2026-03-02T10:00:00']);
      expect((await store.slots.list('d1', 9)).map(({ state, missed }) => [state, missed])).toEqual([
        ['posted', 2],
        ['merged', 0],
        ['merged', 0],
      ]);
      await store.digests.put(buildDigest({ id: 'd2', created: START }));
      clock.set('2026-03-02T14:30:00.000Z');
      await startProcess('a').tick();
      expect(await store.slots.list('d2', 9)).toMatchObject([{ state: 'missed' }]);
      await store.close();
    });

    test('a restart of a few seconds loses no slot', async () => {
      const { chat, clock, startProcess, store } = await createWorld({ cron: '* * * * * *' });
      clock.move(1);
      await startProcess('a').tick();
      clock.move(4);
      await startProcess('b').tick();
      expect(headsOf(chat).map((head) => head.slice(-2))).toEqual(['01', '02', '03', '04', '05']);
      await store.close();
    });

    test('whatever the clock does, no slot comes twice, and none that is due while the clock runs is lost', async () => {
      const step = fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.integer({ min: -7200, max: 7200 }) },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const { chat, clock, startProcess, store } = await createWorld({ cron: '*/3 * * * * *' });
          const runner = startProcess('a');
          await runner.tick();
          const wanted = new Set<string>();
          for (const seconds of steps) {
            const from = clock.now().getTime();
            clock.move(seconds);
            await runner.tick();
            for (
              let at = from + 1000;
              seconds > 0 && seconds <= 4 && at <= clock.now().getTime();
              at += 1000
            ) {
              if ((at / 1000) % 3 === 0 && at > Date.parse(START))
                wanted.add(new Date(at).toISOString().slice(0, 19));
            }
          }
          const heads = headsOf(chat).map((head) => head.slice(5));
          expect(new Set(heads).size).toBe(heads.length);
          // What was missed under a clock that was ahead was told by a later slot.
          const merged = (await store.slots.list('d1', 9999)).filter(({ state }) => state === 'merged');
          const told = new Set([...heads, ...merged.map(({ slot }) => slot)]);
          expect([...wanted].filter((slot) => !told.has(slot))).toEqual([]);
          await store.close();
        }),
        { numRuns: 25 },
      );
    });

    test('spring forward and fall back: once each day', async () => {
      const { chat, clock, startProcess, store } = await createWorld({
        cron: '30 2 * * *',
        zone: 'Europe/Berlin',
      });
      await store.digests.put(
        buildDigest({ cron: '30 2 * * *', zone: 'Europe/Berlin', created: '2026-03-27T12:00:00.000Z' }),
      );
      const runner = startProcess('a');
      for (const from of ['2026-03-27T12:00:00.000Z', '2026-10-23T12:00:00.000Z']) {
        clock.set(from);
        for (let quarter = 0; quarter < 4 * 24 * 4; quarter += 1) {
          await runner.tick();
          clock.move(900);
        }
      }
      const days = headsOf(chat).map((head) => head.slice(10, 15));
      const spring = ['03-28', '03-29', '03-30', '03-31'];
      // The clock was set forward by months: one late digest tells what was missed, if it is less than six hours old.
      const autumn = ['10-24', '10-25', '10-26', '10-27'];
      expect(days).toEqual([...spring, ...autumn]);
      await store.close();
    });

    test('nothing to post is silence, and is no failure', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      await startProcess('a', async () => ({ cards: [], told: [], shown: [], revision: 3 })).tick();
      expect(chat.posted).toEqual([]);
      expect(await store.slots.list('d1', 1)).toMatchObject([{ state: 'silent', revision: 3 }]);
      await store.close();
    });

    test('a digest that cannot be made is tried again', async () => {
      const { chat, clock, startProcess, store, lines } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      let isBroken = true;
      const runner = startProcess('a', async () => {
        if (isBroken) throw new Error('the index is away');
        return message();
      });
      await runner.tick();
      expect(lines.join()).toContain('the index is away');
      isBroken = false;
      clock.move(60);
      await runner.tick();
      expect(headsOf(chat)).toHaveLength(1);
      await store.close();
    });

    test('a store that is in trouble is said once, and digests go on when it is back', async () => {
      const { chat, clock, startProcess, store, lines } = await createWorld();
      const runner = startProcess('a');
      const { list } = store.digests;
      store.digests.list = async () => {
        throw new Error('the disk is full');
      };
      clock.set('2026-03-02T08:00:00.000Z');
      for (let second = 0; second < 5; second += 1) await runner.tick();
      expect(lines.filter((line) => line.includes('the disk is full'))).toHaveLength(1);
      store.digests.list = list;
      clock.move(2);
      await runner.tick();
      expect(headsOf(chat)).toHaveLength(1);
      await store.close();
    });

    test('a paused digest posts nothing, and nothing of that time after it is resumed', async () => {
      const { chat, clock, startProcess, store } = await createWorld({ cron: '0 * * * *' });
      const runner = startProcess('a');
      const digest = buildDigest({ cron: '0 * * * *', created: START });
      await store.digests.put({ ...digest, paused: { since: START, reason: 'asked', detail: '' } });
      clock.set('2026-03-02T09:30:00.000Z');
      await runner.tick();
      await store.digests.put(digest);
      await runner.tick();
      expect(chat.posted).toEqual([]);
      clock.set('2026-03-02T10:00:00.000Z');
      await runner.tick();
      expect(headsOf(chat)).toEqual(['head 2026-03-02T10:00:00']);
      await store.close();
    });

    test('a skipped slot is left out, the one after it is not', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      const runner = startProcess('a');
      await store.digests.put(buildDigest({ created: START, skip: '2026-03-02T08:00:00' }));
      for (const day of ['02', '03']) {
        clock.set(`2026-03-${day}T08:00:00.000Z`);
        await runner.tick();
      }
      expect(headsOf(chat)).toEqual(['head 2026-03-03T08:00:00']);
      await store.close();
    });

    test('a digest that is asked for at once comes at once, and at its time as well', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      const runner = startProcess('a');
      clock.set('2026-03-02T07:30:10.000Z');
      await store.slots.plan('d1', [buildNowSlot(buildDigest({ created: START }), clock.now())]);
      await runner.tick();
      clock.set('2026-03-02T08:00:00.000Z');
      await runner.tick();
      expect(headsOf(chat)).toEqual(['head 2026-03-02T07:30:10', 'head 2026-03-02T08:00:00']);
      await store.close();
    });

    test('stop waits for what is in flight', async () => {
      const { chat, clock, startProcess, store } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      const runner = startProcess('a', async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return message();
      });
      const ticking = runner.tick();
      await new Promise((resolve) => setImmediate(resolve));
      await runner.stop();
      expect(chat.posted).toHaveLength(2);
      await ticking;
      await store.close();
    });
  });
}

function message(summary = 'head'): DigestMessage {
  const card = (words: string) => ({ summary: words, blocks: [] });
  return {
    cards: [card(summary), card('detail')],
    told: [{ article: 'a1', version: 2 }],
    shown: [{ article: 'a1', version: 2, words: 'The council voted on Monday.' }],
    revision: 1,
  };
}

function withSlot(made: DigestMessage, slot: string): DigestMessage {
  const cards = made.cards.map((card) =>
    card.summary === 'head' ? { ...card, summary: `head ${slot}` } : card,
  );
  return { ...made, cards };
}

function headsOf(chat: FakeChat): string[] {
  return chat.posted.filter(({ address }) => address.thread === undefined).map(({ card }) => card.summary);
}

/** From the first sent part on, this process writes nothing any more. Gives a function that lets others write again. */
function dieAfterSending(store: Storage): () => void {
  const { update, release } = store.slots;
  const { put } = store.threads;
  let fixed = 0;
  const dead = async (): Promise<never> => {
    throw new Error('killed');
  };
  store.slots.update = (claim, slot, now, milliseconds) => {
    fixed += 1;
    return fixed > 1 ? dead() : update(claim, slot, now, milliseconds);
  };
  store.slots.release = dead;
  store.threads.put = dead;
  return () => {
    Object.assign(store.slots, { update, release });
    Object.assign(store.threads, { put });
  };
}
