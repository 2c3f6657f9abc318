import { describe, expect, test } from 'vitest';
import type { Command } from '../../../src/chat/command.ts';
import type { DeliverOptions } from '../../../src/chat/port.ts';
import { buttonCard, plainCard, recordingHandler } from '../../contracts/chat-adapter-contract.ts';
import { longCard } from '../../contracts/recording-handler.ts';
import { allNodes, words } from '../../fakes/discord-checks.ts';
import type { DiscordServer } from '../../fakes/discord-server.ts';
import type { FakeMessage } from '../../fakes/discord-world.ts';
import { answering, button, pointerOf, read, shownAt } from './answering.ts';
import { option, startStage, until } from './stage.ts';

const askForm: Command = { type: 'form', form: 'ask', about: '' };

describe('a button', () => {
  const brief = (command: Command) => buttonCard(command);

  test('is acknowledged for the person alone, and answered in the thread of its message; the person is told where', async () => {
    const stage = await answering([plainCard('More quotes')]);
    const head = await stage.adapter.deliver(
      { platform: 'discord', space: stage.server.world.guild, channel: stage.channel.id },
      brief({ type: 'quotes', query: 'x' }),
      { key: 'head' },
    );
    const message = await shownAt(stage.server, 0);
    const { acknowledged } = stage.server.press(message, button(message), stage.here);
    expect(await acknowledged).toEqual({ type: 5, data: { flags: 64 } });
    await until(() => stage.deliveries.length === 1);
    const [request] = stage.handler.requests;
    expect(request).toMatchObject({
      command: { type: 'quotes', query: 'x' },
      address: { thread: message.id },
      message: message.id,
    });
    expect(head.ok && head.message.id).toBe(message.id);
    expect(await until(() => stage.deliveries[0])).toMatchObject({
      ok: true,
      message: { address: { channel: stage.channel.id, thread: message.id } },
    });
    expect(await pointerOf(stage.server)).toMatchObject({
      content: `Answered in <#${message.id}>.`,
      onlyFor: stage.person.id,
    });
  });

  test('answered for the person alone, or in a thread already, is answered where it was pressed', async () => {
    const stage = await answering([plainCard('Noted')], undefined, ({ address, actor }) =>
      address.thread === thread ? {} : { onlyFor: actor.id },
    );
    let thread = '';
    const address = {
      platform: 'discord',
      space: stage.server.world.guild,
      channel: stage.channel.id,
    } as const;
    await stage.adapter.deliver(address, brief({ type: 'help' }), { key: 'head' });
    const head = await shownAt(stage.server, 0);
    stage.server.press(head, button(head), stage.here);
    expect(await shownAt(stage.server, 1)).toMatchObject({
      channel_id: stage.channel.id,
      onlyFor: stage.person.id,
    });

    thread = stage.server.startThread(head);
    await stage.adapter.deliver({ ...address, thread }, brief({ type: 'topics' }), { key: 'detail' });
    const detail = await shownAt(stage.server, 2);
    stage.server.press(detail, button(detail), { ...stage.here, channel: thread });
    expect((await shownAt(stage.server, 3)).channel_id).toBe(thread);
    await stage.adapter.stop();
    expect(stage.server.shown()).toHaveLength(4);
  });

  test('works after a restart, a stored command too', async () => {
    const long: Command = { type: 'ask', question: 'Who said so? '.repeat(50) };
    const stage = await startStage(recordingHandler());
    const address = {
      platform: 'discord',
      space: stage.server.world.guild,
      channel: stage.channel.id,
    } as const;
    await stage.adapter.deliver(address, brief(long), { key: 'head' });
    await stage.adapter.stop();
    const handler = recordingHandler();
    const next = stage.another();
    await next.start(handler);
    const message = await shownAt(stage.server, 0);
    await stage.server.press(message, button(message), stage.here).acknowledged;
    expect((await handler.received(1))[0]?.command).toEqual(long);
    await next.stop();
  });

  test('of an older version is handed over as one that is not known any more', async () => {
    const { server, handler, here, adapter, channel } = await answering([]);
    await adapter.deliver(
      { platform: 'discord', space: server.world.guild, channel: channel.id },
      brief({ type: 'help' }),
      { key: 'head' },
    );
    const message = await shownAt(server, 0);
    await server.press(message, 'old:format', here).acknowledged;
    const form = { data: { custom_id: 'old:form', components: [] } };
    await server.submit(form, {}, here, message).acknowledged;
    expect((await handler.received(2)).map(({ command }) => command)).toEqual([
      { type: 'stored', id: '' },
      { type: 'stored', id: '' },
    ]);
  });

  test('on a message for one person can change that message', async () => {
    const stage = await answering(
      ({ command }) =>
        command.type === 'share'
          ? [plainCard('Shared')]
          : [brief({ type: 'share', command: { type: 'help' } })],
      undefined,
      ({ actor, command }) => (command.type === 'share' ? replaced() : { onlyFor: actor.id }),
    );
    const replaced = (): Partial<DeliverOptions> => {
      const [first] = stage.deliveries;
      return first?.ok ? { replaces: first.message } : {};
    };
    stage.server.command('ask', [option('question', 'x'), option('private', true)], stage.here);
    const message = await shownAt(stage.server, 0);
    stage.server.press(message, button(message), stage.here);
    await until(() => words(message as never).includes('Shared'));
    expect(stage.server.shown()).toHaveLength(1);
  });

  test('on a message for one person posts what is for all in the channel, where all see it', async () => {
    const { server, here, handler, channel } = await answering(
      ({ command }) =>
        command.type === 'share'
          ? [plainCard('For all')]
          : [brief({ type: 'share', command: { type: 'help' } })],
      undefined,
      ({ actor, command }) => (command.type === 'share' ? {} : { onlyFor: actor.id }),
    );
    server.command('ask', [option('question', 'x'), option('private', true)], here);
    const message = await shownAt(server, 0);
    server.press(message, button(message), here);
    const shared = await shownAt(server, 1);
    expect(words(shared as never)).toContain('For all');
    expect(shared.channel_id).toBe(channel.id);
    expect(shared.onlyFor).toBeUndefined();
    expect(handler.requests[1]?.address.thread).toBeUndefined();
  });

  test('of many is an entry of a menu', async () => {
    const { server, handler, here, adapter, channel } = await answering([]);
    const actions = Array.from({ length: 12 }, (_, index) => ({
      label: `Story ${index}`,
      command: { type: 'brief', query: `story-${index}` } as const,
    }));
    await adapter.deliver(
      { platform: 'discord', space: server.world.guild, channel: channel.id },
      { summary: 's', blocks: [{ type: 'actions', actions }] },
      { key: 'menu' },
    );
    const message = await shownAt(server, 0);
    const menu = allNodes(message as never).find(({ type }) => type === 3);
    await server.choose(message, menu?.custom_id ?? '', menu?.options?.[7]?.value ?? '', here).acknowledged;
    expect((await handler.received(1))[0]?.command).toEqual({ type: 'brief', query: 'story-7' });
  });
});

describe('a form', () => {
  const headed = async (change?: (server: DiscordServer) => void) => {
    const stage = await answering([plainCard('The answer')], change);
    const address = {
      platform: 'discord',
      space: stage.server.world.guild,
      channel: stage.channel.id,
    } as const;
    await stage.adapter.deliver(address, buttonCard(askForm), { key: 'head' });
    return { ...stage, message: await shownAt(stage.server, 0) };
  };

  test('opens at once, and what is asked in it is answered in the thread of its message', async () => {
    const { server, here, handler, message, deliveries } = await headed();
    const opened = await server.press(message, button(message), here).acknowledged;
    expect(opened).toMatchObject({ type: 9, data: { title: 'Ask about this' } });
    server.submit(opened, { question: 'Who said so?' }, here, message);
    const isAnswer = (each: FakeMessage) => words(each as never).includes('The answer');
    const answer = await until(() => server.shown().find(isAnswer));
    expect(handler.requests[0]?.command).toEqual({ type: 'ask', question: 'Who said so?' });
    expect(answer.channel_id).toBe(message.id);
    expect(await until(() => deliveries[0])).toMatchObject({
      ok: true,
      message: { address: { thread: message.id } },
    });
    expect(await pointerOf(server)).toMatchObject({
      content: `Answered in <#${message.id}>.`,
      onlyFor: here.user,
    });
  });

  test('is answered beside its message where the bot may start no thread', async () => {
    const { server, here, message, channel } = await headed();
    channel.denied = 1n << 35n;
    const opened = await server.press(message, button(message), here).acknowledged;
    server.submit(opened, { question: 'Who said so?' }, here, message);
    expect((await shownAt(server, 1)).channel_id).toBe(channel.id);
  });

  test('about a message holds the words of that message, long ones too', async () => {
    const { server, here, handler } = await answering([plainCard('The answer')]);
    const said = server.say(`A long message. ${'Many words of it. '.repeat(60)}`, here).payload;
    const message = server.world.messages.get(`${said['id']}`) as FakeMessage;
    const opened = await server.menu('Ask about this', message, here).acknowledged;
    expect(opened).toMatchObject({ type: 9 });
    server.submit(opened, { question: 'Is that so?' }, here);
    const [request] = await handler.received(1);
    expect(request?.command).toEqual({
      type: 'about',
      words: message.content.trim(),
      question: 'Is that so?',
    });
    await shownAt(server, 0);
  });

  test('with a choice gives the chosen value back', async () => {
    const { server, here, handler, adapter, channel } = await answering([]);
    await adapter.deliver(
      { platform: 'discord', space: server.world.guild, channel: channel.id },
      buttonCard({ type: 'form', form: 'follow', about: 'kim-putin' }),
      { key: 'head' },
    );
    const message = await shownAt(server, 0);
    const opened = await server.press(message, button(message), here).acknowledged;
    server.submit(opened, { time: '8am', days: 'daily', zone: '' }, here, message);
    const [request] = await handler.received(1);
    expect(request?.command).toEqual({ type: 'digest', action: 'add', words: '8am daily "kim-putin"' });
  });
});

describe('an app that a person brought', () => {
  test('answers in their direct messages with it, and takes up what they write there', async () => {
    const stage = await answering([plainCard('Head')]);
    const { server, person } = stage;
    const doing = { user: person.id, channel: server.world.directChannel(person.id).id };
    server.command('brief', [option('topic', 'x')], { ...doing, installedBy: 'user' });
    await shownAt(server, 0);
    server.say('and then?', doing);
    const [first, second] = await stage.handler.received(2);
    expect([first?.address.space, second?.address.space]).toEqual([`dm:${person.id}`, `dm:${person.id}`]);
    expect(first?.isGuest).toBeUndefined();
    expect(second).toMatchObject({ addressed: true, address: { channel: doing.channel } });
    await shownAt(server, 1);
  });

  test('answers in their conversations with others, where the bot is not, a pressed button too', async () => {
    const stage = await answering([buttonCard({ type: 'quotes', query: 'x' })]);
    const { server, person } = stage;
    const group = server.world.addChannel(3);
    const { guild: _none, ...alone } = group;
    server.world.channels.set(group.id, alone);
    const doing = { user: person.id, channel: group.id, installedBy: 'user' } as const;
    server.command('brief', [option('topic', 'x')], doing);
    const head = await shownAt(server, 0);
    server.press(head, button(head), doing);
    const second = await shownAt(server, 1);
    expect(second.channel_id).toBe(group.id);
    await until(() => stage.deliveries.length === 2);
    expect(stage.deliveries.map(({ ok }) => ok)).toEqual([true, true]);
    // What is to be posted there later cannot be.
    expect((await stage.handler.received(2)).map(({ isGuest }) => isGuest)).toEqual([true, true]);
  });

  test('adds as many messages as Discord lets it, and says with the last one that there are no more', async () => {
    const cards = Array.from({ length: 8 }, (_, index) => plainCard(`Card ${index}.`));
    const stage = await answering(cards);
    stage.channel.denied = 1n << 10n;
    stage.server.command('brief', [option('topic', 'x')], { ...stage.here, installedBy: 'user' });
    await until(() => stage.server.shown().length === 6);
    const said = read(stage);
    expect(said.slice(0, 5)).toEqual(
      [0, 1, 2, 3, 4].map((index) => expect.stringContaining(`Card ${index}.`)),
    );
    expect(said[5]).toContain('lets me write no more where I am not a member');
  });

  test('has that person’s space, and goes on through the interaction, since the bot is not there', async () => {
    const stage = await answering([plainCard('Head')]);
    stage.channel.denied = 1n << 10n;
    stage.server.command('brief', [option('topic', 'x')], { ...stage.here, installedBy: 'user' });
    const head = await shownAt(stage.server, 0);
    const first = await until(() => stage.deliveries[0]);
    if (!first.ok) throw new Error('not delivered');
    expect(first.message.address.space).toBe(`dm:${stage.person.id}`);
    const detail = await stage.adapter.deliver(
      { ...first.message.address, thread: head.id },
      plainCard('Detail'),
      { key: 'detail' },
    );
    expect(detail.ok).toBe(true);
    expect(read(stage)).toHaveLength(2);
  });
});

describe('a missing permission', () => {
  test.each(['none', 'one'])(
    'to write in threads leaves the answer to a button in the channel, for all who read there; threads: %s',
    async (threads) => {
      const stage = await answering(({ command }) => [
        command.type === 'quotes' ? plainCard('For all') : buttonCard({ type: 'quotes', query: 'x' }),
      ]);
      stage.server.command('brief', [option('topic', 'x')], stage.here);
      const head = await shownAt(stage.server, 0);
      if (threads === 'one') stage.server.startThread(head);
      stage.channel.denied = (1n << 35n) | (1n << 38n);
      stage.server.gateway.dispatch('CHANNEL_UPDATE', stage.server.world.channelJson(stage.channel));
      stage.server.press(head, button(head), stage.here);
      await until(() => stage.deliveries.length === 2);
      const answer = stage.server.shown().find((message) => words(message as never).includes('For all'));
      expect(answer).toMatchObject({ channel_id: stage.channel.id });
      expect(answer?.onlyFor).toBeUndefined();
    },
  );

  test('to write for all leaves an answer of several messages to the one who pressed the button, each of them', async () => {
    const stage = await answering(({ command }) =>
      command.type === 'quotes' ? [longCard('word')] : [buttonCard({ type: 'quotes', query: 'x' })],
    );
    stage.server.command('brief', [option('topic', 'x')], stage.here);
    const head = await shownAt(stage.server, 0);
    stage.channel.denied = (1n << 11n) | (1n << 35n) | (1n << 38n);
    stage.server.gateway.dispatch('CHANNEL_UPDATE', stage.server.world.channelJson(stage.channel));
    stage.server.press(head, button(head), stage.here);
    await until(() => stage.deliveries.length === 2);
    const [, ...answers] = stage.server.shown();
    expect(answers.length).toBeGreaterThan(1);
    expect(new Set(answers.map(({ onlyFor }) => onlyFor))).toEqual(new Set([stage.person.id]));
  });

  test('is named to the person, when the detail of an answer cannot be written', async () => {
    const stage = await answering([]);
    stage.channel.denied = (1n << 35n) | (1n << 38n);
    stage.server.gateway.dispatch('CHANNEL_UPDATE', stage.server.world.channelJson(stage.channel));
    const handler = recordingHandler(async ({ address, keys }) => {
      const head = await other.deliver(address, plainCard('Head'), { key: `${keys[0]} 0` });
      if (head.ok)
        await other.deliver({ ...head.message.address, thread: head.message.id }, plainCard('Detail'), {
          key: `${keys[0]} 1`,
        });
    });
    const other = stage.another();
    await stage.adapter.stop();
    await other.start(handler);
    stage.server.command('brief', [option('topic', 'x')], stage.here);
    const notice = await shownAt(stage.server, 1);
    await other.stop();
    expect(notice.onlyFor).toBe(stage.person.id);
    expect(notice.content).toContain(
      'I need *Create Public Threads* and *Send Messages in Threads* in #news',
    );
  });
});
