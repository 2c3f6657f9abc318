/** The bot came to or left a space or a channel: digests there rest, and go on when it is back. Nothing is deleted at once. */
import type { Command } from '../command.ts';
import type { Context } from '../reply.ts';
import type { Storage } from '../stores.ts';

type Event = Extract<Command, { type: 'presence' }>['event'];

export async function replyToPresence(
  event: Event,
  context: Context,
  { storage }: { readonly storage: Pick<Storage, 'spaces' | 'digests'> },
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
      const paused = { since: now.toISOString(), reason: 'gone', detail: 'the bot was removed' } as const;
      await storage.digests.put({ ...digest, paused });
    }
  }
}
