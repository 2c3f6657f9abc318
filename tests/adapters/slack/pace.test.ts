import { describe, expect, test } from 'vitest';
import { createPace } from '../../../src/adapters/slack/pace.ts';

/** A clock that stands still, and remembers how long somebody wanted to wait. */
function still() {
  const waited: number[] = [];
  const pace = createPace({ now: () => new Date(0) }, async (milliseconds) => waited.push(milliseconds));
  return { pace, waited };
}

describe('posts to a channel', () => {
  test('go a little over a second apart, in the order in which they came', async () => {
    const { pace, waited } = still();
    await Promise.all([pace.turn('C1'), pace.turn('C1'), pace.turn('C1')]);
    expect(waited).toEqual([1_100, 2_200]);
  });

  test('do not wait for those of another channel', async () => {
    const { pace, waited } = still();
    await Promise.all(['C1', 'C2', 'C3'].map((channel) => pace.turn(channel)));
    expect(waited).toEqual([]);
  });

  test('wait for as long as Slack says', async () => {
    const { pace, waited } = still();
    pace.hold('C1', 30_000);
    await pace.turn('C1');
    await pace.turn('C2');
    expect(waited).toEqual([30_000]);
  });
});
