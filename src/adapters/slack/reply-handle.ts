/**
 * `Address.reply` on Slack: whom a request came from, and the response_url that answers it alone. Nobody else reads it.
 */
import type { Address } from '../../chat/command.ts';
import { limit } from './limits.ts';

export interface ReplyHandle {
  readonly user: string;
  readonly name?: string;
  /** Slack's response_url: works where the bot is not in the channel, a few times, for half an hour. */
  readonly url?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /**
   * The message that the request came in or with, where Slack names no thread of it: nobody has replied to it, so what one
   * person alone is shown "in its thread" is shown nowhere.
   */
  readonly head?: string;
}

export function renderHandle(handle: ReplyHandle): string {
  return JSON.stringify(handle);
}

/** The handle of an address, or undefined where it has none; the url only while Slack takes it. */
export function parseHandle(address: Address, now: Date): ReplyHandle | undefined {
  if (address.reply === undefined) return undefined;
  try {
    const { url, ...handle } = JSON.parse(address.reply) as ReplyHandle;
    if (typeof handle.user !== 'string') return undefined;
    const isFresh = now.getTime() - handle.at < limit('replyMinutes') * 60_000;
    return url !== undefined && isFresh ? { ...handle, url } : handle;
  } catch {
    return undefined;
  }
}
