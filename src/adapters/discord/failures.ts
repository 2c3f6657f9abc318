/** What Discord's refusals mean for somebody who tries again. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { DeliveryFailure } from '../../chat/port.ts';
import { BriefwireError, messageOf } from '../../core/errors.ts';

/** Error codes of Discord that are acted upon. https://github.com/discord/discord-api-docs topics/opcodes-and-status-codes */
export const CODES = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotMessageUser: 50_007,
  missingPermissions: 50_013,
  notForMessages: 50_008,
  wrongChannelType: 50_024,
  invalidToken: 50_027,
  invalidForm: 50_035,
  threadArchived: 50_083,
  threadExists: 160_004,
  threadLocked: 160_005,
  mayNotReply: 160_002,
  tooManyThreads: 160_006,
  blockedWords: 200_000,
  blockedName: 200_001,
  blockedLink: 240_000,
  noMutualServer: 50_278,
} as const;

/** Not before so many milliseconds, where Discord does not say when. */
const SOON = 1_000;

/** Known to be in vain, or to do harm, before Discord is asked: `message` is for people. */
class Refusal extends Error {}

/** Thrown before anything is sent: what is missing is known from what the gateway tells. */
export class MissingPermission extends Refusal {
  constructor(permissions: readonly string[], room: string) {
    const names = permissions.map((name) => `*${name}*`).join(' and ');
    super(`I need ${names} in ${room}: a person who manages the server can give it to me.`);
  }
}

/** A message for one person that was sent once, and perhaps stands: sent again, it might stand twice. */
export class InDoubt extends Refusal {
  constructor() {
    super('Discord did not say whether my answer reached you. If you do not see it, please ask again.');
  }
}

/** Where the bot is a guest it may add a few messages to its answer, of which the last one says that there are no more. */
export class NoMoreForGuests extends Refusal {
  constructor() {
    super(
      'Discord lets me write no more where I am not a member: ask me on a server that I am on, or in a direct message',
    );
  }
}

export function hasCode(error: unknown, ...names: readonly (keyof typeof CODES)[]): boolean {
  return error instanceof DiscordAPIError && names.some((name) => CODES[name] === error.code);
}

/** The interaction can no longer be answered: its token is too old, or another process has answered it. */
export function isExpired(error: unknown): boolean {
  return hasCode(error, 'unknownInteraction', 'unknownWebhook', 'invalidToken');
}

/** What no other form of the same message helps against. */
const NOT_OF_FORM = [
  'threadArchived',
  'notForMessages',
  'wrongChannelType',
  'cannotMessageUser',
  'noMutualServer',
  'mayNotReply',
  'blockedWords',
  'blockedName',
  'blockedLink',
] as const;

/** The message itself is not taken: another form of it may be. */
export function isRefusedForm(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 400 && !hasCode(error, ...NOT_OF_FORM);
}

/** What Discord does not answer, or answers with an error of its own. */
export function isTransient(error: unknown): boolean {
  return !(error instanceof DiscordAPIError || error instanceof Refusal || error instanceof RateLimitError);
}

/** No connection was made: nothing can have arrived. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** It failed, and may have been carried out all the same: an error of Discord's own, an answer that got lost. */
export function isUncertain(error: unknown): boolean {
  return isTransient(error) && !NEVER_SENT.has(`${(error as { code?: unknown }).code}`);
}

/** How long Discord asks to wait, in milliseconds. */
export function waitOf({ retryAfter, timeToReset, sublimitTimeout }: RateLimitError): number {
  return Math.max(retryAfter, timeToReset, sublimitTimeout, SOON);
}

/** Where looking for a message failed: Discord may have asked to wait. */
function waitBehind({ cause }: BriefwireError): number {
  return cause instanceof RateLimitError ? waitOf(cause) : SOON;
}

/** `room` is the name of the place for people: "#news", "this channel". */
export function toFailure(error: unknown, room: string): DeliveryFailure {
  if (error instanceof RateLimitError) {
    return {
      kind: 'retry',
      after: waitOf(error),
      reason: `Discord asks to wait (${error.global ? 'global' : error.route})`,
    };
  }
  if (error instanceof Refusal) return { kind: 'refused', reason: error.message };
  if (error instanceof DiscordAPIError) return toLasting(error, room);
  if (error instanceof BriefwireError)
    return { kind: 'retry', after: waitBehind(error), reason: error.message };
  const reason =
    error instanceof HTTPError
      ? `Discord answered ${error.status}`
      : `no answer of Discord: ${messageOf(error)}`;
  return { kind: 'retry', after: SOON, reason };
}

function toLasting(error: DiscordAPIError, room: string): DeliveryFailure {
  switch (error.code) {
    case CODES.unknownChannel:
    case CODES.unknownGuild:
      return { kind: 'gone', reason: `${room} was deleted, or I am no longer in its server` };
    case CODES.unknownMessage:
      return { kind: 'gone', reason: 'the message was deleted' };
    case CODES.missingAccess:
      return { kind: 'refused', reason: new MissingPermission(['View Channel'], room).message };
    case CODES.missingPermissions:
      return {
        kind: 'refused',
        reason: new MissingPermission(['Send Messages', 'Send Messages in Threads'], room).message,
      };
    case CODES.cannotMessageUser:
    case CODES.noMutualServer:
      return { kind: 'refused', reason: 'this person takes no direct messages from members of this server' };
    case CODES.mayNotReply:
      return { kind: 'refused', reason: new MissingPermission(['Read Message History'], room).message };
    case CODES.notForMessages:
      return { kind: 'refused', reason: `${room} takes no messages: choose a text channel` };
    case CODES.blockedWords:
    case CODES.blockedName:
    case CODES.blockedLink:
      return {
        kind: 'refused',
        reason: `a rule of this server blocked it (AutoMod): ${messageOf(error)}. Who manages the server can exempt me`,
      };
    case CODES.threadArchived:
    case CODES.threadLocked:
      return { kind: 'refused', reason: `the thread in ${room} is locked: a moderator can open it` };
    default:
      if (error.status === 401)
        return {
          kind: 'refused',
          reason: 'Discord does not accept the token any more: put a new one into DISCORD_TOKEN',
        };
      return { kind: 'refused', reason: `Discord refused it: ${messageOf(error)} (code ${error.code})` };
  }
}
