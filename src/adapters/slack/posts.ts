/** Messages for all, each once: one that perhaps stands already is looked for before it is posted. */
import type { WebClient } from '@slack/web-api';
import type { Address, MessageReference } from '../../chat/command.ts';
import type { Logger } from '../../chat/port.ts';
import { isUncertain } from './failures.ts';
import { type Body, createInsist } from './insist.ts';
import { findMarked, type Mark } from './marks.ts';
import type { Pace } from './pace.ts';
import type { SlackMessage } from './render.ts';

/** How many messages are remembered. */
const REMEMBERED = 5_000;
/** Words of articles call nobody, and their links are shown as links. */
export const PLAIN = { parse: 'none', unfurl_links: false, unfurl_media: false } as const;

interface Posting {
  readonly address: Address;
  readonly message: SlackMessage;
  /** What a program reads from it, its key among it. */
  readonly mark: Mark;
  /** Somebody may have posted it before. */
  readonly mayStand: boolean;
}

export interface Posts {
  /** Posts it unless it stands. */
  post(posting: Posting): Promise<MessageReference>;
}

export interface PostsDeps {
  readonly client: WebClient;
  readonly pace: Pace;
  readonly logger: Logger;
}

export function createPosts({ client, pace, logger }: PostsDeps): Posts {
  const insist = createInsist(logger);
  /** What stands, by place and key: the messages of a card that is tried again because one of them failed. */
  const standing = new Map<string, MessageReference>();
  /** Posted in a way that leaves open whether they stand. */
  const uncertain = new Set<string>();

  async function post(posting: Posting): Promise<MessageReference> {
    const { address, mark } = posting;
    const name = JSON.stringify([address.channel, address.thread, mark.event_payload.key]);
    const known = standing.get(name);
    if (known) return known;
    // Where Slack does not say, the failure is the caller's: to post it again might make it stand twice.
    const isOpen = uncertain.has(name) || posting.mayStand;
    const ts = isOpen ? await findMarked(client, address, mark.event_payload.key) : undefined;
    const message = ts === undefined ? await send(posting, name) : { address: placeOf(address), id: ts };
    uncertain.delete(name);
    standing.set(name, message);
    if (standing.size > REMEMBERED) standing.delete(standing.keys().next().value ?? '');
    return message;
  }

  async function send({ address, message, mark }: Posting, name: string): Promise<MessageReference> {
    const call = (body: Body) =>
      client.chat.postMessage({
        channel: address.channel,
        ...body,
        ...PLAIN,
        ...(address.thread ? { thread_ts: address.thread } : {}),
        metadata: mark,
      });
    try {
      const answer = await pace.run(address.channel, () => insist(message, call));
      // A message to a person comes to stand in a channel of its own.
      return { address: placeOf(address, answer.channel), id: answer.ts ?? '' };
    } catch (error) {
      if (uncertain.size >= REMEMBERED) uncertain.clear();
      if (isUncertain(error)) uncertain.add(name);
      throw error;
    }
  }

  return { post };
}

/** Where a message stands, without the handle to the request. */
export function placeOf(
  { platform, space, thread, ...address }: Address,
  channel = address.channel,
): Address {
  return { platform, space, channel, ...(thread ? { thread } : {}) };
}
