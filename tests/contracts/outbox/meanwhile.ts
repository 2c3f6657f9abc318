import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { threadKey } from '../../../src/chat/command.ts';
import { buildDigest } from '../../fakes/digests.ts';
import { headsOf, type OpenWorld, START } from './world.ts';

const PAUSED = { since: '2026-03-02T08:00:01.000Z', reason: 'asked', detail: '' } as const;
const PLACE = { platform: 'slack', space: 'T1', channel: 'C1' } as const;

/** What people do to a digest, and under it, while it is being posted. */
export function meanwhileContract(createWorld: OpenWorld): void {
  test('a process that is told to stop before it began does not begin', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const runner = startProcess('a');
    await runner.stop();
    runner.start();
    await wait(1_500);
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
