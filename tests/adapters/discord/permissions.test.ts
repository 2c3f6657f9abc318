import { PermissionFlagsBits as All } from 'discord.js';
import { describe, expect, test } from 'vitest';
import {
  type GuildRights,
  inviteUrl,
  missingOf,
  permissionsOf,
} from '../../../src/adapters/discord/permissions.ts';

const guild: GuildRights = {
  id: 'g',
  owner: 'o',
  roles: new Map([
    ['g', All.ViewChannel | All.SendMessages],
    ['editors', All.ManageChannels],
    ['admins', All.Administrator],
  ]),
};
const can = (bits: bigint, bit: bigint) => (bits & bit) !== 0n;

describe('permissions in a channel', () => {
  test('are those of everyone and of the member’s roles', () => {
    expect(can(permissionsOf({ id: 'm', roles: [] }, guild, []), All.ManageChannels)).toBe(false);
    expect(can(permissionsOf({ id: 'm', roles: ['editors'] }, guild, []), All.ManageChannels)).toBe(true);
  });

  test('are all for the owner and for administrators, whatever the channel says', () => {
    const closed = [{ id: 'g', allow: 0n, deny: All.ViewChannel }];
    for (const member of [
      { id: 'o', roles: [] },
      { id: 'm', roles: ['admins'] },
    ])
      expect(can(permissionsOf(member, guild, closed), All.ViewChannel)).toBe(true);
  });

  test('follow the overwrites: everyone’s, then roles’, then the member’s own', () => {
    const overwrites = [
      { id: 'm', allow: All.SendMessages, deny: 0n },
      { id: 'editors', allow: All.ViewChannel, deny: All.SendMessages },
      { id: 'g', allow: 0n, deny: All.ViewChannel },
    ];
    const of = (id: string, roles: string[]) => permissionsOf({ id, roles }, guild, overwrites);
    expect(can(of('x', []), All.ViewChannel)).toBe(false);
    expect(can(of('x', ['editors']), All.ViewChannel)).toBe(true);
    expect(can(of('x', ['editors']), All.SendMessages)).toBe(false);
    expect(can(of('m', ['editors']), All.SendMessages)).toBe(true);
  });

  test('are given by one role where another takes them away, and not by what everyone is given there', () => {
    const overwrites = [
      { id: 'g', allow: All.ViewChannel, deny: 0n },
      { id: 'editors', allow: 0n, deny: All.SendMessages | All.ViewChannel },
      { id: 'admins-to-be', allow: All.SendMessages, deny: 0n },
    ];
    // discord.js counts the role of everyone among those of a member.
    const of = (...roles: string[]) => permissionsOf({ id: 'x', roles: ['g', ...roles] }, guild, overwrites);
    expect(can(of('editors'), All.SendMessages)).toBe(false);
    expect(can(of('editors', 'admins-to-be'), All.SendMessages)).toBe(true);
    expect(can(of('editors'), All.ViewChannel)).toBe(false);
  });

  test('that are missing are named as people see them', () => {
    expect(missingOf(All.ViewChannel, ['view', 'sendInThreads'])).toEqual(['Send Messages in Threads']);
  });
});

test('the invite link asks for exactly what is needed', () => {
  const permissions = BigInt(new URL(inviteUrl('1')).searchParams.get('permissions') ?? 0);
  const needed =
    All.ViewChannel |
    All.SendMessages |
    All.SendMessagesInThreads |
    All.CreatePublicThreads |
    All.EmbedLinks |
    All.ReadMessageHistory;
  expect(permissions).toBe(needed);
});
