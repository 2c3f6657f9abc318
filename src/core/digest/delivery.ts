/** What becomes of a slot after an attempt to post it. */
import type { Slot } from './ports.ts';

const FIRST_PAUSE = 500;
/** Whoever reads it at eight does not wait an hour more once a chat is back. */
const LONGEST_PAUSE = 600_000;

/** What went wrong, as the chat classifies it; `after` in milliseconds. */
export type Failure =
  | { readonly kind: 'retry'; readonly after: number; readonly reason: string }
  | { readonly kind: 'gone' | 'refused'; readonly reason: string };

/**
 * After a failure: tried again after a pause that doubles up to ten minutes, never before the platform says; or given up, when
 * the channel is gone, the platform refuses, or the slot got too old.
 *
 * @param latest how old a slot may become, in milliseconds
 * @param random a number from 0 to 1, so that several processes do not come back at once
 */
export function afterFailure(
  slot: Slot,
  failure: Failure,
  { now, latest, random }: { readonly now: Date; readonly latest: number; readonly random: number },
): Slot {
  const failed = {
    ...slot,
    attempts: slot.attempts + 1,
    problem: failure.reason,
    changed: now.toISOString(),
  };
  // The head is in the channel: the digest was told, and what is missing of its detail is said in the status.
  if (failure.kind !== 'retry') return { ...failed, state: slot.posted.length > 0 ? 'posted' : failure.kind };
  const next = now.getTime() + Math.max(failure.after, pauseAfter(slot.attempts, random));
  if (next - Date.parse(slot.due) > latest)
    return { ...failed, state: slot.posted.length > 0 ? 'posted' : 'missed' };
  return { ...failed, next: new Date(next).toISOString() };
}

/** Between the half and the whole of a pause that doubles, up to ten minutes. */
export function pauseAfter(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts, 30));
  return Math.round(whole * (0.5 + random / 2));
}
