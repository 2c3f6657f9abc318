/** What a program can read back from a message: under which key it was delivered, and of which slot of which digest. */
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../chat/card.ts';
import type { Address } from '../../chat/command.ts';
import { keyOfPart } from '../../chat/deliver.ts';
import { at, textAt } from './payload.ts';

const DIGEST = 'briefwire_digest';
const DELIVERY = 'briefwire_delivery';

/** How far back a message is looked for: pages, and messages on each. Some apps get no more than 15 a page from Slack. */
const PAGES = 5;
const PAGE = 200;

/** The metadata of a message. */
export interface Mark {
  readonly event_type: string;
  readonly event_payload: { readonly key: string; readonly digest?: string; readonly slot?: string };
}

/** The metadata of the first message of a card. */
export function markOf(card: Card, key: string): Mark {
  return card.mark
    ? { event_type: DIGEST, event_payload: { ...card.mark, key } }
    : { event_type: DELIVERY, event_payload: { key } };
}

/** The metadata of a further message of the same card. */
export function markOfPart(key: string, part: number): Mark {
  return { event_type: DELIVERY, event_payload: { key: keyOfPart(key, part) } };
}

/** The ts of the message of ours that bears the key, among the newest of the channel or the thread. */
export async function findMarked(
  client: WebClient,
  { channel, thread }: Address,
  key: string,
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const options = {
      ...{ channel, limit: PAGE, include_all_metadata: true },
      ...(cursor ? { cursor } : {}),
    };
    const answer = thread
      ? await client.conversations.replies({ ...options, ts: thread })
      : await client.conversations.history(options);
    const found = (answer.messages ?? []).find((message) => bears(message, key));
    if (found) return found.ts;
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
}

function bears(message: unknown, key: string): boolean {
  const type = textAt(message, 'metadata', 'event_type');
  const isOurs = type === DIGEST || type === DELIVERY;
  return isOurs && at(message, 'metadata', 'event_payload', 'key') === key;
}
