import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { SlackSettings } from '../../../src/adapters/slack/client.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Request } from '../../../src/chat/command.ts';
import type { Delivery } from '../../../src/chat/port.ts';
import { plainCard, recordingHandler } from '../../contracts/recording-handler.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';
import { IDS, timestamp } from '../../fakes/slack-payloads.ts';
import { sign, TOKENS } from '../../fakes/slack-server.ts';
import { openSlackStage, PLACE, type SlackStage } from './stage.ts';

async function openStage(transport: 'socket' | 'http' = 'socket', more: Partial<SlackSettings> = {}) {
  const stage = await openSlackStage(transport, more);
  onTestFinished(async () => {
    await stage.adapter.stop();
    await stage.close();
  });
  return stage;
}

/** A handler that answers every command with a card, where it was asked. */
function answering(stage: SlackStage, card: Card = plainCard('The answer')) {
  return recordingHandler(async ({ address, keys }: Request) => {
    await stage.adapter.deliver(address, card, { key: `answer ${keys[0]}` });
  });
}

const words = (stage: SlackStage) => stage.shown().map((each) => each.words);

test('a card of several messages that is replaced leaves only the one that cannot be deleted', async () => {
  const stage = await openStage();
  await stage.adapter.start(recordingHandler());
  const first = await stage.adapter.deliver(
    PLACE,
    longCard(['first', 'first', 'first', 'first', 'first', 'first', 'first']),
    { key: 'first' },
  );
  if (!first.ok) throw new Error(first.failure.reason);
  expect(first.message.others?.length).toBeGreaterThan(1);
  stage.server.api.answerNext('chat.delete', { error: 'cant_delete_message' });
  const options = { key: 'second', replaces: first.message };
  const second = await stage.adapter.deliver(PLACE, plainCard('Nothing is left'), options);
  expect(second).toMatchObject({ ok: true, problem: expect.any(String) });
  expect(words(stage).filter((said) => said.includes('first'))).toHaveLength(1);
});

describe('Slack, when the connection is bad', () => {
  test('an answer is posted although the socket dropped meanwhile, and commands go on', async () => {
    const stage = await openStage();
    const handler = answering(stage);
    const work = handler.holdNext();
    await stage.adapter.start(handler);
    await (await stage.command('brief kim-putin')).acknowledged;
    await handler.received(1);
    const before = stage.server.connections();
    stage.server.dropSocket();
    work.release();
    await stage.server.reconnected(before);
    await (await stage.command('quotes kim-putin')).acknowledged;
    await handler.received(2);
    await stage.adapter.stop();
    expect(words(stage)).toHaveLength(2);
  });

  test('a request to connect again is followed at once', async () => {
    const stage = await openStage();
    const handler = answering(stage);
    await stage.adapter.start(handler);
    const before = stage.server.connections();
    stage.server.askToReconnect();
    await stage.server.reconnected(before);
    await (await stage.command('brief kim-putin')).acknowledged;
    await handler.received(1);
  });

  test('a request that comes again after each connection is followed ever more slowly', async () => {
    const stage = await openStage();
    await stage.adapter.start(recordingHandler());
    const before = stage.server.connections();
    const end = Date.now() + 1_800;
    for (let last = 0; Date.now() < end; await pause(2))
      if (stage.server.connections() > last) {
        last = stage.server.connections();
        stage.server.askToReconnect();
      }
    // At once, after one second, after three.
    expect(stage.server.connections() - before).toBeLessThanOrEqual(2);
  });

  test('commands are acknowledged although the API is slow', async () => {
    const stage = await openStage();
    await stage.adapter.start(answering(stage));
    let open = () => {};
    stage.server.api.gate = new Promise((resolve) => {
      open = resolve;
    });
    await (await stage.command('brief kim-putin')).acknowledged;
    expect(words(stage)).toEqual([]);
    open();
    await stage.adapter.stop();
    expect(words(stage)).toEqual([expect.stringContaining('The answer')]);
  });

  test.each(['lost', 'hang-up'] as const)(
    'a post that failed on the way (%s) makes one message',
    async (how) => {
      const stage = await openStage();
      await stage.adapter.start(recordingHandler());
      stage.server.api.answerNext('chat.postMessage', how);
      const deliver = () => stage.adapter.deliver(PLACE, plainCard('Once'), { key: 'k' });
      expect((await deliver()).ok).toBe(false);
      expect((await deliver()).ok).toBe(true);
      expect(words(stage)).toHaveLength(1);
    },
  );
});

describe('Slack, when it sends what nobody expects', () => {
  test('a notice that events are left out is told, and ends nothing', async () => {
    const stage = await openStage();
    const handler = answering(stage);
    await stage.adapter.start(handler);
    const notice = { type: 'app_rate_limited', team_id: IDS.team, minute_rate_limited: 1 };
    stage.server.sendFrame(JSON.stringify({ type: 'events_api', envelope_id: 'e', payload: notice }));
    await (await stage.command('brief kim-putin')).acknowledged;
    await handler.received(1);
    expect(stage.logged()).toContain('Slack leaves out events for a while');
  });

  // Vitest fails a run in which a rejection is not handled, as Node ends a process.
  test.each([
    '',
    'null',
    '7',
    '{',
    '{}',
    '{"type":"events_api","payload":null}',
    '{"type":"slash_commands"}',
  ])('the frame %j is passed over', async (frame) => {
    const stage = await openStage();
    const handler = answering(stage);
    await stage.adapter.start(handler);
    stage.server.sendFrame(frame);
    await (await stage.command('brief kim-putin')).acknowledged;
    await handler.received(1);
  });
});

test('where Slack asks to slow down, the whole channel waits, and no other', async () => {
  const stage = await openStage();
  const held: [string, number][] = [];
  const pace = {
    run: <T>(_: string, call: () => Promise<T>) => call(),
    hold: (channel: string, milliseconds: number) => void held.push([channel, milliseconds]),
  };
  const adapter = createSlackAdapter(stage.settings, adapterDeps(), pace);
  onTestFinished(() => adapter.stop());
  await adapter.start(recordingHandler());
  stage.server.api.answerNext('chat.postMessage', { status: 429, headers: { 'retry-after': '30' } });
  await adapter.deliver(PLACE, plainCard('News'), { key: 'a' });
  stage.server.api.answerNext('chat.postMessage', { status: 500 });
  await adapter.deliver({ ...PLACE, channel: IDS.direct }, plainCard('News'), { key: 'b' });
  expect(held).toEqual([[IDS.channel, 30_000]]);
});

describe('Slack, where an answer cannot be posted', () => {
  test.each([
    ['Slack asks to wait for minutes', { status: 429, headers: { 'retry-after': '120' } }, 'slow down'],
    ['Slack fails', { status: 500 }, 'status 500'],
    ['the channel was archived', { error: 'is_archived' }, 'archived'],
  ])('the person is told so, and why: %s', async (_, fault, why) => {
    const stage = await openStage();
    const handler = answering(stage);
    await stage.adapter.start(handler);
    stage.server.api.fault = (method) => (method === 'chat.postMessage' ? fault : undefined);
    await stage.command('ask Who won?');
    await stage.mention('Who won?');
    await handler.received(2);
    await stage.adapter.stop();
    const told = { onlyFor: IDS.person, words: expect.stringContaining(why) };
    expect(stage.shown()).toMatchObject([told, told]);
  });

  test('nobody is told who expects no answer, and none who got it at the second attempt', async () => {
    const stage = await openStage();
    const handler = recordingHandler(async ({ address }) => {
      const deliver = () => stage.adapter.deliver(address, plainCard('The answer'), { key: 'k' });
      if (!(await deliver()).ok) await deliver();
    });
    await stage.adapter.start(handler);
    stage.server.api.answerNext('chat.postMessage', { status: 500 });
    await stage.command('ask Who won?');
    await handler.received(1);
    stage.server.api.fault = (method) => (method === 'chat.postMessage' ? { status: 500 } : undefined);
    await stage.reply('7.7', 'And who lost?');
    await handler.received(2);
    await stage.adapter.stop();
    expect(words(stage)).toEqual([expect.stringContaining('The answer')]);
  });

  test('a part that is missing is told as such', async () => {
    const stage = await openStage();
    const handler = recordingHandler(async ({ address }) => {
      await stage.adapter.deliver(address, plainCard('The head'), { key: 'head' });
      stage.server.api.fault = (method) => (method === 'chat.postMessage' ? { status: 500 } : undefined);
      await stage.adapter.deliver({ ...address, thread: '7.7' }, plainCard('The detail'), { key: 'detail' });
    });
    await stage.adapter.start(handler);
    await stage.command('brief kim-putin');
    await handler.received(1);
    await stage.adapter.stop();
    expect(words(stage)[1]).toMatch(/^A part of the answer could not be posted/);
  });
});

describe('Slack, where the bot may not post', () => {
  test.each([
    ['it is not in the channel', { in: false }],
    ['the channel is private and unknown to it', undefined],
  ])('the person gets the answer alone, with how to invite it: %s', async (_, channel) => {
    const stage = await openStage();
    if (channel) stage.server.api.channels.set('C0ELSE0001', channel);
    const handler = answering(stage);
    await stage.adapter.start(handler);
    await stage.slash('/brief', 'kim-putin', { channel: 'C0ELSE0001' });
    await handler.received(1);
    await stage.adapter.stop();
    const [shown] = stage.shown();
    expect(shown?.onlyFor).toBe(IDS.person);
    expect(shown?.words).toContain('/invite @briefwire');
    expect(shown?.words).toContain('The answer');
    expect(stage.shown()).toHaveLength(1);
  });

  test('the answer for the person alone is tried again where Slack is busy, and not given up', async () => {
    const stage = await openStage();
    stage.server.api.channels.set('C0ELSE0001', { in: false });
    const deliveries: Delivery[] = [];
    const handler = recordingHandler(async ({ address }) => {
      const deliver = () => stage.adapter.deliver(address, plainCard('The answer'), { key: 'k' });
      deliveries.push(await deliver(), await deliver());
    });
    await stage.adapter.start(handler);
    stage.server.api.answerNext('response_url', { error: 'expired_url' });
    stage.server.api.answerNext('chat.postEphemeral', { status: 429, headers: { 'retry-after': '1' } });
    await stage.slash('/brief', 'kim-putin', { channel: 'C0ELSE0001' });
    await handler.received(1);
    await stage.adapter.stop();
    expect(deliveries).toMatchObject([{ ok: false, failure: { kind: 'retry', after: 1_000 } }, { ok: true }]);
    expect(stage.shown()).toHaveLength(1);
  });

  test('the person gets the answer alone, with the reason, where posting is restricted', async () => {
    const stage = await openStage();
    stage.server.api.channels.set(IDS.channel, { in: true, restricted: true });
    const handler = answering(stage);
    await stage.adapter.start(handler);
    await stage.mention('what is new?');
    await handler.received(1);
    await stage.adapter.stop();
    const [shown] = stage.shown();
    expect(shown?.onlyFor).toBe(IDS.person);
    expect(shown?.words).toContain('I may not post in this channel');
    expect(shown?.words).toContain('The answer');
  });

  test.each([
    ['a channel that it is in', IDS.channel, 0],
    ['a channel that it is not in', 'C0ELSE0001', 1],
    ['a channel that it cannot see', 'C0HIDDEN01', 1],
    ['direct messages, of which nobody is a member', 'D0PERSON01', 0],
  ])('the operator is told before a digest is due: %s', async (_, channel, warnings) => {
    const stage = await openStage();
    stage.server.api.channels.set('C0ELSE0001', { in: false });
    stage.server.api.channels.set('D0PERSON01', { in: false, direct: true });
    await stage.adapter.start(recordingHandler());
    expect(await stage.adapter.findSpace(channel)).toBe(IDS.team);
    expect(stage.lines.filter(({ level }) => level === 'warn')).toHaveLength(warnings);
  });

  test('a digest, which nobody asked for, is reported as gone', async () => {
    const stage = await openStage();
    stage.server.api.channels.set(IDS.channel, { in: false });
    await stage.adapter.start(recordingHandler());
    const result = await stage.adapter.deliver(PLACE, plainCard('News'), { key: 'd' });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'gone' } });
    expect(result.ok ? '' : result.failure.reason).toContain('/invite');
  });
});

describe('Slack, in a conversation of two people', () => {
  test.each([
    [{}, 'I take no part in this conversation, so only you see this.\n'],
    [{ onlyFor: IDS.person }, ''],
  ])(
    'a command is answered to who gave it, and nobody is told to invite the bot (%j)',
    async (options, reason) => {
      const stage = await openStage();
      await stage.adapter.start(
        recordingHandler(async ({ address }) => {
          await stage.adapter.deliver(address, plainCard('The answer'), { key: 'k', ...options });
        }),
      );
      await (await stage.slash('/brief', 'kim-putin', { channel: 'D0STRANGERS' })).acknowledged;
      await until(() => stage.shown().length > 0);
      expect(stage.shown()).toMatchObject([{ onlyFor: IDS.person, words: `${reason}A card\nThe answer` }]);
    },
  );
});

describe('Slack, when it refuses a message', () => {
  test('a card whose blocks are refused is posted in plain words, and logged', async () => {
    const stage = await openStage();
    await stage.adapter.start(recordingHandler());
    stage.server.api.answerNext('chat.postMessage', { error: 'invalid_blocks' });
    const result = await stage.adapter.deliver(PLACE, plainCard('Plain & simple'), { key: 'k' });
    expect(result.ok).toBe(true);
    const [posted] = stage.server.api.posted;
    expect(posted?.blocks).toBeUndefined();
    expect(posted?.text).toBe('A card\nPlain &amp; simple');
    const line = stage.lines.find(({ level }) => level === 'error');
    expect(JSON.stringify(line)).toContain('Plain & simple');
  });

  test('a card for one person whose blocks are refused is shown to them in plain words', async () => {
    const stage = await openStage();
    const handler = recordingHandler(async ({ address, actor }) => {
      await stage.adapter.deliver(address, plainCard('Between us'), { key: 'k', onlyFor: actor.id });
    });
    await stage.adapter.start(handler);
    stage.server.api.answerNext('response_url', { error: 'invalid_blocks' });
    await stage.command('brief kim-putin private');
    await handler.received(1);
    await stage.adapter.stop();
    expect(stage.shown()).toMatchObject([{ words: 'A card\nBetween us', onlyFor: IDS.person }]);
  });

  test('a response_url that is used up or too old is no end: the person is answered all the same', async () => {
    const stage = await openStage();
    const handler = recordingHandler(async ({ address, actor }) => {
      await stage.adapter.deliver(address, plainCard('Between us'), { key: 'k', onlyFor: actor.id });
    });
    await stage.adapter.start(handler);
    stage.server.api.answerNext('response_url', { error: 'expired_url' });
    await stage.command('brief kim-putin private');
    await handler.received(1);
    await stage.adapter.stop();
    expect(stage.shown()).toMatchObject([{ onlyFor: IDS.person }]);
    expect(stage.server.api.calls.map(({ method }) => method)).toContain('chat.postEphemeral');
  });

  test.each([
    ['a response_url', 'response_url', { status: 500 }, 'command'],
    ['an ephemeral message', 'chat.postEphemeral', { status: 500 }, 'mention'],
    [
      'an ephemeral message that may not be',
      'chat.postEphemeral',
      { error: 'user_not_in_channel' },
      'mention',
    ],
  ] as const)(
    'a card of many messages for one person is shown whole and once, though %s fails in the middle',
    async (_, method, trouble, way) => {
      const stage = await openStage();
      const handler = recordingHandler(async ({ address, actor }) => {
        const deliver = () =>
          stage.adapter.deliver(address, longCard(['A', 'B', 'C', 'D']), { key: 'k', onlyFor: actor.id });
        if (!(await deliver()).ok) await deliver();
      });
      await stage.adapter.start(handler);
      let calls = 0;
      stage.server.api.fault = (called) => {
        if (called === method) calls += 1;
        return called === method && calls === 2 ? trouble : undefined;
      };
      await stage[way]('brief kim-putin private');
      await handler.received(1);
      await stage.adapter.stop();
      expect(
        words(stage)
          .join(' ')
          .match(/\b([A-D])\b/g),
      ).toEqual(['A', 'B', 'C', 'D']);
      expect(words(stage).length).toBeGreaterThan(1);
    },
  );

  test('an update that is too long is made with a shorter text beside the same blocks', async () => {
    const stage = await openStage();
    await stage.adapter.start(recordingHandler());
    const first = await stage.adapter.deliver(PLACE, plainCard('Short'), { key: 'k' });
    if (!first.ok) throw new Error(first.failure.reason);
    const long = plainCard('A long report. '.repeat(400));
    const result = await stage.adapter.deliver(PLACE, long, { key: 'l', replaces: first.message });
    expect(result.ok).toBe(true);
    expect(stage.server.api.posted[0]?.text.length).toBeLessThanOrEqual(3_001);
    expect(stage.shown()[0]?.words.length).toBeGreaterThan(5_900);
  });
});

describe('Slack, when its tokens are wrong', () => {
  test('a wrong bot token stops the start, and says where the right one is', async () => {
    const stage = await openStage('socket', { botToken: 'xoxb-wrong' });
    const start = stage.adapter.start(recordingHandler());
    await expect(start).rejects.toMatchObject({
      code: 'bad-settings',
      message: expect.stringMatching(/SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/),
    });
  });

  test('a wrong app token stops the start, and says where the right one is', async () => {
    const stage = await openStage('socket', { appToken: 'xapp-wrong' });
    const start = stage.adapter.start(recordingHandler());
    await expect(start).rejects.toMatchObject({
      code: 'bad-settings',
      message: expect.stringMatching(/SLACK_APP_TOKEN.*connections:write/),
    });
  });

  test.each([
    [`xapp-1-${IDS.app}-7-0a`, false],
    ['xapp-1-A0OTHER001-7-0a', true],
  ])('tokens of two apps are named as that, those of one are not (%s)', async (appToken, isTold) => {
    const stage = await openStage('socket', { appToken });
    stage.server.api.appToken = appToken;
    await stage.adapter.start(recordingHandler());
    expect(stage.logged().includes('are of two different apps')).toBe(isTold);
    expect(stage.logged()).not.toContain(appToken);
  });

  test('whose apps Slack does not tell are taken as they are', async () => {
    const appToken = 'xapp-1-A0OTHER001-7-0a';
    const stage = await openStage('socket', { appToken });
    stage.server.api.appToken = appToken;
    stage.server.api.answerNext('bots.info', { error: 'missing_scope' });
    await stage.adapter.start(recordingHandler());
    expect(stage.logged()).not.toContain('are of two different apps');
  });

  test('a Slack that is busy as the program starts is asked three times', async () => {
    const busy = { status: 429, headers: { 'retry-after': '0' } };
    const stage = await openStage();
    for (const answer of [busy, busy]) stage.server.api.answerNext('auth.test', answer);
    await stage.adapter.start(recordingHandler());
    const other = await openStage();
    for (const answer of [busy, busy, busy]) other.server.api.answerNext('auth.test', answer);
    await expect(other.adapter.start(recordingHandler())).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('a connection that Slack closes at once, since Socket Mode is off, is told as that', async () => {
    const stage = await openStage();
    stage.server.closeSocketsAtOnce(true);
    await expect(stage.adapter.start(recordingHandler())).rejects.toThrow(
      /switch Socket Mode on .*api\.slack\.com\/apps/,
    );
  });

  test('Socket Mode that is switched off later is told, and on again it goes on', async () => {
    const stage = await openStage();
    const handler = answering(stage);
    await stage.adapter.start(handler);
    const before = stage.server.connections();
    stage.server.closeSocketsAtOnce(true);
    stage.server.askToReconnect();
    await stage.server.reconnected(before);
    stage.server.closeSocketsAtOnce(false);
    await stage.server.reconnected(before + 1);
    await (await stage.command('brief kim-putin')).acknowledged;
    await handler.received(1);
    expect(stage.logged()).toContain('switch Socket Mode on');
  });

  test('neither socket nor signing secret: the start says what is missing', async () => {
    const stage = await openStage();
    const { appToken: _, ...settings } = stage.settings;
    const adapter = createSlackAdapter(settings, adapterDeps());
    await expect(adapter.start(recordingHandler())).rejects.toThrow(/SLACK_SIGNING_SECRET/);
  });

  test('missing scopes are named, with what each is for', async () => {
    const stage = await openStage();
    stage.server.api.scopes = ['chat:write', 'commands'];
    await stage.adapter.start(recordingHandler());
    const warning = JSON.stringify(stage.lines.find(({ level }) => level === 'warn'));
    expect(warning).toContain('app_mentions:read: hears when somebody mentions it');
    expect(warning).not.toContain('chat:write');
  });

  test('a token revoked while running is said once, told to the conversation, and stops nothing', async () => {
    const stage = await openStage();
    const handler = recordingHandler();
    await stage.adapter.start(handler);
    stage.server.api.botToken = 'xoxb-another';
    for (const key of ['a', 'b']) {
      const result = await stage.adapter.deliver(PLACE, plainCard('News'), { key });
      expect(result).toMatchObject({ ok: false, failure: { kind: 'retry', after: 300_000 } });
    }
    await handler.received(1);
    expect(handler.requests.map(({ command }) => command)).toEqual([
      { type: 'presence', event: 'space-left' },
    ]);
    const errors = stage.lines.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual([expect.stringContaining('SLACK_BOT_TOKEN')]);
    expect(stage.lost).toEqual(errors);
  });

  test.each([{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: [IDS.botUser] } }])(
    'the app is removed while nobody asks it anything: $type',
    async (event) => {
      const stage = await openStage();
      const handler = recordingHandler();
      await stage.adapter.start(handler);
      const checked = () => stage.server.api.calls.filter(({ method }) => method === 'auth.test').length;
      const before = checked();
      // From another workspace: our token works.
      await stage.event({ ...event, event_ts: timestamp() });
      await until(() => checked() > before);
      await pause(50);
      expect(stage.lost).toEqual([]);
      stage.server.api.botToken = 'xoxb-another';
      await stage.event({ ...event, event_ts: timestamp() });
      await handler.received(1);
      await stage.adapter.stop();
      expect(handler.requests).toMatchObject([
        { command: { type: 'presence', event: 'space-left' }, address: { space: IDS.team } },
      ]);
      expect(stage.lost).toEqual([expect.stringContaining('SLACK_BOT_TOKEN')]);
    },
  );

  test('an app token revoked while running is said, and the process goes on', async () => {
    const stage = await openStage();
    await stage.adapter.start(recordingHandler());
    stage.server.api.appToken = 'xapp-another';
    stage.server.dropSocket();
    await until(() => stage.lines.some(({ level }) => level === 'error'));
    expect(stage.logged()).toContain('Slack no longer accepts SLACK_APP_TOKEN');
    expect(stage.lost).toEqual([expect.stringContaining('SLACK_APP_TOKEN')]);
    expect((await stage.adapter.deliver(PLACE, plainCard('Still here'), { key: 'k' })).ok).toBe(true);
  });

  test('an app that was removed, and with it both tokens, is told once', async () => {
    const stage = await openStage();
    await stage.adapter.start(recordingHandler());
    Object.assign(stage.server.api, { botToken: 'xoxb-another', appToken: 'xapp-another' });
    await stage.adapter.deliver(PLACE, plainCard('News'), { key: 'k' });
    const opened = () =>
      stage.server.api.calls.filter(({ method }) => method === 'apps.connections.open').length;
    const before = opened();
    stage.server.dropSocket();
    await until(() => opened() > before);
    await stage.adapter.stop();
    expect(stage.lost).toEqual([expect.stringContaining('SLACK_BOT_TOKEN')]);
  });
});

describe('Slack, when the program stops', () => {
  test.each(['socket', 'http'] as const)('it may be told so twice (%s)', async (transport) => {
    const stage = await openStage(transport);
    await stage.adapter.start(recordingHandler());
    await Promise.all([stage.adapter.stop(), stage.adapter.stop()]);
    await stage.adapter.stop();
  });

  test('an answer that never comes keeps it for less than ten seconds', async () => {
    const stage = await openStage();
    const handler = recordingHandler();
    const work = handler.holdNext();
    await stage.adapter.start(handler);
    await stage.command('brief kim-putin');
    await handler.received(1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const stopped = stage.adapter.stop();
    await vi.advanceTimersByTimeAsync(9_900);
    await stopped;
    expect(stage.logged()).toContain('stopped before everything was answered');
    work.release();
  });
});

describe('Slack over HTTP', () => {
  const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
  const now = () => Math.floor(Date.now() / 1000);

  test.each([
    ['a wrong signature', () => sign(body, 'another secret', now())],
    ['no signature', () => ({})],
    ['a timestamp of six minutes ago', () => sign(body, TOKENS.signingSecret, now() - 360)],
  ])('%s: 401, nothing said, nothing done', async (_, headers) => {
    const stage = await openStage('http');
    const handler = recordingHandler();
    await stage.adapter.start(handler);
    const answer = await stage.server.sendRaw(body, { ...headers(), 'content-type': 'application/json' });
    expect(answer).toEqual({ status: 401, body: '' });
    expect(handler.requests).toEqual([]);
  });

  test('a wrong signature names the setting that may be wrong', async () => {
    const stage = await openStage('http');
    await stage.adapter.start(recordingHandler());
    const signed = sign(body, 'another secret', now());
    await stage.server.sendRaw(body, { ...signed, 'content-type': 'application/json' });
    expect(stage.logged()).toContain('SLACK_SIGNING_SECRET is not that of this app');
  });

  test('the address is verified as Slack asks when it is entered', async () => {
    const stage = await openStage('http');
    await stage.adapter.start(recordingHandler());
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' });
    const headers = { ...sign(challenge, TOKENS.signingSecret, now()), 'content-type': 'application/json' };
    const answer = await stage.server.sendRaw(challenge, headers);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ challenge: 'abc' });
  });

  test('a port that is taken stops the start, and says which', async () => {
    const first = await openStage('http');
    await first.adapter.start(recordingHandler());
    const second = await openStage('http', { port: first.settings.port ?? 0 });
    await expect(second.adapter.start(recordingHandler())).rejects.toThrow(
      /SLACK_PORT \d+ cannot be opened: .+ Choose another, or end the program that has it\./,
    );
  });
});

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Paragraphs that begin with these letters, each so long that few fit into a message. */
function longCard(letters: readonly string[]): Card {
  const blocks = letters.map((letter) => ({
    type: 'paragraph' as const,
    inlines: [{ type: 'text' as const, text: `${letter} ${'many words '.repeat(500)}` }],
  }));
  return { summary: 'A long card', blocks };
}
