/** What people write to each other and to the bot, as requests: new words, changed ones, deleted ones. Pure. */
import type { Address } from '../../chat/command.ts';
import { type Context, type Inbound, keysOf } from './inbound.ts';
import { at, readWords, textAt } from './payload.ts';
import { renderHandle } from './reply-handle.ts';

/** Subtypes of messages that people write; every other subtype is Slack's own notice or a bot. */
const WRITTEN = new Set(['thread_broadcast', 'file_share', 'me_message']);

/**
 * A message that people wrote, changed or deleted. What nobody addresses to the bot is a request only in a thread, where
 * it may be a follow-up; everything else that is said in a channel gives undefined, and nothing of it is kept.
 */
export function parseMessage(body: unknown, context: Context): Inbound | undefined {
  const event = at(body, 'event');
  switch (textAt(event, 'subtype')) {
    case 'message_changed':
      return parseEdit(body, event, context);
    case 'message_deleted':
      return parseDeletion(body, event, at(event, 'previous_message'), context);
    default:
      return isWritten(event) ? parseWritten(body, event, event, context) : undefined;
  }
}

function isWritten(message: unknown): boolean {
  const subtype = textAt(message, 'subtype');
  return textAt(message, 'bot_id') === undefined && (subtype === undefined || WRITTEN.has(subtype));
}

function parseWritten(
  body: unknown,
  event: unknown,
  message: unknown,
  context: Context,
): Inbound | undefined {
  const found = placeOf(event, message, context);
  if (found === undefined) return undefined;
  const { address, ts, user, addressed } = found;
  if (!addressed && address.thread === undefined) return undefined;
  const text = (textAt(message, 'text') ?? '').replace(mentionOf(context), ' ');
  // Who else is called by it is no part of what is asked: Slack gives an id, which nobody can read. In talk it says whom it is for.
  const words = readWords(addressed ? text.replace(/<@\w+>/g, ' ') : text)
    .replace(/\s+/g, ' ')
    .trim();
  // Files, or pictures.
  if (words === '' && !addressed) return undefined;
  return {
    command: words === '' && addressed ? { type: 'help' } : { type: 'say', words },
    actor: { id: user },
    address: addressed ? { ...address, ...threadOf(address, event, ts) } : address,
    addressed,
    keys: keysOf(body, `message:${address.channel}:${ts}`),
    message: ts,
  };
}

/** An answer to a mention in a channel starts a thread; a direct message is answered in the conversation. */
function threadOf(address: Address, event: unknown, ts: string): { thread?: string } {
  if (address.thread !== undefined) return { thread: address.thread };
  return isDirect(event) ? {} : { thread: ts };
}

/** Slack also reports a change when a link is unfurled or when a reply arrives: the words are the same then. */
function parseEdit(body: unknown, event: unknown, context: Context): Inbound | undefined {
  const [message, before] = [at(event, 'message'), at(event, 'previous_message')];
  // A message with replies is not deleted: a tombstone takes its place.
  if (textAt(message, 'subtype') === 'tombstone') return parseDeletion(body, event, before, context);
  if (!isWritten(message) || textAt(message, 'text') === textAt(before, 'text')) return undefined;
  const written = parseWritten(body, event, message, context);
  if (written === undefined) return undefined;
  const edition = textAt(message, 'edited', 'ts') ?? textAt(event, 'event_ts') ?? '';
  const keys = keysOf(body, `edit:${written.address.channel}:${written.message}:${edition}`);
  // Where the mention was forgotten at first, the words were never heard before.
  const wasHeard = isHeard(event, before, context);
  if (!wasHeard && !isHeard(event, message, context)) return undefined;
  return { ...written, keys, ...(wasHeard ? { edited: true } : {}) };
}

/** Whether the bot hears of a message when it is written: what nobody addressed to it heads a thread only later, when others reply. */
function isHeard(event: unknown, message: unknown, context: Context): boolean {
  const { addressed = false, address, ts } = placeOf(event, message, context) ?? {};
  return addressed || (address?.thread !== undefined && address.thread !== ts);
}

function parseDeletion(
  body: unknown,
  event: unknown,
  before: unknown,
  context: Context,
): Inbound | undefined {
  const found = isWritten(before) ? placeOf(event, before, context) : undefined;
  if (found === undefined || (!found.addressed && found.address.thread === undefined)) return undefined;
  const { address, ts, user } = found;
  return {
    command: { type: 'unsay' },
    actor: { id: user },
    address: { ...address, ...threadOf(address, event, ts) },
    addressed: false,
    keys: keysOf(body, `delete:${address.channel}:${ts}`),
    message: ts,
  };
}

function placeOf(event: unknown, message: unknown, context: Context) {
  const channel = textAt(event, 'channel');
  const [ts, user, thread] = [textAt(message, 'ts'), textAt(message, 'user'), textAt(message, 'thread_ts')];
  if (channel === undefined || ts === undefined || user === undefined || user === context.user)
    return undefined;
  const address: Address = {
    platform: 'slack',
    space: context.space,
    channel,
    ...(thread ? { thread } : {}),
    reply: renderHandle({ user, at: context.now.getTime(), ...(thread ? {} : { head: ts }) }),
  };
  const mentioned = mentionOf(context).test(textAt(message, 'text') ?? '');
  return { address, ts, user, addressed: mentioned || isDirect(event) };
}

/** With the name beside the id, too, as Slack writes it now and then. */
function mentionOf({ user }: Context): RegExp {
  return new RegExp(`<@${user}(?:\\|[^<>]*)?>`, 'g');
}

function isDirect(event: unknown): boolean {
  return textAt(event, 'channel_type') === 'im' || (textAt(event, 'channel') ?? '').startsWith('D');
}
