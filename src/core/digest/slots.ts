/** Which slots a digest has: pure planning over due times. The store keeps them, the runner works on them. */
import type { Digest, DueTime, Schedule, Slot, SlotState } from './ports.ts';
import { wallAt } from './zones.ts';

/** A slot so much younger is on time: a restart takes a few seconds and is no absence. */
const ON_TIME = 5_000;
/** So much the clocks of two machines may differ; more than that is a clock that was set back. */
const SKEW = 5_000;
const HOUR = 3_600_000;
/** So far back a missed slot is looked for, only to say that it was missed. */
const LOOK_BACK = 8 * 24 * HOUR;

export interface Plan {
  readonly slots: readonly Slot[];
  /** Everything due up to then is planned. */
  readonly planned: Date;
}

export interface PlanOptions {
  readonly schedule: Schedule;
  readonly now: Date;
  /** How old a missed slot may be to be posted, in milliseconds. */
  readonly latest: number;
}

/**
 * The slots that came due since the digest was last planned, none where nothing did.
 *
 * What was missed is told once: by the newest missed slot, or by the first that is on time; the others are `merged` into
 * it. A slot that is older than `latest` is `missed`. A clock that was set back plans the same slots again, and the store
 * knows them already; one that was set forward makes missed slots.
 */
export function buildPlan(digest: Digest, planned: Date | undefined, options: PlanOptions): Plan | undefined {
  const { now, latest } = options;
  const from = planned ?? new Date(digest.created);
  // What lies between is known already, and what was planned of a future that is not, does not keep the rest back.
  if (from.getTime() - now.getTime() > SKEW) return { slots: [], planned: now };
  const oldest = new Date(now.getTime() - latest);
  const due = listDue(digest, options, from > oldest ? from : oldest);
  if (due.length === 0) {
    const lost =
      from < oldest ? listDue(digest, options, laterOf(from, now.getTime() - LOOK_BACK)).at(-1) : undefined;
    return lost && { slots: [buildSlot(digest, lost, 'missed', now)], planned: now };
  }
  const onTime = due.findIndex(({ at }) => now.getTime() - at.getTime() <= ON_TIME);
  const teller = onTime === -1 ? due.length - 1 : onTime;
  const slots = due.map((time, index) => {
    const state = index < teller ? 'merged' : time.slot === digest.skip ? 'skipped' : 'due';
    const slot = buildSlot(digest, time, state, now);
    return index === teller ? { ...slot, missed: teller } : slot;
  });
  return { slots, planned: now };
}

function laterOf(date: Date, milliseconds: number): Date {
  return new Date(Math.max(date.getTime(), milliseconds));
}

/** All due times after `from`, up to now. */
function listDue(digest: Digest, { schedule, now }: PlanOptions, from: Date): DueTime[] {
  const times: DueTime[] = [];
  for (let next = schedule.next(digest.cron, digest.zone, from); next.at <= now; ) {
    times.push(next);
    next = schedule.next(digest.cron, digest.zone, next.at);
  }
  return times;
}

/** A slot of its own for a digest that somebody asks for at once. */
export function buildNowSlot(digest: Digest, now: Date): Slot {
  return buildSlot(digest, { slot: wallAt(now, digest.zone), at: now }, 'due', now);
}

function buildSlot(digest: Digest, { slot, at }: DueTime, state: SlotState, now: Date): Slot {
  return {
    digest: digest.id,
    slot,
    due: at.toISOString(),
    state,
    missed: 0,
    attempts: 0,
    next: at.toISOString(),
    message: null,
    revision: null,
    told: [],
    posted: [],
    problem: null,
    changed: now.toISOString(),
  };
}

/** "Late": missed slots stand behind it, or it comes more than a minute after its time. */
export function isLate(slot: Slot, now: Date): boolean {
  return slot.missed > 0 || now.getTime() - Date.parse(slot.due) > 60_000;
}
