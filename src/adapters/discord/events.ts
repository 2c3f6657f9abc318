/** Events of the gateway, handed over as requests. */

import {
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  Routes,
} from 'discord.js';
import type { Address, Request } from '../../chat/command.ts';
import type { Clock, Logger } from '../../chat/port.ts';
import type { DiscordApi } from './api.ts';
import { toFailure } from './failures.ts';
import { concernsBot, type MessagePayload, parseMessage } from './messages.ts';
import { isThreadType, type Rooms } from './rooms.ts';

/** What became of the answers to one request. */
export interface Job {
  /** Why something of it is not seen, by the key of what was to be delivered. */
  readonly problems: Map<string, string>;
  /** Something was delivered. */
  isAnswered: boolean;
  /** The thread that it was answered in. */
  thread?: string;
}

export interface EventDeps {
  readonly api: DiscordApi;
  readonly rooms: Rooms;
  readonly logger: Logger;
  readonly clock: Clock;
  /** The bot's own user id. */
  readonly me: () => string;
  handle(request: Request): Promise<Job>;
  onInteraction(payload: unknown): Promise<void>;
  /** Tells one person in a direct message. */
  tell(user: string, words: string): Promise<void>;
}

/** An edit is told at once, or after the gateway was away for a while. The same edit told twice meanwhile has the same keys. */
const EDIT_ARRIVES = 5 * 60_000;

export function createEvents(deps: EventDeps) {
  const { api, rooms } = deps;
  /** Where the messages stand that were handed over, for when they are deleted: the newest thousand. */
  const places = new Map<string, Address>();
  /** With whom the bot talks in a direct-message channel. */
  const partners = new Map<string, string>();

  async function onEvent(type: string, payload: unknown): Promise<void> {
    switch (type) {
      case 'INTERACTION_CREATE':
        return deps.onInteraction(payload);
      case 'MESSAGE_CREATE':
        return onMessage(payload as MessagePayload, false);
      case 'MESSAGE_UPDATE': {
        const message = payload as Partial<MessagePayload>;
        if (isEditedNow(message) && message.author) await onMessage(payload as MessagePayload, true);
        return;
      }
      case 'MESSAGE_DELETE':
        return onDelete(payload as GatewayMessageDeleteDispatchData);
      case 'MESSAGE_DELETE_BULK': {
        const { ids, ...where } = payload as GatewayMessageDeleteBulkDispatchData;
        await Promise.all(ids.map((id) => onDelete({ id, ...where })));
      }
    }
  }

  /** Discord also updates a message when it has looked at its links, and, perhaps weeks after it was edited, when it is pinned. */
  function isEditedNow({ edited_timestamp: edited }: Partial<MessagePayload>): boolean {
    return Boolean(edited) && deps.clock.now().getTime() - Date.parse(`${edited}`) < EDIT_ARRIVES;
  }

  async function onMessage(payload: MessagePayload, isEdited: boolean): Promise<void> {
    const { channel_id: room, guild_id: guild, author, member } = payload;
    const type = (payload as { channel_type?: number }).channel_type;
    const isThread = rooms.isThread(room) || isThreadType(type);
    const role = rooms.roleOf(guild);
    const me = deps.me();
    if (!concernsBot(payload, { me, isThread, role })) return;
    const parent = isThread ? await parentOf(room) : undefined;
    const mayManage = rooms.mayManage(room, { id: author.id, roles: member?.roles ?? [] });
    const request = parseMessage(payload, { me, role, mayManage, parent }, isEdited);
    if (request === undefined) return;
    keep(places, payload.id, request.address);
    const { problems } = await deps.handle(request);
    const [problem] = problems.values();
    if (problem === undefined || !request.addressed) return;
    // The bot may not write there: the person would wait for an answer.
    await deps.tell(author.id, problem).catch((error: unknown) => {
      const { reason } = toFailure(error, 'this channel');
      deps.logger.info('a person could not be told why there is no answer', { reason });
    });
  }

  async function onDelete({
    id,
    channel_id: room,
    guild_id,
  }: GatewayMessageDeleteDispatchData): Promise<void> {
    const address = places.get(id) ?? (await placeIn(guild_id, room));
    await deps.handle({
      command: { type: 'unsay' },
      actor: { id: '', mayManage: false },
      address,
      addressed: false,
      keys: [`deleted ${id}`],
      message: id,
    });
  }

  async function placeIn(guild: string | undefined, room: string): Promise<Address> {
    const parent = guild === undefined ? undefined : rooms.parentOf(room);
    const place = { platform: 'discord', space: guild ?? `dm:${await partnerIn(room)}` } as const;
    return parent ? { ...place, channel: parent, thread: room } : { ...place, channel: room };
  }

  /** Whose direct messages these are: a deletion names the channel only. */
  async function partnerIn(channel: string): Promise<string> {
    const known = partners.get(channel);
    if (known !== undefined) return known;
    const { recipients } = await api.call<{ recipients?: readonly { id: string }[] }>(
      'get',
      Routes.channel(channel),
      { again: true },
    );
    const partner = recipients?.[0]?.id ?? '';
    keep(partners, channel, partner);
    return partner;
  }

  async function parentOf(thread: string): Promise<string | undefined> {
    const known = rooms.parentOf(thread);
    if (known !== undefined) return known;
    const channel = await api.call<{ parent_id?: string | null }>('get', Routes.channel(thread), {
      again: true,
    });
    return channel.parent_id ?? undefined;
  }

  return { onEvent };
}

/** The newest thousand are kept. */
function keep<T>(known: Map<string, T>, key: string, value: T): void {
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > 1_000 && oldest !== undefined) known.delete(oldest);
}
