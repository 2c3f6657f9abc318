/** Ways to a place: which call of Discord's makes or changes the message there, and what identifies it. */
import { createHash } from 'node:crypto';
import { Routes } from 'discord.js';
import type { Address, MessageReference } from '../../chat/command.ts';
import type { Clock } from '../../chat/port.ts';
import type { DiscordApi } from './api.ts';
import { LIMITS } from './limits.ts';
import { parseHandle, type ReplyHandle } from './reply-handle.ts';
import { isDirect } from './rooms.ts';
import type { Threads } from './threads.ts';

export interface Route {
  readonly method: 'post' | 'patch';
  readonly path: `/${string}`;
  /** False through an interaction, which carries its own token. */
  readonly auth: boolean;
  /** Fields that the way needs beside those of the message. */
  readonly extra: object;
  readonly flags: number;
  /** Where the message will stand. */
  readonly place: Address;
  /** Called with its id when it stands. */
  readonly done?: (id: string) => void;
  /** Only where sending it again would make a second message: called when it is not known whether it stands. */
  readonly doubt?: () => void;
}

export interface RouteMaker {
  /** To change a message that stands. */
  edit(message: MessageReference): Route;
  /** To one person. */
  direct(user: string, key: string): Promise<Route>;
  /** Into a channel, or into the thread of a message, which is started if need be. */
  room(address: Address, summary: string, key: string): Promise<Route>;
}

export function createRoutes(deps: { api: DiscordApi; threads: Threads; clock: Clock }): RouteMaker {
  const { api, threads, clock } = deps;

  async function room(address: Address, summary: string, key: string): Promise<Route> {
    const { thread: head, ...channel } = withoutReply(address);
    if (head === undefined || isDirect(address)) {
      threads.check(address.channel, ['view', 'send']);
      return postRoute(channel, address.channel, key);
    }
    if (await threads.open(address.channel, head, summary)) {
      threads.check(head, ['view', 'sendInThreads']);
      return postRoute(withoutReply(address), head, key);
    }
    threads.check(address.channel, ['view', 'send']);
    const message_reference = { message_id: head, fail_if_not_exists: false };
    return postRoute(channel, address.channel, key, { message_reference });
  }

  return {
    room,

    edit({ address, id }) {
      const common = { method: 'patch', extra: {}, flags: 0, place: address } as const;
      const handle = parseHandle(address.reply, clock.now());
      if (!handle) return { ...common, path: Routes.channelMessage(roomOf(address), id), auth: true };
      return { ...common, path: Routes.webhookMessage(handle.application, handle.token, id), auth: false };
    },

    async direct(user, key) {
      const options = { body: { recipient_id: user }, again: true };
      const { id } = await api.call<{ id: string }>('post', Routes.userChannels(), options);
      return postRoute({ platform: 'discord', space: `dm:${user}`, channel: id }, id, key);
    },
  };
}

/** `enforce_nonce`: Discord gives the first message back where one with this nonce stands already. */
function postRoute(place: Address, channel: string, key: string, extra: object = {}): Route {
  const nonce = hashOf(key).toString('base64url').slice(0, LIMITS.nonce.is);
  return {
    method: 'post',
    path: Routes.channelMessages(channel),
    auth: true,
    extra: { ...extra, nonce, enforce_nonce: true },
    flags: 0,
    place,
  };
}

/** A number that a message carries unseen, as the `id` of its first component: 31 bits, never 0. */
export function tagOf(key: string): number {
  return hashOf(key).readUInt32BE(0) >>> 1 || 1;
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Where people see it: in the thread, else in the channel. Direct messages have no threads. */
export function roomOf(address: Address): string {
  return isDirect(address) ? address.channel : (address.thread ?? address.channel);
}

export function withoutReply({ reply: _reply, ...place }: Address): Address {
  return place;
}

/** An answer stands where the interaction was: what is pressed under a message in a channel is no thread yet. */
export function placeOf(address: Address, { room }: ReplyHandle): Address {
  const { thread, ...channel } = withoutReply(address);
  return thread === undefined || thread !== room ? channel : { ...channel, thread };
}
