import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { threadKey } from '../../../src/chat/command.ts';
import { createProcessName } from '../../../src/runtime/process-name.ts';
import { buildDigest } from '../../fakes/digests.ts';
import { headsOf, message, type OpenWorld, START } from './world.ts';

const PAUSED = { since: '2026-03-02T08:00:01.000Z', reason: 'asked', detail: '' } as const;
const BUSY = { kind: 'retry', after: 0, reason: 'busy' } as const;
const PLACE = { platform: 'slack', space: 'T1', channel: 'C1' } as const;

/** What people do to a digest, and under it, while it is being posted. */
export function meanwhileContract(createWorld: OpenWorld): void {
  test('a process that is told to stop before it began does not begin', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const runner = startProcess('a');
    await runner.stop();
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    runner.start();
    await vi.advanceTimersByTimeAsync(1_500);
    vi.useRealTimers();
    await wait(5);
    expect(chat.posted).toEqual([]);
    expect(await store.slots.list('d1', 9)).toEqual([]);
    await runner.stop();
    await store.close();
  });

  test('a digest whose head stands is finished, though people pause it before its detail is posted', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    const runner = startProcess('a');
    clock.set('2026-03-02T08:00:00.000Z');
    const deliver = chat.deliver.bind(chat);
    chat.deliver = async (address, card, options) =>
      address.thread
        ? { ok: false, failure: { kind: 'retry', after: 0, reason: 'busy' } }
        : deliver(address, card, options);
    await runner.tick();
    await store.digests.put(buildDigest({ created: START, paused: PAUSED }));
    chat.deliver = deliver;
    clock.move(10);
    await runner.tick();
    expect(chat.posted.map(({ card }) => card.summary)).toEqual(['head 2026-03-02T08:00:00', 'detail']);
    // Else the next digest would tell the channel the same once more.
    expect(await store.slots.listTold(PLACE, 9)).toMatchObject([{ state: 'posted' }]);
    await store.close();
  });

  test.each([
    ['pause it', { paused: PAUSED }],
    ['ask to leave it out', { skip: '2026-03-02T08:00:00' }],
  ])('a digest that waits for another attempt is not posted any more when people %s', async (_, change) => {
    const { chat, clock, startProcess, store } = await createWorld();
    const runner = startProcess('a');
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext(BUSY);
    await runner.tick();
    await store.digests.put(buildDigest({ created: START, ...change }));
    clock.move(10);
    await runner.tick();
    expect(chat.posted).toEqual([]);
    expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'skipped' }]);
    await store.close();
  });

  test('a digest that waits while its next one comes due is told by that one', async () => {
    const { chat, clock, startProcess, store } = await createWorld({ cron: '0 * * * *' });
    const runner = startProcess('a');
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext({ ...BUSY, after: 3_500_000 });
    await runner.tick();
    clock.set('2026-03-02T09:00:00.000Z');
    await runner.tick();
    expect(headsOf(chat)).toEqual(['head 2026-03-02T09:00:00']);
    expect((await store.slots.list('d1', 9)).map(({ state }) => state)).toEqual(['posted', 'merged']);
    await store.close();
  });

  test('a digest that waits when the last process ends is not posted by one that starts too late for it', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext(BUSY);
    await startProcess('a').tick();
    clock.move(7 * 3600);
    await startProcess('b').tick();
    expect(chat.posted).toEqual([]);
    expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'missed', problem: 'busy' }]);
    await store.close();
  });

  test('what another process has taken over is left to it, before the head is posted and after', async () => {
    for (const after of [0, 1]) {
      const { chat, clock, startProcess, store } = await createWorld();
      clock.set('2026-03-02T08:00:00.000Z');
      const { update } = store.slots;
      store.slots.update = async (claim, slot, now, milliseconds) =>
        slot.posted.length === after ? undefined : update(claim, slot, now, milliseconds);
      await startProcess('a').tick();
      expect(chat.posted).toHaveLength(after);
      expect(await store.slots.list('d1', 1)).toMatchObject([{ state: after === 0 ? 'due' : 'fixed' }]);
      await store.close();
    }
  });

  test('a head that took many attempts leaves its detail none the less patience', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    const runner = startProcess('a');
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext(BUSY, BUSY, BUSY, BUSY);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await runner.tick();
      clock.move(10);
    }
    const deliver = chat.deliver.bind(chat);
    chat.deliver = async (address, card, options) =>
      address.thread ? { ok: false, failure: BUSY } : deliver(address, card, options);
    await runner.tick();
    const [slot] = await store.slots.list('d1', 1);
    expect(Date.parse(slot?.next ?? '') - clock.now().getTime()).toBeLessThanOrEqual(500);
    await store.close();
  });

  test('what is sent for long stays with its process, also while the store is away for a moment', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let [begun, end] = [() => {}, () => {}];
    const isSending = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const deliver = chat.deliver.bind(chat);
    chat.deliver = async (...given) => {
      begun();
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      return deliver(...given);
    };
    const sending = startProcess('a').tick();
    await isSending;
    chat.deliver = deliver;
    const { update } = store.slots;
    let isAway = true;
    store.slots.update = (...given) => (isAway ? Promise.reject(new Error('away')) : update(...given));
    for (let half = 0; half < 4; half += 1) {
      clock.move(20);
      await vi.advanceTimersByTimeAsync(1_000);
      isAway = false;
      await startProcess('b').tick();
      expect(chat.posted).toEqual([]);
    }
    end();
    await sending;
    expect(chat.posted).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
    await store.close();
  });

  test('what a process that died on this machine had in hand is taken up in seconds, once what it sent has arrived', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const { update, release } = store.slots;
    const dead = async (): Promise<never> => {
      throw new Error('killed');
    };
    Object.assign(store.slots, { update: dead, release: dead });
    await startProcess(createProcessName().replace(/\/\d+\//, '/999999999/')).tick();
    Object.assign(store.slots, { update, release });
    const next = startProcess(createProcessName());
    clock.move(1);
    await next.tick();
    expect(chat.posted).toEqual([]);
    clock.move(3);
    await next.tick();
    expect(headsOf(chat)).toEqual(['head 2026-03-02T08:00:00']);
    await store.close();
  });

  test('eight digests at most are worked on at once, and none is begun after the process was told to stop', async () => {
    const { clock, startProcess, store } = await createWorld();
    for (let id = 2; id <= 10; id += 1)
      await store.digests.put(buildDigest({ id: `d${id}`, created: START }));
    clock.set('2026-03-02T08:00:00.000Z');
    let made = 0;
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const runner = startProcess('a', async () => {
      made += 1;
      await ended;
      return message();
    });
    const ticking = runner.tick();
    while (made < 8) await new Promise((resolve) => setImmediate(resolve));
    await wait(20);
    expect(made).toBe(8);
    const stopped = runner.stop();
    end();
    await Promise.all([ticking, stopped]);
    expect(made).toBe(8);
    await store.close();
  });

  test('a chat that cannot say whether the head of a paused digest stands is asked again, before it is passed over', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext('lost');
    const runner = startProcess('a');
    await runner.tick();
    await store.digests.put(buildDigest({ created: START, paused: PAUSED }));
    const find = chat.find.bind(chat);
    chat.find = async () => {
      throw new Error('the chat does not answer');
    };
    clock.move(10);
    await runner.tick();
    chat.find = find;
    clock.move(60);
    await runner.tick();
    expect(headsOf(chat)).toHaveLength(1);
    expect(chat.posted).toHaveLength(2);
    expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'posted' }]);
    await store.close();
  });

  test('a channel that is gone pauses the digest as people left it, and takes back no change that they made', async () => {
    const { chat, clock, startProcess, store } = await createWorld({ topics: ['ferries'] });
    clock.set('2026-03-02T08:00:00.000Z');
    chat.deliver = async () => {
      await store.digests.put(buildDigest({ created: START, topics: ['harbour'], cron: '0 9 * * *' }));
      return { ok: false, failure: { kind: 'gone', reason: 'channel_not_found' } };
    };
    await startProcess('a').tick();
    expect(await store.digests.find('d1')).toMatchObject({
      topics: ['harbour'],
      cron: '0 9 * * *',
      paused: { reason: 'gone' },
    });
    await store.close();
  });

  test('what people asked under a digest stays, where its process died before it could say that the head stands', async () => {
    const { clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const { update, release } = store.slots;
    const dead = async (): Promise<never> => {
      throw new Error('killed');
    };
    store.slots.update = async (claim, slot, now, milliseconds) =>
      slot.posted.length > 0 ? dead() : update(claim, slot, now, milliseconds);
    store.slots.release = dead;
    await startProcess('a').tick();
    Object.assign(store.slots, { update, release });
    const key = threadKey({ ...PLACE, thread: 'm1' });
    const turn = { at: '2026-03-02T08:00:05.000Z', actor: 'U1', question: 'Who said so?', evidence: [] };
    await store.threads.appendTurn(key, turn);
    clock.move(31);
    await startProcess('b').tick();
    expect((await store.threads.find(key))?.turns).toMatchObject([{ question: 'Who said so?' }]);
    await store.close();
  });
}
