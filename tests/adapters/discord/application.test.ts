import { RateLimitError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { mayReadContent, readApplication } from '../../../src/adapters/discord/application.ts';
import { createFakeApi } from '../../fakes/discord-api.ts';

const APPLICATION = { id: '1', name: 'Briefwire', flags: 0 };

/** What discord.js throws where Discord asks to wait so many milliseconds. */
function rateLimit(retryAfter: number): RateLimitError {
  return new RateLimitError({
    timeToReset: retryAfter,
    retryAfter,
    sublimitTimeout: 0,
    limit: 1,
    method: 'GET',
    hash: '',
    url: '',
    route: '',
    majorParameter: '',
    global: false,
    scope: 'user',
  });
}

/** Reads the application from a Discord that asks to wait so long, one time after the other. */
async function readAfter(...limits: number[]) {
  const waits: number[] = [];
  const api = createFakeApi(async () => {
    const limit = limits.shift();
    if (limit !== undefined) throw rateLimit(limit);
    return APPLICATION;
  });
  const reading = readApplication(api, async (milliseconds) => waits.push(milliseconds));
  return { waits, found: await reading.catch((error: unknown) => error) };
}

describe('a Discord that asks to wait when the bot starts', () => {
  test('is waited for as long as it asks, half a minute at most', async () => {
    expect(await readAfter(2_200, 600_000)).toEqual({ waits: [2_200, 30_000], found: APPLICATION });
  });

  test('again and again is told as that, and no network is blamed', async () => {
    const { waits, found } = await readAfter(2_200, 2_200, 2_200, 2_200);
    expect(waits).toHaveLength(2);
    expect(found).toMatchObject({
      code: 'unavailable',
      message: 'Discord asks to wait (3 seconds): start again later, and not over and over.',
    });
  });
});

test('a large bot may read what a small one may, once Discord grants it', () => {
  const flags = { large: 1 << 18, small: 1 << 19, other: 1 << 12 };
  const may = (bits: number) => mayReadContent({ ...APPLICATION, flags: bits } as never);
  expect([may(flags.large), may(flags.small), may(flags.other), may(0)]).toEqual([true, true, false, false]);
});
