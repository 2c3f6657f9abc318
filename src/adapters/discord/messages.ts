/** Messages that people write, to requests: pure, from the payloads as they come. What is not for the bot gives undefined. */
import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import type { Actor, Request } from '../../chat/command.ts';
import { plainName } from './markup.ts';

export type MessagePayload = GatewayMessageCreateDispatchData;

/** What the adapter knows beside the payload. */
export interface MessageContext {
  /** The bot's own user id. */
  readonly me: string;
  /** The bot's own role in that server, if it is known. */
  readonly role?: string | undefined;
  readonly mayManage: boolean;
  /** The channel that the thread hangs on, where the message stands in a thread. */
  readonly parent?: string | undefined;
}

/** Could a message be for the bot, before anything is looked up? Most of a busy server's are not. */
export function concernsBot(
  payload: MessagePayload,
  {
    me,
    isThread,
    role,
  }: { readonly me: string; readonly isThread: boolean; readonly role: string | undefined },
): boolean {
  const isPersons = payload.author.bot !== true && payload.webhook_id === undefined;
  const isSaid = [undefined, MessageType.Default, MessageType.Reply].includes(payload.type);
  if (!isPersons || !isSaid || payload.author.id === me) return false;
  const isDirect = payload.guild_id === undefined;
  return isDirect || isThread || isMentioned(payload, me, role) || isReplyTo(payload, me);
}

/** Words that somebody wrote. `edited`: they wrote others before. */
export function parseMessage(
  payload: MessagePayload,
  context: MessageContext,
  edited = false,
): Request | undefined {
  const { me, role, parent } = context;
  const words = saidWords(payload, me, role);
  const isDirect = payload.guild_id === undefined;
  const addressed = isDirect || isMentioned(payload, me, role);
  // Without the message-content intent, words that are not for the bot come empty.
  if (words === '' && !addressed) return undefined;
  const replied = isReplyTo(payload, me) ? payload.message_reference?.message_id : undefined;
  const thread = parent === undefined ? replied : payload.channel_id;
  const keys = edited ? [`message ${payload.id} ${payload.edited_timestamp}`] : [`message ${payload.id}`];
  return {
    command: { type: 'say', words },
    actor: actorOf(payload, isDirect || context.mayManage),
    address: {
      platform: 'discord',
      space: payload.guild_id ?? `dm:${payload.author.id}`,
      channel: parent ?? payload.channel_id,
      ...(thread === undefined ? {} : { thread }),
    },
    addressed,
    keys,
    message: payload.id,
    ...(edited ? { edited } : {}),
  };
}

function actorOf({ author, member }: MessagePayload, mayManage: boolean): Actor {
  return { id: author.id, ...nameOf(member?.nick ?? author.global_name ?? author.username), mayManage };
}

/** A name as it may stand in a card. */
export function nameOf(name: string | null | undefined): { name?: string } {
  return name ? { name: plainName(name, 80) } : {};
}

function isMentioned({ mentions, mention_roles }: MessagePayload, me: string, role?: string): boolean {
  return (
    (mentions ?? []).some(({ id }) => id === me) ||
    (role !== undefined && (mention_roles ?? []).includes(role))
  );
}

function isReplyTo({ type, referenced_message: head }: MessagePayload, me: string): boolean {
  return type === MessageType.Reply && head?.author.id === me;
}

/** The words without the mention of the bot; people are named instead of mentioned. */
function saidWords({ content, mentions }: MessagePayload, me: string, role?: string): string {
  return (
    (content ?? '')
      .replace(/<@!?(\d+)>/g, (whole, id: string) => {
        if (id === me) return ' ';
        const user = mentions?.find((each) => each.id === id);
        return user ? `@${user.global_name ?? user.username}` : whole;
      })
      .replace(/<@&(\d+)>/g, (whole, id: string) => (id === role ? ' ' : whole))
      // Pictures of the server's own.
      .replace(/<a?:\w+:\d+>/g, ' ')
      .replace(/[ \t]{2,}/g, ' ')
      .trim()
  );
}
