import { describe, expect, test } from 'vitest';
import type { ChatAdapter } from '../../../src/chat/port.ts';
import { plainCard, recordingHandler } from '../../contracts/chat-adapter-contract.ts';
import { type Call, FAULTS } from '../../fakes/discord-server.ts';
import type { FakeMessage } from '../../fakes/discord-world.ts';
import { answering, read, shownAt } from './answering.ts';
import { option, startStage, sub, until } from './stage.ts';

const isCallback = ({ path }: Call) => path.endsWith('/callback');

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
          option('topic', 'The Sun'),
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
        { type: 'digest', action: 'add', words: '08:00 weekdays Europe/Berlin "The Sun"' },
        { type: 'add', url: 'https://example.org/feed' },
        { type: 'forget' },
        { type: 'ask', question: 'Who?' },
      ]),
    );
  });

  test('that another version registered is answered: it is no command any more', async () => {
    const handler = recordingHandler();
    const { server, here } = await startStage(handler);
    await server.command('gazette', [], here).acknowledged;
    await server.command('gazette', [sub('print')], here).acknowledged;
    expect((await handler.received(2)).map(({ command }) => command)).toEqual([
      { type: 'help', unknown: '/gazette' },
      { type: 'help', unknown: '/gazette' },
    ]);
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

  test('whose detail stands in the thread of its answer says nothing beside', async () => {
    let adapter: ChatAdapter | undefined;
    const handler = recordingHandler(async ({ address, keys }) => {
      const head = await adapter?.deliver(address, plainCard('Head'), { key: `${keys[0]} 0` });
      if (!head?.ok) throw new Error('not delivered');
      const { reply: _used, ...place } = head.message.address;
      await adapter?.deliver({ ...place, thread: head.message.id }, plainCard('Detail'), {
        key: `${keys[0]} 1`,
      });
    });
    const stage = await startStage(handler);
    ({ adapter } = stage);
    stage.server.command('brief', [option('topic', 'x')], stage.here);
    await shownAt(stage.server, 1);
    await stage.adapter.stop();
    expect(read(stage)).toEqual([expect.stringContaining('Head'), expect.stringContaining('Detail')]);
  });

  test('is answered at once also while Discord asks the bot to wait everywhere else', async () => {
    const stage = await answering([plainCard('Here')]);
    const { server, adapter, channel, here } = stage;
    server.fail(({ path }) => path.endsWith('/messages'), FAULTS.rateLimit(300, true));
    const address = { platform: 'discord', space: server.world.guild, channel: channel.id } as const;
    for (const key of ['digest', 'digest']) {
      const sent = await adapter.deliver(address, plainCard('Morning'), { key });
      expect(sent).toMatchObject({ ok: false, failure: { kind: 'retry' } });
    }
    server.command('brief', [option('topic', 'x')], here);
    await shownAt(server, 0);
    expect(read(stage)).toEqual([expect.stringContaining('Here')]);
  });

  test('of whose answer a part is blocked says why, and does not ask to be given again', async () => {
    const cards = [plainCard('One'), plainCard('Two')];
    const stage = await answering(cards, undefined, ({ actor }) => ({ onlyFor: actor.id }));
    stage.server.fail(
      ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'),
      FAULTS.code(400, 200_000, 'Message was blocked by automatic moderation'),
    );
    stage.server.command('ask', [option('question', 'Who?'), option('private', true)], stage.here);
    const notice = await until(() => stage.server.shown().find(({ content }) => content !== ''));
    expect(notice.content).toContain('A rule of this server blocked it');
    expect(notice.onlyFor).toBe(stage.person.id);
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
    const many = [
      { label: ' ', value: 'nameless' },
      { label: 'Two\nlines', value: 'lines' },
      ...Array.from({ length: 40 }, (_, index) => ({
        label: `${index} ${'x'.repeat(150)}`,
        value: `v${index}`,
      })),
    ];
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
    expect(data.choices).toHaveLength(24);
    expect(data.choices[0]).toEqual({ name: 'Two lines', value: 'lines' });
    for (const { name } of data.choices) expect(name.length).toBeLessThanOrEqual(100);
    expect(await server.complete('brief', [focused('topic', 'fail')], here).acknowledged).toEqual({
      type: 8,
      data: { choices: [] },
    });
  });
});
