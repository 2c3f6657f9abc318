import { expect, test } from 'vitest';
import { deliverPatiently } from '../../src/chat/deliver.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { CHANNEL, createMemoryChat } from '../fakes/memory-chat.ts';

/** The waits before a chat that fails so, each time, is given up. */
async function waitsFor(after: number, kind: 'retry' | 'refused' = 'retry') {
  const keys: string[] = [];
  const adapter: ChatAdapter = {
    ...createMemoryChat(),
    async deliver(_, __, { key }) {
      keys.push(key);
      return { ok: false, failure: { kind, after, reason: 'busy' } };
    },
  };
  const waits: number[] = [];
  const options = { key: 'k' };
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  const delivery = await deliverPatiently(adapter, CHANNEL, { summary: '', blocks: [] }, { options, sleep });
  expect(delivery.ok).toBe(false);
  expect(new Set(keys)).toEqual(new Set(['k']));
  return { waits, attempts: keys.length };
}

test('an answer is tried again after ever longer waits, five times', async () => {
  expect(await waitsFor(0)).toEqual({ waits: [500, 1_000, 2_000, 4_000], attempts: 5 });
});

test('nobody is made to wait longer than a minute for an answer', async () => {
  expect(await waitsFor(40_000)).toEqual({ waits: [40_000], attempts: 2 });
  expect(await waitsFor(90_000)).toEqual({ waits: [], attempts: 1 });
});

test('what is refused is not tried again', async () => {
  expect(await waitsFor(0, 'refused')).toEqual({ waits: [], attempts: 1 });
});
