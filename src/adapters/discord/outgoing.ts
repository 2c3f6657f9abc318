/** Cards on their way out: through the interaction that asked, into a thread, a channel, or a direct message. */
import type { APIMessage } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import type { Address, Command, MessageReference } from '../../chat/command.ts';
import { keyOfPart } from '../../chat/deliver.ts';
import type { Clock, DeliverOptions, Delivery, Logger } from '../../chat/port.ts';
import type { CommandStore } from '../../chat/stores.ts';
import { type Answers, createAnswers } from './answers.ts';
import type { DiscordApi } from './api.ts';
import { keyOf } from './custom-id.ts';
import { hasCode, InDoubt, isExpired, isRefusedForm, isUncertain, toFailure } from './failures.ts';
import { createFinder } from './find.ts';
import { type DiscordMessage, FORMS, longCommands, noticeBody, renderDiscord } from './render.ts';
import { parseHandle } from './reply-handle.ts';
import { isDirect, type Rooms } from './rooms.ts';
import { createRoutes, type Route, roomOf, tagOf, withoutReply } from './routes.ts';
import { createThreads } from './threads.ts';

export interface OutgoingDeps {
  readonly api: DiscordApi;
  readonly rooms: Rooms;
  readonly commands: CommandStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The bot's own user id. */
  readonly me: () => string;
}

export interface Outgoing {
  deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery>;
  find(address: Address, key: string): Promise<MessageReference | undefined>;
  /** Ends an interaction that was perhaps not answered, and tells the person what they would not see otherwise. */
  settle: Answers['settle'];
  /** Tells one person in a direct message. */
  tell(user: string, words: string): Promise<void>;
}

/** One message of a card: where it was asked for, and under which key. */
interface Sending extends DeliverOptions {
  readonly asked: Address;
  /** Where the first message of the card came to stand: the others follow it. */
  readonly place: Address;
  readonly summary: string;
}

type Way = () => Promise<Route>;

export function createOutgoing(deps: OutgoingDeps): Outgoing {
  const { api, rooms, clock, logger } = deps;
  const threads = createThreads(api, rooms);
  const routes = createRoutes({ api, threads, clock });
  const answers = createAnswers(api);
  const find = createFinder(deps);

  async function deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
    try {
      return await sendInSomeForm(address, card, options);
    } catch (error) {
      const isLost = hasCode(error, 'missingAccess') && !isDirect(address) && !rooms.isGuild(address.space);
      if (isLost) return { ok: false, failure: { kind: 'gone', reason: 'I am no longer in this server' } };
      return { ok: false, failure: toFailure(error, rooms.nameOf(roomOf(address))) };
    }
  }

  /** As components; where Discord does not take them, as an embed; and then as plain text. */
  async function sendInSomeForm(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
    const kept = await keepLong(card);
    let refusal: unknown;
    for (const form of FORMS) {
      try {
        const tag = (part: number) => tagOf(keyOfPart(options.key, part));
        return await sendAll(address, card, renderDiscord(card, { kept, form, tagOf: tag }), options);
      } catch (error) {
        if (!isRefusedForm(error)) throw error;
        refusal = error;
      }
    }
    throw refusal;
  }

  /** A store that cannot be written costs the long buttons, not the card. */
  async function keepLong(card: Card): Promise<ReadonlyMap<string, string>> {
    const kept = new Map<string, string>();
    const keep = async (command: Command) => {
      kept.set(keyOf(command), await deps.commands.keep(command));
    };
    await Promise.allSettled(longCommands(card).map(keep));
    return kept;
  }

  /** All parts in order; what is left of a card that it replaces goes. */
  async function sendAll(
    asked: Address,
    { summary }: Card,
    [head, ...others]: readonly DiscordMessage[],
    options: DeliverOptions,
  ): Promise<Delivery> {
    if (head === undefined) throw new Error('a card is at least one message');
    const first = await sendPart(head, { ...options, asked, place: asked, summary });
    const { replaces, ...rest } = options;
    const sent: MessageReference[] = [];
    let problem: string | undefined;
    for (const [index, other] of others.entries()) {
      const key = keyOfPart(options.key, index + 1);
      problem = await whyUndone(asked, async () => {
        sent.push(await sendPart(other, { ...rest, key, asked, place: first.address, summary }));
      });
      if (problem !== undefined) break;
    }
    // Each of them: whatever became of the others, its words are not to stand there any more.
    for (const before of replaces?.others ?? []) {
      const standing = await whyUndone(asked, () => takeAway(before));
      problem ??= standing;
    }
    const message = sent.length === 0 ? first : { ...first, others: sent };
    return { ok: true, message, ...(problem === undefined ? {} : { problem }) };
  }

  /** Undefined where it is done. What another try may help is thrown: that goes on here, and nothing before is sent twice. */
  async function whyUndone(asked: Address, work: () => Promise<void>): Promise<string | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      const failure = toFailure(error, rooms.nameOf(roomOf(asked)));
      if (failure.kind === 'retry' || isRefusedForm(error)) throw error;
      logger.warn('the rest of a card was not delivered', { ...failure });
      return failure.reason;
    }
  }

  async function takeAway(message: MessageReference): Promise<void> {
    const { path, auth } = routes.edit(message);
    try {
      await api.call('delete', path, { auth, again: true });
    } catch (error) {
      if (!hasCode(error, 'unknownMessage', 'unknownChannel')) throw error;
    }
  }

  async function sendPart(message: DiscordMessage, sending: Sending): Promise<MessageReference> {
    const found = sending.mayStand ? await find(sending.place, sending.key) : undefined;
    return found ?? send(message, await waysTo(sending));
  }

  async function send(message: DiscordMessage, [way, ...others]: readonly Way[]): Promise<MessageReference> {
    if (way === undefined) throw new Error('there is always a way');
    try {
      const route = await way();
      return await call(route, { ...message, ...route.extra, flags: message.flags | route.flags });
    } catch (error) {
      // An interaction that is over leaves the other ways, and so do a waiting message that somebody deleted and closed direct
      // messages.
      const isOver =
        isExpired(error) || hasCode(error, 'unknownMessage', 'cannotMessageUser', 'noMutualServer');
      if (others.length === 0 || !isOver) throw error;
      return send(message, others);
    }
  }

  async function call({ method, path, auth, ...route }: Route, body: object): Promise<MessageReference> {
    try {
      const { id } = await api.call<APIMessage>(method, path, { auth, body });
      route.done?.(id);
      return { address: route.place, id };
    } catch (error) {
      if (!route.doubt || !isUncertain(error)) throw error;
      route.doubt();
      throw new InDoubt();
    }
  }

  /** The ways to where the message belongs, the next for when the interaction is over. */
  async function waysTo(sending: Sending): Promise<readonly Way[]> {
    const { asked, place, key, summary, onlyFor, replaces } = sending;
    if (replaces) return [async () => routes.edit(replaces)];
    const isPrivate = onlyFor !== undefined;
    const room = withoutReply(place);
    const inRoom = () => routes.room(room, summary, key);
    const onward = isPrivate && !isDirect(asked) ? () => routes.direct(onlyFor, key) : inRoom;
    const handle = parseHandle(asked.reply, clock.now()) ?? answers.handleOf(asked.thread);
    // What somebody wrote for all to read is answered so rather than not at all; what they gave a command for is not.
    const isOpen = isPrivate && asked.reply === undefined && rooms.isKnown(room.channel);
    if (!handle) return isOpen ? [onward, inRoom] : [onward];
    const original = answers.original(handle, asked, key, isPrivate);
    if (original) return [async () => original, onward];
    if (!isPrivate && !handle.guest) {
      if (await threads.canWrite(room, summary)) return [onward];
      const { thread, ...channel } = room;
      if (thread !== undefined && (await threads.canWrite(channel, summary)))
        return [() => routes.room(channel, summary, key)];
      const instead = answers.atLeastOriginal(handle, asked, key);
      if (instead) return [async () => instead, onward];
    }
    return [() => answers.other(handle, asked, key, isPrivate), onward];
  }

  async function tell(user: string, words: string): Promise<void> {
    const { path } = await routes.direct(user, words);
    await api.call('post', path, { body: noticeBody(words, 0) });
  }

  return { deliver, find, settle: answers.settle, tell };
}
