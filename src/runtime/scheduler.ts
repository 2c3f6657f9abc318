/**
 * Due times: the only file that imports node-cron. It reads the expressions and says which days match. Its own clock is
 * not used: it leaves out what falls into a spring gap, gives a doubled hour twice, waits for the old time where the clock
 * is set back, and walks through every second that a machine slept.
 */
import { createTask, parse, type ScheduledTask, validateDetailed } from 'node-cron';
import type { DueTime, Schedule } from '../core/digest/ports.ts';
import { firstInstantOf, instantsOf, wallAt, wallMilliseconds, wallOf } from '../core/digest/zones.ts';
import { BriefwireError } from '../core/errors.ts';

/** A cron expression over wall times, which know no zone. */
interface Rule {
  /** Times of a day in milliseconds, in order. */
  readonly times: readonly number[];
  hasDay(day: number): boolean;
}

const DAY = 86_400_000;
/** 29 February on a given weekday comes once in 28 years, or 40 around 2100. */
const LONGEST_WAIT = 41 * 366;

/** Expressions are read once and kept. */
export function createSchedule(): Schedule {
  const rules = new Map<string, Rule>();
  return {
    next(expression, zone, after) {
      let rule = rules.get(expression);
      if (rule === undefined) {
        rule = parseRule(expression);
        rules.set(expression, rule);
      }
      return findNext(rule, expression, checkZone(zone), after);
    },
  };
}

/**
 * Why an expression gives no due time ("its hour is wrong"), without repeating it; undefined for one that gives some. For
 * those who take it now and ask for due times later.
 */
export function whyNeverDue(expression: string): string | undefined {
  const { valid, errors } = validateDetailed(expression);
  const [wrong] = errors;
  if (!valid) {
    const field = wrong?.field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return field === undefined || field === 'expression' ? 'it is none' : `its ${field} is wrong`;
  }
  try {
    createSchedule().next(expression, 'UTC', new Date());
    return undefined;
  } catch {
    return 'it never comes';
  }
}

function checkZone(zone: string): string {
  try {
    wallAt(new Date(0), zone);
    return zone;
  } catch (cause) {
    const message = `"${zone}" is no time zone: write one such as Europe/Berlin or America/New_York.`;
    throw new BriefwireError('bad-request', message, { cause });
  }
}

function parseRule(expression: string): Rule {
  const { valid, errors } = validateDetailed(expression);
  if (!valid) {
    const why = errors.map(({ field, value }) => `${field} "${value ?? ''}"`).join(', ');
    const message = `"${expression}" is no cron expression (${why}): write five fields such as "0 8 * * 1-5", or six with seconds first.`;
    throw new BriefwireError('bad-request', message);
  }
  const { hour, minute, second } = parse(expression);
  const times = hour.flatMap((h) => minute.flatMap((m) => second.map((s) => ((h * 60 + m) * 60 + s) * 1000)));
  times.sort((a, b) => a - b);
  const first = times[0] ?? 0;
  // In UTC the task sees wall times as they stand. It never runs: it only says which days match.
  const task: ScheduledTask = createTask(expression, () => {}, { timezone: 'UTC' });
  const days = new Map<number, boolean>();
  return {
    times,
    hasDay(day) {
      const known = days.get(day);
      if (known !== undefined) return known;
      const matches = task.match(new Date(day * DAY + first));
      if (days.size > 1000) days.clear();
      days.set(day, matches);
      return matches;
    },
  };
}

/**
 * Walks the matching wall times after what the clock shows. One that the clocks skip counts at the first moment after the
 * gap, unless another one is due there already; one that they show twice counts at the first of the two.
 */
function findNext(rule: Rule, expression: string, zone: string, after: Date): DueTime {
  for (const wall of walkWalls(rule, wallMilliseconds(wallAt(after, zone)))) {
    const slot = wallOf(wall);
    const [instant] = instantsOf(slot, zone);
    if (instant === undefined) {
      const at = firstInstantOf(slot, zone);
      if (at > after && !isFollowed(rule, slot, wallAt(at, zone))) return { slot, at };
    } else if (instant > after) {
      return { slot, at: instant };
    }
  }
  throw new BriefwireError('bad-request', `"${expression}" never comes: check day and month.`);
}

/** Is there another matching time after this one, up to the first moment after the gap that it falls into? */
function isFollowed(rule: Rule, slot: string, end: string): boolean {
  for (const wall of walkWalls(rule, wallMilliseconds(slot))) return wallOf(wall) <= end;
  return false;
}

/** The matching wall times after one, in order, in milliseconds. */
function* walkWalls(rule: Rule, after: number): Generator<number> {
  const today = Math.floor(after / DAY);
  for (let day = today; day < today + LONGEST_WAIT; day += 1) {
    if (!rule.hasDay(day)) continue;
    const from = day === today ? countUpTo(rule.times, after - today * DAY) : 0;
    for (let index = from; index < rule.times.length; index += 1) yield day * DAY + (rule.times[index] ?? 0);
  }
}

/** How many of the sorted numbers are at most the limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
