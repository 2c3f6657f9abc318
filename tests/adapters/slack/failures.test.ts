import { describe, expect, test } from 'vitest';
import { isNotAllowed, isRevoked, isUncertain, parseFailure } from '../../../src/adapters/slack/failures.ts';

const platform = (error: string) => ({ data: { ok: false, error } });

describe('a failure of Slack', () => {
  test.each(['not_in_channel', 'channel_not_found', 'is_archived', 'message_not_found'])(
    '%s: what it was for is gone',
    (error) => expect(parseFailure(platform(error)).kind).toBe('gone'),
  );

  test.each(['restricted_action_read_only_channel', 'missing_scope', 'msg_too_long', 'something_new'])(
    '%s: refused',
    (error) => expect(parseFailure(platform(error)).kind).toBe('refused'),
  );

  test.each([
    ...['ratelimited', 'internal_error', 'service_unavailable', 'message_limit_exceeded'],
    // Whoever is to replace the token can: what is due meanwhile comes late.
    ...['token_revoked', 'account_inactive'],
  ])('%s: later again', (error) => expect(parseFailure(platform(error)).kind).toBe('retry'));

  test('a workspace that is moved to an organisation has revoked nothing', () => {
    expect(isRevoked(platform('org_login_required'))).toBe(false);
    expect(parseFailure(platform('org_login_required')).kind).toBe('retry');
  });

  test.each([
    ['not_in_channel', 'not-in-channel'],
    ['channel_not_found', 'not-in-channel'],
    ['restricted_action_read_only_channel', 'may-not-post'],
    ['no_permission', 'may-not-post'],
    ['cannot_reply_to_message', 'may-not-post'],
    ['is_archived', undefined],
  ])('%s: whether the person may be answered alone', (error, why) => {
    expect(isNotAllowed(platform(error))).toBe(why);
  });

  test('waits as long as Slack asks for', () => {
    expect(parseFailure({ retryAfter: 30 })).toMatchObject({ kind: 'retry', after: 30_000 });
  });

  test('a status of 500 is for later, one of 404 is not', () => {
    expect(parseFailure({ statusCode: 503 }).kind).toBe('retry');
    expect(parseFailure({ statusCode: 404 }).kind).toBe('refused');
  });

  test('says what to change', () => {
    expect(parseFailure(platform('not_in_channel'))).toMatchObject({
      reason: 'the bot is not in the channel: invite it with /invite (not_in_channel)',
    });
    expect(parseFailure(platform('messages_tab_disabled'))).toMatchObject({
      reason: expect.stringContaining('switch its Messages Tab on'),
    });
    expect(parseFailure(platform('missing_scope'))).toMatchObject({
      reason: expect.stringContaining('config/slack-manifest.yaml'),
    });
  });

  test('leaves open whether the message stands only where Slack did not say no', () => {
    expect(isUncertain(new Error('socket hang up'))).toBe(true);
    expect(isUncertain({ statusCode: 502 })).toBe(true);
    expect(isUncertain(platform('internal_error'))).toBe(true);
    expect(isUncertain(platform('not_in_channel'))).toBe(false);
    expect(isUncertain({ retryAfter: 1 })).toBe(false);
  });
});
