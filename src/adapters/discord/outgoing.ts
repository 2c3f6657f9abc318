/** Cards on their way out: through the interaction that asked, into a thread, a channel, or a direct message. */
import { type APIMessage, MessageFlags, Routes } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import type { Address, Command, MessageReference } from '../../chat/command.ts';
import type { Clock, DeliverOptions, Delivery } from '../../chat/port.ts';
import type { CommandStore } from '../../chat/stores.ts';
import { BriefwireError } from '../../core/errors.ts';
import type { DiscordApi } from './api.ts';
import { keyOf } from './custom-id.ts';
import { hasCode, isExpired, isRefusedForm, toFailure } from './failures.ts';
import { LIMITS } from './limits.ts';
import { type DiscordMessage, FORMS, longCommands, renderDiscord } from './render.ts';
import type { ReplyHandle } from './reply-handle.ts';
import { isDirect, type Rooms } from './rooms.ts';
import { createRoutes, type Route, roomOf, tagOf, withoutReply } from './routes.ts';
import { createThreads } from './threads.ts';

export interface OutgoingDeps {
  readonly api: DiscordApi;
  readonly rooms: Rooms;
  readonly commands: CommandStore;
  readonly clock: Clock;
  /** The bot's own user id. */
  readonly me: () => string;
}

export interface Outgoing {
  deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery>;
  find(address: Address, key: string): Promise<MessageReference | undefined>;
  /** Ends an interaction that was perhaps not answered, and tells the person what they would not see otherwise. */
  settle(handle: ReplyHandle, notice: string | undefined): Promise<void>;
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

export function createOutgoing(deps: OutgoingDeps): Outgoing {
  const { api, rooms } = deps;
  const threads = createThreads(api, rooms);
  const routes = createRoutes({ api, threads, clock: deps.clock });

  async function deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
    try {
      return { ok: true, message: await sendInSomeForm(address, card, options) };
    } catch (error) {
      const isLost = hasCode(error, 'missingAccess') && !isDirect(address) && !rooms.isGuild(address.space);
      if (isLost) return { ok: false, failure: { kind: 'gone', reason: 'I am no longer in this server' } };
      return { ok: false, failure: toFailure(error, rooms.nameOf(roomOf(address))) };
    }
  }

  /** As components; where Discord does not take them, as an embed; and then as plain text. */
  async function sendInSomeForm(address: Address, card: Card, options: DeliverOptions) {
    const kept = await keepLong(card);
    let refusal: unknown;
    for (const form of FORMS) {
      try {
        const messages = renderDiscord(card, { kept, form, tag: tagOf(options.key) });
        return await sendAll(address, card, messages, options);
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

  /** All parts in order; the first is the one that is given back. */
  async function sendAll(
    asked: Address,
    { summary }: Card,
    [head, ...others]: readonly DiscordMessage[],
    options: DeliverOptions,
  ): Promise<MessageReference> {
    if (head === undefined) throw new Error('a card is at least one message');
    const first = await send(head, await waysTo({ ...options, asked, place: asked, summary }));
    const { replaces: _first, ...rest } = options;
    for (const [index, message] of others.entries()) {
      const key = `${options.key} ${index + 1}`;
      await send(message, await waysTo({ ...rest, key, asked, place: first.address, summary }));
    }
    return first;
  }

  function send(message: DiscordMessage, ways: readonly (() => Promise<Route>)[]): Promise<MessageReference> {
    const [way, ...others] = ways;
    if (way === undefined) throw new Error('there is always a way');
    const attempt = way().then(async (route): Promise<MessageReference> => {
      const body = { ...message, ...route.extra, flags: message.flags | route.flags };
      const { id } = await api.call<APIMessage>(route.method, route.path, { auth: route.auth, body });
      route.done?.(id);
      return { address: route.place, id };
    });
    // An interaction that is over leaves the other ways.
    return attempt.catch((error: unknown) => {
      if (others.length === 0 || !isExpired(error)) throw error;
      return send(message, others);
    });
  }

  /** The ways to where the message belongs, the next for when the interaction is over. */
  async function waysTo(sending: Sending): Promise<readonly (() => Promise<Route>)[]> {
    const { asked, place, key, summary, onlyFor, replaces } = sending;
    if (replaces) return [async () => routes.edit(replaces)];
    const toPlace = () => routes.room(withoutReply(place), summary, key);
    const onward = onlyFor !== undefined && !isDirect(asked) ? () => routes.direct(onlyFor, key) : toPlace;
    const handle = routes.handleOf(asked);
    if (!handle) return [onward];
    const isThreaded = handle.threaded && onlyFor === undefined && (await threads.canWrite(asked, summary));
    if (isThreaded) return [() => routes.room(asked, summary, key)];
    return [() => routes.reply(handle, asked, key, onlyFor !== undefined), onward];
  }

  async function find(address: Address, key: string): Promise<MessageReference | undefined> {
    const query = { limit: `${LIMITS.messagesOfPage.is}` };
    const route = Routes.channelMessages(roomOf(address));
    try {
      const messages = await api.call<APIMessage[]>('get', route, { query, again: true });
      const tag = tagOf(key);
      const found = messages.find(
        ({ author, components }) => author.id === deps.me() && components?.some(({ id }) => id === tag),
      );
      return found && { address: withoutReply(address), id: found.id };
    } catch (error) {
      const failure = toFailure(error, rooms.nameOf(roomOf(address)));
      if (failure.kind === 'gone') return undefined;
      // "Not found" would be taken for "never sent".
      throw new BriefwireError('unavailable', failure.reason, { cause: error });
    }
  }

  async function settle(handle: ReplyHandle, notice: string | undefined): Promise<void> {
    const { application, token } = handle;
    if (routes.isWaiting(handle))
      await api.call('delete', Routes.webhookMessage(application, token, '@original'), {
        auth: false,
        again: true,
      });
    if (notice !== undefined)
      await api.call('post', Routes.webhook(application, token), {
        auth: false,
        body: noticeBody(notice, MessageFlags.Ephemeral),
      });
  }

  async function tell(user: string, words: string): Promise<void> {
    const { path } = await routes.direct(user, words);
    await api.call('post', path, { body: noticeBody(words, 0) });
  }

  return { deliver, find, settle, tell };
}

function noticeBody(content: string, flags: number) {
  return { content, flags: flags | MessageFlags.SuppressEmbeds, allowed_mentions: { parse: [] } };
}
