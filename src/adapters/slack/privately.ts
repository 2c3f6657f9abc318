/** Messages that one person sees: through the response_url of their request, as ephemeral messages, at last in a direct message. */
import type { WebClient } from '@slack/web-api';
import type { Address, MessageReference } from '../../chat/command.ts';
import type { Clock, Logger } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';
import { smallPrint } from './blocks.ts';
import { parseFailure } from './failures.ts';
import { type Body, createInsist } from './insist.ts';
import { escapeWords } from './markup.ts';
import { PLAIN } from './posts.ts';
import type { SlackMessage } from './render.ts';
import { parseHandle } from './reply-handle.ts';
import type { Responder } from './respond.ts';

interface PrivateMessage {
  readonly address: Address;
  readonly user: string;
  readonly messages: readonly SlackMessage[];
  /** The same key never shows a message of it twice. */
  readonly key: string;
  /** Why only this person sees it, said first. */
  readonly reason?: string;
  /** The id of the private message that it corrects: Slack lets none be changed, so it follows where that one went. */
  readonly corrects?: string;
}

export interface Privately {
  send(message: PrivateMessage): Promise<MessageReference>;
  /** Is this the id of a message that only one person sees? */
  isPrivate(id: string): boolean;
  /** Who sees the message with this id, if one person alone does. */
  userOf(id: string | undefined): string | undefined;
}

/** Shows what is left of a card, one message after the other, in this way. */
type ShowLeft = (show: (body: Body) => Promise<unknown>) => Promise<void>;

const PREFIX = 'ephemeral';
const REMEMBERED = 1_000;

export function createPrivately(deps: {
  client: WebClient;
  responder: Responder;
  clock: Clock;
  logger: Logger;
}): Privately {
  const { client, responder, clock, logger } = deps;
  /** The response_url of private messages, so that what follows them goes the same way; the oldest are forgotten. */
  const urls = new Map<string, string>();
  /** What is still to be shown, by key: where one way fails, and when it is tried again, it goes on there. */
  const unsent = new Map<string, SlackMessage[]>();
  const insist = createInsist(logger);
  let count = 0;

  async function send(message: PrivateMessage): Promise<MessageReference> {
    const { key, messages, reason } = message;
    const left =
      unsent.get(key) ?? messages.map((each, index) => withReason(each, index === 0 ? reason : ''));
    unsent.set(key, left);
    forgetOldest(unsent);
    const reference = await sendSomehow(message, async (show) => {
      for (let next = left[0]; next !== undefined; next = left[0]) {
        await insist(next, show);
        left.shift();
      }
    });
    unsent.delete(key);
    return reference;
  }

  /** By the first way that Slack takes. */
  async function sendSomehow(message: PrivateMessage, showLeft: ShowLeft): Promise<MessageReference> {
    const { address, user } = message;
    const earlier = message.corrects ?? (isPrivate(address.thread) ? address.thread : undefined);
    const url = parseHandle(address, clock.now())?.url ?? (earlier && urls.get(earlier));
    if (url !== undefined) {
      try {
        await showLeft((body) => responder.respond(url, body));
        return refer(address, user, url);
      } catch (error) {
        logger.warn('an answer through its response_url failed', { error: messageOf(error) });
      }
    }
    try {
      await showLeft((body) => postEphemeral(address, user, body));
      return refer(address, user);
    } catch (error) {
      if (parseFailure(error).kind === 'retry') throw error;
      // Not a member of the channel, or the bot is not: a direct message reaches the person anywhere.
      return postDirect(address, user, showLeft);
    }
  }

  function refer(address: Address, user: string, url?: string): MessageReference {
    count += 1;
    const id = `${PREFIX}:${user}:${clock.now().getTime()}:${count}`;
    if (url !== undefined) urls.set(id, url);
    forgetOldest(urls);
    const { platform, space, channel } = address;
    return { address: { platform, space, channel }, id };
  }

  function postEphemeral(address: Address, user: string, body: Body) {
    const isShown = !isPrivate(address.thread) && address.thread !== parseHandle(address, clock.now())?.head;
    return client.chat.postEphemeral({
      channel: address.channel,
      user,
      ...body,
      parse: 'none',
      ...(address.thread && isShown ? { thread_ts: address.thread } : {}),
    });
  }

  async function postDirect(
    { platform, space }: Address,
    user: string,
    showLeft: ShowLeft,
  ): Promise<MessageReference> {
    const posted: MessageReference[] = [];
    await showLeft(async (body) => {
      const answer = await client.chat.postMessage({ channel: user, ...body, ...PLAIN });
      posted.push({ address: { platform, space, channel: answer.channel ?? user }, id: answer.ts ?? '' });
    });
    const [first, ...others] = posted;
    if (!first) throw new Error('a card was rendered to nothing');
    return others.length === 0 ? first : { ...first, others };
  }

  return { send, isPrivate, userOf: (id) => (isPrivate(id) ? id.split(':')[1] : undefined) };
}

function isPrivate(id: string | undefined): id is string {
  return id?.startsWith(`${PREFIX}:`) ?? false;
}

function forgetOldest(known: Map<string, unknown>): void {
  if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '');
}

function withReason(message: SlackMessage, reason = ''): SlackMessage {
  if (reason === '') return message;
  return { text: `${escapeWords(reason)}\n${message.text}`, blocks: [smallPrint(reason), ...message.blocks] };
}
