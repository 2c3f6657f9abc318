/** Waits for another program that writes, without holding up this one: the driver itself would stop all of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { isLocked } from './database.ts';

/** A locked file is waited for so long before the caller is told, in milliseconds. */
const PATIENCE = 5_000;
const PAUSE = 25;

/**
 * The same store, whose methods are tried again while the file is locked, those of its parts too. Each is one transaction, or
 * may be done twice: one that found the file locked has changed nothing.
 */
export function withPatience<T extends object>(store: T): T {
  const entries = Object.entries(store).map(([name, value]) => [name, patient(value)]);
  return Object.fromEntries(entries) as T;
}

function patient(value: unknown): unknown {
  if (typeof value === 'function') return (...given: unknown[]) => patiently<unknown>(() => value(...given));
  return typeof value === 'object' && value !== null ? withPatience(value) : value;
}

/** Does it again while the file is locked. */
export async function patiently<T>(work: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || Date.now() > end) throw error;
      // Not all who wait come back at once.
      await pause(PAUSE * (1 + Math.random()));
    }
  }
}
