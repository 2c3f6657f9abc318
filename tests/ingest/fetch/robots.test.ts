import { describe, expect, test } from 'vitest';
import { createRobots, type RobotsFile } from '../../../src/ingest/fetch/robots.ts';

const HOUR = 3_600_000;

/** Robots over files that are given one after the other, the last of them again and again, on a clock that stands. */
function robotsOf(...files: (RobotsFile | Error)[]) {
  let [now, reads] = [0, 0];
  const robots = createRobots(
    async () => {
      const file = files[Math.min(reads, files.length - 1)] ?? 'absent';
      reads += 1;
      if (file instanceof Error) throw file;
      return file;
    },
    'Briefwire',
    () => now,
  );
  return {
    check: (url = 'https://courier.test/a') => robots.check(new URL(url)),
    later: (milliseconds: number) => {
      now += milliseconds;
    },
    reads: () => reads,
  };
}

const closed: RobotsFile = { text: 'User-agent: *\nDisallow: /' };
const open: RobotsFile = { text: 'User-agent: *\nDisallow:' };

describe('robots.txt', () => {
  test('is read once a day for each host', async () => {
    const robots = robotsOf(closed, open);
    expect(await robots.check()).toMatchObject({ allowed: false });
    robots.later(23 * HOUR);
    expect(await robots.check('https://courier.test/b')).toMatchObject({ allowed: false });
    expect(robots.reads()).toBe(1);
    robots.later(2 * HOUR);
    expect(await robots.check()).toMatchObject({ allowed: true });
  });

  test('that the host could not give is asked for again after an hour, not a day', async () => {
    const robots = robotsOf('unreachable', open);
    expect(await robots.check()).toBe('unreachable');
    robots.later(HOUR / 2);
    expect(await robots.check()).toBe('unreachable');
    robots.later(HOUR);
    expect(await robots.check()).toMatchObject({ allowed: true });
  });

  test('that could not be asked for is asked for the next time', async () => {
    const robots = robotsOf(new Error('no connection'), open);
    await expect(robots.check()).rejects.toThrow('no connection');
    expect(await robots.check()).toMatchObject({ allowed: true });
  });

  test.each([
    ['2', 2],
    ['3600', 60],
  ])('that wishes for a rest of %s seconds gets it, up to a minute', async (said, delay) => {
    expect(await robotsOf({ text: `User-agent: *\nCrawl-delay: ${said}` }).check()).toMatchObject({ delay });
  });

  test('of more than two thousand hosts is not remembered', async () => {
    const robots = robotsOf('absent');
    for (let host = 0; host <= 2_000; host += 1) await robots.check(`https://h${host}.test/`);
    const before = robots.reads();
    await robots.check('https://h2000.test/');
    expect(robots.reads()).toBe(before);
    await robots.check('https://h0.test/');
    expect(robots.reads()).toBe(before + 1);
  });
});
