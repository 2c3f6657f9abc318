/** The bot came to or left a space or a channel: digests there rest, and go on when it is back. Nothing is deleted at once. */
import type { Command } from '../command.ts';
import type { Context } from '../reply.ts';
import { words } from '../words.ts';
import type { DigestDeps } from './digest.ts';

type Event = Extract<Command, { type: 'presence' }>['event'];

export async function replyToPresence(
  event: Event,
  context: Context,
  { storage, digestDesk: desk }: Pick<DigestDeps, 'digestDesk' | 'storage'>,
): Promise<void> {
  const { space, platform, address, now } = context;
  const isSpace = event === 'space-joined' || event === 'space-left';
  const isBack = event === 'joined' || event === 'space-joined';
  if (isSpace) {
    const known = await storage.spaces.find(space);
    const left = isBack ? null : now.toISOString();
    await storage.spaces.put({ space, platform, zone: known?.zone ?? null, left });
  }
  // One that people paused stays paused when the bot comes back.
  const channel = isSpace ? {} : { channel: address.channel };
  if (isBack) await desk.resumeGone({ space, ...channel }, now);
  else
    for (const digest of await storage.digests.list(space))
      if (digest.paused === null && (isSpace || digest.place.channel === address.channel))
        await desk.pause(digest, 'gone', words.botRemoved, now);
}
