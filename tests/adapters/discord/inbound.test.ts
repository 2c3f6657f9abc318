/** Recorded payloads of Discord (../shared/specs/payloads), read where they are present. */
import { existsSync, readFileSync } from 'node:fs';
import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { renderCustomId } from '../../../src/adapters/discord/custom-id.ts';
import { parseCircumstances, parseInteraction } from '../../../src/adapters/discord/inbound.ts';
import { concernsBot, type MessagePayload, parseMessage } from '../../../src/adapters/discord/messages.ts';
import { renderModal } from '../../../src/adapters/discord/modal.ts';
import { buildForm } from '../../../src/chat/forms.ts';
import { openApiCheck } from '../../fakes/discord-checks.ts';

const FILE = new URL('../../../../shared/specs/payloads/discord.json', import.meta.url);
const recorded = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, never> & Recorded)
  : undefined;

interface Recorded {
  readonly metadata: {
    botId: string;
    guildId: string;
    channelId: string;
    threadId: string;
    userId: string;
    roleId: string;
  };
  readonly buttonClickHello: APIInteraction;
  readonly dmButtonClick: APIInteraction;
  readonly gatewayMention: { data: MessagePayload };
  readonly gatewayRoleMention: { data: MessagePayload };
  readonly gatewayThreadUserHey: { data: MessagePayload };
  readonly gatewayBotWelcome: { data: MessagePayload };
}

describe.skipIf(recorded === undefined)('recorded payloads (skipped where ../shared/specs is absent)', () => {
  // Read for the names of the tests also where they are skipped.
  const { metadata, ...payloads } = recorded ?? ({} as Recorded);
  const context = { me: metadata?.botId, role: metadata?.roleId, mayManage: false };

  test('of a button in a thread: who pressed it, and where', () => {
    expect(parseCircumstances(payloads.buttonClickHello)).toMatchObject({
      actor: { id: metadata.userId, name: 'Test User', mayManage: true },
      address: { space: metadata.guildId, channel: metadata.channelId, thread: metadata.threadId },
    });
    // Its custom_id is another bot's.
    expect(parseInteraction(payloads.buttonClickHello)).toMatchObject({
      type: 'command',
      pressed: { type: 'kept', id: '' },
    });
  });

  test('of a button in a direct message: a space of one’s own, and the message that it heads', () => {
    const { address, actor } = parseCircumstances(payloads.dmButtonClick);
    expect(address.space).toBe(`dm:${metadata.userId}`);
    expect(actor.mayManage).toBe(true);
  });

  test('of mentions, of the bot and of its role', () => {
    for (const { data } of [payloads.gatewayMention, payloads.gatewayRoleMention]) {
      const request = parseMessage(data, context);
      expect(request).toMatchObject({
        addressed: true,
        address: { space: metadata.guildId, channel: metadata.channelId },
      });
      expect(request?.command.type === 'say' && request.command.words).not.toMatch(/<@/);
    }
  });

  test('of talk in a thread, and of the bot itself', () => {
    const { data } = payloads.gatewayThreadUserHey;
    const isThread = true;
    expect(concernsBot(data, { ...context, isThread })).toBe(true);
    expect(parseMessage(data, { ...context, parent: metadata.channelId })).toMatchObject({
      addressed: false,
      address: { channel: metadata.channelId, thread: metadata.threadId },
    });
    expect(concernsBot(payloads.gatewayBotWelcome.data, { ...context, isThread })).toBe(false);
  });
});

test('whoever manages a channel does not manage the others; an administrator does', () => {
  const actorWith = (permissions: bigint) => {
    const member = { user: { id: '7', username: 'ada' }, permissions: `${permissions}` };
    const payload = { id: '1', channel: { id: '2', type: 0 }, guild_id: '3', member };
    // What is read of a payload, and no more: whole ones are among the recorded.
    return parseCircumstances(payload as unknown as APIInteraction).actor;
  };
  const { ManageChannels, Administrator, SendMessages } = PermissionFlagsBits;
  expect(actorWith(SendMessages)).toEqual({ id: '7', name: 'ada', mayManage: false });
  expect(actorWith(ManageChannels)).toEqual({ id: '7', name: 'ada', mayManage: true });
  expect(actorWith(ManageChannels | Administrator)).toMatchObject({ mayManage: true, managesSpace: true });
});

describe('where something is done', () => {
  const user = { id: '7', username: 'ada' };
  const inServer = {
    id: '1',
    channel: { id: '2', type: 0 },
    guild_id: '3',
    member: { user, permissions: '0' },
  };
  const read = (payload: object) => parseCircumstances(payload as APIInteraction);

  test('what is pressed under a message belongs to its thread, unless one person alone sees the message', () => {
    expect(read({ ...inServer, message: { id: '9', flags: 0 } }).address).toMatchObject({
      channel: '2',
      thread: '9',
    });
    expect(read({ ...inServer, message: { id: '9', flags: 64 } }).address.thread).toBeUndefined();
  });

  test('where a person alone brought the bot it is a guest, and the place is that person’s own', () => {
    const brought = { ...inServer, authorizing_integration_owners: { 1: '7' } };
    expect(read(brought)).toMatchObject({ isGuest: true, address: { space: 'dm:7' } });
    for (const owners of [undefined, {}, { 0: '3' }, { 0: '3', 1: '7' }]) {
      const { isGuest, address } = read({ ...inServer, authorizing_integration_owners: owners });
      expect([isGuest, address.space]).toEqual([undefined, '3']);
    }
  });

  test('in a conversation of two others it is a guest, in one with itself it is not', () => {
    const direct = { id: '1', channel: { id: '2', type: 1 }, user };
    expect(read({ ...direct, context: 2 }).isGuest).toBe(true);
    expect(read({ ...direct, context: 1 }).isGuest).toBeUndefined();
  });
});

describe('what is written', () => {
  /** As it comes over the wire. */
  const said = (more: object = {}): MessagePayload =>
    JSON.parse(
      JSON.stringify({
        ...{ id: '1', channel_id: '2', content: '<@5> who won?', mentions: [{ id: '5' }] },
        ...{ author: { id: '7', username: 'ada' }, type: 0, ...more },
      }),
    );
  const concerns = (more: object) => concernsBot(said(more), { me: '5', isThread: false, role: undefined });

  test('is heard where a person wrote it, and not where a program or Discord did', () => {
    expect(concerns({ guild_id: '3' })).toBe(true);
    expect(concerns({ guild_id: '3', type: 19 })).toBe(true);
    for (const other of [
      { author: { id: '7', username: 'other', bot: true } },
      { webhook_id: '6' },
      { author: { id: '5', username: 'briefwire' } },
      { type: 6 },
      { type: 7 },
    ])
      expect(concerns({ guild_id: '3', ...other })).toBe(false);
  });

  test('in direct messages comes from somebody who manages them', () => {
    const context = { me: '5', mayManage: false };
    expect(parseMessage(said(), context)?.actor.mayManage).toBe(true);
    expect(parseMessage(said({ guild_id: '3' }), context)?.actor.mayManage).toBe(false);
  });

  test('is asked about as far as it says what it is about', () => {
    const payload = {
      ...{ type: 2, data: { type: 3, name: 'Ask about this', target_id: '9' } },
    };
    const resolved = { messages: { 9: { content: 'words '.repeat(2_000) } } };
    const form = parseInteraction({ ...payload, data: { ...payload.data, resolved } } as never);
    expect(form?.type === 'form' && form.about.length).toBeLessThanOrEqual(4_000);
    expect(form?.type === 'form' && form.about.length).toBeGreaterThan(3_900);
  });
});

describe('a form', () => {
  const openApi = openApiCheck('ModalInteractionCallbackRequestData');

  test('is a modal within the limits of Discord', () => {
    for (const name of ['ask', 'follow', 'brief'] as const) {
      const about = 'words '.repeat(300);
      const customId = renderCustomId({ type: 'form', form: name, about }, 0, new Map()) ?? '0|?kept';
      const modal = renderModal(buildForm(name, about), customId);
      expect(openApi?.(modal) ?? []).toEqual([]);
      expect(modal.title.length).toBeLessThanOrEqual(45);
      expect(modal.components.length).toBeLessThanOrEqual(5);
    }
  });
});
