/** Recorded payloads of Discord (../shared/specs/payloads), read where they are present. */
import { existsSync, readFileSync } from 'node:fs';
import { type APIInteraction, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { renderCustomId } from '../../../src/adapters/discord/custom-id.ts';
import {
  concernsBot,
  type MessagePayload,
  parseCircumstances,
  parseInteraction,
  parseMessage,
} from '../../../src/adapters/discord/inbound.ts';
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
