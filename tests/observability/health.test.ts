import { afterEach, describe, expect, it } from 'vitest';
import { type HealthServer, type HealthState, openHealth } from '../../src/observability/health.ts';
import { createMetrics } from '../../src/observability/metrics.ts';

let server: HealthServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function open(check: () => Promise<HealthState>): Promise<string> {
  const metrics = createMetrics({ articles: 'Articles in the store.' }, async () => ({ articles: 2 }));
  metrics.answered('slack', 'brief', 0.2);
  metrics.delivered('slack', 'ok');
  server = await openHealth({ port: 0, check, metrics });
  return `http://127.0.0.1:${server.port}`;
}

describe('health', () => {
  it('is 200 with its parts while all is well', async () => {
    const response = await fetch(`${await open(async () => ({ ok: true, parts: { store: 'ok' } }))}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', store: 'ok' });
  });

  it('is 503 when something fails, or when the check does', async () => {
    const url = await open(async () => ({ ok: false, parts: { slack: 'not connected' } }));
    const response = await fetch(`${url}/healthz?verbose`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'failing', slack: 'not connected' });
    await server?.close();
    const broken = await fetch(`${await open(() => Promise.reject(new Error('geheim')))}/healthz`);
    expect(broken.status).toBe(503);
    expect(await broken.text()).not.toContain('geheim');
  });

  it('shows what was counted, for Prometheus', async () => {
    const response = await fetch(`${await open(async () => ({ ok: true, parts: {} }))}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain('briefwire_articles 2');
    expect(text).toContain('briefwire_answer_seconds_count{platform="slack",command="brief"} 1');
    expect(text).toContain('briefwire_deliveries_total{platform="slack",outcome="ok"} 1');
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('answers nothing else', async () => {
    const url = await open(async () => ({ ok: true, parts: {} }));
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(405);
  });

  it('says which setting to change when the port is taken', async () => {
    const check = async () => ({ ok: true, parts: {} });
    await open(check);
    const metrics = createMetrics({}, async () => ({}));
    await expect(openHealth({ port: server?.port ?? 0, check, metrics })).rejects.toThrow(
      /HEALTH_PORT \d+ is in use by another program: choose another/,
    );
  });
});
