/** Slack's events as requests. Pure: what has to be looked up (who may manage, which zone) is added by the adapter. */
import { parseCommand } from '../../chat/carried-commands.ts';
import type { Command, Request } from '../../chat/command.ts';
import { parseSlash } from '../../chat/parse-command.ts';
import { beginningOf } from '../../chat/plain.ts';
import { at, findLink, firstText, readWords, textAt } from './payload.ts';
import { renderHandle } from './reply-handle.ts';

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
  /**
   * The workspace that the token is for. What comes from a channel shared with another workspace names now the one, now the
   * other as its `team_id`, whoever wrote: read from there, one channel would be in two spaces.
   */
  readonly space: string;
  readonly now: Date;
}

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
  const head = isEphemeral ? undefined : message;
  const place = placeOf(textAt(body, 'container', 'thread_ts'), head);
  return interaction(body, context, { user, name, channel, command, message, ...place });
}

/** The thread that Slack names, else the one that the message itself will head. */
function placeOf(thread: string | undefined, message: string | undefined) {
  return thread === undefined ? { thread: message, head: message } : { thread };
}

function commandOf(action: unknown): Command | undefined {
  const words = (textAt(action, 'value') ?? '').trim();
  switch (textAt(action, 'type')) {
    case 'button':
      // An older version's: the conversation says that it is too old.
      return parseCommand(words) ?? { type: 'stored', id: '' };
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
  const ts = textAt(message, 'ts') ?? textAt(body, 'message_ts');
  const place = placeOf(textAt(message, 'thread_ts'), ts);
  const about = beginningOf(readWords(textAt(message, 'text') ?? ''), 2_000);
  const command: Command =
    textAt(body, 'callback_id') === 'read_link'
      ? { type: 'add', url: findLink(message) ?? '' }
      : { type: 'form', form: 'ask', about };
  const name = firstText(at(body, 'user'), 'username', 'name');
  return interaction(body, context, { user, name, channel, command, ...place });
}

interface Interaction {
  readonly user: string;
  readonly name?: string | undefined;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** The message, where it heads its thread and that is not there yet. */
  readonly head?: string | undefined;
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
      space: context.space,
      channel: from.channel,
      ...(from.thread ? { thread: from.thread } : {}),
      reply: renderHandle({
        ...{ user: from.user, at: context.now.getTime() },
        ...(from.name ? { name: from.name } : {}),
        ...(url ? { url } : {}),
        ...(from.head ? { head: from.head } : {}),
      }),
    },
    addressed: true,
    // Slack gives each interaction a trigger of its own, and sends none twice.
    keys: [`trigger:${trigger ?? `${from.user}:${context.now.getTime()}`}`],
    ...(from.message ? { message: from.message } : {}),
    ...(trigger ? { trigger } : {}),
  };
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
      space: context.space,
      channel: homeOf(user, textAt(body, 'event', 'channel') ?? ''),
    },
    addressed: true,
    keys: keysOf(body, `home:${user}:${textAt(body, 'event', 'event_ts') ?? context.now.getTime()}`),
  };
}

/** The channel that stands for a person's App Home; `direct` is where the direct messages with them are. */
function homeOf(user: string, direct: string): string {
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
      space: context.space,
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

/** The same message was seen to arrive in events of different ids: both names of it are keys. */
export function keysOf(body: unknown, ...more: readonly string[]): string[] {
  const event = textAt(body, 'event_id');
  return [...(event ? [`event:${event}`] : []), ...more];
}
