/** Cards to Slack: where each goes, what happens when it may not stand there, and what Slack's answer means. */
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../chat/card.ts';
import { keepLongCommands } from '../../chat/carried-commands.ts';
import type { Address, MessageReference } from '../../chat/command.ts';
import type { AdapterDeps, DeliverOptions, Delivery } from '../../chat/port.ts';
import { words } from '../../chat/words.ts';
import { isNotAllowed, isRateLimit, isRevoked, isUncertain, parseFailure } from './failures.ts';
import { parseHandle } from './handle.ts';
import { renderHome } from './home.ts';
import { parseHomeOf } from './inbound.ts';
import { createInsist } from './insist.ts';
import { limit } from './limits.ts';
import { findMarked, markOf } from './marks.ts';
import { escapeWords, plainWords } from './markup.ts';
import type { Pace } from './pace.ts';
import { createPrivately } from './privately.ts';
import { renderSlack, type SlackMessage } from './render.ts';
import type { Responder } from './respond.ts';
import { WORDS } from './words.ts';

/** How many deliveries are remembered, so that a key makes one message. */
const REMEMBERED = 5_000;

export interface Outgoing {
  deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery>;
  find(address: Address, key: string): Promise<MessageReference | undefined>;
}

export interface OutgoingDeps extends AdapterDeps {
  readonly client: WebClient;
  readonly responder: Responder;
  readonly pace: Pace;
  /** The bot's name, as people write it to invite it. */
  readonly bot: string;
  /** Slack does not know the token any more. */
  readonly onRevoked: (error: unknown) => void;
}

export function createOutgoing(deps: OutgoingDeps): Outgoing {
  const { client, clock, logger, pace } = deps;
  const privately = createPrivately(deps);
  const insist = createInsist(logger);
  const delivered = new Map<string, Promise<Delivery>>();
  /** Keys of calls that failed in a way that leaves open whether the message stands. */
  const uncertain = new Set<string>();

  async function deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
    // An update may be made again: it makes no second message.
    if (options.replaces) return attempt(address, card, options);
    const key = JSON.stringify([address.channel, address.thread, options.key]);
    const known = delivered.get(key);
    if (known) return known;
    const delivery = uncertain.has(key)
      ? findOr(address, options.key, () => attempt(address, card, options, key))
      : attempt(address, card, options, key);
    delivered.set(key, delivery);
    if (delivered.size > REMEMBERED) delivered.delete(delivered.keys().next().value ?? '');
    if (!(await delivery).ok) delivered.delete(key);
    return delivery;
  }

  async function attempt(
    address: Address,
    card: Card,
    options: DeliverOptions,
    key?: string,
  ): Promise<Delivery> {
    try {
      const message = await send(address, card, options);
      if (key !== undefined) uncertain.delete(key);
      return { ok: true, message };
    } catch (error) {
      if (isRevoked(error)) deps.onRevoked(error);
      if (uncertain.size >= REMEMBERED) uncertain.clear();
      if (key !== undefined && isUncertain(error)) uncertain.add(key);
      const failure = parseFailure(error);
      // The whole channel has to wait then, not this message alone.
      if (isRateLimit(error) && failure.kind === 'retry') pace.hold(address.channel, failure.after);
      return { ok: false, failure };
    }
  }

  async function findOr(
    address: Address,
    key: string,
    otherwise: () => Promise<Delivery>,
  ): Promise<Delivery> {
    const message = await find(address, key).catch(() => undefined);
    return message ? { ok: true, message } : otherwise();
  }

  async function find(address: Address, key: string): Promise<MessageReference | undefined> {
    const known = await delivered.get(JSON.stringify([address.channel, address.thread, key]));
    if (known?.ok) return known.message;
    const ts = await findMarked(client, address, key);
    return ts === undefined ? undefined : { address: placeOf(address, address.channel), id: ts };
  }

  async function send(address: Address, card: Card, options: DeliverOptions): Promise<MessageReference> {
    const short = await keepLongCommands(card, deps.commands, (text) => text.length <= limit('buttonValue'));
    const home = parseHomeOf(address.channel);
    if (home) return publish(address, home, short);
    const messages = renderSlack(short);
    const { replaces } = options;
    if (replaces && !privately.isPrivate(replaces.id)) return update(replaces, messages);
    const user = options.onlyFor ?? privately.userOf(replaces?.id ?? address.thread);
    if (user !== undefined && !isDirect(address))
      return privately.send({ address, user, messages, ...(replaces ? { replaces: replaces.id } : {}) });
    return post(address, messages, card, options.key);
  }

  /** As a message for all; where the bot may not do that, to the person who asked, with the reason. */
  async function post(
    address: Address,
    messages: readonly SlackMessage[],
    card: Card,
    key: string,
  ): Promise<MessageReference> {
    const [head, ...others] = messages;
    if (!head) throw new Error('a card was rendered to nothing');
    const mark = markOf(card, key);
    let reference: MessageReference;
    try {
      reference = await postOne(address, withAsker(address, head), mark);
    } catch (error) {
      const asker = parseHandle(address, clock.now());
      const why = isNotAllowed(error);
      if (asker === undefined || why === undefined) throw error;
      const reason = why === 'not-in-channel' ? WORDS.notInChannel(deps.bot) : WORDS.mayNotPost;
      return privately.send({ address, user: asker.user, messages, reason }).catch((other: unknown) => {
        // That it may not stand in the channel is what somebody has to know, unless another try may help.
        throw parseFailure(other).kind === 'retry' ? other : error;
      });
    }
    await postOthers(reference, others);
    return reference;
  }

  async function postOthers(head: MessageReference, others: readonly SlackMessage[]): Promise<void> {
    const thread = head.address.thread ?? head.id;
    for (const other of others) {
      await postOne({ ...head.address, thread }, other).catch((error: unknown) => {
        logger.warn('the rest of a card was not delivered', { ...parseFailure(error) });
      });
    }
  }

  async function postOne(
    address: Address,
    message: SlackMessage,
    metadata?: ReturnType<typeof markOf>,
  ): Promise<MessageReference> {
    const post = (text: string, blocks: KnownBlock[] | undefined) =>
      client.chat.postMessage({
        channel: address.channel,
        text,
        parse: 'none',
        unfurl_links: false,
        unfurl_media: false,
        ...(blocks ? { blocks } : {}),
        ...(address.thread ? { thread_ts: address.thread } : {}),
        ...(metadata ? { metadata } : {}),
      });
    const answer = await pace.run(address.channel, () => insist(message, post));
    // A message to a person comes to stand in a channel of its own.
    return { address: placeOf(address, answer.channel ?? address.channel), id: answer.ts ?? '' };
  }

  async function update(replaces: MessageReference, messages: readonly SlackMessage[]) {
    const [head, ...others] = messages;
    if (!head) throw new Error('a card was rendered to nothing');
    await insist(head, (text, blocks) =>
      // Without blocks of its own an update keeps the old ones.
      client.chat.update({
        channel: replaces.address.channel,
        ts: replaces.id,
        text,
        parse: 'none',
        blocks: blocks ?? [],
      }),
    );
    await postOthers(replaces, others);
    return replaces;
  }

  async function publish(
    address: Address,
    { user, direct }: { user: string; direct: string },
    card: Card,
  ): Promise<MessageReference> {
    const view = renderHome(card, { edition: String(clock.now().getTime()), direct });
    const answer = await client.views.publish({ user_id: user, view });
    return { address, id: answer.view?.id ?? '' };
  }

  /** A slash command leaves no trace in the channel: who asked is said above the answer, unless the card says it. */
  function withAsker(address: Address, message: SlackMessage): SlackMessage {
    const name = parseHandle(address, clock.now())?.name;
    if (name === undefined || address.thread !== undefined || isDirect(address)) return message;
    const asked = words.askedBy(plainWords(name));
    if (message.text.includes(escapeWords(asked))) return message;
    const line: KnownBlock = {
      type: 'context',
      elements: [{ type: 'plain_text', text: asked, emoji: false }],
    };
    return { text: `${message.text}\n${escapeWords(asked)}`, blocks: [line, ...message.blocks] };
  }

  return { deliver, find };
}

/** A conversation of the bot with one person: nobody else is there to see it. */
function isDirect({ channel }: Address): boolean {
  return /^[DUW]/.test(channel);
}

function placeOf({ platform, space, thread }: Address, channel: string): Address {
  return { platform, space, channel, ...(thread ? { thread } : {}) };
}
