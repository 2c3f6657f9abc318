/** What the gateway tells about servers and channels. Everything may be unknown: no shard sees all servers. */
import {
  ChannelType,
  type Client,
  type GuildBasedChannel,
  type GuildChannel,
  PermissionFlagsBits,
} from 'discord.js';
import type { Address } from '../../chat/command.ts';
import { type GuildRights, type Member, missingOf, type Need, permissionsOf } from './permissions.ts';

export interface Rooms {
  isKnown(channel: string): boolean;
  isGuild(space: string): boolean;
  isThread(channel: string): boolean;
  /** The server that the channel belongs to. */
  spaceOf(channel: string): string | undefined;
  /** The channel that the thread hangs on. */
  parentOf(thread: string): string | undefined;
  /** Names of the permissions that the bot has not; none where the channel is not known. */
  missing(channel: string, needs: readonly Need[]): string[];
  mayManage(channel: string, member: Member): boolean;
  /** The bot's own role in the server: to mention it is to mention the bot. */
  roleOf(guild: string | undefined): string | undefined;
  /** "#news", "this channel". */
  nameOf(channel: string): string;
}

export function createRooms(client: () => Client | undefined): Rooms {
  const find = (id: string): GuildBasedChannel | undefined => {
    const channel = client()?.channels.cache.get(id);
    return channel && 'guild' in channel ? (channel as GuildBasedChannel) : undefined;
  };
  /** Rights in a thread are those in its channel. */
  const rights = (
    id: string,
    member: (channel: GuildBasedChannel) => Member | undefined,
  ): bigint | undefined => {
    const channel = find(id);
    const base = channel?.isThread() ? channel.parent : channel;
    const who = channel && member(channel);
    if (!channel || !base || !who) return undefined;
    return permissionsOf(who, rightsOf(channel), overwritesOf(base));
  };
  return {
    isKnown: (channel) => find(channel) !== undefined,
    isGuild: (space) => client()?.guilds.cache.has(space) ?? false,
    spaceOf: (channel) => find(channel)?.guild.id,
    isThread: (channel) => isThreadType(find(channel)?.type),
    parentOf(thread) {
      const channel = find(thread);
      return channel?.isThread() ? (channel.parentId ?? undefined) : undefined;
    },
    missing(channel, needs) {
      const has = rights(channel, ({ guild }) => {
        const { me } = guild.members;
        return me ? { id: me.id, roles: [...me.roles.cache.keys()] } : undefined;
      });
      // A bot that has no right at all was told nothing of its rights: Discord itself will say what it may not.
      return has ? missingOf(has, needs) : [];
    },
    mayManage: (channel, member) =>
      ((rights(channel, () => member) ?? 0n) & PermissionFlagsBits.ManageChannels) !== 0n,
    roleOf: (guild) =>
      guild === undefined ? undefined : client()?.guilds.cache.get(guild)?.members.me?.roles.botRole?.id,
    nameOf(channel) {
      const found = find(channel);
      // Rights are set in the channel that a thread hangs on.
      const room = found?.isThread() ? (found.parent ?? found) : found;
      return room ? `#${room.name}` : 'this channel';
    },
  };
}

export function isThreadType(type: ChannelType | undefined): boolean {
  return (
    type === ChannelType.PublicThread ||
    type === ChannelType.PrivateThread ||
    type === ChannelType.AnnouncementThread
  );
}

/** Direct messages have no threads and no rights. */
export function isDirect({ space }: Address): boolean {
  return space.startsWith('dm:');
}

function rightsOf({ guild }: GuildBasedChannel): GuildRights {
  return {
    id: guild.id,
    owner: guild.ownerId,
    roles: new Map(guild.roles.cache.map((role) => [role.id, role.permissions.bitfield])),
  };
}

function overwritesOf(channel: GuildBasedChannel) {
  if (!('permissionOverwrites' in channel)) return [];
  const { cache } = (channel as GuildChannel).permissionOverwrites;
  return cache.map(({ id, allow, deny }) => ({ id, allow: allow.bitfield, deny: deny.bitfield }));
}
