/** What a program can read back from a message: under which key it was delivered, and of which slot of which digest. */
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../chat/card.ts';
import type { Address } from '../../chat/command.ts';
import { at, textAt } from './payload.ts';

const DIGEST = 'briefwire_digest';
const DELIVERY = 'briefwire_delivery';

/** So many of the newest messages are looked at; Slack gives no more at once to some apps. */
const LOOK_BACK = 15;

/** The metadata of a message. */
export function markOf(card: Card, key: string) {
  return card.mark
    ? { event_type: DIGEST, event_payload: { ...card.mark, key } }
    : { event_type: DELIVERY, event_payload: { key } };
}

/** The ts of the message of ours that bears the key, among the newest of the channel or the thread. */
export async function findMarked(
  client: WebClient,
  { channel, thread }: Address,
  key: string,
): Promise<string | undefined> {
  const options = { channel, limit: LOOK_BACK, include_all_metadata: true };
  const { messages = [] } = thread
    ? await client.conversations.replies({ ...options, ts: thread })
    : await client.conversations.history(options);
  const found = messages.find((message) => {
    const type = textAt(message, 'metadata', 'event_type');
    const isOurs = type === DIGEST || type === DELIVERY;
    return isOurs && at(message, 'metadata', 'event_payload', 'key') === key;
  });
  return found?.ts;
}
