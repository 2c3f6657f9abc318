/** A small real Slack: Web API, Socket Mode and signed HTTP, on one port of this machine. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Sent } from '../contracts/chat-adapter-contract.ts';
import { unique } from './slack-payloads.ts';
import { type Answer, type Json, SlackWebApi } from './slack-web-api.ts';

/** Slack's own limit for an acknowledgement. */
const ACK_WITHIN = 3_000;

type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** An acknowledged event, with what the acknowledgement carried. */
export interface SentEvent extends Sent {
  readonly answer: Promise<Json>;
}

export interface SlackServer {
  readonly api: SlackWebApi;
  /** For `apiUrl`. */
  readonly url: string;
  /** How often a socket was opened. */
  readonly connections: () => number;
  /** Calls of the API that wait for `api.gate`. */
  readonly waiting: () => number;
  /** A new response_url. */
  responseUrl(): string;
  /** Sends an event as Slack does: through the newest socket, or signed to the port of the app. */
  send(kind: Kind, payload: Json): Promise<SentEvent>;
  /** Events go over HTTP to this port from now on. */
  sendTo(port: number, signingSecret: string): void;
  /** Sends something over HTTP just as it is given. */
  sendRaw(body: string, headers: Record<string, string>): Promise<{ status: number; body: string }>;
  /** Sends this through the socket just as it is. */
  sendFrame(frame: string): void;
  /** Asks the app to connect again. */
  askToReconnect(): void;
  /** From now on a new socket is closed before it is greeted, as while Socket Mode is switched off. */
  closeSocketsAtOnce(isClosed: boolean): void;
  /** The socket is gone without a word. */
  dropSocket(): void;
  /** Resolves when a socket is open that was not open before. */
  reconnected(before: number): Promise<void>;
  close(): Promise<void>;
}

export const TOKENS = {
  bot: 'xoxb-not-a-real-bot-token',
  app: 'xapp-not-a-real-app-token',
  signingSecret: 'not-a-real-signing-secret',
} as const;

export async function openSlackServer(): Promise<SlackServer> {
  const api = new SlackWebApi(TOKENS.bot, TOKENS.app);
  const http = createServer(
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );
  const sockets = new WebSocketServer({ server: http, path: '/link' });
  const waiting = new Map<string, (answer: Json) => void>();
  let socket: WebSocket | undefined;
  let connections = 0;
  let atGate = 0;
  let isClosed = false;
  let target: { port: number; secret: string } | undefined;

  sockets.on('connection', (opened) => {
    socket = opened;
    connections += 1;
    opened.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: Json };
      waiting.get(envelope_id)?.(payload);
      waiting.delete(envelope_id);
    });
    if (isClosed) return opened.send(JSON.stringify({ type: 'disconnect', reason: 'link_disabled' }));
    opened.send(
      JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0APP00001' } }),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', base).pathname;
    const body = await read(request);
    if (path.startsWith('/respond/')) {
      const other = api.takeAnswer('response_url');
      if (other !== undefined && other !== 'lost') return answerOtherwise(response, other);
      const status = api.respond(`${base}${path}`, JSON.parse(body) as Json);
      response.writeHead(status).end(status === 200 ? 'ok' : '{"ok":false,"error":"used_url"}');
      return;
    }
    const method = path.replace('/api/', '');
    atGate += 1;
    await api.gate;
    atGate -= 1;
    const other = api.takeAnswer(method);
    if (other !== undefined && other !== 'lost') return answerOtherwise(response, other);
    const token = String(request.headers.authorization ?? '').replace('Bearer ', '');
    const answer = api.call(
      method,
      Object.fromEntries(new URLSearchParams(body)),
      token,
      `ws://127.0.0.1:${port}/link`,
    );
    if (other === 'lost') return void response.destroy();
    const scopes = api.scopes ? { 'x-oauth-scopes': api.scopes.join(',') } : {};
    response.writeHead(200, { 'content-type': 'application/json', ...scopes }).end(JSON.stringify(answer));
  }

  async function send(kind: Kind, payload: Json): Promise<SentEvent> {
    const thread = (payload['event'] as Json | undefined)?.['thread_ts'];
    if (thread) api.replied.add(String(thread));
    const bearer = (payload['container'] as Json | undefined)?.['message_ts'];
    if (bearer) api.bearers.set(String(payload['response_url']), String(bearer));
    const once = target ? sendSigned(target, kind, payload) : sendOverSocket(kind, payload);
    // A test may not look at every acknowledgement.
    once.catch(() => undefined);
    const acknowledged = once.then(() => undefined);
    acknowledged.catch(() => undefined);
    return {
      acknowledged,
      answer: once,
      again: async () => {
        await (target ? sendSigned(target, kind, payload, 1) : sendOverSocket(kind, payload, 1));
      },
    };
  }

  function sendOverSocket(kind: Kind, payload: Json, retry = 0): Promise<Json> {
    const id = unique('envelope-');
    const envelope = {
      envelope_id: id,
      type: kind,
      payload,
      accepts_response_payload: kind !== 'events_api',
      ...(kind === 'events_api' ? { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' } : {}),
    };
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${kind} was not acknowledged in 3 s`)), ACK_WITHIN);
      waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      if (socket?.readyState !== 1) reject(new Error('no socket is open'));
      else socket.send(JSON.stringify(envelope));
    });
  }

  async function sendSigned(
    to: { port: number; secret: string },
    kind: Kind,
    payload: Json,
    retry = 0,
  ): Promise<Json> {
    const isEvent = kind === 'events_api';
    const body = isEvent
      ? JSON.stringify(payload)
      : new URLSearchParams(
          kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
        ).toString();
    const { status, body: answer } = await sendRaw(body, {
      ...sign(body, to.secret, Math.floor(Date.now() / 1000)),
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      ...(retry > 0 ? { 'x-slack-retry-num': `${retry}`, 'x-slack-retry-reason': 'http_timeout' } : {}),
    });
    if (status !== 200) throw new Error(`${kind} was answered with ${status}`);
    return answer.startsWith('{') ? (JSON.parse(answer) as Json) : {};
  }

  async function sendRaw(body: string, headers: Record<string, string>) {
    const response = await fetch(`http://127.0.0.1:${target?.port}/slack/events`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(ACK_WITHIN),
    });
    return { status: response.status, body: await response.text() };
  }

  return {
    api,
    url: `${base}/api/`,
    connections: () => connections,
    waiting: () => atGate,
    responseUrl: () => `${base}/respond/${unique('r')}`,
    send,
    sendTo: (to, secret) => {
      target = { port: to, secret };
    },
    sendRaw,
    sendFrame: (frame) => socket?.send(frame),
    askToReconnect: () => socket?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    closeSocketsAtOnce(closed) {
      isClosed = closed;
    },
    dropSocket: () => socket?.terminate(),
    async reconnected(before) {
      while (connections <= before) await pause(5);
    },
    async close() {
      for (const each of sockets.clients) each.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** The headers by which an app knows that Slack sent it. */
export function sign(body: string, secret: string, seconds: number): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': `${seconds}`, 'x-slack-signature': `v0=${hash}` };
}

function answerOtherwise(response: ServerResponse, answer: Exclude<Answer, 'lost'>): void {
  if (answer === 'hang-up') response.destroy();
  else if ('status' in answer) response.writeHead(answer.status, answer.headers).end('');
  else
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: false, ...answer }));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
