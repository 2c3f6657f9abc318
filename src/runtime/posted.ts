/** What is kept of a digest that stands in a channel, so that its thread can be asked and its words can be marked. */
import type { Card } from '../chat/card.ts';
import { type MessageReference, threadKey } from '../chat/command.ts';
import { findShown } from '../chat/remember.ts';
import type { Showing } from '../chat/reply.ts';
import type { Storage } from '../chat/stores.ts';
import type { Digest, Slot } from '../core/digest/ports.ts';

/** One card of a digest, and the message in which it stands. */
export interface PostedPart {
  readonly card: Card;
  readonly message: MessageReference;
  /** All that the cards of this digest show. */
  readonly shown: readonly Showing[];
}

/** Done again after a crash, it changes nothing: turns that people added since stay. */
export async function rememberPosted(
  { threads, shown }: Pick<Storage, 'threads' | 'shown'>,
  digest: Digest,
  slot: Slot,
  part: PostedPart,
  now: Date,
): Promise<void> {
  const { message } = part;
  // The first part heads the thread.
  if (slot.posted.length === 0) await rememberThread(threads, digest, slot, message, now);
  const words = findShown(part.card, part.shown);
  if (words.length === 0) return;
  await shown.put({ message, at: now.toISOString(), about: `digest ${digest.id}`, shown: words });
}

async function rememberThread(
  threads: Storage['threads'],
  digest: Digest,
  slot: Slot,
  head: MessageReference,
  now: Date,
): Promise<void> {
  const address = { ...digest.place, thread: head.id };
  const key = threadKey(address);
  if ((await threads.find(key)) !== undefined) return;
  await threads.put({
    key,
    address,
    query: digest.topics.join(' '),
    articles: slot.told.map(({ article }) => article),
    versions: Object.fromEntries(slot.told.map(({ article, version }) => [article, version])),
    turns: [],
    created: now.toISOString(),
  });
}
