/** What is kept of a digest that stands in a channel, so that its thread can be asked and its words can be marked. */
import { type MessageReference, threadKey } from '../chat/command.ts';
import type { ShownWords, Storage } from '../chat/stores.ts';
import type { Digest, Slot } from '../core/digest/ports.ts';

/** Done again after a crash, it changes nothing: turns that people added since stay. */
export async function rememberPosted(
  { threads, shown }: Pick<Storage, 'threads' | 'shown'>,
  digest: Digest,
  slot: Slot,
  message: MessageReference,
  words: readonly ShownWords[],
  now: Date,
): Promise<void> {
  const address = { ...digest.place, thread: message.id };
  const key = threadKey(address);
  if ((await threads.find(key)) === undefined) {
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
  if (words.length > 0) {
    await shown.put({ message, at: now.toISOString(), about: `digest ${digest.id}`, shown: words });
  }
}
