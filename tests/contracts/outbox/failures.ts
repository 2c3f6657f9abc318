import { expect, test } from 'vitest';
import type { Storage } from '../../../src/chat/stores.ts';
import { buildDigest } from '../../fakes/digests.ts';
import { headsOf, message, type OpenWorld, START } from './world.ts';

export function failuresContract(createWorld: OpenWorld): void {
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

  test('what was sent before a crash is finished, however late, and is not called missed', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const crashed = startProcess('a', async () => message());
    const stop = dieAfterSending(store);
    await crashed.tick();
    stop();
    clock.move(7 * 3600);
    await startProcess('b').tick();
    expect(chat.posted.map(({ card }) => card.summary)).toEqual(['head 2026-03-02T08:00:00', 'detail']);
    expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'posted' }]);
    await store.close();
  });

  test('a digest whose times cannot be understood keeps no other waiting, and is told of once', async () => {
    const { chat, clock, startProcess, store, lines } = await createWorld();
    await store.digests.put(
      buildDigest({ id: 'broken', cron: '0 25 * * *', created: '2026-03-01T00:00:00.000Z' }),
    );
    const runner = startProcess('a');
    await runner.tick();
    clock.set('2026-03-02T08:00:00.000Z');
    await runner.tick();
    expect(headsOf(chat)).toHaveLength(1);
    expect(lines.filter((line) => line.includes('no cron expression'))).toHaveLength(1);
    await store.close();
  });

  test('a message that waited long is made anew: it says what came meanwhile, and that it is late', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext({ kind: 'retry', after: 0, reason: 'away' });
    await startProcess('a', async () => message('first words')).tick();
    clock.move(3600);
    await startProcess('b', async () => message('later words')).tick();
    expect(chat.posted.map(({ card }) => card.summary)).toEqual(['later words', 'detail']);
    await store.close();
  });

  test('one that came, of which nobody learned, does not come again, however late', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext('lost');
    await startProcess('a', async () => message('first words')).tick();
    clock.move(3600);
    await startProcess('b', async () => message('later words')).tick();
    expect(chat.posted.map(({ card }) => card.summary)).toEqual(['first words', 'detail']);
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

  test('it waits as long as the platform says, then twice as long each time, up to ten minutes', async () => {
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
    expect(pauses).toEqual([90, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600, 600]);
    await runner.tick();
    expect(headsOf(chat)).toHaveLength(1);
    await store.close();
  });

  test('a slot that cannot be posted in six hours is given up, and the list says why', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    const runner = startProcess('a');
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext(
      ...Array.from({ length: 80 }, () => ({ kind: 'retry', after: 0, reason: 'down' }) as const),
    );
    for (let minute = 0; minute < 7 * 60; minute += 5) {
      await runner.tick();
      clock.move(300);
    }
    expect(await store.slots.list('d1', 1)).toMatchObject([{ state: 'missed', problem: 'down' }]);
    await store.close();
  });

  test('a channel that is gone pauses the digest and its maker is told, once; it goes on by itself when it is back', async () => {
    const { chat, clock, startProcess, store, gone } = await createWorld();
    const runner = startProcess('a');
    for (const day of [2, 3, 4]) {
      clock.set(`2026-03-0${day}T08:00:00.000Z`);
      chat.failNext({ kind: 'gone', reason: 'channel_not_found' });
      await runner.tick();
      expect(await store.digests.find('d1')).toMatchObject({
        paused: { reason: 'gone', detail: 'channel_not_found' },
      });
    }
    expect(gone).toEqual(['d1']);
    clock.set('2026-03-05T08:00:00.000Z');
    await runner.tick();
    expect(headsOf(chat)).toEqual(['head 2026-03-05T08:00:00']);
    expect(await store.digests.find('d1')).toMatchObject({ paused: null });
    await store.close();
  });

  test('whoever made a digest is told at its next time that the bot was taken out, and again after a resume in vain', async () => {
    const { chat, clock, startProcess, store, gone } = await createWorld();
    const runner = startProcess('a');
    const digest = buildDigest({ created: START });
    await store.digests.put({ ...digest, paused: { since: START, reason: 'gone', detail: 'removed' } });
    for (const day of [2, 3, 4]) {
      clock.set(`2026-03-0${day}T08:00:00.000Z`);
      chat.failNext({ kind: 'gone', reason: 'not_in_channel' });
      await runner.tick();
      if (day === 3) await store.digests.put(digest);
    }
    expect(gone).toEqual(['d1', 'd1']);
    await store.close();
  });

  test('what the platform refuses is given up with a line, and the next slot is tried anew', async () => {
    const { chat, clock, startProcess, store, lines } = await createWorld();
    const runner = startProcess('a');
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext({ kind: 'refused', reason: 'invalid_blocks' });
    await runner.tick();
    expect(await store.slots.list('d1', 1)).toMatchObject([{ state: 'refused', problem: 'invalid_blocks' }]);
    expect(lines.join()).toContain('invalid_blocks');
    clock.set('2026-03-03T08:00:00.000Z');
    await runner.tick();
    expect(headsOf(chat)).toEqual(['head 2026-03-03T08:00:00']);
    await store.close();
  });

  test('whoever made a digest is told why it is not there, once until it is there again', async () => {
    const { chat, clock, startProcess, store, refused } = await createWorld();
    const runner = startProcess('a');
    const refusal = { kind: 'refused', reason: 'I need Send Messages' } as const;
    for (const [day, isRefused] of [
      [2, true],
      [3, true],
      [4, false],
      [5, true],
    ] as const) {
      clock.set(`2026-03-0${day}T08:00:00.000Z`);
      if (isRefused) chat.failNext(refusal);
      await runner.tick();
    }
    expect(refused).toEqual(['d1: I need Send Messages', 'd1: I need Send Messages']);
    await store.close();
  });

  test('a digest whose detail is refused was told all the same, and its maker hears what is missing, once', async () => {
    const { chat, clock, startProcess, store, refused } = await createWorld();
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
    clock.set('2026-03-03T08:00:00.000Z');
    await runner.tick();
    expect(headsOf(chat)).toHaveLength(2);
    expect(refused).toEqual(['detail of d1: is_archived']);
    await store.close();
  });

  test('a digest whose head was deleted before its detail came goes on: its channel is not gone', async () => {
    const { chat, clock, startProcess, store, gone } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const runner = startProcess('a');
    const deliver = chat.deliver.bind(chat);
    chat.deliver = async (address, card, options) =>
      address.thread
        ? { ok: false, failure: { kind: 'gone', reason: 'Unknown Message' } }
        : deliver(address, card, options);
    await runner.tick();
    expect(await store.slots.list('d1', 1)).toMatchObject([{ state: 'posted', problem: 'Unknown Message' }]);
    expect(await store.digests.find('d1')).toMatchObject({ paused: null });
    expect(gone).toEqual([]);
    chat.deliver = deliver;
    clock.set('2026-03-03T08:00:00.000Z');
    await runner.tick();
    expect(headsOf(chat)).toEqual(['head 2026-03-02T08:00:00', 'head 2026-03-03T08:00:00']);
    await store.close();
  });

  test('a digest that waited is made anew where an article that it shows was removed meanwhile', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext({ kind: 'retry', after: 0, reason: 'busy' });
    await startProcess('a', async () => message('first words')).tick();
    await store.articles.remove(['a1']);
    clock.move(60);
    const rest = { ...message('other words'), shown: [], told: [] };
    await startProcess('b', async () => rest).tick();
    expect(chat.posted.map(({ card }) => card.summary)).toEqual(['other words', 'detail']);
    await store.close();
  });

  test('a head that came, of which nobody learned, does not come again in other words', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    chat.failNext('lost');
    await startProcess('a', async () => message('first words')).tick();
    await store.articles.remove(['a1']);
    clock.move(60);
    const rest = { ...message('other words'), shown: [], told: [] };
    await startProcess('b', async () => rest).tick();
    expect(chat.posted.map(({ card }) => card.summary)).toEqual(['first words']);
    await store.close();
  });

  test('a detail that shows an article that was removed after its head came is not posted', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const deliver = chat.deliver.bind(chat);
    chat.deliver = async (address, card, options) =>
      address.thread
        ? { ok: false, failure: { kind: 'retry', after: 0, reason: 'busy' } }
        : deliver(address, card, options);
    const runner = startProcess('a');
    await runner.tick();
    chat.deliver = deliver;
    await store.articles.remove(['a1']);
    clock.move(60);
    await runner.tick();
    expect(chat.posted).toHaveLength(1);
    expect(await store.slots.list('d1', 1)).toMatchObject([
      { state: 'posted', problem: 'an article that it shows was removed' },
    ]);
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

  test('a store that is in trouble is said once each time, and digests go on when it is back', async () => {
    const { chat, clock, startProcess, store, lines } = await createWorld();
    const runner = startProcess('a');
    const { list } = store.digests;
    store.digests.list = async () => {
      throw new Error('the disk is full');
    };
    clock.set('2026-03-02T08:00:00.000Z');
    for (let second = 0; second < 5; second += 1) await runner.tick();
    const said = () => lines.filter((line) => line.includes('the disk is full')).length;
    expect(said()).toBe(1);
    const away = store.digests.list;
    store.digests.list = list;
    clock.move(2);
    await runner.tick();
    expect(headsOf(chat)).toHaveLength(1);
    store.digests.list = away;
    await runner.tick();
    expect(said()).toBe(2);
    await store.close();
  });
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
