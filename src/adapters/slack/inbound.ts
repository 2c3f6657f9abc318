/** Slack's events as requests. Pure: what has to be looked up (who may manage, which zone) is added by the adapter. */
import { parseCommand } from '../../chat/carried-commands.ts';
import type { Address, Command, Request } from '../../chat/command.ts';
import { parseSlash } from '../../chat/parse-command.ts';
import { renderHandle } from './handle.ts';
import { at, findLink, firstText, readWords, textAt } from './payload.ts';

/** A request before anybody looked up the person. */
export interface Inbound extends Omit<Request, 'actor'> {
  readonly actor: { readonly id: string; readonly name?: string };
  /** Opens a form within three seconds. */
  readonly trigger?: string;
}

/** Who the bot is, and when it is now. */
export interface Context {
  /** The bot's user id. */
  readonly user: string;
  /** The workspace, for events that do not name it. */
  readonly space: string;
  readonly now: Date;
}

/** Subtypes of messages that people write; every other subtype is Slack's own notice or a bot. */
const WRITTEN = new Set(['thread_broadcast', 'file_share', 'me_message']);

/** `/brief kim-putin`. A name that is not ours (an operator may rename commands) gives help. */
export function parseSlashCommand(body: unknown, context: Context): Inbound | undefined {
  const [user, channel] = [textAt(body, 'user_id'), textAt(body, 'channel_id')];
  if (user === undefined || channel === undefined) return undefined;
  const name = (textAt(body, 'command') ?? '').replace(/^\//, '');
  const command = parseSlash(name, readWords(textAt(body, 'text') ?? '')) ?? { type: 'help' };
  return interaction(body, context, { user, name: textAt(body, 'user_name'), channel, command });
}

/** A pressed button, a chosen topic, words typed into the field of App Home. */
export function parseAction(body: unknown, context: Context): Inbound | undefined {
  const user = textAt(body, 'user', 'id');
  const action = (at(body, 'actions') as unknown[] | undefined)?.[0];
  const command = commandOf(action);
  if (user === undefined || command === undefined) return undefined;
  const name = firstText(at(body, 'user'), 'username', 'name');
  const channel = textAt(body, 'channel', 'id') ?? textAt(body, 'container', 'channel_id');
  if (channel === undefined) {
    // Nothing stands around App Home: the answer goes to the direct messages of the person.
    const direct = textAt(body, 'view', 'private_metadata') ?? user;
    return interaction(body, context, { user, name, channel: direct, command });
  }
  const message = textAt(body, 'container', 'message_ts');
  const isEphemeral = at(body, 'container', 'is_ephemeral') === true;
  const thread = textAt(body, 'container', 'thread_ts') ?? (isEphemeral ? undefined : message);
  return interaction(body, context, { user, name, channel, command, thread, message });
}

function commandOf(action: unknown): Command | undefined {
  const words = (textAt(action, 'value') ?? '').trim();
  switch (textAt(action, 'type')) {
    case 'button':
      return parseCommand(words);
    case 'plain_text_input':
      return words === '' ? undefined : { type: 'ask', question: words };
    case 'external_select': {
      const query = textAt(action, 'selected_option', 'value');
      return query === undefined ? undefined : { type: 'brief', query };
    }
    default:
      return undefined;
  }
}

/** "Ask about this" and "Read this link" in the menu of a message. `add` without an address: there is no link in it. */
export function parseShortcut(body: unknown, context: Context): Inbound | undefined {
  const [user, channel] = [textAt(body, 'user', 'id'), textAt(body, 'channel', 'id')];
  if (user === undefined || channel === undefined) return undefined;
  const message = at(body, 'message');
  const thread = firstText(message, 'thread_ts', 'ts') ?? textAt(body, 'message_ts');
  const about = readWords(textAt(message, 'text') ?? '').slice(0, 2_000);
  const command: Command =
    textAt(body, 'callback_id') === 'read_link'
      ? { type: 'add', url: findLink(message) ?? '' }
      : { type: 'form', form: 'ask', about };
  const name = firstText(at(body, 'user'), 'username', 'name');
  return interaction(body, context, { user, name, channel, thread, command });
}

interface Interaction {
  readonly user: string;
  readonly name?: string | undefined;
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly message?: string | undefined;
  readonly command: Command;
}

function interaction(body: unknown, context: Context, from: Interaction): Inbound {
  const trigger = textAt(body, 'trigger_id');
  const url = textAt(body, 'response_url');
  return {
    command: from.command,
    actor: person(from.user, from.name),
    address: {
      platform: 'slack',
      space: spaceOf(body, context),
      channel: from.channel,
      ...(from.thread ? { thread: from.thread } : {}),
      reply: renderHandle({
        ...{ user: from.user, at: context.now.getTime() },
        ...(from.name ? { name: from.name } : {}),
        ...(url ? { url } : {}),
        ...(textAt(body, 'command') ? { isCommand: true } : {}),
      }),
    },
    addressed: true,
    // Slack gives each interaction a trigger of its own, and sends none twice.
    keys: [`trigger:${trigger ?? `${from.user}:${context.now.getTime()}`}`],
    ...(from.message ? { message: from.message } : {}),
    ...(trigger ? { trigger } : {}),
  };
}

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
  const found = placeOf(body, event, message, context);
  if (found === undefined) return undefined;
  const { address, ts, user, addressed } = found;
  if (!addressed && address.thread === undefined) return undefined;
  const words = readWords((textAt(message, 'text') ?? '').replaceAll(`<@${context.user}>`, ' '))
    .replace(/\s+/g, ' ')
    .trim();
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
  return { ...written, keys, edited: true };
}

function parseDeletion(
  body: unknown,
  event: unknown,
  before: unknown,
  context: Context,
): Inbound | undefined {
  const found = isWritten(before) ? placeOf(body, event, before, context) : undefined;
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

function placeOf(body: unknown, event: unknown, message: unknown, context: Context) {
  const channel = textAt(event, 'channel');
  const [ts, user, thread] = [textAt(message, 'ts'), textAt(message, 'user'), textAt(message, 'thread_ts')];
  if (channel === undefined || ts === undefined || user === undefined || user === context.user)
    return undefined;
  const address: Address = {
    platform: 'slack',
    space: spaceOf(body, context),
    channel,
    ...(thread ? { thread } : {}),
    reply: renderHandle({ user, at: context.now.getTime() }),
  };
  const mentioned = (textAt(message, 'text') ?? '').includes(`<@${context.user}>`);
  return { address, ts, user, addressed: mentioned || isDirect(event) };
}

function isDirect(event: unknown): boolean {
  return textAt(event, 'channel_type') === 'im' || (textAt(event, 'channel') ?? '').startsWith('D');
}

/** App Home was opened: the card goes to a place that only this person sees. */
export function parseHome(body: unknown, context: Context): Inbound | undefined {
  const user = textAt(body, 'event', 'user');
  if (user === undefined || textAt(body, 'event', 'tab') === 'messages') return undefined;
  return {
    command: { type: 'home' },
    actor: { id: user },
    address: {
      platform: 'slack',
      space: spaceOf(body, context),
      channel: homeOf(user, textAt(body, 'event', 'channel') ?? ''),
    },
    addressed: true,
    keys: keysOf(body, `home:${user}:${textAt(body, 'event', 'event_ts') ?? context.now.getTime()}`),
  };
}

/** The channel that stands for a person's App Home; `direct` is where the direct messages with them are. */
export function homeOf(user: string, direct: string): string {
  return `home:${user}:${direct}`;
}

/** Whose App Home a channel stands for, if it stands for one. */
export function parseHomeOf(channel: string): { user: string; direct: string } | undefined {
  const [kind, user, direct = ''] = channel.split(':');
  return kind === 'home' && user ? { user, direct } : undefined;
}

/** The bot came to a channel or left it, or left the workspace. */
export function parsePresence(body: unknown, context: Context): Inbound | undefined {
  const event = at(body, 'event');
  const found = presenceOf(event, context);
  if (found === undefined) return undefined;
  const id = firstText(event, 'inviter', 'actor_id') ?? context.user;
  return {
    command: { type: 'presence', event: found },
    actor: { id },
    address: {
      platform: 'slack',
      space: spaceOf(body, context),
      channel: textAt(event, 'channel') ?? '',
    },
    addressed: false,
    keys: keysOf(body, `presence:${found}:${textAt(event, 'event_ts') ?? context.now.getTime()}`),
  };
}

function presenceOf(event: unknown, context: Context) {
  switch (textAt(event, 'type')) {
    case 'member_joined_channel':
      return textAt(event, 'user') === context.user ? 'joined' : undefined;
    case 'channel_left':
    case 'group_left':
      return 'left';
    case 'app_uninstalled':
      return 'space-left';
    case 'tokens_revoked':
      return at(event, 'tokens', 'bot') === undefined ? undefined : 'space-left';
    default:
      return undefined;
  }
}

function person(id: string, name: string | undefined) {
  return name === undefined ? { id } : { id, name };
}

function spaceOf(body: unknown, context: Context): string {
  return textAt(body, 'team_id') ?? textAt(body, 'team', 'id') ?? context.space;
}

/** The same message was seen to arrive in events of different ids: both names of it are keys. */
function keysOf(body: unknown, ...more: readonly string[]): string[] {
  const event = textAt(body, 'event_id');
  return [...(event ? [`event:${event}`] : []), ...more];
}
