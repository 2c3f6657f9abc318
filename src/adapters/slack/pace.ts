/** Spaces what is posted to one channel; other channels do not wait for it. */
import { setTimeout as pause } from 'node:timers/promises';
import { BriefwireError } from '../../core/errors.ts';
import { limit } from './limits.ts';

export interface Pace {
  /**
   * Makes the call when it is the channel's turn: one after the other, in the order in which they came. Rejects as Slack
   * does where it asked for minutes: whoever waits for the answer is to hear that.
   */
  run<T>(channel: string, call: () => Promise<T>): Promise<T>;
  /** Nothing goes to the channel for so many milliseconds: Slack said so. */
  hold(channel: string, milliseconds: number): void;
}

/** The posts of one channel. */
interface Line {
  /** Resolves when the last call that came is answered. */
  last: Promise<unknown>;
  /** Calls that came and are not answered. */
  waiting: number;
  /** When the next may be made, by `now`. */
  next: number;
}

/** Nobody stands in a line longer than this that Slack holds up, in milliseconds. */
const LONGEST_HOLD = 60_000;

/** More lines than this, and those are forgotten in which nobody stands. */
const MANY = 1_000;

/** `now` gives milliseconds that only ever grow: a clock set back an hour must not hold a channel up for an hour. */
export function createPace(
  now: () => number = () => performance.now(),
  wait: (milliseconds: number) => Promise<unknown> = (milliseconds) => pause(milliseconds),
): Pace {
  const lines = new Map<string, Line>();

  function lineOf(channel: string): Line {
    const line = lines.get(channel) ?? { last: Promise.resolve(), waiting: 0, next: 0 };
    if (lines.size >= MANY) forgetIdle(now());
    lines.set(channel, line);
    return line;
  }

  function forgetIdle(at: number): void {
    for (const [channel, { waiting, next }] of lines) if (waiting === 0 && next <= at) lines.delete(channel);
  }

  async function take<T>(line: Line, call: () => Promise<T>): Promise<T> {
    const early = line.next - now();
    try {
      if (early > LONGEST_HOLD) throw stillHeld(early);
      if (early > 0) await wait(early);
      return await call();
    } finally {
      // From the answer on: a post that was slow on its way must not come close to the next.
      line.next = Math.max(line.next, now() + limit('postInterval'));
      line.waiting -= 1;
    }
  }

  return {
    run(channel, call) {
      const line = lineOf(channel);
      line.waiting += 1;
      const answer = line.last.then(() => take(line, call));
      line.last = answer.catch(() => undefined);
      return answer;
    },
    hold(channel, milliseconds) {
      const line = lineOf(channel);
      line.next = Math.max(line.next, now() + milliseconds);
    },
  };
}

/** In the shape of what the API's client throws where Slack itself says so. */
function stillHeld(milliseconds: number): BriefwireError {
  const problem = new BriefwireError('unavailable', 'Slack asked to slow down, and not so long ago');
  return Object.assign(problem, { retryAfter: milliseconds / 1_000 });
}
