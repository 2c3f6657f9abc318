import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import type { Digest } from '../../src/core/digest/ports.ts';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest } from '../fakes/digests.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';

type Event = Extract<Command, { type: 'presence' }>['event'];

/** Three digests, of which people paused one: two of this channel, and one of another. */
async function openPlace() {
  const { chat, storage, clock } = await openDesk([]);
  const elsewhere = { ...CHANNEL, channel: 'C2' };
  const paused: Digest['paused'] = { since: '2026-11-01T00:00:00.000Z', reason: 'asked', detail: '' };
  await storage.digests.put(buildDigest({ id: 'here' }));
  await storage.digests.put(buildDigest({ id: 'quiet', paused }));
  await storage.digests.put(buildDigest({ id: 'elsewhere', place: elsewhere }));
  const why = async () =>
    Object.fromEntries(
      (await storage.digests.list('T1')).map(({ id, paused: rest }) => [id, rest?.reason ?? 'runs']),
    );
  const give = (event: Event) => chat.give({ type: 'presence', event });
  return { give, why, chat, storage, clock };
}

const RUNNING = { here: 'runs', quiet: 'asked', elsewhere: 'runs' };

describe('where the bot is', () => {
  test('digests of a channel that it was taken out of rest until it is back, and no others', async () => {
    const { give, why, chat } = await openPlace();
    await give('left');
    expect(await why()).toEqual({ ...RUNNING, here: 'gone' });
    await give('joined');
    expect(await why()).toEqual(RUNNING);
    // Whoever made the one that rests hears of it, alone; in the channel nothing is said.
    expect(chat.words()).toEqual([expect.stringContaining('Digest here is paused')]);
    expect(chat.messages[0]).toMatchObject({ onlyFor: 'U1' });
  });

  test('in a space that it was taken out of all digests rest until it is back', async () => {
    const { give, why, storage, clock } = await openPlace();
    await storage.spaces.put({ space: 'T1', platform: 'slack', zone: 'Asia/Kathmandu', left: null });
    await give('space-left');
    expect(await why()).toEqual({ here: 'gone', quiet: 'asked', elsewhere: 'gone' });
    expect(await storage.spaces.find('T1')).toMatchObject({
      zone: 'Asia/Kathmandu',
      left: clock.now().toISOString(),
    });
    await give('space-joined');
    expect(await why()).toEqual(RUNNING);
    expect(await storage.spaces.find('T1')).toMatchObject({ zone: 'Asia/Kathmandu', left: null });
  });

  test('a start in a space that it never left wakes no digest whose channel is gone', async () => {
    const { give, why } = await openPlace();
    await give('space-joined');
    await give('left');
    await give('space-joined');
    expect(await why()).toEqual({ ...RUNNING, here: 'gone' });
  });
});
