/** Looks for a message of the bot's own by the key that it was delivered under. */
import { type APIMessage, Routes } from 'discord.js';
import type { Address, MessageReference } from '../../chat/command.ts';
import { BriefwireError } from '../../core/errors.ts';
import type { DiscordApi } from './api.ts';
import { toFailure } from './failures.ts';
import { LIMITS } from './limits.ts';
import { isDirect, type Rooms } from './rooms.ts';
import { roomOf, tagOf, withoutReply } from './routes.ts';

/** So far back it looks, in pages: a thousand messages, of whomever. */
const PAGES = 10;

export interface FinderDeps {
  readonly api: DiscordApi;
  readonly rooms: Rooms;
  /** The bot's own user id. */
  readonly me: () => string;
}

/**
 * The message that bears the key, among the newest where the address is. Throws `unavailable` where Discord does not say,
 * since "not found" would be taken for "never sent".
 */
export function createFinder({ api, rooms, me }: FinderDeps) {
  return async function find(address: Address, key: string): Promise<MessageReference | undefined> {
    const { thread, ...channel } = withoutReply(address);
    const found = await findIn(roomOf(address), key);
    if (found === 'no-room' && thread !== undefined && !isDirect(address)) {
      // Where no thread could be started, the answer is a reply in the channel.
      const beside = await findIn(channel.channel, key);
      return typeof beside === 'object' ? { address: channel, id: beside.id } : undefined;
    }
    return typeof found === 'object' ? { address: withoutReply(address), id: found.id } : undefined;
  };

  async function findIn(room: string, key: string): Promise<APIMessage | 'no-room' | undefined> {
    // Without this right Discord gives an empty list, as if nothing stood there.
    const missing = rooms.missing(room, ['history']);
    if (missing.length > 0)
      throw new BriefwireError(
        'unavailable',
        `I need *${missing[0]}* in ${rooms.nameOf(room)} to see what I posted`,
      );
    const tag = tagOf(key);
    const size = LIMITS.messagesOfPage.is;
    let before: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const messages = await read(room, { limit: `${size}`, ...(before ? { before } : {}) });
      if (messages === 'no-room') return messages;
      const isIt = ({ author, components }: APIMessage) =>
        author.id === me() && components?.some(({ id }) => id === tag);
      const found = messages.find(isIt);
      if (found || messages.length < size) return found;
      before = messages.at(-1)?.id;
    }
    return undefined;
  }

  async function read(room: string, query: Record<string, string>): Promise<APIMessage[] | 'no-room'> {
    try {
      return await api.call<APIMessage[]>('get', Routes.channelMessages(room), { query, again: true });
    } catch (error) {
      const failure = toFailure(error, rooms.nameOf(room));
      if (failure.kind === 'gone') return 'no-room';
      throw new BriefwireError('unavailable', failure.reason, { cause: error });
    }
  }
}
