import { RateLimitError } from 'discord.js';
import { expect, test } from 'vitest';
import { isUncertain, toFailure } from '../../../src/adapters/discord/failures.ts';

const NO_WAIT = { timeToReset: 0, retryAfter: 0, sublimitTimeout: 0 };

function rateLimit(waits: Partial<typeof NO_WAIT>): RateLimitError {
  const call = { method: 'POST', hash: '', url: '', route: '/channels/:id/messages', majorParameter: '' };
  return new RateLimitError({ ...NO_WAIT, ...waits, ...call, limit: 5, global: false, scope: 'user' });
}

test.each([
  [{ retryAfter: 7_000 }, 7_000],
  [{ timeToReset: 7_000, retryAfter: 3_000 }, 7_000],
  [{ sublimitTimeout: 600_000, retryAfter: 3_000 }, 600_000],
  // "Now" would be as often as a process can.
  [{}, 1_000],
])('Discord is asked again after the longest of what it says: %j', (waits, after) => {
  expect(toFailure(rateLimit(waits), '#news')).toMatchObject({ kind: 'retry', after });
});

test.each([
  ['ECONNREFUSED', false],
  ['ENOTFOUND', false],
  ['ECONNRESET', true],
  ['UND_ERR_HEADERS_TIMEOUT', true],
])(
  'a message stands perhaps where an answer got lost, not where no connection was made: %s',
  (code, stands) => {
    expect(isUncertain(Object.assign(new Error('fetch failed'), { code }))).toBe(stands);
  },
);
