import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Command, Request } from '../../../src/chat/command.ts';
import type { ChatAdapter, DeliverOptions, Delivery } from '../../../src/chat/port.ts';
import { buttonCard, plainCard, recordingHandler } from '../../contracts/chat-adapter-contract.ts';
import { allNodes, words } from '../../fakes/discord-checks.ts';
import { type Call, type DiscordServer, FAULTS } from '../../fakes/discord-server.ts';
import type { FakeMessage } from '../../fakes/discord-world.ts';
import { type DiscordStage, option, startStage, sub, until } from './stage.ts';

const isCallback = ({ path }: Call) => path.endsWith('/callback');
const askForm: Command = { type: 'form', form: 'ask', about: '' };

/** A stage whose handler answers with these cards, and what the deliveries gave. */
async function answering(
  cards: readonly Card[] | ((request: Request) => readonly Card[]),
  change?: (server: DiscordServer) => void,
  options: Partial<DeliverOptions> | ((request: Request) => Partial<DeliverOptions>) = {},
) {
  let adapter: ChatAdapter | undefined;
  const deliveries: Delivery[] = [];
  const handler = recordingHandler(async (request) => {
    for (const [index, card] of (typeof cards === 'function' ? cards(request) : cards).entries()) {
      const more = typeof options === 'function' ? options(request) : options;
      const delivery = await adapter?.deliver(request.address, card, {
        key: `${request.keys[0]} ${index}`,
        ...more,
      });
      if (delivery) deliveries.push(delivery);
    }
  });
  const stage = await startStage(handler, change);
  adapter = stage.adapter;
  return { ...stage, handler, deliveries };
}

const read = ({ server }: DiscordStage) => server.shown().map((message) => words(message as never));
const button = (message: FakeMessage, label = 'Press') =>
  allNodes(message as never).find((node) => node.label === label)?.custom_id ?? '';
const pointerOf = (server: DiscordServer) =>
  until(() => server.shown().find(({ content }) => content.startsWith('Answered in')));
const shownAt = (server: DiscordServer, index: number) =>
  until(() => server.shown().length > index && server.shown()[index]);

describe('a slash command', () => {
  test('is deferred first; then the card stands in place of the waiting message', async () => {
    const stage = await answering([plainCard('What happened')]);
    const { interaction, acknowledged } = stage.server.command(
      'brief',
      [option('topic', 'kim-putin')],
      stage.here,
    );
    expect(await acknowledged).toMatchObject({ type: 5 });
    await until(() => stage.deliveries.length === 1);
    expect(read(stage)[0]).toContain('What happened');
    expect(stage.deliveries[0]).toMatchObject({
      ok: true,
      message: { id: interaction.original, address: { channel: stage.channel.id } },
    });
    expect(stage.deliveries[0]?.ok && stage.deliveries[0].message.address.reply).toBeUndefined();
  });

  test('carries every option', async () => {
    const { server, handler, here } = await answering([]);
    server.command(
      'brief',
      [
        option('topic', 'kim-putin'),
        option('length', 'full'),
        option('since', 'yesterday'),
        option('from', 'The Daily'),
        option('private', true),
      ],
      here,
    );
    server.command(
      'digest',
      [
        sub(
          'add',
          option('time', '08:00'),
          option('topic', 'kim-putin'),
          option('days', 'weekdays'),
          option('zone', 'Europe/Berlin'),
        ),
      ],
      here,
    );
    server.command('briefwire', [sub('add', option('url', 'https://example.org/feed'))], here);
    server.command('briefwire', [sub('forget')], here);
    server.command('briefwire', [sub('ask', option('question', 'Who?'))], here);
    const requests = await handler.received(5);
    expect(requests.map(({ command }) => command)).toEqual(
      expect.arrayContaining([
        {
          type: 'brief',
          query: 'kim-putin',
          length: 'full',
          since: 'yesterday',
          from: 'The Daily',
          private: true,
        },
        { type: 'digest', action: 'add', words: '08:00 weekdays Europe/Berlin kim-putin' },
        { type: 'add', url: 'https://example.org/feed' },
        { type: 'forget' },
        { type: 'ask', question: 'Who?' },
      ]),
    );
  });

  test('that is private is seen by the person alone', async () => {
    const stage = await answering([plainCard('Between us')], undefined, ({ actor }) => ({
      onlyFor: actor.id,
    }));
    const { acknowledged } = stage.server.command(
      'ask',
      [option('question', 'Who?'), option('private', true)],
      stage.here,
    );
    expect(await acknowledged).toMatchObject({ data: { flags: 64 } });
    await shownAt(stage.server, 0);
    expect(stage.server.shown().map(({ onlyFor }) => onlyFor)).toEqual([stage.person.id]);
  });

  test('that turns out to be for one person leaves nothing for the others', async () => {
    const stage = await answering([plainCard('You may not')], undefined, ({ actor }) => ({
      onlyFor: actor.id,
    }));
    stage.server.command('digest', [sub('list')], stage.here);
    await shownAt(stage.server, 0);
    await stage.adapter.stop();
    expect(stage.server.shown().map(({ onlyFor }) => onlyFor)).toEqual([stage.person.id]);
    expect([...stage.server.world.messages.values()]).toHaveLength(1);
  });

  test('is answered with several cards, each once, however often one is sent again', async () => {
    const stage = await answering([plainCard('First'), plainCard('Second')]);
    stage.server.command('brief', [option('topic', 'x')], stage.here);
    await until(() => stage.deliveries.length === 2);
    const [request] = stage.handler.requests;
    if (!request) throw new Error('no request');
    await stage.adapter.deliver(request.address, plainCard('Second'), { key: `${request.keys[0]} 1` });
    expect(read(stage).map((text) => text.split('\n').at(-1))).toEqual(['First', 'Second']);
  });

  test('that is left alone leaves no waiting message', async () => {
    const { server, here } = await answering([]);
    await server.command('brief', [option('topic', 'x')], here).acknowledged;
    await until(() => server.world.messages.size === 0);
  });

  test('counts once when Discord sends it twice', async () => {
    const { server, handler, here, adapter } = await answering([]);
    const { acknowledged, again } = server.command('brief', [option('topic', 'x')], here);
    again();
    await acknowledged;
    again();
    await server.command('quotes', [option('topic', 'x')], here).acknowledged;
    await handler.received(2);
    await adapter.stop();
    expect(handler.requests.map(({ command }) => command.type)).toEqual(['brief', 'quotes']);
  });

  test('is handled by one of two processes: the other is told that it is acknowledged', async () => {
    const { server, handler, here, another, adapter } = await answering([]);
    const other = another();
    await other.start(handler);
    await server.command('brief', [option('topic', 'x')], here).acknowledged;
    await until(() => server.calls.filter(isCallback).length === 2);
    await Promise.all([adapter.stop(), other.stop()]);
    expect(handler.requests).toHaveLength(1);
  });

  test('that two processes take for their own, after a failed acknowledgement, is answered once', async () => {
    const stage = await answering([]);
    const { server, adapter, another } = stage;
    await adapter.stop();
    let claims = 0;
    const processes = [another(), another()];
    for (const each of processes)
      await each.start(
        recordingHandler(async ({ address }) => {
          claims += 1;
          if (claims === 1) await each.deliver(address, plainCard('The answer'), { key: 'k' });
        }),
      );
    let callbacks = 0;
    server.fail((call) => isCallback(call) && ++callbacks === 2, FAULTS.serverError);
    server.command('brief', [option('topic', 'x')], stage.here);
    await until(() => claims === 2);
    await Promise.all(processes.map((each) => each.stop()));
    expect(read(stage)).toEqual([expect.stringContaining('The answer')]);
  });

  test('whose waiting message somebody deleted is answered in the channel', async () => {
    const stage = await answering(() => {
      for (const { original } of stage.server.world.interactions.values())
        stage.server.world.messages.delete(original ?? '');
      return [plainCard('Here')];
    });
    stage.server.command('ask', [option('question', 'x')], stage.here);
    expect((await shownAt(stage.server, 0)).interaction).toBeUndefined();
  });

  test('is answered with a plain message where Discord has given up waiting (10062)', async () => {
    const stage = await answering([plainCard('Late, but here')]);
    stage.server.fail(isCallback, FAULTS.code(404, 10_062, 'Unknown interaction'));
    stage.server.command('brief', [option('topic', 'x')], stage.here);
    await shownAt(stage.server, 0);
    expect(stage.server.calls.at(-1)?.path).toBe(`/channels/${stage.channel.id}/messages`);
  });

  test.each([
    ['Discord answers 500', false, FAULTS.serverError],
    ['Discord answers 500 and has heard all the same', true, FAULTS.serverError],
    ['the connection is cut', false, 'cut' as const],
  ])('is acknowledged again where %s', async (_, done, answer) => {
    const stage = await answering([plainCard('Here')]);
    stage.server.fail(isCallback, answer, { done });
    stage.server.command('brief', [option('topic', 'x')], stage.here);
    await shownAt(stage.server, 0);
    expect(stage.handler.requests).toHaveLength(1);
  });

  test('is answered with a plain message when its fifteen minutes are over', async () => {
    const stage = await startStage(recordingHandler());
    const handler = recordingHandler(async ({ address, keys }) => {
      stage.later(15 * 60_000);
      await other.deliver(address, plainCard('After a long while'), { key: `${keys[0]}` });
    });
    const other = stage.another();
    await stage.adapter.stop();
    await other.start(handler);
    stage.server.command('ask', [option('question', 'x')], stage.here);
    await shownAt(stage.server, 0);
    await other.stop();
    const post = stage.server.calls.find(({ body }) => body['enforce_nonce'] === true);
    expect(post?.path).toBe(`/channels/${stage.channel.id}/messages`);
  });

  test('is answered with a plain message when Discord knows its token no more', async () => {
    const stage = await answering(() => {
      for (const interaction of stage.server.world.interactions.values()) interaction.expired = true;
      return [plainCard('Here')];
    });
    stage.server.command('ask', [option('question', 'x')], stage.here);
    const message = await shownAt(stage.server, 0);
    expect(message.interaction).toBeUndefined();
  });

  test('says who may manage the channel', async () => {
    const { server, handler, channel } = await answering([]);
    const editor = server.world.addPerson(true);
    server.command('digest', [sub('list')], { user: editor.id, channel: channel.id });
    const [request] = await handler.received(1);
    expect(request?.actor).toMatchObject({ id: editor.id, mayManage: true });
  });

  test('in a thread stands in the thread, and under its channel', async () => {
    const stage = await answering([plainCard('In the thread')]);
    const head = stage.server.say('look', stage.here).payload['id'];
    const thread = stage.server.startThread(stage.server.world.messages.get(`${head}`) as FakeMessage);
    stage.server.command('brief', [option('topic', 'x')], { ...stage.here, channel: thread });
    const message = await shownAt(stage.server, 0);
    await until(() => stage.deliveries.length === 1);
    expect(message.channel_id).toBe(thread);
    expect(stage.handler.requests[0]?.address).toMatchObject({ channel: stage.channel.id, thread });
    expect(await until(() => stage.deliveries[0])).toMatchObject({
      ok: true,
      message: { address: { channel: stage.channel.id, thread } },
    });
  });
});

describe('completions', () => {
  const focused = (name: string, typed: string) => option(name, typed, { focused: true });

  test('come from the handler, for topics and for speakers', async () => {
    const asked: string[] = [];
    const handler = {
      handle: async () => {},
      suggest: async ({ field, typed }: { field: string; typed: string }) => {
        asked.push(`${field} ${typed}`);
        return [{ label: 'Kim and Putin', value: 'kim-putin' }];
      },
    };
    const { server, here } = await startStage(handler);
    const answers = [
      server.complete('brief', [focused('topic', '')], here),
      server.complete('quotes', [focused('topic', 'pe')], here),
      server.complete('digest', [sub('pause', focused('digest', 'mor'))], here),
      server.complete('briefwire', [sub('zone', focused('zone', 'ber'))], here),
    ];
    for (const { acknowledged } of answers)
      expect(await acknowledged).toEqual({
        type: 8,
        data: { choices: [{ name: 'Kim and Putin', value: 'kim-putin' }] },
      });
    expect(asked).toEqual(['topic ', 'speaker pe', 'digest mor', 'zone ber']);
  });

  test('are within the limits of Discord, and empty where the handler fails', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      label: `${index} ${'x'.repeat(150)}`,
      value: `v${index}`,
    }));
    const handler = {
      handle: async () => {},
      suggest: async ({ typed }: { typed: string }) => {
        if (typed === 'fail') throw new Error('no index');
        return many;
      },
    };
    const { server, here } = await startStage(handler);
    const { data } = (await server.complete('brief', [focused('topic', '')], here).acknowledged) as {
      data: { choices: { name: string }[] };
    };
    expect(data.choices).toHaveLength(25);
    for (const { name } of data.choices) expect(name.length).toBeLessThanOrEqual(100);
    expect(await server.complete('brief', [focused('topic', 'fail')], here).acknowledged).toEqual({
      type: 8,
      data: { choices: [] },
    });
  });
});

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
    expect((await handler.received(1))[0]?.command).toEqual({ type: 'stored', id: '' });
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
    expect(request?.command).toEqual({ type: 'digest', action: 'add', words: '8am daily kim-putin' });
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
