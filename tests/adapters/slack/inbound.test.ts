import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Context,
  parseAction,
  parseHome,
  parsePresence,
  parseShortcut,
  parseSlashCommand,
} from '../../../src/adapters/slack/inbound.ts';
import { parseMessage } from '../../../src/adapters/slack/messages.ts';
import { parseSubmission } from '../../../src/adapters/slack/modal.ts';
import { findLink, readWords } from '../../../src/adapters/slack/payload.ts';
import { blockAction, eventCallback, IDS, messageEvent, slashCommand } from '../../fakes/slack-payloads.ts';

const CONTEXT: Context = { user: IDS.botUser, space: IDS.team, now: new Date('2026-11-22T08:00:00Z') };

const message = (text: string, more: Record<string, unknown> = {}) =>
  parseMessage(eventCallback(messageEvent(text, more)), CONTEXT);

describe('a message on Slack', () => {
  test('that nobody addresses to the bot, outside of threads, is no request', () => {
    expect(message('lunch?')).toBeUndefined();
  });

  test('that mentions it is answered in a thread under it', () => {
    const request = message(`hey <@${IDS.botUser}> who won?`);
    expect(request).toMatchObject({ command: { type: 'say', words: 'hey who won?' }, addressed: true });
    expect(request?.address.thread).toBe(request?.message);
  });

  test('that only mentions it asks for help', () => {
    expect(message(`<@${IDS.botUser}>`)?.command).toEqual({ type: 'help' });
  });

  test('to it alone is answered in the conversation', () => {
    const request = message('who won?', { channel: IDS.direct, channel_type: 'im' });
    expect(request?.addressed).toBe(true);
    expect(request?.address.thread).toBeUndefined();
  });

  test('in a thread may be a follow-up', () => {
    expect(message('and then?', { thread_ts: '1.2' })).toMatchObject({
      addressed: false,
      address: { thread: '1.2' },
    });
  });

  test.each([
    ['of a bot', { bot_id: 'B1' }],
    ['of the bot itself', { user: IDS.botUser }],
    ['of Slack: somebody joined', { subtype: 'channel_join' }],
    ['of another app', { subtype: 'bot_message', user: undefined }],
  ])('%s is no request', (_, more) => {
    expect(message(`<@${IDS.botUser}> who won?`, more)).toBeUndefined();
  });

  test('with a file, or sent to the channel as well, is one', () => {
    expect(message('look', { subtype: 'file_share', thread_ts: '1.2' })).toBeDefined();
    expect(message('look', { subtype: 'thread_broadcast', thread_ts: '1.2' })).toBeDefined();
  });

  test('is one of our space, also where the channel is shared with another workspace', () => {
    const event = {
      ...messageEvent(`<@${IDS.botUser}> who won?`),
      team: 'T0OTHER001',
      user_team: 'T0OTHER001',
    };
    const shared = { ...eventCallback(event), team_id: 'T0OTHER001', is_ext_shared_channel: true };
    expect(parseMessage(shared, CONTEXT)?.address.space).toBe(IDS.team);
    const command = { ...slashCommand('/brief', 'strike'), team_id: 'T0OTHER001' };
    expect(parseSlashCommand(command, CONTEXT)?.address.space).toBe(IDS.team);
  });

  test('that calls others as well asks what else it says; in talk it says whom it is for', () => {
    expect(message(`<@${IDS.botUser}> <@U0OTHER9> who won?`)?.command).toEqual({
      type: 'say',
      words: 'who won?',
    });
    const talk = message('<@U0OTHER9> who won?', { thread_ts: '1.2' });
    expect(talk?.command).toEqual({ type: 'say', words: '@U0OTHER9 who won?' });
  });

  test('in a thread that has no words is no request', () => {
    for (const text of ['', ':tada:'])
      expect(message(text, { thread_ts: '1.2', subtype: 'file_share' })).toBeUndefined();
  });

  test('that mentions it with its name beside the id mentions it', () => {
    const request = message(`<@${IDS.botUser}|briefwire> who won?`);
    expect(request).toMatchObject({ command: { type: 'say', words: 'who won?' }, addressed: true });
  });

  test('has the same key in each event that brings it', () => {
    const event = messageEvent(`<@${IDS.botUser}> who won?`);
    const keys = [event, { ...event, type: 'app_mention' }].map(
      (each) => parseMessage(eventCallback(each), CONTEXT)?.keys ?? [],
    );
    expect(keys[0]?.[0]).not.toBe(keys[1]?.[0]);
    expect(keys[0]?.[1]).toBe(keys[1]?.[1]);
  });
});

describe('a changed message on Slack', () => {
  const change = (before: Record<string, unknown>, after: Record<string, unknown>) => {
    const base = { user: IDS.person, ts: '5.5', thread_ts: '1.2', type: 'message' };
    const event = {
      ...{ type: 'message', subtype: 'message_changed', channel: IDS.channel, event_ts: '9.9', hidden: true },
      message: { ...base, ...after },
      previous_message: { ...base, ...before },
    };
    return parseMessage(eventCallback(event), CONTEXT);
  };

  test('is the same message, asked anew', () => {
    const request = change(
      { text: 'who won?' },
      { text: 'who lost?', edited: { user: IDS.person, ts: '7.7' } },
    );
    expect(request).toMatchObject({
      command: { type: 'say', words: 'who lost?' },
      message: '5.5',
      edited: true,
      address: { thread: '1.2' },
    });
    expect(request?.keys).toContain(`edit:${IDS.channel}:5.5:7.7`);
  });

  test('to which the forgotten mention was added is new to the bot', () => {
    const outside = { thread_ts: undefined };
    const mentioned = { ...outside, text: `<@${IDS.botUser}> brief kim-putin` };
    const request = change({ ...outside, text: 'brief kim-putin' }, mentioned);
    expect(request).toMatchObject({ command: { type: 'say', words: 'brief kim-putin' }, addressed: true });
    expect(request?.edited).toBeUndefined();
    expect(change(mentioned, { ...mentioned, text: `${mentioned.text} short` })?.edited).toBe(true);
  });

  test('that people replied to, and nobody addressed to the bot, is none of its business', () => {
    const head = { thread_ts: '5.5' };
    expect(change({ ...head, text: 'who wn?' }, { ...head, text: 'who won?' })).toBeUndefined();
    const mentioned = { ...head, text: `<@${IDS.botUser}> brief kim-putin` };
    const request = change({ ...head, text: 'brief kim-putin' }, mentioned);
    expect(request).toMatchObject({ addressed: true });
    expect(request?.edited).toBeUndefined();
  });

  test('that headed an answer is still asked anew without its mention', () => {
    const head = { thread_ts: '5.5' };
    const mentioned = { ...head, text: `<@${IDS.botUser}> who won?` };
    expect(change(mentioned, { ...head, text: 'who lost?' })).toMatchObject({ edited: true });
  });

  test('whose words are the same (a link was unfurled) is no request', () => {
    expect(change({ text: 'look' }, { text: 'look', attachments: [{}] })).toBeUndefined();
  });

  test('of the bot is no request', () => {
    expect(change({ text: 'a', bot_id: 'B1' }, { text: 'b', bot_id: 'B1' })).toBeUndefined();
  });

  test('that became a tombstone was deleted', () => {
    expect(change({ text: 'who won?' }, { text: 'deleted', subtype: 'tombstone' })).toMatchObject({
      command: { type: 'unsay' },
      message: '5.5',
    });
  });

  test('that was deleted is taken back', () => {
    const event = {
      ...{
        type: 'message',
        subtype: 'message_deleted',
        channel: IDS.channel,
        deleted_ts: '5.5',
        event_ts: '9.9',
      },
      previous_message: { user: IDS.person, ts: '5.5', thread_ts: '1.2', text: 'who won?' },
    };
    expect(parseMessage(eventCallback(event), CONTEXT)).toMatchObject({
      command: { type: 'unsay' },
      actor: { id: IDS.person },
      address: { thread: '1.2' },
      message: '5.5',
    });
    const { thread_ts: _, ...outside } = event.previous_message;
    expect(parseMessage(eventCallback({ ...event, previous_message: outside }), CONTEXT)).toBeUndefined();
  });

  test('in a direct message is for the bot, though Slack does not say there what kind of channel it is', () => {
    const event = {
      ...{ type: 'message', subtype: 'message_changed', channel: IDS.direct, event_ts: '9.9' },
      message: { user: IDS.person, ts: '5.5', type: 'message', text: 'who lost?' },
      previous_message: { user: IDS.person, ts: '5.5', type: 'message', text: 'who won?' },
    };
    expect(parseMessage(eventCallback(event), CONTEXT)).toMatchObject({ addressed: true, edited: true });
  });
});

describe('the words of a message', () => {
  test('are read as people see them', () => {
    expect(
      readWords(
        'see <https://example.org/a?b=1&amp;c|example.org> <#C1|desk> <@U1> <!here> a &lt; b <!subteam^S1|@desk> <!date^1^x|today>',
      ),
    ).toBe('see https://example.org/a?b=1&c #desk @U1 @here a < b @desk today');
  });

  test('are none where they are pictures, and times are no pictures', () => {
    expect(readWords('thanks :pray::skin-tone-2: all')).toBe('thanks   all');
    expect(readWords(':wave:')).toBe('');
    expect(readWords('at 10:30:45 in a:b:c')).toBe('at 10:30:45 in a:b:c');
  });

  test.each(['<http:', '<mailto:', '<@', '<!', '<@U|', ':a', '&lt;'])(
    'are read in time that grows with their length, whatever is repeated: %s',
    (piece) => {
      // Where every piece is read to the end of the text, this takes minutes.
      expect(readWords(piece.repeat(200_000)).length).toBeGreaterThan(0);
    },
  );

  test('give the link that stands in them, or in what Slack made of it', () => {
    expect(findLink({ text: 'a <https://example.org/x|x> b' })).toBe('https://example.org/x');
    expect(findLink({ text: '', attachments: [{ from_url: 'https://example.org/y' }] })).toBe(
      'https://example.org/y',
    );
    expect(findLink({ text: 'none' })).toBeUndefined();
  });
});

describe('a slash command', () => {
  test('is the command it says, with the place to answer it', () => {
    const body = slashCommand('/brief', 'kim-putin full', { responseUrl: 'https://hooks.slack.com/x' });
    const request = parseSlashCommand(body, CONTEXT);
    expect(request).toMatchObject({
      command: { type: 'brief', query: 'kim-putin', length: 'full' },
      actor: { id: IDS.person, name: 'ada' },
      address: { platform: 'slack', space: IDS.team, channel: IDS.channel },
      trigger: body.trigger_id,
    });
    expect(JSON.parse(request?.address.reply ?? '')).toMatchObject({ url: 'https://hooks.slack.com/x' });
  });
});

describe('what is pressed and typed', () => {
  test('has the key of its trigger, else one of its person and its time: two are never taken for one', () => {
    const { trigger_id, ...without } = slashCommand('/brief', 'kim-putin');
    const keysAt = (body: unknown, now: Date) => parseSlashCommand(body, { ...CONTEXT, now })?.keys;
    expect(keysAt({ ...without, trigger_id }, CONTEXT.now)).toEqual([`trigger:${trigger_id}`]);
    const first = keysAt(without, CONTEXT.now);
    expect(first).toEqual([expect.stringContaining(IDS.person)]);
    expect(keysAt(without, new Date('2026-11-22T08:00:01Z'))).not.toEqual(first);
  });

  test('an empty field asks nothing', () => {
    const field = { type: 'plain_text_input', action_id: 'home:ask', value: ' ' };
    expect(parseAction(blockAction(field, {}), CONTEXT)).toBeUndefined();
  });
});

describe('what is nothing to the bot', () => {
  test('somebody opens the direct messages, and not its page', () => {
    const opened = (tab: string) =>
      parseHome(
        eventCallback({ type: 'app_home_opened', user: IDS.person, channel: IDS.direct, tab }),
        CONTEXT,
      );
    expect(opened('home')?.command).toEqual({ type: 'home' });
    expect(opened('messages')).toBeUndefined();
  });

  test('a person takes their own token back, and the bot keeps its', () => {
    const revoked = (tokens: object) =>
      parsePresence(eventCallback({ type: 'tokens_revoked', tokens }), CONTEXT)?.command;
    expect(revoked({ oauth: [IDS.person] })).toBeUndefined();
    expect(revoked({ bot: [IDS.botUser] })).toMatchObject({ event: 'space-left' });
  });
});

describe('a button', () => {
  test('of an older version, whose command is understood no more, is a request that is told so', () => {
    const press = (value: string) =>
      parseAction(blockAction({ type: 'button', value }, { channel: IDS.channel, ts: '1.2' }), CONTEXT);
    for (const old of ['{"type":"rm"}', '{"type":"help","style":"short"}', ''])
      expect(press(old)?.command).toEqual({ type: 'stored', id: '' });
    expect(press('{"type":"help"}')).toMatchObject({ command: { type: 'help' }, address: { thread: '1.2' } });
  });
});

const PARSERS = [
  parseSlashCommand,
  parseAction,
  parseShortcut,
  parseMessage,
  parseHome,
  parsePresence,
  parseSubmission,
];

test('whatever arrives, nothing is thrown', () => {
  const shape = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 2 }),
      fc.dictionary(
        fc.constantFrom(
          'event',
          'user',
          'id',
          'channel',
          'text',
          'ts',
          'message',
          'previous_message',
          'actions',
          'view',
        ),
        tie('any'),
        { maxKeys: 5 },
      ),
    ),
  }));
  fc.assert(
    fc.property(shape.any, (body) => {
      for (const parse of PARSERS) parse(body, CONTEXT);
    }),
    { numRuns: 500 },
  );
});

describe('recorded payloads of Slack', () => {
  const folder = new URL('../../../../shared/specs/payloads/', import.meta.url);
  const isThere = existsSync(folder);
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

  test.skipIf(!isThere)('are understood (skipped where ../shared/specs is absent)', () => {
    const context = (botUserId: string, space: string = IDS.team): Context => ({
      ...CONTEXT,
      user: botUserId,
      space,
    });
    const dm = read('dm/slack-direct.json');
    expect(parseMessage(dm.directDM, context(dm.botUserId, dm.directDM.team_id))).toMatchObject({
      command: { type: 'say', words: 'hello hello' },
      addressed: true,
      address: { space: dm.directDM.team_id, channel: dm.dmChannelId },
    });
    const joined = read('member-joined-channel/slack.json');
    expect(parsePresence(joined.memberJoinedChannel, context(joined.botUserId))?.command).toEqual({
      type: 'presence',
      event: 'joined',
    });
    expect(parseMessage(joined.mention, context(joined.botUserId))).toMatchObject({
      command: { type: 'say', words: 'test' },
      keys: ['event:Ev00FAKE0002', 'message:C00FAKECHAN1:1772518347.953719'],
    });
    const slash = read('slash-commands/slack.json');
    expect(parseSlashCommand(slash.slashCommandWithArgs, CONTEXT)).toMatchObject({
      actor: { id: 'U00FAKEUSER2', name: 'testuser' },
      address: { channel: 'C00FAKECHAN3' },
    });
    const thread = read('slack.json');
    expect(parseMessage(thread.followUp, context(thread.botUserId))).toMatchObject({
      command: { type: 'say', words: 'Hi' },
      addressed: false,
    });
  });
});
