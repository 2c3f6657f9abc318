/**
 * A small Discord: HTTP interface and gateway on one local port, for the real discord.js. It holds its rules (three seconds,
 * one acknowledgement, limits of messages, permissions, nonces) and goes wrong on demand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeGateway, type GatewayOptions } from './discord-gateway.ts';
import { answerRest, error, type HttpAnswer } from './discord-rest.ts';
import {
  DiscordWorld,
  type FakeInteraction,
  type FakeMessage,
  type Json,
  snowflake,
} from './discord-world.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly at: number;
}

/** How one call goes wrong: an answer of Discord's, or a connection that is cut. `done`: it was carried out before that. */
export interface Fault {
  readonly on: (call: Call) => boolean;
  readonly answer: HttpAnswer | 'cut';
  readonly done?: boolean;
  times: number;
}

export interface Done {
  readonly interaction: FakeInteraction;
  /** Resolves with the answer; rejects after three seconds, when Discord gives up. */
  readonly acknowledged: Promise<Json>;
  /** Discord sends exactly the same event again. */
  again(): void;
}

/** Where and by whom something is done. */
export interface Doing {
  readonly user: string;
  readonly channel: string;
  /** `user`: the person brought the app; the bot is not on that server. */
  readonly installedBy?: 'guild' | 'user';
}

export const FAULTS = {
  rateLimit: (seconds = 30, global = false): HttpAnswer => ({
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: {
      'Retry-After': `${seconds}`,
      ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
      'X-RateLimit-Scope': global ? 'global' : 'user',
    },
  }),
  serverError: { status: 500, body: { message: '500: Internal Server Error', code: 0 } },
  unauthorized: { status: 401, body: { message: '401: Unauthorized', code: 0 } },
  code: error,
} as const;

export class DiscordServer {
  readonly world = new DiscordWorld();
  readonly calls: Call[] = [];
  readonly faults: Fault[] = [];
  readonly options: GatewayOptions & { limited: boolean; shards: number; within: number } = {
    heartbeat: 41_250,
    content: true,
    isDeaf: false,
    isAway: false,
    /** The flag of the application says limited intent, as for bots on few servers. */
    limited: true,
    shards: 1,
    within: 3_000,
  };
  /** No answer to an interaction is taken before it resolves. */
  gate: Promise<void> = Promise.resolve();
  readonly gateway: FakeGateway;
  readonly #http = createServer((request, response) => void this.#serve(request, response));
  readonly #waiting = new Map<string, (body: Json) => void>();
  readonly #timers = new Set<NodeJS.Timeout>();

  private constructor() {
    this.gateway = new FakeGateway(this.#http, this.world, this.options);
  }

  static async open(): Promise<DiscordServer> {
    const server = new DiscordServer();
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/api`;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.gateway.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** The next call that matches goes wrong. */
  fail(on: Fault['on'], answer: Fault['answer'], more: { times?: number; done?: boolean } = {}): void {
    this.faults.push({ on, answer, times: 1, ...more });
  }

  /** Messages of the bot that stand now, oldest first, those not yet answered left out. */
  shown(): FakeMessage[] {
    return [...this.world.messages.values()].filter(
      ({ author, isLoading }) => author['id'] === this.world.bot && !isLoading,
    );
  }

  command(name: string, options: readonly Json[], doing: Doing): Done {
    return this.#interact({ type: 2, data: { id: '1', name, type: 1, options } }, doing);
  }

  /** "Ask about this" on a message. */
  menu(name: string, message: FakeMessage, doing: Doing): Done {
    const resolved = { messages: { [message.id]: this.world.messageJson(message) } };
    return this.#interact(
      { type: 2, data: { id: '2', name, type: 3, target_id: message.id, resolved } },
      doing,
    );
  }

  complete(name: string, options: readonly Json[], doing: Doing): Done {
    return this.#interact({ type: 4, data: { id: '1', name, type: 1, options } }, doing);
  }

  press(message: FakeMessage, customId: string, doing: Doing): Done {
    return this.#interact(
      { type: 3, data: { component_type: 2, custom_id: customId }, message: this.world.messageJson(message) },
      doing,
      message.id,
    );
  }

  choose(message: FakeMessage, customId: string, value: string, doing: Doing): Done {
    return this.#interact(
      {
        type: 3,
        data: { component_type: 3, custom_id: customId, values: [value] },
        message: this.world.messageJson(message),
      },
      doing,
      message.id,
    );
  }

  /** Fills a form in, as it was opened. */
  submit(opened: Json, values: Readonly<Record<string, string>>, doing: Doing, message?: FakeMessage): Done {
    const form = opened['data'] as {
      custom_id: string;
      components: { component: { type: number; custom_id: string } }[];
    };
    const components = form.components.map(({ component: { type, custom_id } }) => ({
      type: 18,
      component: {
        type,
        custom_id,
        ...(type === 3 ? { values: [values[custom_id] ?? ''] } : { value: values[custom_id] ?? '' }),
      },
    }));
    const data = { custom_id: form.custom_id, components };
    return this.#interact(
      { type: 5, data, ...(message ? { message: this.world.messageJson(message) } : {}) },
      doing,
      message?.id,
    );
  }

  #interact(what: Json, doing: Doing, message?: string): Done {
    const { world } = this;
    const channel = world.channels.get(doing.channel);
    const interaction: FakeInteraction = {
      id: snowflake(),
      token: `interaction-token-${snowflake()}`,
      user: doing.user,
      channel: doing.channel,
      hidden: false,
      expired: false,
      isGuests: doing.installedBy === 'user',
      followUps: [],
      ...(message ? { message } : {}),
    };
    world.interactions.set(interaction.token, interaction);
    const isUserApp = doing.installedBy === 'user';
    const who = channel?.guild
      ? { guild_id: channel.guild, member: world.member(doing.user) }
      : { user: world.user(doing.user) };
    const payload = {
      id: interaction.id,
      token: interaction.token,
      application_id: world.application,
      version: 1,
      channel_id: doing.channel,
      channel: channel && world.channelJson(channel),
      app_permissions: '0',
      entitlements: [],
      locale: 'en-US',
      attachment_size_limit: 1,
      context: channel?.guild ? 0 : channel?.type === 3 ? 2 : 1,
      authorizing_integration_owners: isUserApp ? { 1: doing.user } : { 0: channel?.guild ?? '0' },
      ...who,
      ...what,
    };
    const acknowledged = new Promise<Json>((resolve, reject) => {
      this.#waiting.set(interaction.token, resolve);
      const timer = setTimeout(() => {
        interaction.expired ||= interaction.response === undefined;
        if (interaction.expired) reject(new Error('Discord gave up: not acknowledged in time'));
      }, this.options.within);
      this.#timers.add(timer);
    });
    acknowledged.catch(() => undefined); // Tests that do not wait for it are not to fail by it.
    const again = () => this.gateway.dispatch('INTERACTION_CREATE', payload as Json);
    again();
    return { interaction, acknowledged, again };
  }

  /** A person writes; `mention` puts the bot's mention before the words, a reply pings its author. */
  say(
    words: string,
    doing: Doing & { mention?: boolean; replyTo?: FakeMessage; bot?: boolean },
  ): { payload: Json; again(): void } {
    const { world } = this;
    const message: FakeMessage = {
      id: snowflake(),
      channel_id: doing.channel,
      author: { ...world.user(doing.user), ...(doing.bot ? { bot: true } : {}) },
      content: doing.mention ? `<@${world.bot}> ${words}` : words,
      components: [],
      embeds: [],
      flags: 0,
      type: doing.replyTo ? 19 : 0,
      ...(doing.replyTo ? { reference: doing.replyTo.id } : {}),
    };
    world.messages.set(message.id, message);
    const payload = this.#personsMessage(message, Boolean(doing.mention || doing.replyTo));
    const again = () => this.gateway.dispatch('MESSAGE_CREATE', payload);
    again();
    return { payload, again };
  }

  edit(id: string, words: string): void {
    const message = this.world.messages.get(id);
    if (!message) return;
    message.content = words;
    this.gateway.dispatch('MESSAGE_UPDATE', {
      ...this.#personsMessage(message, words.includes(this.world.bot)),
      edited_timestamp: new Date().toISOString(),
    });
  }

  remove(id: string): void {
    const message = this.world.messages.get(id);
    this.world.messages.delete(id);
    const guild = this.world.channels.get(message?.channel_id ?? '')?.guild;
    this.gateway.dispatch('MESSAGE_DELETE', {
      id,
      channel_id: message?.channel_id,
      ...(guild ? { guild_id: guild } : {}),
    });
  }

  /** People start a thread from a message: its id is the message's. */
  startThread(message: FakeMessage): string {
    if (this.world.channels.has(message.id)) return message.id;
    const channel = this.world.channels.get(message.channel_id);
    this.world.addChannel(11, {
      id: message.id,
      parent: message.channel_id,
      ...(channel?.guild ? { guild: channel.guild } : {}),
    });
    this.#tellThread(message.id);
    return message.id;
  }

  #tellThread(id: string): void {
    const thread = this.world.channels.get(id);
    if (thread)
      this.gateway.dispatch('THREAD_CREATE', { ...this.world.channelJson(thread), newly_created: true });
  }

  #personsMessage(message: FakeMessage, mentionsBot: boolean): Json {
    const json = this.world.messageJson(message);
    const { user: _user, ...member } = this.world.member(`${message.author['id']}`);
    return {
      ...json,
      mentions: mentionsBot ? [this.world.botUser()] : [],
      ...(json['guild_id'] ? { member } : {}),
    };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://fake');
    const path = pathname.replace(/^\/api\/v10/, '');
    const call: Call = {
      method: request.method ?? 'GET',
      path,
      query,
      body: text === '' ? {} : (JSON.parse(text) as Json),
      at: Date.now(),
    };
    this.calls.push(call);
    if (path.startsWith('/webhooks/')) await this.gate;
    const fault = this.faults.find((each) => each.times > 0 && each.on(call));
    if (fault) fault.times -= 1;
    const answer = fault && !fault.done ? undefined : this.#answer(call, request.headers.authorization);
    const given = fault ? fault.answer : answer;
    if (given === 'cut' || given === undefined) {
      request.socket.destroy();
      return;
    }
    const isEmpty = given.status === 204;
    response.writeHead(given.status, {
      ...(isEmpty ? {} : { 'Content-Type': 'application/json' }),
      ...given.headers,
    });
    response.end(isEmpty ? '' : JSON.stringify(given.body));
  }

  #answer(call: Call, authorization: string | undefined): HttpAnswer {
    const needsNone = /^\/(interactions|webhooks)\//.test(call.path);
    if (needsNone && authorization !== undefined)
      return error(400, 0, 'an interaction is answered without authorization');
    if (!needsNone && authorization !== `Bot ${this.world.token}`) return FAULTS.unauthorized;
    if (call.path === '/gateway/bot') {
      const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 };
      return {
        status: 200,
        body: { url: this.gateway.url, shards: this.options.shards, session_start_limit },
      };
    }
    if (call.path === '/applications/@me') {
      const flags = this.options.content ? 1 << (this.options.limited ? 19 : 18) : 0;
      return {
        status: 200,
        body: { id: this.world.application, name: 'Briefwire', flags, bot: this.world.botUser() },
      };
    }
    return answerRest(this.world, call, {
      onCallback: ({ token }, body) => this.#waiting.get(token)?.(body),
      onThread: (id) => this.#tellThread(id),
    });
  }
}
