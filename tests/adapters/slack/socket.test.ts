import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createBoltLogger } from '../../../src/adapters/slack/log.ts';
import { createSocket } from '../../../src/adapters/slack/socket.ts';

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** A second after a failure it is tried again, in milliseconds. */
const AGAIN = 1_000;

test('a connection that closes late, while another is waited for, makes no second one', async () => {
  const deps = { logger, boltLogger: createBoltLogger(logger), onLost: () => {} };
  const socket = createSocket({ botToken: 'xoxb-1' }, 'xapp-1', deps);
  const { client } = socket.receiver;
  const start = vi.spyOn(client, 'start').mockResolvedValue({ ok: true });
  await socket.open();
  start.mockRejectedValueOnce(new Error('away'));
  client.emit('disconnected');
  await pause(AGAIN / 5);
  client.emit('disconnected');
  await pause(AGAIN * 1.2);
  expect(start).toHaveBeenCalledTimes(3);
  await socket.close();
});
