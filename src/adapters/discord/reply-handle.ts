/** The handle by which an interaction is answered: opaque to all others, and good for fifteen minutes. */
import { LIMITS } from './limits.ts';

export interface ReplyHandle {
  readonly application: string;
  readonly token: string;
  /** The waiting message is seen by the person alone; that cannot be changed later. */
  readonly hidden: boolean;
  /** What is for all goes into the thread of the message that it is about, where there can be one. */
  readonly threaded: boolean;
  /** The bot is not in that place: it can write there through this handle only. */
  readonly guest: boolean;
  /** The channel or thread where the person did it. */
  readonly room: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export function renderHandle(handle: ReplyHandle): string {
  return JSON.stringify(handle);
}

/** The handle, or undefined where there is none or its time is over. */
export function parseHandle(reply: string | undefined, now: Date): ReplyHandle | undefined {
  if (reply === undefined) return undefined;
  try {
    const handle = JSON.parse(reply) as ReplyHandle;
    return now.getTime() - handle.since < LIMITS.tokenLasts.is ? handle : undefined;
  } catch {
    return undefined;
  }
}
