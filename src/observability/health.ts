/** `/healthz` for whoever watches the process, `/metrics` for Prometheus. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

export interface HealthState {
  readonly ok: boolean;
  /** What is wrong or worth knowing, by part: `{ store: "ok", slack: "not connected" }`. No tokens, no texts. */
  readonly parts: Readonly<Record<string, string>>;
}

export interface HealthOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Asked at each request; one that does not answer in two seconds is not well. */
  readonly check: () => Promise<HealthState>;
  readonly metrics: Pick<Metrics, 'render' | 'contentType'>;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

const PATIENCE = 2000;

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be used by this user',
};

/** Listens on all addresses, as containers need it. Rejects where the port is taken, with what to change. */
export async function openHealth({ port, check, metrics }: HealthOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain', 'GET only\n');
    if (path === '/healthz') {
      answerHealth(check, response).catch(() => response.destroy());
    } else if (path === '/metrics') {
      metrics
        .render()
        .then((text) => send(response, 200, metrics.contentType, text))
        .catch(() => send(response, 500, 'text/plain', 'metrics could not be read\n'));
    } else {
      send(response, 404, 'text/plain', '/healthz or /metrics\n');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = WHY[cause.code ?? ''] ?? 'cannot be used';
      reject(new Error(`HEALTH_PORT ${port} ${why}: choose another, or leave it out`, { cause }));
    });
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerHealth(check: HealthOptions['check'], response: ServerResponse): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthState>((resolve) => {
    timer = setTimeout(
      () => resolve({ ok: false, parts: { process: 'did not answer in two seconds' } }),
      PATIENCE,
    );
  });
  const failed = (): HealthState => ({ ok: false, parts: { process: 'the check itself failed' } });
  const { ok, parts } = await Promise.race([check().catch(failed), late]);
  clearTimeout(timer);
  send(
    response,
    ok ? 200 : 503,
    'application/json',
    `${JSON.stringify({ status: ok ? 'ok' : 'failing', ...parts })}\n`,
  );
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}
