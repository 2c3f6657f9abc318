import { describe, expect, test, vi } from 'vitest';
import { createPace } from '../../../src/adapters/slack/pace.ts';

/** A clock that goes on only while somebody waits for it. */
function waiting() {
  let now = 0;
  const pace = createPace(
    () => now,
    async (milliseconds) => {
      now += milliseconds;
    },
  );
  const made: string[] = [];
  const post = (channel: string, takes = 0) =>
    pace.run(channel, async () => {
      made.push(`${channel} at ${now}`);
      now += takes;
    });
  return { pace, post, made };
}

describe('posts to a channel', () => {
  test('go a second apart, in the order in which they came', async () => {
    const { post, made } = waiting();
    await Promise.all([post('C1'), post('C1'), post('C1')]);
    expect(made).toEqual(['C1 at 0', 'C1 at 1000', 'C1 at 2000']);
  });

  test('keep the distance from the answer to a slow one', async () => {
    const { post, made } = waiting();
    await Promise.all([post('C1', 700), post('C1')]);
    expect(made).toEqual(['C1 at 0', 'C1 at 1700']);
  });

  test('do not wait for those of another channel', async () => {
    const { post, made } = waiting();
    await Promise.all(['C1', 'C2', 'C3'].map((channel) => post(channel)));
    expect(made).toEqual(['C1 at 0', 'C2 at 0', 'C3 at 0']);
  });

  test('wait for as long as Slack says', async () => {
    const { pace, post, made } = waiting();
    pace.hold('C1', 30_000);
    await post('C1');
    expect(made).toEqual(['C1 at 30000']);
  });

  test('do not wait for a clock that was set back', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-01T08:00:00Z'), toFake: ['Date'] });
    const waits: number[] = [];
    const pace = createPace(undefined, async (milliseconds) => waits.push(milliseconds));
    await pace.run('C1', async () => {});
    vi.setSystemTime(new Date('2026-03-01T07:00:00Z'));
    await pace.run('C1', async () => {});
    vi.useRealTimers();
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
  });

  test('go on after one that failed', async () => {
    const { pace, post, made } = waiting();
    const failed = pace.run('C1', () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    await post('C1');
    expect(made).toEqual(['C1 at 1000']);
  });

  test('are not remembered for ever: thousands of channels leave nothing behind that waits', async () => {
    const { post, made } = waiting();
    for (let index = 0; index < 2_500; index += 1) await post(`C${index}`);
    expect(made).toHaveLength(2_500);
  });
});
