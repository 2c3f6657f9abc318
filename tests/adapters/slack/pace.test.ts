import { describe, expect, test, vi } from 'vitest';
import { parseFailure } from '../../../src/adapters/slack/failures.ts';
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

  test('that would wait for minutes are refused at once, as Slack refuses them, until it takes some again', async () => {
    let now = 0;
    const pace = createPace(
      () => now,
      async () => {},
    );
    pace.hold('C1', 300_000);
    const refused = pace.run('C1', async () => 'posted');
    await expect(refused).rejects.toMatchObject({ retryAfter: 300 });
    expect(await refused.catch(parseFailure)).toMatchObject({ kind: 'retry', after: 300_000 });
    now = 299_000;
    expect(await pace.run('C1', async () => 'posted')).toBe('posted');
  });

  test('wait so long also where Slack said it while one was on its way, or says less afterwards', async () => {
    const { pace, post, made } = waiting();
    await pace.run('C1', async () => pace.hold('C1', 30_000));
    pace.hold('C1', 500);
    await post('C1');
    expect(made).toEqual(['C1 at 30000']);
  });

  test('keep their distance also where a thousand channels came meanwhile', async () => {
    let now = 0;
    const pace = createPace(
      () => now,
      async (milliseconds) => {
        now += milliseconds;
      },
    );
    const crowd = async (name: string) => {
      for (let index = 0; index < 1_100; index += 1) pace.hold(`${name}${index}`, -1);
    };
    await pace.run('C1', async () => {});
    await crowd('A');
    await pace.run('C1', async () => {});
    expect(now).toBe(1_000);
    // One that is on its way longer than the distance is still waited for.
    now += 5_000;
    let end = () => {};
    const slow = pace.run('C1', () => new Promise<void>((resolve) => (end = resolve)));
    await Promise.resolve();
    await crowd('B');
    let isMade = false;
    const next = pace.run('C1', async () => {
      isMade = true;
    });
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(isMade).toBe(false);
    end();
    await Promise.all([slow, next]);
    expect(isMade).toBe(true);
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
