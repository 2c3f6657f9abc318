import { describe, expect, test } from 'vitest';
import type { Request } from '../../../src/chat/command.ts';
import type { ChatAdapter } from '../../../src/chat/port.ts';
import { plainCard, recordingHandler } from '../../contracts/chat-adapter-contract.ts';
import { words } from '../../fakes/discord-checks.ts';
import { type Call, type DiscordServer, FAULTS } from '../../fakes/discord-server.ts';
import type { FakeMessage } from '../../fakes/discord-world.ts';
import { option, startStage, until } from './stage.ts';

const SEND = 1n << 11n;
const SEND_IN_THREADS = 1n << 38n;

/** A stage whose handler answers what is addressed to it. */
async function answering(change?: (server: DiscordServer) => void) {
  let adapter: ChatAdapter | undefined;
  const handler = recordingHandler(async ({ address, addressed, keys }) => {
    if (addressed) await adapter?.deliver(address, plainCard('The answer'), { key: `${keys[0]}` });
  });
  const stage = await startStage(handler, change);
  adapter = stage.adapter;
  const last = async (count: number): Promise<Request> => {
    const request = (await handler.received(count))[count - 1];
    if (!request) throw new Error('no request');
    return request;
  };
  const message = (id: unknown) => stage.server.world.messages.get(`${id}`) as FakeMessage;
  return { ...stage, handler, last, message };
}

describe('words', () => {
  test('that mention the bot are answered where they stand', async () => {
    const { server, here, last } = await answering();
    server.say('what is new?', { ...here, mention: true });
    const request = await last(1);
    expect(request).toMatchObject({ command: { type: 'say', words: 'what is new?' }, addressed: true });
    expect(request.address.thread).toBeUndefined();
    const answer = await until(() => server.shown()[0]);
    expect(answer.channel_id).toBe(here.channel);
  });

  test('that mention the role of the bot are for it too', async () => {
    const { server, here, last } = await answering();
    const { botRole } = server.world;
    const { payload } = server.say(`<@&${botRole}> what is new?`, here);
    server.gateway.dispatch('MESSAGE_CREATE', { ...payload, id: '99', mention_roles: [botRole] });
    expect((await last(1)).command).toEqual({ type: 'say', words: 'what is new?' });
  });

  test('in a direct message need no mention, and have a space of their own', async () => {
    const { server, person, last, handler } = await answering();
    const { id } = server.world.directChannel(person.id);
    server.say('what is new?', { user: person.id, channel: id });
    expect(await last(1)).toMatchObject({
      addressed: true,
      address: { space: `dm:${person.id}`, channel: id },
      actor: { mayManage: true },
    });
    await until(() => server.shown().length === 1);
    expect(handler.requests[0]?.address.thread).toBeUndefined();
  });

  test('in a channel that are for nobody are left alone', async () => {
    const { server, here, handler, last } = await answering();
    server.say('what is for lunch?', here);
    server.say('brief us', { ...here, mention: true });
    await last(1);
    expect(handler.requests).toHaveLength(1);
  });

  test('that reply to a message of the bot belong to the conversation that it heads, and start its thread', async () => {
    const { server, here, last, message } = await answering();
    server.say('what is new?', { ...here, mention: true });
    const head = await until(() => server.shown()[0]);
    server.say('And the other side?', { ...here, replyTo: message(head.id) });
    expect(await last(2)).toMatchObject({
      addressed: true,
      address: { channel: here.channel, thread: head.id },
    });
    const answer = await until(() => server.shown()[1]);
    expect(answer.channel_id).toBe(head.id);
    expect(server.world.channels.get(head.id)).toMatchObject({ type: 11, name: 'A card' });
  });

  test('in a thread are perhaps not for the bot, in a forum’s post too', async () => {
    const { server, here, last, message } = await answering();
    const thread = server.startThread(message(server.say('a post', here).payload['id']));
    server.say('Who said so?', { ...here, channel: thread });
    expect(await last(1)).toMatchObject({ addressed: false, address: { channel: here.channel, thread } });

    const forum = server.world.addChannel(15);
    const post = server.world.addChannel(11, { parent: forum.id });
    server.gateway.dispatch('THREAD_CREATE', server.world.channelJson(post));
    server.say('Who said so?', { ...here, channel: post.id, mention: true });
    expect(await last(2)).toMatchObject({ addressed: true, address: { channel: forum.id, thread: post.id } });
    expect((await until(() => server.shown()[0])).channel_id).toBe(post.id);
  });

  test('in a thread that was opened again are placed, though the gateway never told of it', async () => {
    const { server, here, last } = await answering();
    const thread = server.world.addChannel(11, { parent: here.channel, archived: true });
    server.say('Who said so?', { ...here, channel: thread.id });
    expect(await last(1)).toMatchObject({ address: { channel: here.channel, thread: thread.id } });
  });

  test('that a webhook posts are nobody’s, though they mention the bot', async () => {
    const { server, here, last, handler } = await answering();
    const { payload } = server.say('Ferries are late again', here);
    const mentions = [server.world.botUser()];
    server.gateway.dispatch('MESSAGE_CREATE', { ...payload, id: '97', webhook_id: '5', mentions });
    server.say('what is new?', { ...here, mention: true });
    await last(1);
    expect(handler.requests.map(({ message }) => message)).not.toContain('97');
  });

  test('say nothing by a picture of the server’s own', async () => {
    const { server, here, last } = await answering();
    server.say('thanks <:pray:123> <a:party:45>', { ...here, mention: true });
    expect((await last(1)).command).toEqual({ type: 'say', words: 'thanks' });
  });

  test('name the people that they mention', async () => {
    const { server, here, last } = await answering();
    const other = server.world.addPerson();
    const { payload } = server.say(`did <@${other.id}> ask?`, { ...here, mention: true });
    server.gateway.dispatch('MESSAGE_CREATE', {
      ...payload,
      id: '98',
      mentions: [server.world.botUser(), server.world.user(other.id)],
    });
    expect((await last(2)).command).toEqual({ type: 'say', words: `did @${other.username} ask?` });
  });
});

describe('somebody who takes no direct messages', () => {
  test('and mentions the bot is answered in the channel with what is else for them alone', async () => {
    const { server, here, adapter, channel, person } = await answering();
    server.world.closed.add(person.id);
    const asked = { platform: 'discord', space: server.world.guild, channel: channel.id } as const;
    const delivery = await adapter.deliver(asked, plainCard('Help'), { key: 'k', onlyFor: person.id });
    expect(delivery).toMatchObject({ ok: true, message: { address: asked } });
    expect(server.shown().map(({ channel_id }) => channel_id)).toEqual([here.channel]);
  });

  test('and gave a command is not, once its time is over', async () => {
    const stage = await startStage(recordingHandler());
    const { server, here, channel, person } = stage;
    server.world.closed.add(person.id);
    await server.command('ask', [option('question', 'x')], here).acknowledged;
    stage.later(20 * 60_000);
    const reply = JSON.stringify({ since: Date.now() });
    const asked = { platform: 'discord', space: server.world.guild, channel: channel.id, reply } as const;
    const delivery = await stage.adapter.deliver(asked, plainCard('A secret'), {
      key: 'k',
      onlyFor: person.id,
    });
    expect(delivery).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(server.shown().filter(({ channel_id }) => channel_id === here.channel)).toEqual([]);
  });
});

describe('a message that changes', () => {
  test('is handed over again, as edited and in the same place', async () => {
    const { server, here, last } = await answering();
    const id = `${server.say('what is nwe?', { ...here, mention: true }).payload['id']}`;
    const first = await last(1);
    server.edit(id, `<@${server.world.bot}> what is new?`);
    const second = await last(2);
    expect(second).toMatchObject({
      command: { type: 'say', words: 'what is new?' },
      edited: true,
      message: id,
    });
    expect(second.address).toEqual(first.address);
    expect(second.keys).not.toEqual(first.keys);
  });

  test('only because Discord looked at its links is not', async () => {
    const { server, here, last, handler } = await answering();
    const { payload } = server.say('what is new?', { ...here, mention: true });
    await last(1);
    server.gateway.dispatch('MESSAGE_UPDATE', { ...payload, embeds: [{ title: 'A page' }] });
    server.say('and now?', { ...here, mention: true });
    await last(2);
    expect(handler.requests.map(({ edited }) => edited)).toEqual([undefined, undefined]);
  });

  test('and is pinned long afterwards is handed over no third time', async () => {
    const { server, here, last, handler, later } = await answering();
    const { payload } = server.say('what is nwe?', { ...here, mention: true });
    await last(1);
    server.edit(`${payload['id']}`, `<@${server.world.bot}> what is new?`);
    const edited_timestamp = new Date().toISOString();
    await last(2);
    later(11 * 60_000);
    server.gateway.dispatch('MESSAGE_UPDATE', { ...payload, edited_timestamp, pinned: true });
    server.say('and now?', { ...here, mention: true });
    await last(3);
    expect(handler.requests.map(({ edited }) => edited)).toEqual([undefined, true, undefined]);
  });

  test('into nothing, and was a reply, is taken back in the conversation that it belonged to', async () => {
    const { server, here, last, message } = await answering();
    server.say('what is new?', { ...here, mention: true });
    const head = await until(() => server.shown()[0]);
    const id = `${server.say('And the other side?', { ...here, replyTo: message(head.id) }).payload['id']}`;
    const said = await last(2);
    server.remove(id);
    const unsaid = await last(3);
    expect(said.address.thread).toBe(head.id);
    expect(unsaid).toMatchObject({ command: { type: 'unsay' }, message: id, address: said.address });
  });

  test('into nothing is told, from where it was', async () => {
    const { server, here, last, person } = await answering();
    const { id: direct } = server.world.directChannel(person.id);
    for (const channel of [here.channel, direct]) {
      const id = `${server.say('what is new?', { user: person.id, channel, mention: true }).payload['id']}`;
      const said = await last(channel === direct ? 3 : 1);
      server.remove(id);
      const unsaid = await last(channel === direct ? 4 : 2);
      expect(unsaid).toMatchObject({ command: { type: 'unsay' }, message: id, address: said.address });
    }
  });
});

const isTold = (message: FakeMessage) =>
  words(message as never).includes('mention me, reply to one of my messages');

describe('a message of before a restart that is deleted', () => {
  test.each(['channel', 'direct', 'thread'])('is told, from where it was: %s', async (where) => {
    const { server, here, last, person, adapter, another, message } = await answering();
    const head = server.say('a talk', here).payload['id'];
    const rooms: Record<string, string> = {
      channel: here.channel,
      direct: server.world.directChannel(person.id).id,
      thread: server.startThread(message(head)),
    };
    const channel = rooms[where] ?? '';
    const id = `${server.say('what is new?', { user: person.id, channel, mention: true }).payload['id']}`;
    const said = await last(1);
    await adapter.stop();
    const handler = recordingHandler();
    const next = another();
    await next.start(handler);
    server.remove(id);
    const [unsaid] = await handler.received(1);
    expect(unsaid).toMatchObject({ command: { type: 'unsay' }, message: id, address: said.address });
    await next.stop();
  });
});

describe('without the message-content intent', () => {
  const withoutContent = (server: DiscordServer) => {
    server.options.content = false;
  };

  test('it is not asked for, and mentions, direct messages and replies that ping work', async () => {
    const { server, here, last, message, person, handler } = await answering(withoutContent);
    expect(server.gateway.identified.map((intents) => intents & (1 << 15))).toEqual([0]);
    server.say('one', { ...here, mention: true });
    await last(1);
    const head = await until(() => server.shown()[0]);
    server.say('two', { ...here, replyTo: message(head.id) });
    server.say('three', { user: person.id, channel: server.world.directChannel(person.id).id });
    await last(3);
    // Its words come empty: there is nothing to hand over.
    server.say('not for the bot', { ...here, channel: server.startThread(message(head.id)) });
    server.say('four', { ...here, mention: true });
    await last(4);
    const said = handler.requests.map(({ command }) => (command.type === 'say' ? command.words : ''));
    expect(said.sort()).toEqual(['four', 'one', 'three', 'two']);
  });

  test('the bot says once in a server how to ask, where people talk with it and need no mention elsewhere', async () => {
    const { server, here, message, adapter } = await answering(withoutContent);
    const channel = { platform: 'discord', space: server.world.guild, channel: here.channel } as const;
    await adapter.deliver(channel, plainCard('Morning'), { key: 'morning' });
    expect(server.shown().map(isTold)).toEqual([false]);
    const thread = server.startThread(message(server.say('a talk', here).payload['id']));
    for (const [index, said] of ['one', 'two'].entries()) {
      server.say(said, { ...here, channel: thread, mention: true });
      await until(() => server.shown().length === index + 2);
    }
    expect(server.shown().map(isTold)).toEqual([false, true, false]);
  });

  test('and does not say it again after a restart', async () => {
    const { server, here, message, adapter, another } = await answering(withoutContent);
    const thread = server.startThread(message(server.say('a talk', here).payload['id']));
    server.say('one', { ...here, channel: thread, mention: true });
    await until(() => server.shown().length === 1);
    await adapter.stop();
    const next = another();
    await next.start(recordingHandler());
    const address = {
      platform: 'discord',
      space: server.world.guild,
      channel: here.channel,
      thread,
    } as const;
    await next.deliver(address, plainCard('two'), { key: 'two' });
    await next.stop();
    expect(server.shown().map(isTold)).toEqual([true, false]);
  });

  test('but does where it could not be said, once it can', async () => {
    const { server, here, message, adapter } = await answering(withoutContent);
    const thread = server.startThread(message(server.say('a talk', here).payload['id']));
    const address = {
      platform: 'discord',
      space: server.world.guild,
      channel: here.channel,
      thread,
    } as const;
    const isPost = ({ method, path }: Call) => method === 'POST' && path.endsWith('/messages');
    server.fail(isPost, FAULTS.code(403, 50_013, 'Missing Permissions'));
    await adapter.deliver(address, plainCard('one'), { key: 'one' });
    server.fail(isPost, FAULTS.serverError);
    server.fail(isPost, 'cut', { done: true });
    for (const _attempt of [1, 2, 3]) await adapter.deliver(address, plainCard('two'), { key: 'two' });
    await adapter.deliver(address, plainCard('three'), { key: 'three' });
    expect(server.shown().map(isTold)).toEqual([true, false]);
  });
});

describe('where the bot may not write', () => {
  test('the person is told in a direct message what is missing', async () => {
    const { server, here, channel, person } = await answering();
    channel.denied = SEND;
    server.gateway.dispatch('CHANNEL_UPDATE', server.world.channelJson(channel));
    server.say('what is new?', { ...here, mention: true });
    const notice = await until(() => server.shown()[0]);
    expect(notice.onlyFor).toBe(person.id);
    expect(notice.content).toContain('I need *Send Messages* in #news');
    expect(server.calls.some(({ path }) => path === `/channels/${channel.id}/messages`)).toBe(false);
  });

  test('Discord’s own refusal is told too, where the gateway did not know', async () => {
    const { server, here, channel } = await answering();
    channel.denied = SEND;
    server.say('what is new?', { ...here, mention: true });
    expect((await until(() => server.shown()[0])).content).toContain('I need *Send Messages*');
  });

  test('nobody is told of a problem that a second attempt did not have', async () => {
    let adapter: ChatAdapter | undefined;
    const handler = recordingHandler(async ({ address, keys }) => {
      for (const _attempt of [1, 2])
        await adapter?.deliver(address, plainCard('The answer'), { key: `${keys[0]}` });
    });
    const stage = await startStage(handler);
    ({ adapter } = stage);
    const { server, here } = stage;
    server.fail(({ path }) => path.endsWith('/messages'), FAULTS.serverError);
    server.say('what is new?', { ...here, mention: true });
    await until(() => server.shown().length > 0);
    await adapter.stop();
    expect(server.shown().map(({ onlyFor }) => onlyFor)).toEqual([undefined]);
  });

  test('nobody is written to for talk in a thread that was not for the bot', async () => {
    let adapter: ChatAdapter | undefined;
    const handler = recordingHandler(async ({ address, keys }) => {
      await adapter?.deliver(address, plainCard('The answer'), { key: `${keys[0]}` });
    });
    const stage = await startStage(handler);
    ({ adapter } = stage);
    const { server, here, channel } = stage;
    const head = server.world.messages.get(`${server.say('a talk', here).payload['id']}`) as FakeMessage;
    const thread = server.startThread(head);
    channel.denied = SEND_IN_THREADS;
    server.gateway.dispatch('CHANNEL_UPDATE', server.world.channelJson(channel));
    server.say('Who said so?', { ...here, channel: thread });
    expect(await handler.received(1)).toMatchObject([{ addressed: false }]);
    await adapter.stop();
    expect(server.shown()).toEqual([]);
  });
});

test('people see the same in a command and in words', async () => {
  const { server, here, last } = await answering();
  server.command('ask', [option('question', 'Who?')], here);
  server.say('Who?', { ...here, mention: true });
  const [one, other] = [await last(1), await last(2)];
  expect(one.actor.name).toBe(other.actor.name);
  expect(one.address.space).toBe(other.address.space);
});
