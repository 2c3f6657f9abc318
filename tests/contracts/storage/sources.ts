import { expect, test } from 'vitest';
import type { Storage } from '../../../src/chat/stores.ts';
import { state } from './values.ts';

export function sourcesContract(get: () => Storage): void {
  test('an index of the same version comes back with its revision, another one does not', async () => {
    const { index } = get();
    expect(await index.find('1')).toBeUndefined();
    await index.put('1', { revision: 7, text: 'words \0 and "more"' });
    await index.put('1', { revision: 8, text: '{"a":1}' });
    expect(await index.find('1')).toEqual({ revision: 8, text: '{"a":1}' });
    expect(await index.find('2')).toBeUndefined();
  });

  test('states of sources are kept and replaced', async () => {
    const { sources } = get();
    await sources.putState(state('b'));
    await sources.putState(state('a'));
    await sources.putState({ ...state('a'), failures: 3, missing: { x1: '2026-03-02T08:00:00.000Z' } });
    expect((await sources.listStates()).map(({ source, failures }) => [source, failures])).toEqual([
      ['a', 3],
      ['b', 0],
    ]);
    expect((await sources.findState('a'))?.missing).toEqual({ x1: '2026-03-02T08:00:00.000Z' });
    expect(await sources.findState('nobody')).toBeUndefined();
  });

  test('one reader at a time has a source, until it releases it or its time is over', async () => {
    const { sources } = get();
    const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, seconds));
    expect(await sources.claim('a', at(0), 10_000)).toBe(true);
    expect(await sources.claim('a', at(9), 10_000)).toBe(false);
    expect(await sources.claim('b', at(9), 10_000)).toBe(true);
    expect(await sources.claim('a', at(10), 10_000)).toBe(true);
    await sources.release('a');
    expect(await sources.claim('a', at(11), 10_000)).toBe(true);
  });

  test('sources added from chat are listed by space, oldest first', async () => {
    const { sources } = get();
    const source = { url: 'https://x.example', kind: 'feed', title: null, addedBy: 'U1' } as const;
    await sources.putAdded({ ...source, id: 's2', space: 'T1', added: '2026-03-03T00:00:00.000Z' });
    await sources.putAdded({ ...source, id: 's1', space: 'T1', added: '2026-03-02T00:00:00.000Z' });
    await sources.putAdded({ ...source, id: 's3', space: 'T2', added: '2026-03-01T00:00:00.000Z' });
    await sources.putState(state('s1'));
    const ids = async (space?: string) => (await sources.listAdded(space)).map(({ id }) => id);
    expect(await ids('T1')).toEqual(['s1', 's2']);
    expect(await ids()).toEqual(['s3', 's1', 's2']);
    await sources.remove('s1');
    expect(await ids('T1')).toEqual(['s2']);
    expect(await sources.findState('s1')).toBeUndefined();
  });
}
