import { expect, test } from 'vitest';
import type { Storage } from '../../../src/chat/stores.ts';
import type { Slot } from '../../../src/core/digest/ports.ts';
import { buildDigest, buildSlot } from '../../fakes/digests.ts';
import { inSpace } from './values.ts';

export function digestsContract(get: () => Storage): void {
  const now = new Date('2026-03-02T08:00:30.000Z');
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

  const by = (at: Date, owner = 'A') => ({
    now: at,
    milliseconds: 30_000,
    owner,
    platforms: ['slack' as const],
  });

  async function planned(...slots: Slot[]): Promise<Storage> {
    const store = get();
    for (const id of new Set(slots.map((slot) => slot.digest))) {
      await store.digests.put(buildDigest({ id }));
      await store.slots.plan(
        id,
        slots.filter((slot) => slot.digest === id),
        now,
      );
    }
    return store;
  }

  test('slots of one instant go by name, and digests of one instant by id', async () => {
    const names = ['c', 'a', 'd', 'b'];
    const { slots } = await planned(
      ...['d2', 'd1', 'd3'].flatMap((digest) => names.map((slot) => buildSlot({ digest, slot }))),
    );
    expect((await slots.list('d1', 9)).map(({ slot }) => slot)).toEqual(['d', 'c', 'b', 'a']);
    const claims = [await slots.claim(by(now)), await slots.claim(by(now)), await slots.claim(by(now))];
    expect(claims.map((claim) => `${claim?.slot.digest} ${claim?.slot.slot}`)).toEqual([
      'd1 a',
      'd2 a',
      'd3 a',
    ]);
  });

  test('digests are listed by space, oldest first', async () => {
    const { digests } = get();
    await digests.put(buildDigest({ id: 'b', created: '2026-03-02T00:00:00.000Z' }));
    await digests.put(buildDigest({ id: 'a', created: '2026-03-03T00:00:00.000Z' }));
    await digests.put(inSpace('T2', buildDigest({ id: 'c' })));
    expect((await digests.list('T1')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await digests.list()).toHaveLength(3);
    expect(await digests.find('b')).toEqual(buildDigest({ id: 'b', created: '2026-03-02T00:00:00.000Z' }));
    expect(await digests.find('nobody')).toBeUndefined();
  });

  test('the file replaces its own digests: what chat did to them stays, what left the file goes, what waits is kept', async () => {
    const { digests } = get();
    const file = (id: string, cron: string) => buildDigest({ id, cron, origin: 'file', createdBy: null });
    await digests.put(buildDigest({ id: 'ours', origin: 'chat' }));
    await digests.replaceFile([file('x', '0 8 * * *'), file('y', '0 9 * * *')]);
    const paused = { since: '2026-03-02T08:00:00.000Z', reason: 'asked', detail: '' } as const;
    await digests.put({ ...file('x', '0 8 * * *'), paused });
    await digests.replaceFile([file('x', '0 7 * * *')], ['y']);
    expect((await digests.list()).map(({ id }) => id).sort()).toEqual(['ours', 'x', 'y']);
    await digests.replaceFile([file('x', '0 7 * * *')]);
    expect((await digests.list()).map(({ id }) => id).sort()).toEqual(['ours', 'x']);
    expect(await digests.find('x')).toMatchObject({ cron: '0 7 * * *', paused });
    await expect(digests.replaceFile([file('ours', '0 7 * * *')])).rejects.toMatchObject({
      code: 'bad-settings',
    });
    expect(await digests.find('ours')).toMatchObject({ origin: 'chat' });
  });

  test('a slot is planned once, however often', async () => {
    const store = await planned(buildSlot({ slot: '2026-03-02T08:00:00' }));
    const posted = buildSlot({ slot: '2026-03-02T08:00:00', state: 'posted' });
    await store.slots.plan('d1', [posted, buildSlot({ slot: '2026-03-02T08:01:00' })], later(60));
    expect((await store.slots.list('d1', 9)).map(({ slot, state }) => [slot, state])).toEqual([
      ['2026-03-02T08:01:00', 'due'],
      ['2026-03-02T08:00:00', 'due'],
    ]);
    expect(await store.digests.planned('d1')).toEqual(later(60));
    expect(await store.digests.planned('nobody')).toBeUndefined();
    await store.slots.plan('nobody', [buildSlot({ digest: 'nobody' })], now);
    expect(await store.slots.list('nobody', 9)).toEqual([]);
  });

  test('one of many claims a slot', async () => {
    const { slots } = await planned(buildSlot({}));
    const claims = await Promise.all(Array.from({ length: 10 }, () => slots.claim(by(now))));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  test('a claim ends with its time, and what its holder does then has no effect', async () => {
    const { slots } = await planned(buildSlot({}));
    const first = await claimOf(slots.claim(by(now)));
    expect(await slots.claim(by(later(29)))).toBeUndefined();
    const second = await claimOf(slots.claim(by(later(30))));
    expect(await slots.update(first, { ...first.slot, state: 'fixed' }, later(31), 30_000)).toBeUndefined();
    expect(await slots.release(first, { ...first.slot, state: 'posted' })).toBe(false);
    expect(await slots.release(second, { ...second.slot, state: 'refused' })).toBe(true);
    expect((await slots.find('d1', first.slot.slot))?.state).toBe('refused');
  });

  test('an update keeps and renews the claim', async () => {
    const { slots } = await planned(buildSlot({}));
    const claim = await claimOf(slots.claim(by(now)));
    const renewed = await slots.update(
      claim,
      { ...claim.slot, state: 'fixed', message: 'm' },
      later(20),
      30_000,
    );
    expect(renewed?.until).toEqual(later(50));
    expect(await slots.claim(by(later(40)))).toBeUndefined();
    expect((await claimOf(slots.claim(by(later(50))))).slot).toMatchObject({
      state: 'fixed',
      message: 'm',
    });
  });

  test('a claim from the future does not count: the clock was set back', async () => {
    const { slots } = await planned(buildSlot({}));
    await slots.claim(by(later(7200)));
    expect(await slots.claim(by(now))).toBeDefined();
  });

  test('a claim of the dead ends as soon as it was not renewed for a while, one of the living does not', async () => {
    const { slots } = await planned(buildSlot({}), buildSlot({ digest: 'd2' }));
    await slots.claim(by(now, 'dead'));
    await slots.claim(by(now, 'alive'));
    const isDead = (owner: string) => owner === 'dead';
    expect(await slots.breakClaims(isDead, later(-1))).toBe(0);
    expect(await slots.claim(by(later(3)))).toBeUndefined();
    expect(await slots.breakClaims(isDead, now)).toBe(1);
    expect((await claimOf(slots.claim(by(later(3))))).slot.digest).toBe('d1');
    expect(await slots.claim(by(later(3)))).toBeUndefined();
  });

  test('a slot is only given to who serves its platform', async () => {
    const { slots } = await planned(buildSlot({}));
    expect(await slots.claim({ ...by(now), platforms: ['discord', 'terminal'] })).toBeUndefined();
    expect(await slots.claim({ ...by(now), platforms: [] })).toBeUndefined();
    expect(await slots.claim({ ...by(now), platforms: ['discord', 'slack'] })).toBeDefined();
  });

  test('a slot that is asked for at once leaves the plan as it is', async () => {
    const store = await planned(buildSlot({}));
    await store.slots.plan('d1', [buildSlot({ slot: '2026-03-02T08:10:00' })]);
    expect(await store.slots.list('d1', 9)).toHaveLength(2);
    expect(await store.digests.planned('d1')).toEqual(now);
  });

  test('slots of a digest go in order, one at a time; another digest does not wait', async () => {
    const { slots } = await planned(
      buildSlot({ slot: '2026-03-02T08:00:02', due: '2026-03-02T08:00:02.000Z' }),
      buildSlot({ slot: '2026-03-02T08:00:01', due: '2026-03-02T08:00:01.000Z' }),
      buildSlot({ digest: 'd2', slot: '2026-03-02T08:00:03', due: '2026-03-02T08:00:03.000Z' }),
    );
    const first = await claimOf(slots.claim(by(now)));
    const other = await claimOf(slots.claim(by(now)));
    expect([first.slot.slot, other.slot.slot]).toEqual(['2026-03-02T08:00:01', '2026-03-02T08:00:03']);
    expect(await slots.claim(by(now))).toBeUndefined();
    await slots.release(first, { ...first.slot, next: later(600).toISOString() });
    expect(await slots.claim(by(now))).toBeUndefined();
    await slots.release(other, { ...other.slot, state: 'posted' });
    const again = await claimOf(slots.claim(by(later(600))));
    expect(again.slot.slot).toBe('2026-03-02T08:00:01');
    await slots.release(again, { ...again.slot, state: 'posted' });
    expect((await claimOf(slots.claim(by(later(600))))).slot.slot).toBe('2026-03-02T08:00:02');
  });

  test('what a channel was told is listed newest first, by all its digests', async () => {
    const store = await planned(
      buildSlot({
        slot: '2026-03-02T08:00:01',
        due: '2026-03-02T08:00:01.000Z',
        state: 'posted',
        told: [{ article: 'a', version: 1 }],
      }),
      buildSlot({ slot: '2026-03-02T08:00:02', due: '2026-03-02T08:00:02.000Z', state: 'posted' }),
      buildSlot({
        digest: 'd2',
        slot: '2026-03-02T08:00:03',
        due: '2026-03-02T08:00:03.000Z',
        state: 'posted',
        told: [{ article: 'b', version: 1 }],
      }),
      buildSlot({
        digest: 'd2',
        slot: '2026-03-02T08:00:04',
        due: '2026-03-02T08:00:04.000Z',
        state: 'refused',
        told: [{ article: 'c', version: 1 }],
      }),
      // It is on its way: it will be seen, or was seen just now.
      buildSlot({
        slot: '2026-03-02T08:00:05',
        due: '2026-03-02T08:00:05.000Z',
        state: 'fixed',
        told: [{ article: 'd', version: 1 }],
      }),
    );
    const told = await store.slots.listTold(buildDigest({}).place, 9);
    expect(told.map((slot) => slot.told[0]?.article)).toEqual(['d', 'b', 'a']);
    expect(await store.slots.listTold({ ...buildDigest({}).place, channel: 'C2' }, 9)).toEqual([]);
  });

  test('old ended slots are purged, open ones and the newest of each digest are not', async () => {
    const old = '2025-01-01T00:00:00.000Z';
    const store = await planned(
      buildSlot({ slot: '2025-01-01T00:00:00', due: old, changed: old, state: 'due' }),
      buildSlot({
        slot: '2025-01-01T00:00:01',
        due: '2025-01-01T00:00:01.000Z',
        changed: old,
        state: 'posted',
      }),
      buildSlot({
        slot: '2025-01-01T00:00:02',
        due: '2025-01-01T00:00:02.000Z',
        changed: old,
        state: 'posted',
      }),
    );
    await store.purge(now);
    expect((await store.slots.list('d1', 9)).map(({ slot }) => slot)).toEqual([
      '2025-01-01T00:00:02',
      '2025-01-01T00:00:00',
    ]);
  });

  test('a removed digest takes its slots along', async () => {
    const store = await planned(buildSlot({}));
    await store.digests.remove('d1');
    expect(await store.slots.list('d1', 9)).toEqual([]);
    expect(await store.slots.claim(by(now))).toBeUndefined();
    expect(await store.digests.planned('d1')).toBeUndefined();
  });
}

async function claimOf<T>(claim: Promise<T | undefined>): Promise<T> {
  const got = await claim;
  if (got === undefined) throw new Error('there was nothing to claim');
  return got;
}
