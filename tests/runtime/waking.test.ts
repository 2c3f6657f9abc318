import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quietly, wakeEvery } from '../../src/runtime/waking.ts';
import { createFakeLogger } from '../fakes/clock.ts';

const HOUR = 3_600_000;

let calls: number;
let waking: { stop(): Promise<void> } | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T08:00:00Z') });
  calls = 0;
});

afterEach(async () => {
  await waking?.stop();
  vi.useRealTimers();
});

const count = async () => {
  calls += 1;
};

test('work is called each second', async () => {
  waking = wakeEvery(1, count);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(calls).toBe(6);
});

test('a clock that is set back an hour stops nothing', async () => {
  waking = wakeEvery(1, count);
  await vi.advanceTimersByTimeAsync(2_000);
  vi.setSystemTime(Date.now() - HOUR);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(calls).toBe(8);
});

test('a clock that jumped three days calls once a second, not once for each second that it left out', async () => {
  waking = wakeEvery(1, count);
  await vi.advanceTimersByTimeAsync(2_000);
  vi.setSystemTime(Date.now() + 72 * HOUR);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(calls).toBe(4);
});

test('slow work is never done twice at once, and is waited for at the end', async () => {
  const steps: string[] = [];
  waking = wakeEvery(1, async () => {
    steps.push('begun');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    steps.push('done');
  });
  await vi.advanceTimersByTimeAsync(3_400);
  expect(steps).toEqual(['begun']);
  const stopped = waking.stop().then(() => steps.push('stopped'));
  await vi.advanceTimersByTimeAsync(5_000);
  await stopped;
  expect(steps).toEqual(['begun', 'done', 'stopped']);
});

test('the first call comes when it is asked for', async () => {
  waking = wakeEvery(60, count, 5);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(calls).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toBe(2);
});

test('what fails again and again is logged once, until it has gone well or fails for another reason', async () => {
  const logger = createFakeLogger();
  let problem: string | undefined = 'the disk is full';
  const work = quietly(logger, 'sources wait', async () => {
    if (problem !== undefined) throw new Error(problem);
  });
  for (let turn = 0; turn < 1000; turn += 1) await work();
  expect(logger.lines).toEqual(['sources wait {"problem":"the disk is full"}']);
  for (const next of ['the disk is gone', undefined, 'the disk is gone']) {
    problem = next;
    await work();
  }
  expect(logger.lines).toHaveLength(3);
});
