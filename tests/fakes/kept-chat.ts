/** A chat in another process than the bot: what was posted stays when the bot dies. Spoken over HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Address, MessageReference } from '../../src/chat/command.ts';
import type { ChatAdapter, Delivery } from '../../src/chat/port.ts';

interface Asked {
  readonly address: Address;
  readonly key: string;
  readonly summary?: string;
}

export interface KeptMessage {
  readonly key: string;
  readonly address: Address;
  readonly summary: string;
  readonly id: string;
}

export interface KeptChat {
  readonly url: string;
  readonly posted: readonly KeptMessage[];
  /** Called when a message has arrived and before its sender learns of it. */
  onArrival(work: () => Promise<void>): void;
  close(): Promise<void>;
}

/** Every third sender waits a little for the answer, one in twenty is told to come again. */
export async function openKeptChat(random: () => number = Math.random): Promise<KeptChat> {
  const posted: KeptMessage[] = [];
  let arrive: () => Promise<void> = async () => {};

  async function answer(path: string, asked: Asked): Promise<unknown> {
    const { address, key, summary = '' } = asked;
    if (path === '/find') {
      const found = posted.find((each) => each.key === key && each.address.thread === address.thread);
      return { message: found && { address, id: found.id } };
    }
    if (random() < 0.05) return { ok: false, failure: { kind: 'retry', after: 50, reason: 'rate limited' } };
    const id = `m${posted.length + 1}`;
    posted.push({ key, address, summary, id });
    await arrive();
    if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, random() * 80));
    return { ok: true, message: { address, id } };
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
      answer(request.url ?? '', asked).then(
        (body) => response.end(JSON.stringify(body)),
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    onArrival(work) {
      arrive = work;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bot's side of it. */
export function createKeptChatAdapter(url: string): ChatAdapter {
  async function ask<T>(path: string, body: Asked): Promise<T> {
    const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as T;
  }
  return {
    platform: 'slack',
    findSpace: async () => 'T1',
    async start() {
      // There is nothing to log in to.
    },
    deliver: (address, { summary }, { key }) => ask<Delivery>('/deliver', { address, key, summary }),
    async find(address, key) {
      return (await ask<{ message?: MessageReference }>('/find', { address, key })).message;
    },
    async stop() {
      // Nothing stays open.
    },
  };
}
