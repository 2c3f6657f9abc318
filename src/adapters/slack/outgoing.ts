/** Cards to Slack: where each goes, what happens when it may not stand there, and what Slack's answer means. */
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../chat/card.ts';
import { keepLongCommands } from '../../chat/carried-commands.ts';
import type { Address, MessageReference, Request } from '../../chat/command.ts';
import type { AdapterDeps, DeliverOptions, Delivery } from '../../chat/port.ts';
import { words } from '../../chat/words.ts';
import { smallPrint } from './blocks.ts';
import { isNotAllowed, isRateLimit, isRevoked, parseFailure } from './failures.ts';
import { renderHome } from './home.ts';
import { parseHomeOf } from './inbound.ts';
import { limit } from './limits.ts';
import { findMarked, markOf } from './marks.ts';
import { escapeWords, plainWords } from './markup.ts';
import type { Pace } from './pace.ts';
import { createPosts, placeOf } from './posts.ts';
import { createPrivately } from './privately.ts';
import { renderSlack, type SlackMessage } from './render.ts';
import { parseHandle } from './reply-handle.ts';
import type { Responder } from './respond.ts';
import { createSeveral, type Sent } from './several.ts';
import { WORDS } from './words.ts';

/** How many deliveries are remembered, so that a key makes one message. */
const REMEMBERED = 5_000;

export interface Outgoing {
  deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery>;
  find(address: Address, key: string): Promise<MessageReference | undefined>;
  /** Shows words to the person of a request alone, whatever becomes of the channel. */
  tell(request: Asked, said: string): Promise<void>;
}

type Asked = Pick<Request, 'address' | 'actor' | 'keys'>;

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
  const { client, clock, pace } = deps;
  const privately = createPrivately(deps);
  const posts = createPosts(deps);
  const several = createSeveral({ ...deps, posts });
  const delivered = new Map<string, Promise<Delivery>>();

  async function deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
    // An update may be made again: it makes no second message.
    if (options.replaces) return attempt(address, card, options);
    const key = JSON.stringify([address.channel, address.thread, options.key]);
    const known = delivered.get(key);
    if (known) return known;
    const delivery = attempt(address, card, options);
    delivered.set(key, delivery);
    if (delivered.size > REMEMBERED) delivered.delete(delivered.keys().next().value ?? '');
    if (!(await delivery).ok) delivered.delete(key);
    return delivery;
  }

  async function attempt(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
    try {
      return { ok: true, ...(await send(address, card, options)) };
    } catch (error) {
      if (isRevoked(error)) deps.onRevoked(error);
      const failure = parseFailure(error);
      // The whole channel has to wait then, not this message alone.
      if (isRateLimit(error) && failure.kind === 'retry') pace.hold(address.channel, failure.after);
      return { ok: false, failure };
    }
  }

  async function find(address: Address, key: string): Promise<MessageReference | undefined> {
    const known = await delivered.get(JSON.stringify([address.channel, address.thread, key]));
    if (known?.ok) return known.message;
    const ts = await findMarked(client, address, key);
    return ts === undefined ? undefined : { address: placeOf(address), id: ts };
  }

  async function tell({ address, actor, keys }: Asked, said: string): Promise<void> {
    const messages = [{ text: escapeWords(said), blocks: [] }];
    await privately.send({ address, user: actor.id, messages, key: `notice ${keys[0] ?? ''}` });
  }

  async function send(address: Address, card: Card, options: DeliverOptions): Promise<Sent> {
    const short = await keepLongCommands(card, deps.commands, (text) => text.length <= limit('buttonValue'));
    const home = parseHomeOf(address.channel);
    if (home) return { message: await publish(address, home, short) };
    const messages = renderSlack(short);
    const { replaces } = options;
    if (replaces && !privately.isPrivate(replaces.id)) return several.replace(replaces, messages, options);
    const user = options.onlyFor ?? privately.userOf(replaces?.id ?? address.thread);
    if (user === undefined || isDirect(address)) return post(address, messages, card, options);
    const corrects = replaces ? { corrects: replaces.id } : {};
    return { message: await privately.send({ address, user, messages, key: options.key, ...corrects }) };
  }

  /** As a message for all; where the bot may not do that, to the person who asked, with the reason. */
  async function post(
    address: Address,
    messages: readonly SlackMessage[],
    card: Card,
    options: DeliverOptions,
  ): Promise<Sent> {
    const [head, ...others] = messages;
    if (!head) throw new Error('a card was rendered to nothing');
    const { key, mayStand = false } = options;
    let message: MessageReference;
    try {
      const mark = markOf(card, key);
      message = await posts.post({ address, message: withAsker(address, head), mark, mayStand });
    } catch (error) {
      const asker = parseHandle(address, clock.now());
      const why = isNotAllowed(error);
      if (asker === undefined || why === undefined) throw error;
      const alone = { address, user: asker.user, messages, key, reason: reasonOf(why, address, options) };
      const shown = await privately.send(alone).catch((other: unknown) => {
        // That it may not stand in the channel is what somebody has to know, unless another try may help.
        throw parseFailure(other).kind === 'retry' ? other : error;
      });
      return { message: shown };
    }
    return several.postOthers(message, others, options);
  }

  /** Why only one person sees it; nothing where they wished for that. A conversation between people takes no guests. */
  function reasonOf(
    why: NonNullable<ReturnType<typeof isNotAllowed>>,
    address: Address,
    options: DeliverOptions,
  ) {
    if (options.onlyFor !== undefined) return '';
    if (why === 'may-not-post') return WORDS.mayNotPost;
    return isDirect(address) ? WORDS.notInConversation : WORDS.notInChannel(deps.bot);
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
    return { text: `${message.text}\n${escapeWords(asked)}`, blocks: [smallPrint(asked), ...message.blocks] };
  }

  return { deliver, find, tell };
}

/** A conversation of the bot with one person: nobody else is there to see it. */
function isDirect({ channel }: Address): boolean {
  return /^[DUW]/.test(channel);
}
