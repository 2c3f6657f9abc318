import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Address } from '../../../src/chat/command.ts';
import type { ChatHandler } from '../../../src/chat/port.ts';
import { buttonCard, plainCard } from '../../contracts/chat-adapter-contract.ts';
import { longCard } from '../../contracts/recording-handler.ts';
import { allNodes, words } from '../../fakes/discord-checks.ts';
import { type Call, type DiscordServer, FAULTS } from '../../fakes/discord-server.ts';
import type { FakeMessage } from '../../fakes/discord-world.ts';
import { startStage } from './stage.ts';

const nobody: ChatHandler = { handle: async () => {}, suggest: async () => [] };
const isPost = ({ method, path }: Call) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);
const V2 = 1 << 15;

async function start(change?: (server: DiscordServer) => void) {
  const stage = await startStage(nobody, change);
  const address: Address = {
    platform: 'discord',
    space: stage.server.world.guild,
    channel: stage.channel.id,
  };
  const send = (card: Card | string, where: Partial<Address> = {}, key = JSON.stringify([card, where])) =>
    stage.adapter.deliver({ ...address, ...where }, typeof card === 'string' ? plainCard(card) : card, {
      key,
    });
  const read = () =>
    stage.server.shown().map((message) =>
      words(message as never)
        .split('\n')
        .at(-1),
    );
  return { ...stage, address, send, read };
}

describe('a card of several messages that is replaced', () => {
  const isDelete = ({ method }: Call) => method === 'DELETE';
  const forbidden = FAULTS.code(403, 50_013, 'no');

  async function replace(fail: (server: DiscordServer) => void) {
    const { server, adapter, address } = await start();
    const first = await adapter.deliver(address, longCard('first'), { key: 'first' });
    if (!first.ok) throw new Error(first.failure.reason);
    const { message } = first;
    expect(message.others?.length).toBeGreaterThan(1);
    fail(server);
    const result = await adapter.deliver(address, longCard('second'), { key: 'second', replaces: message });
    expect(result).toMatchObject({ ok: true, problem: expect.stringMatching(/I need/) });
    return server.shown().filter((shown) => words(shown as never).includes('first'));
  }

  test('leaves none of the old ones where a new one cannot be posted', async () => {
    expect(await replace((server) => server.fail(isPost, forbidden))).toEqual([]);
  });

  test('leaves only the one that cannot be deleted', async () => {
    expect(await replace((server) => server.fail(isDelete, forbidden))).toHaveLength(1);
  });

  test('is whole where somebody had deleted one of the old ones', async () => {
    const { server, adapter, address } = await start();
    const first = await adapter.deliver(address, longCard('first'), { key: 'first' });
    if (!first.ok) throw new Error(first.failure.reason);
    server.remove(first.message.others?.[0]?.id ?? '');
    const replaced = { key: 'second', replaces: first.message };
    const result = await adapter.deliver(address, longCard('second'), replaced);
    expect(result).toMatchObject({ ok: true });
    expect(result).not.toHaveProperty('problem');
  });
});

test('a card of several messages, of which Discord takes one in another form only, is whole', async () => {
  const { server, adapter, address } = await start();
  let posts = 0;
  const isSecond = (call: Call) => {
    posts += isPost(call) ? 1 : 0;
    return posts === 2;
  };
  server.fail(isSecond, FAULTS.code(400, 50_035, 'Invalid Form Body'));
  const result = await adapter.deliver(address, longCard('word'), { key: 'k' });
  expect(result).not.toHaveProperty('problem');
  const said = server.shown().map((message) => words(message as never));
  for (const letter of ['a', 'b', 'c', 'd']) expect(said.join()).toContain(`${letter.repeat(8)} word`);
});

test('a card that stands as an embed is found again', async () => {
  const { server, adapter, address } = await start();
  server.fail(isPost, FAULTS.code(400, 50_035, 'Invalid Form Body'));
  const sent = await adapter.deliver(address, buttonCard({ type: 'help' }), { key: 'k' });
  expect(server.shown()[0]?.embeds).toHaveLength(1);
  expect(await adapter.find(address, 'k')).toEqual(sent.ok && sent.message);
});

describe('a delivery that fails', () => {
  test('after Discord carried it out is there once when it is sent again', async () => {
    const { server, send, read } = await start();
    for (const answer of [FAULTS.serverError, 'cut'] as const) {
      server.fail(isPost, answer, { done: true });
      expect(await send(`words ${answer}`)).toMatchObject({ ok: false, failure: { kind: 'retry' } });
      expect(await send(`words ${answer}`)).toMatchObject({ ok: true });
    }
    expect(read()).toHaveLength(2);
  });

  test.each([
    [10_003, 404, 'gone', /deleted/],
    [10_004, 404, 'gone', /server/],
    [50_013, 403, 'refused', /I need \*Send Messages\*/],
    [50_001, 403, 'refused', /I need \*View Channel\* in #news/],
    [50_083, 400, 'refused', /locked/],
    [50_008, 400, 'refused', /#news takes no messages/],
    [160_002, 400, 'refused', /I need \*Read Message History\* in #news/],
    [200_000, 400, 'refused', /AutoMod/],
    [0, 401, 'refused', /DISCORD_TOKEN/],
  ])('with code %i (status %i) is %s, and says what to change', async (code, status, kind, reason) => {
    const { server, send } = await start();
    server.fail(isPost, FAULTS.code(status, code, 'no'), { times: 3 });
    const result = await send('words');
    expect(result).toMatchObject({ ok: false, failure: { kind, reason: expect.stringMatching(reason) } });
    // Where no other form helps, none is tried: each would call the moderators once more.
    if (code !== 0) expect(server.calls.filter(isPost)).toHaveLength(1);
  });

  test('since the bot was removed from the server is gone, not refused', async () => {
    const { server, send } = await start();
    server.fail(isPost, FAULTS.code(403, 50_001, 'Missing Access'));
    expect(await send('words', { space: '123' })).toMatchObject({ ok: false, failure: { kind: 'gone' } });
  });

  test('with a short rate limit waits, with a long one says how long', async () => {
    const { server, send } = await start();
    server.fail(isPost, FAULTS.rateLimit(0.05));
    expect(await send('short')).toMatchObject({ ok: true });
    server.fail(isPost, FAULTS.rateLimit(40));
    const result = await send('long');
    expect(!result.ok && result.failure.kind === 'retry' && result.failure.after).toBeGreaterThanOrEqual(
      40_000,
    );
    server.fail(isPost, FAULTS.rateLimit(30, true));
    const global = await send('global');
    expect(!global.ok && global.failure).toMatchObject({
      kind: 'retry',
      reason: expect.stringContaining('global'),
    });
  });

  test('to change a message that was deleted is gone', async () => {
    const { server, send, adapter, address } = await start();
    const first = await send('words');
    if (!first.ok) throw new Error('not delivered');
    server.world.messages.delete(first.message.id);
    const result = await adapter.deliver(address, plainCard('other words'), {
      key: 'k',
      replaces: first.message,
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'gone' } });
  });

  test('to a person who takes no direct messages says so, where it cannot stand in the channel either', async () => {
    const { server, adapter, address, person } = await start();
    server.fail(isPost, FAULTS.code(403, 50_007, 'Cannot send messages to this user'), { times: 2 });
    const result = await adapter.deliver(address, plainCard('words'), { key: 'k', onlyFor: person.id });
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('direct messages') },
    });
  });
});

describe('a permission that is missing', () => {
  test.each([
    ['View Channel', 1n << 10n, false],
    ['Send Messages', 1n << 11n, false],
    ['Create Public Threads', 1n << 35n, true],
    ['Send Messages in Threads', 1n << 38n, true],
  ])('%s is named before anything is sent', async (name, bit, inThread) => {
    const { server, send, channel } = await start();
    const head = await send('head');
    channel.denied = bit;
    server.gateway.dispatch('CHANNEL_UPDATE', server.world.channelJson(channel));
    const before = server.calls.length;
    const where = inThread && head.ok ? { thread: head.message.id } : {};
    const refused = { kind: 'refused', reason: expect.stringContaining(`I need *${name}* in #news`) };
    await expect.poll(() => send('words', where)).toMatchObject({ ok: false, failure: refused });
    if (!inThread) expect(server.calls.slice(before).filter(isPost).length).toBeLessThanOrEqual(1);
  });
});

describe('a thread', () => {
  test('gets its name from the card, within a hundred characters', async () => {
    const { server, send } = await start();
    const head = await send('head');
    const thread = head.ok ? head.message.id : '';
    const card = { ...plainCard('detail'), summary: `A *very* long name\n${'of a thread '.repeat(20)}` };
    expect(await send(card, { thread })).toMatchObject({ ok: true, message: { address: { thread } } });
    const name = server.world.channels.get(thread)?.name ?? '';
    expect(name).toMatch(/^A \*very\* long name of a thread/);
    expect(name.length).toBeLessThanOrEqual(100);
  });

  test('that people started meanwhile is used', async () => {
    const { server, send } = await start();
    const head = await send('head');
    if (!head.ok) throw new Error('not delivered');
    server.world.addChannel(11, { id: head.message.id, parent: head.message.address.channel });
    expect(await send('detail', { thread: head.message.id })).toMatchObject({ ok: true });
  });

  test('that was archived is used, also by who may start none', async () => {
    const { server, send, channel } = await start();
    const head = await send('head');
    const thread = head.ok ? head.message.id : '';
    server.world.addChannel(11, { id: thread, parent: channel.id, archived: true });
    channel.denied = PermissionFlagsBits.CreatePublicThreads;
    server.gateway.dispatch('CHANNEL_UPDATE', server.world.channelJson(channel));
    expect(await send('detail', { thread })).toMatchObject({ ok: true, message: { address: { thread } } });
  });

  test('that cannot be started, in a voice chat or a server with too many, is replaced by a reply', async () => {
    const { server, send, channel } = await start();
    const head = await send('head');
    const thread = head.ok ? head.message.id : '';
    server.fail(
      ({ path }) => path.endsWith('/threads'),
      FAULTS.code(400, 160_006, 'Too many active threads'),
    );
    await send('in the channel', { thread });
    const voice = server.world.addChannel(2);
    const other = await send('head', { channel: voice.id });
    await send('in the voice chat', { channel: voice.id, thread: other.ok ? other.message.id : '' });
    const replies = server.shown().filter(({ reference }) => reference !== undefined);
    expect(replies.map(({ channel_id, reference }) => [channel_id, reference])).toEqual([
      [channel.id, thread],
      [voice.id, other.ok && other.message.id],
    ]);
  });

  test('that was archived is used, though its first message was deleted', async () => {
    const { server, send, channel } = await start();
    const { id: thread } = server.world.addChannel(11, { parent: channel.id, archived: true });
    expect(await send('an update', { thread })).toMatchObject({ ok: true, message: { address: { thread } } });
  });

  test('has a name also where its card has none', async () => {
    const { server, send } = await start();
    const head = await send('head');
    const thread = head.ok ? head.message.id : '';
    await send({ ...plainCard('detail'), summary: ' ' }, { thread });
    expect(server.world.channels.get(thread)?.name).toBe('Briefwire');
  });

  test('that cannot be started costs no answer either where its first message was deleted', async () => {
    const { server, send } = await start();
    const head = await send('head');
    const thread = head.ok ? head.message.id : '';
    server.remove(thread);
    server.fail(({ path }) => path.endsWith('/threads'), FAULTS.code(400, 160_006, 'Too many'));
    expect(await send('in the channel', { thread })).toMatchObject({ ok: true });
  });

  test('whose first message and itself are deleted is gone', async () => {
    const { send } = await start();
    expect(await send('detail', { thread: '987654321' })).toMatchObject({
      ok: false,
      failure: { kind: 'gone' },
    });
  });
});

describe('a card', () => {
  const long: Card = {
    summary: 'A long card',
    blocks: Array.from({ length: 12 }, (_, index) => ({
      type: 'paragraph',
      inlines: [{ type: 'text', text: `Part ${index}. ${'Many words. '.repeat(60)}` }],
    })),
  };

  test('that is too long for one message goes into several, in order and each once, and says so', async () => {
    const { server, send } = await start();
    server.fail((call) => isPost(call) && JSON.stringify(call.body).includes('Part 5'), FAULTS.serverError, {
      done: true,
    });
    expect(await send(long)).toMatchObject({ ok: false, failure: { kind: 'retry' } });
    expect(await send(long)).toMatchObject({ ok: true });
    const texts = server.shown().map((message) => words(message as never));
    expect(texts.join(' ').match(/Part \d+/g)).toEqual(
      Array.from({ length: 12 }, (_, index) => `Part ${index}`),
    );
    expect(texts[0]).toContain(`Continued in the next message (1 of ${texts.length}).`);
  });

  test('that Discord does not take as components is an embed, and then plain text', async () => {
    const { server, send } = await start();
    const isV2 = (call: Call) => isPost(call) && Boolean(Number(call.body['flags']) & V2);
    server.fail(isV2, FAULTS.code(400, 50_035, 'Invalid Form Body'));
    expect(await send(buttonCard({ type: 'help' }))).toMatchObject({ ok: true });
    server.fail(isPost, FAULTS.code(400, 50_035, 'Invalid Form Body'), { times: 2 });
    expect(await send(plainCard('plain'))).toMatchObject({ ok: true });
    const [embed, plain] = server.shown();
    expect(embed?.embeds).toHaveLength(1);
    expect(plain?.content).toContain('plain');
    expect(plain?.flags).toBe(4);
  });

  test('names the slot of its digest in its first button, where a program can read it', async () => {
    const { server, send, adapter, address } = await start();
    const mark = { digest: 'morning', slot: '2026-11-22T08:00:00' };
    const cards = [plainCard('nothing to press'), buttonCard({ type: 'help' }), long].map((card) => ({
      ...card,
      mark,
    }));
    for (const [index, card] of cards.entries()) {
      const sent = await send(card, {}, `digest ${index}`);
      const message = server.world.messages.get(sent.ok ? sent.message.id : '') as FakeMessage;
      const first = allNodes(message as never).find(({ type }) => type === 2);
      expect(first?.custom_id).toContain(';morning;2026-11-22T08:00:00|');
      expect((await adapter.find(address, `digest ${index}`))?.id).toBe(message.id);
    }
  });

  test('that carries a ping in every place notifies nobody', async () => {
    const { server, send } = await start();
    await send({ summary: '@everyone', blocks: [{ type: 'heading', level: 1, text: '@here <@1> <@&2>' }] });
    for (const { body } of server.calls.filter(isPost))
      expect(body['allowed_mentions']).toEqual({ parse: [] });
  });

  test('loses a long button, not more, where the store cannot be written', async () => {
    const stage = await start();
    const { adapter, server, address } = stage;
    stage.breakStore();
    const card = buttonCard({ type: 'ask', question: 'long '.repeat(100) });
    expect(await adapter.deliver(address, card, { key: 'k' })).toMatchObject({ ok: true });
    expect(server.shown()).toHaveLength(1);
  });
});

test('looking for a delivery says that it cannot tell, rather than that there is none', async () => {
  const { server, adapter, address } = await start();
  server.fail(({ method, path }) => method === 'GET' && path.endsWith('/messages'), FAULTS.serverError, {
    times: 2,
  });
  await expect(adapter.find(address, 'key')).rejects.toMatchObject({ code: 'unavailable' });
  expect(await adapter.find({ ...address, channel: '1' }, 'key')).toBeUndefined();
});

test('looking for a delivery, a reply that stands in the channel instead of a thread is found', async () => {
  const { server, adapter, address } = await start();
  const head = await adapter.deliver(address, plainCard('Head'), { key: 'head' });
  server.fail(({ path }) => path.endsWith('/threads'), FAULTS.code(400, 160_006, 'Too many threads'));
  const thread = { ...address, thread: head.ok ? head.message.id : '' };
  const detail = await adapter.deliver(thread, plainCard('Detail'), { key: 'detail' });
  expect(await adapter.find(thread, 'detail')).toEqual(detail.ok && detail.message);
  expect(await adapter.find(thread, 'another')).toBeUndefined();
});

test('looking for a delivery goes back through what people have written since', async () => {
  const { server, adapter, address, here } = await start();
  const sent = await adapter.deliver(address, plainCard('Morning'), { key: 'k' });
  for (let number = 0; number < 250; number += 1) server.say(`talk ${number}`, here);
  expect(await adapter.find(address, 'k')).toEqual(sent.ok && sent.message);
});

test('looking for a delivery, nothing is sent again where what stands there may not be read', async () => {
  const { server, adapter, address, channel } = await start();
  await adapter.deliver(address, plainCard('Morning'), { key: 'k' });
  channel.denied = PermissionFlagsBits.ReadMessageHistory;
  server.gateway.dispatch('CHANNEL_UPDATE', server.world.channelJson(channel));
  server.world.forgetNonces();
  const find = () => adapter.find(address, 'k').catch(() => 'it cannot be told');
  await expect.poll(find).toBe('it cannot be told');
  const again = await adapter.deliver(address, plainCard('Morning'), { key: 'k', mayStand: true });
  expect(again).toMatchObject({
    failure: { kind: 'retry', reason: expect.stringContaining('*Read Message History* in #news') },
  });
  expect(server.shown()).toHaveLength(1);
});

test('looking for a delivery, a message of another bot that bears the same key is none of ours', async () => {
  const { server, adapter, address } = await start();
  const sent = await adapter.deliver(address, plainCard('Morning'), { key: 'k' });
  const message = server.world.messages.get(sent.ok ? sent.message.id : '') as FakeMessage;
  expect(await adapter.find(address, 'k')).toMatchObject({ id: message.id });
  Object.assign(message.author, { id: '99' });
  expect(await adapter.find(address, 'k')).toBeUndefined();
});

test('a channel that is limited holds up no other', async () => {
  const { server, send } = await start();
  const other = server.world.addChannel();
  server.fail((call) => isPost(call) && !call.path.includes(other.id), FAULTS.rateLimit(0.3));
  const order: string[] = [];
  const slow = send('slow').then(() => order.push('slow'));
  const fast = send('fast', { channel: other.id }).then(() => order.push('fast'));
  await Promise.all([slow, fast]);
  expect(order).toEqual(['fast', 'slow']);
});

test('a clock that is set back holds nothing up', async () => {
  const { send } = await start();
  await send('before');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000, shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  // discord.js lets fifty requests through a second, and counts seconds by the clock.
  for (let number = 0; number < 55; number += 1)
    expect(await send(`message ${number}`)).toMatchObject({ ok: true });
});

test('looking for a delivery waits as long as Discord asks', async () => {
  const { server, adapter, address } = await start();
  server.fail(({ method, path }) => method === 'GET' && path.endsWith('/messages'), FAULTS.rateLimit(30));
  const sent = await adapter.deliver(address, plainCard('Morning'), { key: 'k', mayStand: true });
  expect(sent).toMatchObject({ ok: false, failure: { kind: 'retry' } });
  expect(sent.ok || (sent.failure.kind === 'retry' && sent.failure.after)).toBeGreaterThanOrEqual(30_000);
});
