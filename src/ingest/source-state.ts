/** What is remembered of a source after a reading, and when it is read again. Pure. */
import type { SourceState } from '../core/ports.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A source that fails this long is told to those who need it. */
const FAILING_LONG = DAY;

export function newState(source: string): SourceState {
  return {
    source,
    etag: null,
    lastModified: null,
    movedTo: null,
    attempted: null,
    succeeded: null,
    failingSince: null,
    failures: 0,
    problem: null,
    next: null,
    ended: null,
    missing: {},
    told: false,
  };
}

/** The instant of the next reading: after the interval, a tenth earlier or later, so that sources do not march in step. */
function nextRun(now: Date, minutes: number, random: number): Date {
  return new Date(now.getTime() + minutes * MINUTE * (0.9 + 0.2 * random));
}

export function afterSuccess(
  state: SourceState,
  now: Date,
  minutes: number,
  random: number,
  learnt: Partial<Pick<SourceState, 'etag' | 'lastModified' | 'movedTo' | 'missing' | 'problem'>>,
): SourceState {
  return {
    ...state,
    problem: null,
    ...learnt,
    attempted: now.toISOString(),
    succeeded: now.toISOString(),
    failingSince: null,
    failures: 0,
    next: nextRun(now, minutes, random).toISOString(),
    told: false,
  };
}

/** Failures in a row double the interval, up to a day; what the host asked for is kept to. */
export function afterFailure(
  state: SourceState,
  now: Date,
  minutes: number,
  random: number,
  problem: string,
  retryAfter: Date | null,
): SourceState {
  const longer = Math.min(minutes * 2 ** Math.min(state.failures, 10), Math.max(minutes, DAY / MINUTE));
  const next = nextRun(now, longer, random);
  return {
    ...state,
    attempted: now.toISOString(),
    failingSince: state.failingSince ?? now.toISOString(),
    failures: state.failures + 1,
    problem,
    next: (retryAfter !== null && retryAfter > next ? retryAfter : next).toISOString(),
  };
}

/** 410: it is not read again. */
export function afterEnd(state: SourceState, now: Date, problem: string): SourceState {
  const at = now.toISOString();
  const failingSince = state.failingSince ?? at;
  return {
    ...state,
    attempted: at,
    failingSince,
    failures: state.failures + 1,
    problem,
    next: null,
    ended: at,
  };
}

/** Never for a source that has ended; at once for one that was never read. */
export function isDue(state: SourceState | undefined, now: Date): boolean {
  if (state === undefined || state.attempted === null) return true;
  return state.ended === null && (state.next === null || new Date(state.next) <= now);
}

/** True once it has failed for a day, or has ended, and nobody was told. */
export function isToBeTold(state: SourceState, now: Date): boolean {
  if (state.told || state.failingSince === null) return false;
  return state.ended !== null || now.getTime() - Date.parse(state.failingSince) >= FAILING_LONG;
}
