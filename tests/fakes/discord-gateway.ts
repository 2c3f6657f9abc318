/** The fake's gateway: hello, identify, heartbeats, dispatch with sequence numbers, resume, and every way to go wrong. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DiscordWorld, Json } from './discord-world.ts';

const MESSAGE_CONTENT = 1 << 15;

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  readonly history: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
  /** What was sent before it can be resumed from. */
  isValid: boolean;
}

export interface GatewayOptions {
  /** Milliseconds between heartbeats; short where a test waits for one to be missed. */
  heartbeat: number;
  /** Does the application have the message-content intent? */
  content: boolean;
  /** The next connections are not acknowledged. */
  isDeaf: boolean;
  /** New connections are turned away. */
  isAway: boolean;
  onTurnedAway?: () => void;
}

export class FakeGateway {
  readonly sessions: Session[] = [];
  /** Every intent number that was asked for. */
  readonly identified: number[] = [];
  resumed = 0;
  readonly #world: DiscordWorld;
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;

  constructor(server: Server, world: DiscordWorld, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#server = new WebSocketServer({ server, path: '/gateway', verifyClient: () => this.#isOpen() });
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  #isOpen(): boolean {
    if (this.#options.isAway) this.#options.onTurnedAway?.();
    return !this.#options.isAway;
  }

  /** Sends to all shards that may see it; kept for those that are away. */
  dispatch(t: string, d: Json): void {
    const guild = d['guild_id'] ?? (t.startsWith('GUILD_') ? d['id'] : undefined);
    for (const session of this.sessions.filter(({ isValid }) => isValid)) {
      const shard = guild === undefined ? 0 : Number((BigInt(`${guild}`) >> 22n) % BigInt(session.shards));
      if (shard === session.shard) this.#send(session, t, this.#visible(session, t, d));
    }
  }

  /** Cuts the connections; events from now on are missed until they resume. */
  drop(code = 4000): void {
    for (const { socket } of this.sessions) socket?.close(code);
  }

  /** The connections break without a word. */
  cut(): void {
    for (const { socket } of this.sessions) socket?.terminate();
  }

  /** "Connect again, please" (op 7) or "your session is over" (op 9). */
  send(op: 7 | 9): void {
    for (const session of this.sessions.filter(({ socket }) => socket)) {
      if (op === 9) session.isValid = false;
      session.socket?.send(JSON.stringify({ op, d: op === 9 ? false : null }));
    }
  }

  /** Sessions that nobody has been connected to are over. */
  forgetLost(): void {
    const open = this.sessions.filter(({ socket }) => socket);
    this.sessions.splice(0, this.sessions.length, ...open);
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    let session: Session | undefined;
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.#options.heartbeat } }));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(`${data}`) as { op: number; d: Json };
      if (op === 1 && !this.#options.isDeaf) socket.send(JSON.stringify({ op: 11 }));
      if (op === 2) session = this.#identify(socket, d);
      if (op === 6) session = this.#resume(socket, d);
    });
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined;
    });
  }

  #identify(socket: WebSocket, d: Json): Session | undefined {
    const intents = Number(d['intents']);
    this.identified.push(intents);
    if (d['token'] !== this.#world.token) socket.close(4004);
    else if (intents & MESSAGE_CONTENT && !this.#options.content) socket.close(4014);
    else return this.#begin(socket, intents, (d['shard'] as [number, number] | undefined) ?? [0, 1]);
    return undefined;
  }

  #begin(socket: WebSocket, intents: number, [shard, shards]: [number, number]): Session {
    const id = `session-${this.sessions.length}-${shard}`;
    const session: Session = { id, shard, shards, intents, history: [], socket, isValid: true };
    this.sessions.push(session);
    const mine = this.#world.guilds.filter(
      (guild) => Number((BigInt(guild) >> 22n) % BigInt(shards)) === shard,
    );
    this.#send(session, 'READY', {
      v: 10,
      user: this.#world.botUser(),
      guilds: mine.map((guild) => ({ id: guild, unavailable: true })),
      session_id: id,
      resume_gateway_url: this.url,
      shard: [shard, shards],
      application: { id: this.#world.application, flags: 0 },
    });
    for (const guild of mine) this.#send(session, 'GUILD_CREATE', this.#world.guildJson(guild));
    return session;
  }

  #resume(socket: WebSocket, d: Json): Session | undefined {
    const session = this.sessions.find(({ id, isValid }) => id === d['session_id'] && isValid);
    if (session === undefined) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return undefined;
    }
    this.resumed += 1;
    session.socket = socket;
    for (const { s, t, d: data } of session.history.filter(({ s }) => s > Number(d['seq'])))
      socket.send(JSON.stringify({ op: 0, s, t, d: data }));
    this.#send(session, 'RESUMED', {});
    return session;
  }

  get url(): string {
    const address = this.#server.options.server?.address();
    return `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/gateway`;
  }

  #send(session: Session, t: string, d: Json): void {
    const event = { s: session.history.length + 1, t, d };
    session.history.push(event);
    session.socket?.send(JSON.stringify({ op: 0, ...event }));
  }

  /** Without the message-content intent, words come with direct messages and mentions only. */
  #visible({ intents }: Session, t: string, d: Json): Json {
    if (!t.startsWith('MESSAGE_') || d['content'] === undefined || intents & MESSAGE_CONTENT) return d;
    const mentions = (d['mentions'] as { id: string }[] | undefined) ?? [];
    const isForBot = d['guild_id'] === undefined || mentions.some(({ id }) => id === this.#world.bot);
    return isForBot ? d : { ...d, content: '', embeds: [], components: [] };
  }
}
