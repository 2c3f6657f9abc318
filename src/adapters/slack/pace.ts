/** Spaces what is posted to one channel; other channels do not wait for it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../chat/port.ts';
import { limit } from './limits.ts';

export interface Pace {
  /** Resolves when the next message may go to the channel; calls are served in order. */
  turn(channel: string): Promise<void>;
  /** Nothing goes to the channel for so many milliseconds: Slack said so. */
  hold(channel: string, milliseconds: number): void;
}

export function createPace(
  clock: Clock,
  wait: (milliseconds: number) => Promise<unknown> = (milliseconds) => pause(milliseconds),
): Pace {
  /** When the next message may go, in milliseconds since 1970. */
  const next = new Map<string, number>();
  const forgetPast = (now: number) => {
    for (const [channel, at] of next) if (at <= now) next.delete(channel);
  };
  return {
    async turn(channel) {
      const now = clock.now().getTime();
      if (next.size > 1_000) forgetPast(now);
      const mine = Math.max(now, next.get(channel) ?? 0);
      next.set(channel, mine + limit('postInterval'));
      if (mine > now) await wait(mine - now);
    },
    hold(channel, milliseconds) {
      const until = clock.now().getTime() + milliseconds;
      next.set(channel, Math.max(until, next.get(channel) ?? 0));
    },
  };
}
