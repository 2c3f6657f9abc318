/**
 * Waking up now and again. Timers count the time that passes, whatever the clock on the wall is set to: a clock set back
 * stops nothing, and a machine that slept wakes once, not once for each second that it slept.
 */
import { messageOf } from '../core/errors.ts';
import type { Logger } from '../core/ports.ts';

/**
 * Calls back every so many seconds, never twice at once, until it is stopped: the first time after `first` seconds.
 * The work must not reject.
 */
export function wakeEvery(
  seconds: number,
  work: () => Promise<void>,
  first = seconds,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const wake = () => {
    running ??= work().finally(() => {
      running = undefined;
    });
  };
  let timer = setTimeout(() => {
    timer = setInterval(wake, seconds * 1000);
    wake();
  }, first * 1000);
  return {
    async stop() {
      clearTimeout(timer);
      await running;
    },
  };
}

/** Work that is tried again and again, and never rejects. The same problem is logged once until it goes well: a disk may be full all night. */
export function quietly(logger: Logger, message: string, work: () => Promise<unknown>): () => Promise<void> {
  let told = '';
  return async () => {
    try {
      await work();
      told = '';
    } catch (error) {
      const problem = messageOf(error);
      if (problem !== told) logger.error(message, { problem });
      told = problem;
    }
  };
}
