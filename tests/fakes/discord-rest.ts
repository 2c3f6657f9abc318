/** The fake's HTTP interface: messages, threads, commands and interactions, with Discord's rules and error codes. */
import { PermissionFlagsBits } from 'discord.js';
import { violations } from './discord-checks.ts';
import type { DiscordWorld, FakeInteraction, FakeMessage, Json } from './discord-world.ts';
import { snowflake } from './discord-world.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** What the fake tells the one who drives it. */
export interface RestEvents {
  onCallback(interaction: FakeInteraction, body: Json): void;
  onThread(id: string): void;
}

const EPHEMERAL = 64;
const V2 = 1 << 15;

interface RestCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
}

export function answerRest(
  world: DiscordWorld,
  { method, path, query, body }: RestCall,
  events: RestEvents,
): HttpAnswer {
  const parts = path.split('/').slice(1).map(decodeURIComponent);
  const [first, second, third, fourth, fifth] = parts;
  const route = `${method} ${parts.map((part, index) => (index % 2 === 0 || part.startsWith('@') ? part : ':')).join('/')}`;
  switch (route) {
    case 'GET applications/@me':
      throw new Error('answered by the server, which knows the flags');
    case 'GET applications/:/commands':
    case 'PUT applications/:/commands':
      return commands(world, method, 'global', { body, query });
    case 'GET applications/:/guilds/:/commands':
    case 'PUT applications/:/guilds/:/commands':
      return world.guilds.includes(fourth ?? '')
        ? commands(world, method, fourth ?? '', { body, query })
        : error(403, 50_001, 'Missing Access');
    case 'POST users/@me/channels':
      return { status: 200, body: world.channelJson(world.directChannel(`${body['recipient_id']}`)) };
    case 'GET channels/:': {
      const channel = world.channels.get(second ?? '');
      return channel ? { status: 200, body: world.channelJson(channel) } : UNKNOWN_CHANNEL;
    }
    case 'GET channels/:/messages':
      return list(world, second ?? '', query);
    case 'POST channels/:/messages':
      return post(world, second ?? '', body);
    case 'PATCH channels/:/messages/:':
      return edit(world, fourth ?? '', body);
    case 'DELETE channels/:/messages/:':
      return remove(world, second ?? '', fourth ?? '');
    case 'POST channels/:/messages/:/threads':
      return startThread(world, second ?? '', fourth ?? '', body, events);
    case 'POST interactions/:/:/callback':
    case 'POST interactions/:/callback':
      break;
  }
  if (first === 'interactions' && fourth === 'callback')
    return callback(world, second ?? '', third ?? '', body, events);
  if (first === 'webhooks') return webhook(world, method, third ?? '', fifth, body);
  return error(404, 0, `404: Not Found ${route}`);
}

export function error(status: number, code: number, message: string): HttpAnswer {
  return { status, body: { code, message } };
}

const UNKNOWN_CHANNEL = error(404, 10_003, 'Unknown Channel');
const UNKNOWN_MESSAGE = error(404, 10_008, 'Unknown Message');

/** Discord adds fields of its own, and leaves out what is false or empty, and the languages unless it is asked for them. */
function commands(
  world: DiscordWorld,
  method: string,
  where: string,
  { body, query }: { readonly body: unknown; readonly query: URLSearchParams },
): HttpAnswer {
  if (method === 'PUT') {
    const clean = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(clean);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => each !== false && !(Array.isArray(each) && each.length === 0))
          .map(([name, each]) => [name, clean(each)]),
      );
    };
    const stored = (body as Json[]).map((each) => ({
      description: '',
      ...(clean(each) as Json),
      id: snowflake(),
      version: snowflake(),
      nsfw: false,
      default_member_permissions: null,
      // Kept for commands of all servers only.
      ...(where === 'global' ? {} : { contexts: null, integration_types: undefined }),
    }));
    world.commands.set(where, stored);
  }
  const stored = world.commands.get(where) ?? [];
  if (query.get('with_localizations') === 'true') return { status: 200, body: stored };
  const plain = stored.map(({ description_localizations: _languages, ...command }) => command);
  return { status: 200, body: plain };
}

/** A page, newest first. */
function list(world: DiscordWorld, channel: string, query: URLSearchParams): HttpAnswer {
  const room = world.channels.get(channel);
  if (!room) return UNKNOWN_CHANNEL;
  // Without the right to read them there are none, as if nothing stood there.
  const rights = room.type === 11 ? (world.channels.get(room.parent ?? '') ?? room) : room;
  if (rights.denied & PermissionFlagsBits.ReadMessageHistory) return { status: 200, body: [] };
  const isDirect = room.recipient !== undefined;
  const before = query.get('before');
  const found = [...world.messages.values()].filter(
    ({ channel_id, onlyFor, flags, id }) =>
      channel_id === channel &&
      (isDirect ? (flags & EPHEMERAL) === 0 : onlyFor === undefined) &&
      (before === null || BigInt(id) < BigInt(before)),
  );
  const page = found.reverse().slice(0, Number(query.get('limit') ?? 50));
  // Messages that are read later carry no nonce.
  return { status: 200, body: page.map((each) => ({ ...world.messageJson(each), nonce: undefined })) };
}

function post(world: DiscordWorld, id: string, body: Json): HttpAnswer {
  const channel = world.channels.get(id);
  if (!channel) return UNKNOWN_CHANNEL;
  if (world.closed.has(channel.recipient ?? ''))
    return error(403, 50_007, 'Cannot send messages to this user');
  if (channel.type === 3) return error(403, 50_001, 'Missing Access');
  const isThread = channel.type === 11;
  const rights = isThread ? (world.channels.get(channel.parent ?? '') ?? channel) : channel;
  if (rights.denied & PermissionFlagsBits.ViewChannel) return error(403, 50_001, 'Missing Access');
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (rights.denied & needed) return error(403, 50_013, 'Missing Permissions');
  const nonce = body['nonce'] === undefined ? undefined : `${body['nonce']}`;
  if (nonce !== undefined && nonce.length > 25) return error(400, 50_035, 'Invalid Form Body');
  const same = [...world.messages.values()].find(
    (each) => nonce !== undefined && each.nonce === nonce && each.channel_id === id,
  );
  if (same && body['enforce_nonce'] === true) return { status: 200, body: world.messageJson(same) };
  const replied = body['message_reference'] as
    | { message_id: string; fail_if_not_exists?: boolean }
    | undefined;
  const reference = replied?.message_id;
  if (replied && replied.fail_if_not_exists !== false && !world.messages.has(replied.message_id))
    return error(400, 50_035, 'Invalid Form Body: message_reference: Unknown message');
  const onlyFor = channel.recipient;
  return write(
    world,
    {
      channel_id: id,
      ...(nonce ? { nonce } : {}),
      ...(reference ? { reference } : {}),
      ...(onlyFor ? { onlyFor } : {}),
    },
    body,
  );
}

function write(
  world: DiscordWorld,
  fields: Partial<FakeMessage> & { channel_id: string },
  body: Json,
): HttpAnswer {
  const refused = refusal(body, []);
  if (refused) return refused;
  const message: FakeMessage = {
    id: snowflake(),
    author: world.botUser(),
    type: fields.reference ? 19 : 0,
    content: '',
    components: [],
    embeds: [],
    flags: 0,
    ...fields,
  };
  change(message, body);
  message.flags |= Number(body['flags'] ?? 0) & EPHEMERAL;
  world.messages.set(message.id, message);
  return { status: 200, body: world.messageJson(message) };
}

function edit(world: DiscordWorld, id: string, body: Json): HttpAnswer {
  const message = world.messages.get(id);
  if (!message || (message.onlyFor !== undefined && message.flags & EPHEMERAL)) return UNKNOWN_MESSAGE;
  return editHidden(world, message, body);
}

function remove(world: DiscordWorld, channel: string, id: string): HttpAnswer {
  if (!world.channels.has(channel)) return UNKNOWN_CHANNEL;
  const message = world.messages.get(id);
  if (message?.channel_id !== channel || message.flags & EPHEMERAL) return UNKNOWN_MESSAGE;
  world.messages.delete(id);
  return { status: 204 };
}

function change(message: FakeMessage, body: Json): void {
  message.content = `${body['content'] ?? ''}`;
  message.components = withIds((body['components'] as Json[] | undefined) ?? [], { next: 1 });
  message.embeds = (body['embeds'] as Json[] | undefined) ?? [];
  // Who sees it is settled when it is made.
  message.flags |= Number(body['flags'] ?? 0) & ~EPHEMERAL;
  message.isLoading = false;
}

/** Components get ids in order where they have none. */
function withIds(components: readonly Json[], counter: { next: number }): Json[] {
  return components.map((component) => {
    const id = component['id'] ?? counter.next++;
    const nested = component['components'] as Json[] | undefined;
    return { ...component, id, ...(nested ? { components: withIds(nested, counter) } : {}) };
  });
}

/** What Discord does not take, whoever sends it. A message of components can never be another again. */
function refusal(body: Json, allowed: readonly string[], flags = 0): HttpAnswer | undefined {
  const isV2 = Boolean(Number(body['flags'] ?? 0) & V2);
  const message = { components: [], flags: 0, allowed_mentions: undefined, ...body };
  const found = violations(message as never).filter((each) => !allowed.includes(each));
  if (flags & V2 && !isV2) found.push('a message of components stays one');
  return found.length === 0 ? undefined : error(400, 50_035, `Invalid Form Body: ${found.join('; ')}`);
}

function startThread(
  world: DiscordWorld,
  channelId: string,
  head: string,
  body: Json,
  events: RestEvents,
): HttpAnswer {
  const channel = world.channels.get(channelId);
  if (!channel) return UNKNOWN_CHANNEL;
  if (![0, 5].includes(channel.type)) return error(400, 50_024, 'Cannot execute action on this channel type');
  if (channel.denied & PermissionFlagsBits.CreatePublicThreads)
    return error(403, 50_013, 'Missing Permissions');
  if (!world.messages.has(head)) return UNKNOWN_MESSAGE;
  if (world.channels.has(head))
    return error(400, 160_004, 'A thread has already been created for this message');
  const name = `${body['name'] ?? ''}`;
  if (name.length < 1 || name.length > 100) return error(400, 50_035, 'Invalid Form Body: name');
  const thread = world.addChannel(11, {
    id: head,
    parent: channelId,
    name,
    ...(channel.guild ? { guild: channel.guild } : {}),
  });
  events.onThread(thread.id);
  return { status: 201, body: world.channelJson(thread) };
}

function callback(
  world: DiscordWorld,
  id: string,
  token: string,
  body: Json,
  events: RestEvents,
): HttpAnswer {
  const interaction = world.interactions.get(token);
  if (interaction?.id !== id || (interaction.expired && !interaction.response))
    return error(404, 10_062, 'Unknown interaction');
  if (interaction.response) return error(400, 40_060, 'Interaction has already been acknowledged.');
  interaction.response = body;
  const data = (body['data'] as Json | undefined) ?? {};
  interaction.hidden = Boolean(Number(data['flags'] ?? 0) & EPHEMERAL);
  if (body['type'] === 5) {
    const answer = write(world, place(world, interaction), {
      content: '…',
      flags: interaction.hidden ? EPHEMERAL : 0,
      allowed_mentions: { parse: [] },
    });
    interaction.original = (answer.body as { id: string }).id;
    const message = world.messages.get(interaction.original);
    if (message) message.isLoading = true;
  }
  events.onCallback(interaction, body);
  return { status: 204 };
}

function place(world: DiscordWorld, { channel, id, user, hidden }: FakeInteraction) {
  const recipient = world.channels.get(channel)?.recipient;
  const onlyFor = hidden ? user : recipient;
  return { channel_id: channel, interaction: id, ...(onlyFor ? { onlyFor } : {}) };
}

/** Answers to an interaction: no authorization but the token of the interaction. */
function webhook(
  world: DiscordWorld,
  method: string,
  token: string,
  message: string | undefined,
  body: Json,
): HttpAnswer {
  const interaction = world.interactions.get(token);
  if (!interaction) return error(404, 10_015, 'Unknown Webhook');
  if (interaction.expired) return error(401, 50_027, 'Invalid Webhook Token');
  if (!interaction.response) return error(404, 10_015, 'Unknown Webhook');
  const waiting = world.messages.get(interaction.original ?? '');
  // "For backwards compatibility": directly after a deferred answer it is that answer, whatever its flags say.
  if (message === undefined && waiting?.isLoading) return editHidden(world, waiting, body);
  if (message === undefined) {
    const hidden = Boolean(Number(body['flags'] ?? 0) & EPHEMERAL);
    if (interaction.isGuests && interaction.followUps.length >= 5)
      return error(400, 40_094, 'Maximum number of follow-up messages reached');
    const answer = write(world, place(world, { ...interaction, hidden }), body);
    if (answer.status === 200) interaction.followUps.push((answer.body as { id: string }).id);
    return answer;
  }
  const id = message === '@original' ? (interaction.original ?? interaction.message ?? '') : message;
  const found = world.messages.get(id);
  if (!found) return UNKNOWN_MESSAGE;
  if (method === 'DELETE') {
    world.messages.delete(id);
    return { status: 204 };
  }
  if (method === 'PATCH') return editHidden(world, found, body);
  return { status: 200, body: world.messageJson(found) };
}

/** Through the interaction, one that a single person sees is changed as well. */
function editHidden(world: DiscordWorld, message: FakeMessage, body: Json): HttpAnswer {
  const refused = refusal(body, [], message.flags);
  if (refused) return refused;
  change(message, body);
  return { status: 200, body: world.messageJson(message) };
}
