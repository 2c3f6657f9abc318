import type { Clock, Logger } from '../../src/core/ports.ts';

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  set(instant: string): void;
  /** Seconds; may be negative. */
  move(seconds: number): void;
}

export function createFakeClock(instant: string): FakeClock {
  let now = Date.parse(instant);
  return {
    now: () => new Date(now),
    set(next) {
      now = Date.parse(next);
    },
    move(seconds) {
      now += seconds * 1000;
    },
  };
}

/** Keeps its lines. */
export function createFakeLogger(): Logger & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const write = (message: string, fields?: Record<string, unknown>) => {
    lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  };
  return { lines, debug: write, info: write, warn: write, error: write };
}
