import { describe, expect, onTestFinished, test } from 'vitest';
import type { ChatHandler } from '../../../src/chat/port.ts';
import { plainCard, recordingHandler } from '../../contracts/chat-adapter-contract.ts';
import { type Call, type DiscordServer, FAULTS } from '../../fakes/discord-server.ts';
import { snowflake } from '../../fakes/discord-world.ts';
import { answering } from './answering.ts';
import { openStage, option, startStage, until } from './stage.ts';

const nobody: ChatHandler = { handle: async () => {}, suggest: async () => [] };
const CONTENT = 1 << 15;

describe('a gateway that goes wrong', () => {
  test('resumes after a drop, and what was missed is handed over once', async () => {
    const handler = recordingHandler();
    const { server, here } = await startStage(handler);
    server.say('before', { ...here, mention: true });
    await handler.received(1);
    server.gateway.drop(4000);
    server.say('missed', { ...here, mention: true });
    await until(() => server.gateway.resumed === 1);
    server.say('after', { ...here, mention: true });
    const requests = await handler.received(3);
    expect(requests.map(({ command }) => (command.type === 'say' ? command.words : ''))).toEqual([
      'before',
      'missed',
      'after',
    ]);
  });

  test('is tried again while Discord is away, said once however long that is, and what was missed is handed over', async () => {
    const handler = recordingHandler();
    const { server, here, logged } = await startStage(handler);
    let turnedAway = 0;
    server.options.onTurnedAway = () => {
      turnedAway += 1;
    };
    server.options.isAway = true;
    server.gateway.cut();
    server.say('missed', { ...here, mention: true });
    await until(() => turnedAway >= 3);
    expect(logged().match(/discord (reconnects|connection)/g)).toEqual([
      'discord reconnects',
      'discord connection',
    ]);
    server.options.isAway = false;
    server.say('after', { ...here, mention: true });
    const requests = await handler.received(2);
    expect(requests.map(({ command }) => (command.type === 'say' ? command.words : ''))).toEqual([
      'missed',
      'after',
    ]);
    expect(logged()).toContain('discord resumed');
  });

  test('resumes when Discord asks for a new connection (op 7)', async () => {
    const handler = recordingHandler();
    const { server, here } = await startStage(handler);
    server.gateway.send(7);
    await until(() => server.gateway.resumed === 1);
    server.say('after', { ...here, mention: true });
    await handler.received(1);
    expect(server.gateway.identified).toHaveLength(1);
  });

  test('identifies again when its session is over (op 9)', async () => {
    const handler = recordingHandler();
    const { server, here, logged } = await startStage(handler);
    server.gateway.send(9);
    await until(() => logged().includes('discord is connected again'));
    server.say('after', { ...here, mention: true });
    await handler.received(1);
  });

  test('connects again when a heartbeat is not acknowledged', async () => {
    const handler = recordingHandler();
    const { server, here } = await startStage(handler, ({ options }) => {
      options.heartbeat = 60;
      options.isDeaf = true;
    });
    await until(() => server.gateway.resumed >= 1);
    server.options.isDeaf = false;
    server.say('after', { ...here, mention: true });
    await handler.received(1);
  });
});

describe('the token', () => {
  test('that Discord does not accept is told clearly, and is in no log', async () => {
    const stage = await openStage(() => {}, { token: 'a-wrong-token' });
    onTestFinished(stage.close);
    await expect(stage.adapter.start(nobody)).rejects.toMatchObject({
      code: 'bad-settings',
      message: expect.stringMatching(/DISCORD_TOKEN.*https:\/\/discord\.com\/developers/),
    });
    expect(stage.logged()).not.toContain('a-wrong-token');
  });

  test('that Discord takes back while running (close 4004) is told once, to whoever runs the adapter too', async () => {
    const { server, logged, lost } = await startStage(nobody, ({ options }) => {
      options.shards = 2;
    });
    server.gateway.drop(4004);
    await until(() => lost.length > 0);
    expect(lost).toEqual([expect.stringContaining('does not accept DISCORD_TOKEN')]);
    expect(logged()).toContain('does not accept DISCORD_TOKEN');
    expect(logged()).not.toContain(server.world.token);
  });

  test('survives a 401 that Discord gives once in a while', async () => {
    const handler = recordingHandler();
    const { server, adapter, channel } = await startStage(handler);
    const isPost = ({ path }: Call) => path.endsWith('/messages');
    server.fail(isPost, FAULTS.unauthorized);
    const address = { platform: 'discord', space: server.world.guild, channel: channel.id } as const;
    const card = { summary: 's', blocks: [] };
    expect(await adapter.deliver(address, card, { key: 'one' })).toMatchObject({ ok: true });
    expect(await adapter.deliver(address, card, { key: 'two' })).toMatchObject({ ok: true });
  });

  test('survives a 401 of the kind when it answers a command', async () => {
    const stage = await answering([plainCard('What happened')]);
    stage.server.fail(({ path }) => path.startsWith('/webhooks/'), FAULTS.unauthorized);
    stage.server.command('brief', [option('topic', 'x')], stage.here);
    await until(() => stage.deliveries.length === 1);
    expect(stage.deliveries[0]).toMatchObject({ ok: true });
  });

  test('and a Discord that is not there are told apart', async () => {
    const stage = await openStage();
    await stage.close();
    await expect(stage.adapter.start(nobody)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

test('a bot that was started too often is told when it may connect again, and no network is blamed', async () => {
  const stage = await openStage((server) => {
    const session_start_limit = { total: 1000, remaining: 0, reset_after: 3_600_000, max_concurrency: 1 };
    const body = { url: server.gateway.url, shards: 1, session_start_limit };
    server.fail(({ path }) => path === '/gateway/bot', { status: 200, body });
  });
  onTestFinished(stage.close);
  await expect(stage.adapter.start(nobody)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/^Discord lets the bot connect no more for now: .* resets at 2/),
  });
  expect(stage.server.gateway.identified).toEqual([]);
});

describe('the message-content intent', () => {
  test('is asked for where the application has it', async () => {
    const { server } = await startStage(nobody);
    expect(server.gateway.identified.map((intents) => intents & CONTENT)).toEqual([CONTENT]);
  });

  test('is done without where Discord refuses it at the start (close 4014), and the switch is named', async () => {
    const { server, logged } = await startStage(nobody, refusesContent);
    expect(server.gateway.identified.map((intents) => intents & CONTENT)).toEqual([CONTENT, 0]);
    expect(logged()).toContain('Message Content Intent');
  });

  test('is done without where it is switched off later', async () => {
    const handler = recordingHandler();
    const { server, here, logged } = await startStage(handler);
    server.options.content = false;
    server.gateway.drop(4014);
    await until(() => server.gateway.identified.length === 2 && logged().includes('Message Content Intent'));
    server.say('still here?', { ...here, mention: true });
    await handler.received(1);
  });
});

/** The application's flags say that it has the intent; the gateway says otherwise. */
function refusesContent(server: DiscordServer): void {
  server.fail(({ path }) => path === '/applications/@me', {
    status: 200,
    body: { id: server.world.application, name: 'Briefwire', flags: 1 << 19 },
  });
  server.options.content = false;
}

/** A handler that notes where the bot is said to be: "left <server> <channel>". */
function presences() {
  const told: string[] = [];
  const handler: ChatHandler = {
    handle: async ({ command, address: { space, channel } }) => {
      if (command.type === 'presence') told.push([command.event, space, channel].join(' ').trim());
    },
    suggest: async () => [],
  };
  return { handler, told };
}

describe('servers', () => {
  test('of two shards are both heard by one process', async () => {
    const handler = recordingHandler();
    const { server, person } = await startStage(handler, ({ world, options }) => {
      options.shards = 2;
      // The next snowflake may fall on the other shard or not; two servers that surely differ.
      world.guilds.push(`${((BigInt(world.guild) >> 22n) << 22n) + (1n << 22n)}`);
    });
    const [first = '', second = ''] = server.world.guilds;
    const rooms = [
      server.world.addChannel(0, { guild: first }),
      server.world.addChannel(0, { guild: second }),
    ];
    for (const { id } of rooms) server.say('hello', { user: person.id, channel: id, mention: true });
    const requests = await handler.received(2);
    expect(new Set(requests.map(({ address }) => address.space))).toEqual(new Set([first, second]));
    // A session of one shard says nothing of the servers of the other.
    expect(requests.map(({ command }) => command.type)).toEqual(['say', 'say']);
    expect(server.gateway.identified).toHaveLength(2);
  });

  test('that come, go, and lose a channel are told; one that is only out of reach is not', async () => {
    const { handler, told } = presences();
    const { server, channel } = await startStage(handler);
    const { world, gateway } = server;
    const added = snowflake();
    gateway.dispatch('GUILD_DELETE', { id: world.guild, unavailable: true });
    gateway.dispatch('GUILD_CREATE', world.guildJson(world.guild));
    gateway.dispatch('GUILD_CREATE', world.guildJson(added));
    gateway.dispatch('CHANNEL_DELETE', world.channelJson(channel));
    gateway.dispatch('GUILD_DELETE', { id: world.guild });
    await until(() => told.length === 4);
    expect(told).toEqual([
      // At the start: a server that took the bot back while it was down keeps its data.
      `space-joined ${world.guild}`,
      `space-joined ${added}`,
      `left ${world.guild} ${channel.id}`,
      `space-left ${world.guild}`,
    ]);
  });

  test('that removed the bot, or took it back, while the session was lost are told with the next one', async () => {
    const { handler, told } = presences();
    const { server, adapter, channel } = await startStage(handler);
    const { world, gateway } = server;
    const { guild } = world;
    const other = snowflake();
    gateway.dispatch('GUILD_CREATE', world.guildJson(other));
    gateway.dispatch('GUILD_DELETE', { id: other });
    await until(() => told.at(-1) === `space-left ${other}`);
    world.guilds.splice(0, 1, other);
    gateway.send(9);
    await until(() => told.length === 5);
    expect(told.slice(3)).toEqual([`space-left ${guild}`, `space-joined ${other}`]);
    server.fail(({ path }) => path.endsWith('/messages'), FAULTS.code(403, 50_001, 'Missing Access'));
    const address = { platform: 'discord', space: guild, channel: channel.id } as const;
    // Not "I need View Channel": there is nobody on that server who could give it.
    expect(await adapter.deliver(address, plainCard('Morning'), { key: 'k' })).toMatchObject({
      ok: false,
      failure: { kind: 'gone' },
    });
  });

  test('that removed the bot while it was down are told when nothing can be delivered there', async () => {
    const handler = recordingHandler();
    const { server, adapter } = await startStage(handler);
    const gone = snowflake();
    server.fail(({ path }) => path.endsWith('/messages'), FAULTS.code(403, 50_001, 'Missing Access'));
    const address = { platform: 'discord', space: gone, channel: snowflake() } as const;
    await adapter.deliver(address, { summary: 's', blocks: [] }, { key: 'k' });
    const [request] = await handler.received(1);
    expect(request).toMatchObject({
      command: { type: 'presence', event: 'space-left' },
      address: { space: gone },
    });
  });

  test('are none that the bot left, where a direct message reaches nobody any more', async () => {
    const handler = recordingHandler();
    const { server, adapter, here } = await startStage(handler);
    const address = { platform: 'discord', space: 'dm:42', channel: '4242' } as const;
    const sent = await adapter.deliver(address, { summary: 's', blocks: [] }, { key: 'k' });
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'gone' } });
    server.say('what is new?', { ...here, mention: true });
    await handler.received(1);
    expect(handler.requests.map(({ command }) => command.type)).toEqual(['say']);
  });

  test('are none yet: the log says how to invite the bot, with exactly the permissions that it needs', async () => {
    const { server, logged } = await startStage(nobody, ({ world }) => {
      world.guilds.length = 0;
    });
    const url = 'https://discord.com/oauth2/authorize';
    const query = `client_id=${server.world.application}&scope=bot+applications.commands&permissions=309237730304`;
    expect(logged()).toContain(`${url}?${query}`);
  });
});

test('a payload that nobody expects stops nothing', async () => {
  const handler = recordingHandler();
  const { server, here } = await startStage(handler);
  server.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 3, token: 't' });
  server.gateway.dispatch('MESSAGE_CREATE', { id: '2' });
  server.gateway.dispatch('SOMETHING_NEW', {});
  server.command('brief', [option('topic', 'x')], here);
  expect((await handler.received(1))[0]?.command).toEqual({ type: 'brief', query: 'x' });
});
