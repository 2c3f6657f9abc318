import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSourceTasks, type SourceTasks } from '../../src/runtime/source-tasks.ts';

const MINUTE = 60_000;

let sources: string[];
/** When each source was looked at, in seconds after the start. */
let looks: { id: string; second: number }[];
let tasks: SourceTasks;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T08:00:00Z') });
  const start = Date.now();
  sources = ['harbour-post', 'ledger', 'courier', 'gazette'];
  looks = [];
  tasks = createSourceTasks({
    ids: () => Promise.resolve(sources),
    startDue(id) {
      looks.push({ id, second: (Date.now() - start) / 1000 });
      return Promise.resolve();
    },
  });
});

afterEach(async () => {
  await tasks.stop();
  vi.useRealTimers();
});

const looksAt = (id: string): number[] => looks.filter((look) => look.id === id).map(({ second }) => second);

test('a new source is looked at once at the start, and then each minute at a second of its own', async () => {
  await tasks.keep();
  await tasks.keep();
  expect(looks.map(({ id }) => id)).toEqual(sources);
  looks = [];
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  for (const id of sources) {
    const [first = -1, ...later] = looksAt(id).map(Math.floor);
    expect(later).toEqual([first + 60, first + 120]);
  }
  expect(new Set(looks.map(({ second }) => Math.floor(second) % 60)).size).toBeGreaterThan(1);
});

test('a source that is gone is not looked at again, and one that comes later is', async () => {
  await tasks.keep();
  sources = ['ledger', 'new'];
  await tasks.keep();
  looks = [];
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(new Set(looks.map(({ id }) => id))).toEqual(new Set(sources));
});

test('after stop nothing is looked at', async () => {
  await tasks.keep();
  await tasks.stop();
  looks = [];
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(looks).toEqual([]);
});
