/** One request at a time a host, with a pause between two. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface HostQueue {
  /** Runs the task when the host is free and has rested for so many milliseconds since the last one. */
  run<T>(host: string, pause: number, task: () => Promise<T>): Promise<T>;
}

/** Pauses are in milliseconds, from the end of one request to the beginning of the next. */
export function createHostQueue(now: () => number = () => performance.now()): HostQueue {
  const tails = new Map<string, Promise<unknown>>();
  const ended = new Map<string, number>();
  return {
    async run(host, pause, task) {
      const before = tails.get(host) ?? Promise.resolve();
      const mine = before.then(async () => {
        const rest = (ended.get(host) ?? Number.NEGATIVE_INFINITY) + pause - now();
        if (rest > 0) await sleep(rest);
        try {
          return await task();
        } finally {
          ended.set(host, now());
        }
      });
      const tail = mine.then(ignore, ignore);
      tails.set(host, tail);
      try {
        return await mine;
      } finally {
        if (tails.get(host) === tail) tails.delete(host);
        if (ended.size > 5000) ended.clear(); // a pause too few is better than a memory without end
      }
    },
  };
}

function ignore(): void {
  // the next one in line does not care how this one ended
}
