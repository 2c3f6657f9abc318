import { describe, expect, test } from 'vitest';
import { afterFailure, afterSuccess, isToBeTold, newState } from '../../src/ingest/source-state.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

/** The hours until the next reading after so many failures in a row. */
function pauseAfter(failures: number, minutes: number, retryAfter: Date | null = null): number {
  const state = afterFailure({ ...newState('a'), failures }, NOW, minutes, 0.5, 'no answer', retryAfter);
  return (Date.parse(state.next ?? '') - NOW.getTime()) / HOUR;
}

describe('a source that goes on failing', () => {
  test('is asked once a day at least, and not more often than it is when it works', () => {
    expect([20, 5_000].map((failures) => pauseAfter(failures, 30))).toEqual([24, 24]);
    expect(pauseAfter(20, 48 * 60)).toBe(48);
  });

  test('is not asked sooner because it says that it may be', () => {
    expect(pauseAfter(3, 60, later(1))).toBe(8);
    expect(pauseAfter(3, 60, later(9))).toBe(9);
  });

  test('is told of again where it worked in between', () => {
    const failing = (from: Date, state = newState('a')) =>
      afterFailure(state, from, 30, 0.5, 'no answer', null);
    const told = { ...failing(NOW), told: true };
    expect(isToBeTold(told, later(48))).toBe(false);
    const again = failing(later(50), afterSuccess(told, later(49), 30, 0.5, {}));
    expect(isToBeTold(again, later(73))).toBe(false);
    expect(isToBeTold(again, later(74))).toBe(true);
  });
});
