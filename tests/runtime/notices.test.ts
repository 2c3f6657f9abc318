import { expect, test } from 'vitest';
import type { Logger } from '../../src/core/ports.ts';
import { createNotices } from '../../src/runtime/notices.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createMemoryChat } from '../fakes/memory-chat.ts';

const ignore = () => undefined;

test('a store that is away for long is logged once, and again when it went away anew', async () => {
  const storage = createMemoryStorage();
  const logged: string[] = [];
  const logger: Logger = { debug: ignore, info: ignore, warn: ignore, error: (words) => logged.push(words) };
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  let isAway = true;
  const claim: typeof storage.notices.claim = (...given) =>
    isAway ? Promise.reject(new Error('the store is away')) : storage.notices.claim(...given);
  const notices = createNotices({
    storage: { ...storage, notices: { ...storage.notices, claim } },
    adapters: new Map([['slack', createMemoryChat()]] as const),
    clock,
    logger,
  });
  for (let second = 0; second < 3; second++) await notices.tick();
  expect(logged).toEqual(['notices wait']);
  isAway = false;
  await notices.tick();
  isAway = true;
  await notices.tick();
  expect(logged).toEqual(['notices wait', 'notices wait']);
});

test('a notice for a chat that is not running waits, and one for a terminal that was closed does not', async () => {
  const storage = createMemoryStorage();
  const logger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  const notices = createNotices({ storage, adapters: new Map(), clock, logger });
  const tell = (platform: 'slack' | 'terminal') =>
    notices.tell({
      key: platform,
      address: { platform, space: 'T1', channel: 'C1' },
      card: { summary: 'It changed.', blocks: [] },
      shown: [],
    });
  expect(await tell('slack')).toMatchObject({ state: 'waits' });
  expect(await tell('terminal')).toEqual({ state: 'told' });
  clock.move(24 * 3600);
  const left = await storage.notices.claim(['terminal'], clock.now(), clock.now());
  expect(left).toBeUndefined();
});
