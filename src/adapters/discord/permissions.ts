/** Who may do what in a channel, computed as Discord does. https://docs.discord.com/developers/topics/permissions */
import { PermissionFlagsBits } from 'discord.js';

/** What the bot needs, under the names that people see in Discord's settings. */
const NEEDED = {
  view: { name: 'View Channel', bit: PermissionFlagsBits.ViewChannel },
  send: { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages },
  sendInThreads: { name: 'Send Messages in Threads', bit: PermissionFlagsBits.SendMessagesInThreads },
  startThreads: { name: 'Create Public Threads', bit: PermissionFlagsBits.CreatePublicThreads },
  embed: { name: 'Embed Links', bit: PermissionFlagsBits.EmbedLinks },
  history: { name: 'Read Message History', bit: PermissionFlagsBits.ReadMessageHistory },
} as const;

export type Need = keyof typeof NEEDED;

/** The address that brings the bot to a server, with exactly the permissions that it needs. */
export function inviteUrl(application: string): string {
  const permissions = Object.values(NEEDED).reduce((sum, { bit }) => sum | bit, 0n);
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${permissions}`;
}

export interface Overwrite {
  /** A role or a member. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface GuildRights {
  readonly id: string;
  readonly owner: string;
  readonly roles: ReadonlyMap<string, bigint>;
}

export interface Member {
  readonly id: string;
  readonly roles: readonly string[];
}

/** All that the member may do in a channel with these overwrites: everyone's, then those of roles, then the member's own. */
export function permissionsOf(member: Member, guild: GuildRights, overwrites: readonly Overwrite[]): bigint {
  const all = PermissionFlagsBits;
  const everything = Object.values(all).reduce((sum, bit) => sum | bit, 0n);
  const roles = [guild.id, ...member.roles];
  const base = roles.reduce((sum, role) => sum | (guild.roles.get(role) ?? 0n), 0n);
  if (member.id === guild.owner || base & all.Administrator) return everything;
  const ofRoles = overwrites.filter(({ id }) => id !== guild.id && member.roles.includes(id));
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    ofRoles,
    overwrites.filter(({ id }) => id === member.id),
  ];
  return steps.reduce((sum, step) => {
    const deny = step.reduce((bits, each) => bits | each.deny, 0n);
    const allow = step.reduce((bits, each) => bits | each.allow, 0n);
    return (sum & ~deny) | allow;
  }, base);
}

/** The needs that are not met, by name. */
export function missingOf(permissions: bigint, needs: readonly Need[]): string[] {
  return needs.filter((need) => !(permissions & NEEDED[need].bit)).map((need) => NEEDED[need].name);
}
