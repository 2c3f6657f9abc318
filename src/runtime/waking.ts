/**
 * Waking up now and again. Timers count the time that passes, whatever the clock on the wall is set to: a clock set back
 * stops nothing, and a machine that slept wakes once, not once for each second that it slept.
 */

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
