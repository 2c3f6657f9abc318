/** Cards on their way out: through the interaction that asked, into a thread, a channel, or a direct message. */
import { createHash } from 'node:crypto';
import { type APIMessage, MessageFlags, Routes } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import type { Address, Command, MessageReference } from '../../chat/command.ts';
import type { Clock, DeliverOptions, Delivery } from '../../chat/port.ts';
import type { CommandStore } from '../../chat/stores.ts';
import { BriefwireError } from '../../core/errors.ts';
import type { CallOptions, DiscordApi } from './api.ts';
import { keyOf } from './custom-id.ts';
import { hasCode, isExpired, isRefusedForm, toFailure } from './failures.ts';
import { LIMITS } from './limits.ts';
import { type DiscordMessage, FORMS, longCommands, renderDiscord } from './render.ts';
import { parseReply, type ReplyHandle, renderReply } from './reply-handle.ts';
import { isDirect, type Rooms } from './rooms.ts';
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

interface Route {
  readonly method: 'post' | 'patch';
  readonly path: `/${string}`;
  readonly options: Pick<CallOptions, 'auth'>;
  readonly extra: object;
  readonly flags: number;
  /** Where the message will stand. */
  readonly place: Address;
  /** Called with its id when it stands. */
  readonly done?: (id: string) => void;
}

export function createOutgoing(deps: OutgoingDeps): Outgoing {
  const { api, rooms, clock } = deps;
  const threads = createThreads(api, rooms);
  /** By the interaction's token: the messages that answered it, by key. Known to this process, which acknowledged it. */
  const answers = new Map<string, Map<string, string>>();
  /** By message: the handle that made it, where the bot is a guest and has no other way to go on. */
  const guests = new Map<string, ReplyHandle>();

  async function deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
    try {
      const kept = await keepLong(card);
      for (const form of FORMS) {
        const messages = renderDiscord(card, { kept, form, tag: tagOf(options.key) });
        try {
          return { ok: true, message: await sendAll(address, card, messages, options) };
        } catch (error) {
          if (!isRefusedForm(error) || form === FORMS.at(-1)) throw error;
        }
      }
    } catch (error) {
      const failure = toFailure(error, rooms.nameOf(roomOf(address)));
      const isLost = hasCode(error, 'missingAccess') && !isDirect(address) && !rooms.isGuild(address.space);
      return {
        ok: false,
        failure: isLost ? { kind: 'gone', reason: 'I am no longer in this server' } : failure,
      };
    }
    throw new Error('unreachable: the last form either stands or throws');
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
    address: Address,
    card: Card,
    messages: readonly DiscordMessage[],
    options: DeliverOptions,
  ) {
    let first: MessageReference | undefined;
    for (const [index, message] of messages.entries()) {
      const key = index === 0 ? options.key : `${options.key} ${index}`;
      const { replaces: _first, ...others } = options;
      const reference = await sendOne(
        first?.address ?? address,
        card,
        message,
        { ...(index === 0 ? options : others), key },
        address,
      );
      first ??= reference;
    }
    if (first === undefined) throw new Error('a card is at least one message');
    return first;
  }

  async function sendOne(
    place: Address,
    card: Card,
    message: DiscordMessage,
    options: DeliverOptions,
    asked: Address,
  ): Promise<MessageReference> {
    if (options.replaces) return send(editRoute(options.replaces), message);
    const handle = parseReply(asked.reply, clock.now()) ?? guests.get(asked.thread ?? '');
    if (handle) {
      try {
        if (handle.threaded && options.onlyFor === undefined && (await threads.canWrite(asked, card.summary)))
          return await send(await roomRoute(asked, card, options.key), message);
        return await send(await replyRoute(handle, asked, options), message);
      } catch (error) {
        if (!isExpired(error)) throw error;
      }
    }
    if (options.onlyFor !== undefined && !isDirect(asked))
      return send(await directRoute(options.onlyFor, options.key), message);
    return send(await roomRoute(withoutReply(place), card, options.key), message);
  }

  async function send(route: Route, message: DiscordMessage): Promise<MessageReference> {
    const body = { ...message, ...route.extra, flags: message.flags | route.flags };
    const { id } = await api.call<APIMessage>(route.method, route.path, { ...route.options, body });
    route.done?.(id);
    return { address: route.place, id };
  }

  function editRoute({ address, id }: MessageReference): Route {
    const handle = parseReply(address.reply, clock.now());
    const common = { method: 'patch', extra: {}, flags: 0, place: address } as const;
    // What one person sees alone can be changed through its interaction only.
    if (handle)
      return {
        ...common,
        path: Routes.webhookMessage(handle.application, handle.token, id),
        options: { auth: false },
      };
    return { ...common, path: Routes.channelMessage(roomOf(address), id), options: {} };
  }

  /** Edits the waiting message, or writes a message of its own. */
  async function replyRoute(
    handle: ReplyHandle,
    address: Address,
    { key, onlyFor }: DeliverOptions,
  ): Promise<Route> {
    const { application, token } = handle;
    const known = answers.get(token) ?? new Map<string, string>();
    answers.set(token, known);
    forgetOldest(answers);
    const isHidden = onlyFor !== undefined || (handle.hidden && known.size === 0);
    const place = placeOf(address, handle);
    const common = {
      options: { auth: false },
      extra: {},
      flags: 0,
      // Only through its interaction can a message for one person be changed later.
      place: isHidden ? { ...place, reply: renderReply(handle) } : place,
      done: (id: string) => {
        known.set(key, id);
        if (handle.guest) guests.set(id, handle);
        forgetOldest(guests);
      },
    } as const;
    const earlier = known.get(key);
    if (earlier !== undefined)
      return { ...common, method: 'patch', path: Routes.webhookMessage(application, token, earlier) };
    if (handle.kind === 'command' && known.size === 0) {
      if (handle.hidden === isHidden)
        return { ...common, method: 'patch', path: Routes.webhookMessage(application, token, '@original') };
      // All see the waiting message, and that cannot be changed: it goes, and the answer is a message of its own.
      await api.call('delete', Routes.webhookMessage(application, token, '@original'), {
        auth: false,
        again: true,
      });
    }
    return {
      ...common,
      method: 'post',
      path: Routes.webhook(application, token),
      flags: isHidden ? MessageFlags.Ephemeral : 0,
    };
  }

  async function directRoute(user: string, key: string): Promise<Route> {
    const channel = await api.call<{ id: string }>('post', Routes.userChannels(), {
      body: { recipient_id: user },
      again: true,
    });
    return postRoute({ platform: 'discord', space: `dm:${user}`, channel: channel.id }, channel.id, key);
  }

  async function roomRoute(address: Address, card: Card, key: string): Promise<Route> {
    const { thread: head, ...channel } = address;
    if (head === undefined || isDirect(address)) {
      threads.check(address.channel, ['view', 'send']);
      return postRoute(channel, address.channel, key);
    }
    if (await threads.open(address.channel, head, card.summary)) {
      threads.check(head, ['view', 'sendInThreads']);
      return postRoute(address, head, key);
    }
    threads.check(address.channel, ['view', 'send']);
    const message_reference = { message_id: head, fail_if_not_exists: false };
    return postRoute(channel, address.channel, key, { message_reference });
  }

  /** `enforce_nonce`: Discord gives the first message back where one with this nonce stands already. */
  function postRoute(place: Address, room: string, key: string, extra: object = {}): Route {
    const nonce = hashOf(key).toString('base64url').slice(0, LIMITS.nonce.is);
    return {
      method: 'post',
      path: Routes.channelMessages(room),
      options: {},
      extra: { ...extra, nonce, enforce_nonce: true },
      flags: 0,
      place: withoutReply(place),
    };
  }

  async function find(address: Address, key: string): Promise<MessageReference | undefined> {
    const query = { limit: `${LIMITS.messagesOfPage.is}` };
    try {
      const messages = await api.call<APIMessage[]>('get', Routes.channelMessages(roomOf(address)), {
        query,
        again: true,
      });
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
    const known = answers.get(handle.token);
    const isWaiting = handle.kind === 'command' && (known?.size ?? 0) === 0;
    const { application, token } = handle;
    if (isWaiting)
      await api.call('delete', Routes.webhookMessage(application, token, '@original'), {
        auth: false,
        again: true,
      });
    if (notice === undefined) return;
    const body = {
      content: notice,
      flags: MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds,
      allowed_mentions: { parse: [] },
    };
    await api.call('post', Routes.webhook(application, token), { auth: false, body });
  }

  async function tell(user: string, words: string): Promise<void> {
    const { path } = await directRoute(user, words);
    await api.call('post', path, {
      body: { content: words, flags: MessageFlags.SuppressEmbeds, allowed_mentions: { parse: [] } },
    });
  }

  return { deliver, find, settle, tell };
}

/** A number that a message carries unseen, as the `id` of its first component: 31 bits, never 0. */
function tagOf(key: string): number {
  return hashOf(key).readUInt32BE(0) >>> 1 || 1;
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Where people see it: in the thread, else in the channel. Direct messages have no threads. */
function roomOf(address: Address): string {
  return isDirect(address) ? address.channel : (address.thread ?? address.channel);
}

/** An answer stands where the interaction was: what is pressed under a message in a channel is no thread yet. */
function placeOf(address: Address, handle: ReplyHandle): Address {
  const { thread, ...channel } = withoutReply(address);
  return thread === undefined || thread !== handle.room ? channel : { ...channel, thread };
}

function withoutReply({ reply: _reply, ...place }: Address): Address {
  return place;
}

/** Tokens last fifteen minutes; what belongs to the last thousand of them is remembered. */
function forgetOldest(known: Map<string, unknown>): void {
  for (const key of known.keys()) {
    if (known.size <= 1_000) return;
    known.delete(key);
  }
}
