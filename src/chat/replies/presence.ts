/** The bot came to or left a space or a channel: digests there rest, and go on when it is back. Nothing is deleted at once. */
import type { Digest } from '../../core/digest/ports.ts';
import type { Command } from '../command.ts';
import type { Context } from '../reply.ts';
import type { Storage } from '../stores.ts';
import { words } from '../words.ts';

export interface PresenceDeps {
  readonly storage: Pick<Storage, 'spaces' | 'digests'>;
  /** A digest was paused because its channel is gone: tells whoever made it. */
  onGone(digest: Digest, reason: string): Promise<void>;
}

type Event = Extract<Command, { type: 'presence' }>['event'];

export async function replyToPresence(
  event: Event,
  context: Context,
  { storage, onGone }: PresenceDeps,
): Promise<void> {
  const { space, platform, address, now } = context;
  const isSpace = event === 'space-joined' || event === 'space-left';
  const isBack = event === 'joined' || event === 'space-joined';
  if (isSpace) {
    const known = await storage.spaces.find(space);
    // An adapter tells where it is each time it starts.
    if (isBack && known?.left === null) return;
    const left = isBack ? null : now.toISOString();
    await storage.spaces.put({ space, platform, zone: known?.zone ?? null, left });
  }
  for (const digest of await storage.digests.list(space)) {
    if (!isSpace && digest.place.channel !== address.channel) continue;
    // One that people paused stays paused when the bot comes back.
    if (isBack && digest.paused?.reason === 'gone') await storage.digests.put({ ...digest, paused: null });
    if (!isBack && digest.paused === null) {
      const detail = isSpace ? words.removedFromSpace : words.removedFromChannel[platform];
      const resting = { ...digest, paused: { since: now.toISOString(), reason: 'gone', detail } as const };
      await storage.digests.put(resting);
      // Of a space that it was taken out of the bot reaches nobody.
      if (!isSpace) await onGone(resting, detail);
    }
  }
}
