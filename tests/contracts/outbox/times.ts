import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildNowSlot } from '../../../src/core/digest/slots.ts';
import { buildDigest } from '../../fakes/digests.ts';
import { headsOf, type OpenWorld, START } from './world.ts';

export function timesContract(createWorld: OpenWorld): void {
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
          for (let at = from + 1000; seconds > 0 && seconds <= 4 && at <= clock.now().getTime(); at += 1000) {
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
    expect(await store.slots.list('d1', 9)).toEqual([]);
    clock.set('2026-03-02T10:00:00.000Z');
    await runner.tick();
    expect(headsOf(chat)).toEqual(['head 2026-03-02T10:00:00']);
    await store.close();
  });

  test('what is due in a chat that does not run here is left to a process where it does', async () => {
    const { clock, startProcess, store } = await createWorld({
      place: { platform: 'discord', space: 'G1', channel: 'C1' },
    });
    clock.set('2026-03-02T08:00:00.000Z');
    await startProcess('a').tick();
    expect(await store.slots.list('d1', 9)).toEqual([]);
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
}
