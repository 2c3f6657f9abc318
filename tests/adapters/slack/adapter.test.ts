import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { SlackSettings } from '../../../src/adapters/slack/client.ts';
import type { Command, Request } from '../../../src/chat/command.ts';
import { buttonCard, plainCard, recordingHandler } from '../../contracts/recording-handler.ts';
import {
  blockAction,
  IDS,
  messageEvent,
  messageShortcut,
  timestamp,
  viewSubmission,
} from '../../fakes/slack-payloads.ts';
import { openSlackStage, PLACE, type SlackStage } from './stage.ts';

type Reply = Partial<{ card: ReturnType<typeof plainCard>; private: boolean }>;

async function open(reply: Reply = {}, more: Partial<SlackSettings> = {}) {
  const stage = await openSlackStage('socket', more);
  const handler = recordingHandler(async ({ address, keys, actor }: Request) => {
    await stage.adapter.deliver(address, reply.card ?? plainCard('The answer'), {
      key: `answer ${keys[0]}`,
      ...(reply.private ? { onlyFor: actor.id } : {}),
    });
  });
  await stage.adapter.start(handler);
  onTestFinished(async () => {
    await stage.adapter.stop();
    await stage.close();
  });
  return { stage, handler };
}

const callsOf = (stage: SlackStage, method: string) =>
  stage.server.api.calls.filter((call) => call.method === method).map(({ args }) => args);

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a slash command', () => {
  test('is answered in the channel for all, with the name of the one who asked', async () => {
    const { stage } = await open();
    await stage.command('brief kim-putin');
    await until(() => stage.shown().length > 0);
    const [shown] = stage.shown();
    expect(shown?.onlyFor).toBeUndefined();
    expect(shown?.words).toMatch(/^Asked by ada\n/);
    expect(stage.server.api.posted[0]?.args).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
    });
  });

  test.each([{ private: false }, { private: true }])(
    'that takes long is answered, and nothing else is said: %o',
    async (reply) => {
      const { stage, handler } = await open(reply);
      const work = handler.holdNext();
      await stage.command('brief kim-putin');
      await new Promise((resolve) => setTimeout(resolve, 900));
      work.release();
      await handler.received(1);
      await stage.adapter.stop();
      expect(stage.shown().map(({ words }) => words)).toEqual([expect.stringContaining('The answer')]);
    },
  );

  test('is answered to the person alone where that was asked for, and can be shared from there', async () => {
    const brief: Command = { type: 'brief', query: 'kim-putin', private: true };
    const { stage, handler } = await open({
      card: buttonCard({ type: 'share', command: brief }),
      private: true,
    });
    await stage.command('brief kim-putin private');
    await until(() => stage.shown().length > 0);
    const [shown] = stage.shown();
    expect(shown).toMatchObject({ onlyFor: IDS.person });
    expect(callsOf(stage, 'response_url')).toHaveLength(1);
    if (shown) await stage.press(shown, 'Press');
    const [, share] = await handler.received(2);
    expect(share).toMatchObject({ command: { type: 'share', command: brief }, addressed: true });
    // The answer to the button is for the channel: it heads a thread of its own.
    expect(share?.address.thread).toBeUndefined();
  });

  test('answered alone, what follows goes to the same person, and so does an update, which Slack lets nobody make in place', async () => {
    const stage = await openSlackStage();
    const handler = recordingHandler(async ({ address, actor }) => {
      const to = { key: 'first', onlyFor: actor.id };
      const first = await stage.adapter.deliver(address, plainCard('Between us'), to);
      if (!first.ok) throw new Error(first.failure.reason);
      const { message } = first;
      await stage.adapter.deliver(address, plainCard('Corrected'), { key: 'second', replaces: message });
      const thread = { ...message.address, thread: message.id };
      await stage.adapter.deliver(thread, plainCard('The detail'), { key: 'detail' });
    });
    await stage.adapter.start(handler);
    await stage.command('brief kim-putin private');
    await handler.received(1);
    await stage.adapter.stop();
    expect(stage.shown().every(({ onlyFor }) => onlyFor === IDS.person)).toBe(true);
    expect(stage.shown().map(({ words }) => words)).toEqual([
      expect.stringContaining('Between us'),
      expect.stringContaining('Corrected'),
      expect.stringContaining('The detail'),
    ]);
    await stage.close();
  });

  test('of a name that is not ours gets help', async () => {
    const { stage, handler } = await open();
    await stage.slash('/bw', 'kim-putin');
    expect((await handler.received(1))[0]?.command).toEqual({ type: 'help' });
  });
});

describe('what one person alone is told after a mention', () => {
  test('stands in the channel: the thread of a message without replies is shown to nobody', async () => {
    const { stage } = await open({ private: true });
    await stage.mention('');
    await until(() => stage.shown().length > 0);
    expect(stage.shown()[0]).toMatchObject({ onlyFor: IDS.person, channel: IDS.channel });
    expect(stage.shown()[0]?.thread).toBeUndefined();
  });

  test('stands in the thread where people talk in it', async () => {
    const { stage } = await open({ private: true });
    const thread = timestamp();
    await stage.reply(thread, `<@${IDS.botUser}>`);
    await until(() => stage.shown().length > 0);
    expect(stage.shown()[0]).toMatchObject({ onlyFor: IDS.person, thread });
  });

  test('and after a button, where its response_url does not work', async () => {
    const { stage } = await open({ private: true });
    await stage.adapter.deliver(PLACE, buttonCard({ type: 'help' }), { key: 'k' });
    stage.server.api.answerNext('response_url', { error: 'expired_url' });
    const [card] = stage.shown();
    if (card) await stage.press(card, 'Press');
    await until(() => stage.shown().length > 1);
    expect(stage.shown()[1]).toMatchObject({ onlyFor: IDS.person });
  });
});

describe('who asks', () => {
  test('is looked up for a digest: the zone, and whether they may manage', async () => {
    const { stage, handler } = await open();
    const admin = { id: IDS.person, tz: 'Asia/Seoul', is_admin: true };
    stage.server.api.users.set(IDS.person, admin);
    await stage.command('digest add 08:00 kim-putin');
    expect((await handler.received(1))[0]?.actor).toEqual({
      id: IDS.person,
      name: 'ada',
      mayManage: true,
      managesSpace: true,
      zone: 'Asia/Seoul',
    });
    await stage.command('digest list');
    await handler.received(2);
    expect(callsOf(stage, 'users.info')).toHaveLength(1);
  });

  test('may manage as an owner, too', async () => {
    const { stage, handler } = await open();
    stage.server.api.users.set(IDS.person, { id: IDS.person, is_admin: false, is_owner: true });
    await stage.command('digest list');
    expect((await handler.received(1))[0]?.actor).toMatchObject({ mayManage: true });
  });

  test.each(['read https://courier.test/rss', 'which digests are there?'])(
    'is looked up for what is asked for in own words, too: %s',
    async (words) => {
      const { stage, handler } = await open();
      stage.server.api.users.set(IDS.person, { id: IDS.person, tz: 'Europe/Berlin', is_admin: true });
      await stage.mention(words);
      expect((await handler.received(1))[0]?.actor).toMatchObject({ mayManage: true, zone: 'Europe/Berlin' });
    },
  );

  test('is not looked up for a brief', async () => {
    const { stage, handler } = await open();
    await stage.command('brief kim-putin');
    expect((await handler.received(1))[0]?.actor).toEqual({ id: IDS.person, name: 'ada', mayManage: false });
    expect(callsOf(stage, 'users.info')).toEqual([]);
  });

  test('is not taken for somebody who may not manage while Slack does not say', async () => {
    const { stage, handler } = await open();
    stage.server.api.answerNext('users.info', { status: 500 });
    await stage.command('digest add 08:00 kim-putin');
    expect((await handler.received(1))[0]?.actor).toMatchObject({ mayManage: false, isUnchecked: true });
  });

  test('is looked up again after an hour: who is an admin no more may change no digests', async () => {
    const { stage, handler } = await open();
    stage.server.api.users.set(IDS.person, { id: IDS.person, is_admin: true });
    await stage.command('digest list');
    await handler.received(1);
    stage.server.api.users.set(IDS.person, { id: IDS.person, is_admin: false });
    stage.later(3_601_000);
    await stage.command('digest list');
    const requests = await handler.received(2);
    expect(requests.map(({ actor }) => actor.mayManage)).toEqual([true, false]);
  });

  test('may manage where the settings say so', async () => {
    const { stage, handler } = await open({}, { managers: [IDS.person] });
    await stage.mention('digest add 08:00 kim-putin');
    expect((await handler.received(1))[0]?.actor).toMatchObject({ mayManage: true, zone: 'Europe/Berlin' });
  });

  test.each(['briefwire zone Europe/Oslo', ': digest add 08:00 kim-putin', ', briefwire remove Ferry sinks'])(
    'is looked up for every command that changes something, also where it is said in words: %s',
    async (words) => {
      const { stage, handler } = await open();
      stage.server.api.users.set(IDS.person, { id: IDS.person, is_admin: true });
      await stage.mention(words);
      expect((await handler.received(1))[0]?.actor).toMatchObject({ mayManage: true, managesSpace: true });
    },
  );

  test('of another workspace, in a channel that is shared with it, manages nothing here as its admin', async () => {
    const { stage, handler } = await open();
    const users = stage.server.api.users;
    users.set(IDS.person, { id: IDS.person, team_id: 'T0OTHER001', is_admin: true });
    await stage.mention('digest add 08:00 kim-putin');
    expect((await handler.received(1))[0]?.actor).toMatchObject({ mayManage: false });
    users.delete(IDS.person);
    stage.later(3_601_000);
    await stage.mention('digest pause');
    expect((await handler.received(2))[1]?.actor).toEqual({ id: IDS.person, mayManage: false });
    const teams = ['T0OTHER001', IDS.team];
    users.set(IDS.person, {
      id: IDS.person,
      team_id: 'T0OTHER001',
      enterprise_user: { teams },
      is_admin: true,
    });
    await stage.mention('digest list');
    expect((await handler.received(3))[2]?.actor).toMatchObject({ mayManage: true });
  });
});

describe('forms', () => {
  const follow: Command = { type: 'form', form: 'follow', about: 'kim-putin' };

  test('a button opens a form at once, and what is filled in is a command where the button stands', async () => {
    const { stage, handler } = await open();
    await stage.adapter.deliver(PLACE, buttonCard(follow), { key: 'k' });
    const [shown] = stage.shown();
    if (shown) await stage.press(shown, 'Press');
    await until(() => stage.server.api.views.length > 0);
    const view = stage.server.api.views[0]?.view ?? {};
    expect(view).toMatchObject({ type: 'modal', title: { text: 'Follow this topic' } });
    const values = { time: '07:30', days: 'daily', zone: '' };
    await (await stage.server.send('interactive', viewSubmission(view, values))).acknowledged;
    const [request] = await handler.received(1);
    expect(request).toMatchObject({
      command: { type: 'digest', action: 'add', words: '07:30 daily "kim-putin"' },
      address: { channel: IDS.channel, thread: shown?.id },
      actor: { id: IDS.person, zone: 'Europe/Berlin' },
    });
  });

  test.each([
    'A long report. '.repeat(500),
    `A long report. ${'🎉'.repeat(2_000)}`,
    `A long report. ${'"🎉"'.repeat(2_000)}`,
  ])('"Ask about this" opens a form for any message, a very long one too', async (text) => {
    const { stage, handler } = await open();
    const message = { ts: timestamp(), text, user: 'U0OTHER001' };
    await stage.server.send('interactive', messageShortcut('ask_about', message, stage.server.responseUrl()));
    await until(() => stage.server.api.views.length > 0);
    const view = stage.server.api.views[0]?.view ?? {};
    await stage.server.send('interactive', viewSubmission(view, { question: 'Who said so?' }));
    const [request] = await handler.received(1);
    expect(stage.server.api.refused).toEqual([]);
    expect(request).toMatchObject({
      command: { type: 'about', question: 'Who said so?', words: expect.stringMatching(/^A long report\./) },
      address: { channel: IDS.channel, thread: message.ts },
    });
  });
});

describe('message shortcuts', () => {
  test('"Read this link" adds the link of the message', async () => {
    const { stage, handler } = await open();
    const message = { ts: timestamp(), text: 'Look: <https://example.org/a?b=1&amp;c=2|example.org>' };
    await stage.server.send('interactive', messageShortcut('read_link', message, stage.server.responseUrl()));
    expect((await handler.received(1))[0]).toMatchObject({
      command: { type: 'add', url: 'https://example.org/a?b=1&c=2' },
      address: { thread: message.ts },
    });
  });

  test('"Read this link" on a message without one says so', async () => {
    const { stage, handler } = await open();
    const message = { ts: timestamp(), text: 'No link here' };
    await stage.server.send('interactive', messageShortcut('read_link', message, stage.server.responseUrl()));
    await until(() => stage.shown().length > 0);
    expect(stage.shown()[0]).toMatchObject({
      onlyFor: IDS.person,
      words: expect.stringContaining('no link'),
    });
    expect(handler.requests).toEqual([]);
  });

  test('a command without the address that it needs is for the conversation to answer', async () => {
    const { stage, handler } = await open();
    await stage.slash('/briefwire', 'add');
    expect((await handler.received(1))[0]?.command).toEqual({ type: 'add', url: '' });
  });

  test('a form that Slack does not open is told to the person', async () => {
    const { stage } = await open();
    stage.server.api.answerNext('views.open', { error: 'expired_trigger_id' });
    const message = { ts: timestamp(), text: 'News', user: 'U0OTHER001' };
    await stage.server.send('interactive', messageShortcut('ask_about', message, stage.server.responseUrl()));
    await until(() => stage.shown().length > 0);
    expect(stage.shown()).toMatchObject([
      { onlyFor: IDS.person, words: expect.stringContaining('could not be opened') },
    ]);
  });
});

describe('App Home', () => {
  test('shows the card of the conversation under a field to ask and a menu of topics', async () => {
    const { stage } = await open({ card: plainCard('Your digests') });
    const event = { type: 'app_home_opened', user: IDS.person, channel: IDS.direct, tab: 'home' };
    await stage.event({ ...event, event_ts: timestamp() });
    await until(() => stage.server.api.homes.size > 0);
    const home = stage.server.api.homes.get(IDS.person);
    expect(JSON.stringify(home)).toContain('Your digests');
    expect(JSON.stringify(home)).toContain('home:ask');
    expect(stage.server.api.refused).toEqual([]);
    expect(stage.shown()).toEqual([]);
  });

  test('is for all channels that the person is in, however many', async () => {
    const { stage, handler } = await open();
    const { channels, members } = stage.server.api;
    const ids = Array.from({ length: 1_200 }, (_, index) => `C0MANY${index}`);
    for (const id of ids) {
      channels.set(id, { in: true });
      members.set(id, new Set([IDS.person]));
    }
    await stage.event({ type: 'app_home_opened', user: IDS.person, tab: 'home', event_ts: timestamp() });
    expect((await handler.received(1))[0]?.actor.channels).toHaveLength(1_200);
  });

  test('has an empty field each time it is opened: Slack keeps what was typed as long as the field keeps its name', async () => {
    const { stage } = await open();
    const opened = async () => {
      const before = stage.server.api.homes.get(IDS.person);
      await stage.event({ type: 'app_home_opened', user: IDS.person, tab: 'home', event_ts: timestamp() });
      await until(() => stage.server.api.homes.get(IDS.person) !== before);
      return JSON.stringify(stage.server.api.homes.get(IDS.person)).match(/"ask:[^"]*"/)?.[0];
    };
    const first = await opened();
    stage.later(60_000);
    expect(await opened()).not.toBe(first);
  });

  test('a question typed there is answered in the direct messages', async () => {
    const { stage, handler } = await open();
    const ask = blockAction({ type: 'plain_text_input', action_id: 'home:ask', value: 'Who won?' }, {});
    await stage.server.send('interactive', { ...ask, view: { private_metadata: IDS.direct } });
    expect((await handler.received(1))[0]).toMatchObject({
      command: { type: 'ask', question: 'Who won?' },
      address: { channel: IDS.direct },
    });
    await until(() => stage.shown().length > 0);
    expect(stage.shown()[0]).toMatchObject({ channel: IDS.direct });
  });

  test('the menu completes topics, and a chosen one is briefed', async () => {
    const { stage, handler } = await open();
    const suggestion = {
      ...blockAction({}, {}),
      ...{ type: 'block_suggestion', action_id: 'home:topic', block_id: 'topic', value: 'ki' },
    };
    const { answer } = await stage.server.send('interactive', suggestion);
    expect(await answer).toEqual({
      options: [{ text: { type: 'plain_text', text: 'Kim and Putin', emoji: false }, value: 'kim-putin' }],
    });
    const chosen = {
      type: 'external_select',
      action_id: 'home:topic',
      selected_option: { value: 'kim-putin' },
    };
    await stage.server.send('interactive', blockAction(chosen, {}));
    expect((await handler.received(1))[0]?.command).toEqual({ type: 'brief', query: 'kim-putin' });
  });

  test('a topic that Slack would not take is left out of the menu, and costs none of the others', async () => {
    const suggestions = [
      { label: 'Long', value: 'x'.repeat(151) },
      { label: 'None', value: '' },
      { label: `${'🎉'.repeat(40)} party`, value: 'party' },
      { label: '\u202E', value: 'unnamed' },
    ];
    const stage = await openSlackStage();
    await stage.adapter.start({ handle: async () => {}, suggest: async () => suggestions });
    onTestFinished(async () => {
      await stage.adapter.stop();
      await stage.close();
    });
    const asked = { ...blockAction({}, {}), type: 'block_suggestion', action_id: 'home:topic', value: '' };
    const { options } = (await (
      await stage.server.send('interactive', asked)
    ).answer) as {
      options: { text: { text: string }; value: string }[];
    };
    expect(options.map(({ value }) => value)).toEqual(['party', 'unnamed']);
    for (const { text } of options) {
      expect(text.text.isWellFormed()).toBe(true);
      expect(text.text.length).toBeGreaterThan(0);
      expect(text.text.length).toBeLessThanOrEqual(75);
    }
  });
});

describe('a menu of topics that are not there in time', () => {
  const asked = { ...blockAction({}, {}), type: 'block_suggestion', action_id: 'home:topic', value: '' };

  test.each([
    ['come late', () => new Promise<never>(() => {})],
    ['cannot be found', () => Promise.reject(new Error('the store is locked'))],
  ])('is empty, where Slack would show an error: they %s', async (_, suggest) => {
    const stage = await openSlackStage();
    let isAsked = false;
    const suggesting = () => {
      isAsked = true;
      return suggest();
    };
    await stage.adapter.start({ handle: async () => {}, suggest: suggesting });
    onTestFinished(async () => {
      vi.useRealTimers();
      await stage.adapter.stop();
      await stage.close();
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { answer } = await stage.server.send('interactive', asked);
    while (!isAsked) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(2_500);
    expect(await answer).toEqual({ options: [] });
  });
});

describe('the assistant view', () => {
  test('begins with prompts of the topics', async () => {
    const { stage } = await open();
    const thread = { user_id: IDS.person, channel_id: IDS.direct, thread_ts: timestamp(), context: {} };
    await stage.event({ type: 'assistant_thread_started', assistant_thread: thread, event_ts: timestamp() });
    await until(() => callsOf(stage, 'assistant.threads.setSuggestedPrompts').length > 0);
    const [prompts] = callsOf(stage, 'assistant.threads.setSuggestedPrompts');
    expect(prompts).toMatchObject({ channel_id: IDS.direct, thread_ts: thread.thread_ts });
    expect(JSON.parse(String(prompts?.['prompts']))).toEqual([
      { title: 'Brief: Kim and Putin', message: 'brief kim-putin' },
      { title: 'What can you do?', message: 'help' },
    ]);
  });

  test('what is said there is answered in its thread, with a status while it takes long', async () => {
    const { stage, handler } = await open();
    const work = handler.holdNext();
    const thread_ts = timestamp();
    await stage.event(messageEvent('Who won?', { channel: IDS.direct, channel_type: 'im', thread_ts }));
    await until(() => callsOf(stage, 'assistant.threads.setStatus').length > 0);
    expect(callsOf(stage, 'assistant.threads.setStatus')[0]).toMatchObject({
      ...{ channel_id: IDS.direct, thread_ts },
      status: 'is reading the articles…',
    });
    work.release();
    await until(() => stage.shown().length > 0);
    expect(stage.shown()[0]).toMatchObject({ channel: IDS.direct, thread: thread_ts });
  });
});

describe('the coming and going of the bot', () => {
  test.each([
    [
      'joined',
      { type: 'member_joined_channel', user: IDS.botUser, channel: IDS.channel, inviter: 'U0INVITER1' },
    ],
    ['left', { type: 'channel_left', channel: IDS.channel, actor_id: 'U0INVITER1' }],
  ])('%s', async (event, payload) => {
    const { stage, handler } = await open();
    await stage.event({ ...payload, event_ts: timestamp() });
    expect((await handler.received(1))[0]).toMatchObject({
      command: { type: 'presence', event },
      address: { space: IDS.team },
    });
  });

  test('is told at the start, since Slack does not tell that an app was installed again', async () => {
    const stage = await openSlackStage();
    const told: Command[] = [];
    const handle = async ({ command }: Request) => void told.push(command);
    await stage.adapter.start({ handle, suggest: async () => [] });
    await until(() => told.length > 0);
    expect(told).toEqual([{ type: 'presence', event: 'space-joined' }]);
    await stage.adapter.stop();
    await stage.close();
  });

  test('other people coming to a channel are nothing to it', async () => {
    const { stage, handler } = await open();
    const event = { type: 'member_joined_channel', user: IDS.person, channel: IDS.channel };
    await stage.event({ ...event, event_ts: timestamp() });
    await stage.command('briefwire help');
    expect((await handler.received(1)).map(({ command }) => command.type)).toEqual(['help']);
  });
});

describe('a digest', () => {
  test('names its slot where a program can read it', async () => {
    const { stage } = await open();
    const mark = { digest: 'morning', slot: '2026-11-22T08:00:00' };
    await stage.adapter.deliver(PLACE, { ...plainCard('News'), mark }, { key: 'k' });
    expect(stage.server.api.posted[0]?.metadata).toMatchObject({
      event_type: 'briefwire_digest',
      event_payload: mark,
    });
  });

  test('is found by a process that did not post it, behind hundreds of messages', async () => {
    const { stage } = await open();
    const mark = { digest: 'morning', slot: '2026-11-22T08:00:00' };
    const posted = { ts: '1.000001', channel: IDS.channel, text: 'News', args: {}, at: 0 };
    const metadata = { event_type: 'briefwire_digest', event_payload: { ...mark, key: 'k' } };
    stage.server.api.posted.push({ ...posted, metadata });
    for (let index = 0; index < 300; index += 1)
      stage.server.api.posted.push({ ...posted, ts: `2.${index}`, text: 'talk' });
    expect(await stage.adapter.find(PLACE, 'k')).toEqual({ address: PLACE, id: '1.000001' });
  });

  test('that was posted here is known without a look at the channel', async () => {
    const { stage } = await open();
    const sent = await stage.adapter.deliver(PLACE, plainCard('News'), { key: 'k' });
    expect(await stage.adapter.find(PLACE, 'k')).toEqual(sent.ok && sent.message);
    expect(callsOf(stage, 'conversations.history')).toEqual([]);
  });

  test('is not looked for without end where much is said', async () => {
    const { stage } = await open();
    const posted = { ts: '1.000001', channel: IDS.channel, text: 'talk', args: {}, at: 0 };
    for (let index = 0; index < 3_000; index += 1)
      stage.server.api.posted.push({ ...posted, ts: `2.${index}` });
    expect(await stage.adapter.find(PLACE, 'k')).toBeUndefined();
    expect(callsOf(stage, 'conversations.history')).toHaveLength(5);
  });
});
