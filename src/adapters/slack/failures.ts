/** What Slack answers when something fails, in the three ways that matter. */
import type { DeliveryFailure } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';
import { at, firstText, textAt } from './payload.ts';

/** The token or the app itself is no longer accepted. */
const REVOKED = new Set([
  'account_inactive',
  'app_uninstalled',
  'invalid_auth',
  'not_authed',
  'team_disabled',
  'team_not_found',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

const GONE: Readonly<Record<string, string>> = {
  channel_not_found:
    'the channel does not exist, or it is private and the bot is not in it: invite it with /invite',
  is_archived: 'the channel is archived',
  message_not_found: 'the message was deleted',
  not_in_channel: 'the bot is not in the channel: invite it with /invite',
  thread_not_found: 'the thread was deleted',
  user_not_found: 'the person is no longer there',
  user_not_in_channel: 'the person is not in the channel',
};

const REFUSED: Readonly<Record<string, string>> = {
  cant_update_message: 'the message is not one of the bot',
  edit_window_closed: 'the workspace no longer allows to edit this message',
  messages_tab_disabled:
    'the app takes no direct messages: switch its Messages Tab on under "App Home" at https://api.slack.com/apps',
  missing_scope:
    'the app lacks a permission: compare its scopes with config/slack-manifest.yaml, and reinstall it',
  msg_too_long: 'the message is too long for Slack',
  restricted_action: 'the settings of the channel or the workspace do not let the bot post here',
};

const AGAIN = new Set([
  'fatal_error',
  'internal_error',
  'message_limit_exceeded',
  // The workspace is moved to an organisation, which takes a while.
  'org_login_required',
  'rate_limited',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** Milliseconds to wait where Slack does not say. */
const WAIT = 2_000;
/** What is due while the token is replaced comes late, and is not lost. */
const REINSTALL = 300_000;

/** Blocks that Slack does not take: the words are sent without them. */
export const BAD_BLOCKS: ReadonlySet<string> = new Set([
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
]);

/** Slack's name of a failure ("not_in_channel"), or undefined where it gave none. */
export function errorName(error: unknown): string | undefined {
  return textAt(error, 'data', 'error');
}

/** What went wrong, for the operator: Slack's name of it, or why the network did not get there, which the SDK keeps inside. */
export function problemOf(error: unknown): string {
  const inside = at(error, 'original', 'cause');
  return errorName(error) ?? firstText(inside, 'message', 'code') ?? messageOf(error);
}

/** The bot may not post there, but a person may still be answered alone. */
export function isNotAllowed(error: unknown): 'not-in-channel' | 'may-not-post' | undefined {
  const name = errorName(error) ?? '';
  if (name === 'not_in_channel' || name === 'channel_not_found') return 'not-in-channel';
  const isRestricted = name.startsWith('restricted_action') || name === 'no_permission';
  return isRestricted || name === 'cannot_reply_to_message' ? 'may-not-post' : undefined;
}

/** Slack no longer knows the token, or the app was removed. */
export function isRevoked(error: unknown): boolean {
  return REVOKED.has(errorName(error) ?? '');
}

/** Whether Slack asked to wait; how long stands in the error, in seconds. */
export function isRateLimit(error: unknown): boolean {
  return typeof at(error, 'retryAfter') === 'number';
}

/** The message may have been posted although the call failed. */
export function isUncertain(error: unknown): boolean {
  const status = at(error, 'statusCode');
  return errorName(error) === undefined && !isRateLimit(error)
    ? typeof status !== 'number' || status >= 500
    : ['fatal_error', 'internal_error', 'request_timeout'].includes(errorName(error) ?? '');
}

/** Sorts what a call of Slack threw. */
export function parseFailure(error: unknown): DeliveryFailure {
  const after = at(error, 'retryAfter');
  if (typeof after === 'number') return again(after * 1_000, 'Slack asks to slow down');
  const status = at(error, 'statusCode');
  if (typeof status === 'number')
    return status >= 500
      ? again(WAIT, `Slack answers with status ${status}`)
      : { kind: 'refused', reason: `Slack answers with status ${status}` };
  const name = errorName(error);
  if (name === undefined) return again(WAIT, 'Slack does not answer');
  if (AGAIN.has(name)) return again(WAIT, `Slack says ${name}`);
  if (REVOKED.has(name)) return again(REINSTALL, `Slack no longer accepts the app (${name}): reinstall it`);
  const gone = GONE[name];
  if (gone !== undefined) return { kind: 'gone', reason: `${gone} (${name})` };
  const known = REFUSED[name.replace(/^restricted_action.*/, 'restricted_action')];
  return { kind: 'refused', reason: known === undefined ? `Slack refuses: ${name}` : `${known} (${name})` };
}

function again(after: number, reason: string): DeliveryFailure {
  return { kind: 'retry', after, reason };
}
