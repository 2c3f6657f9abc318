/** Threads: started from a message when the first answer goes there, and checked for what the bot may do in them. */
import { Routes } from 'discord.js';
import type { Address } from '../../chat/command.ts';
import type { DiscordApi } from './api.ts';
import { hasCode, MissingPermission } from './failures.ts';
import { LIMITS } from './limits.ts';
import { plainName } from './markup.ts';
import type { Need } from './permissions.ts';
import { isDirect, type Rooms } from './rooms.ts';

/** Threads of news go quiet in a day; whoever writes opens them again. */
const ARCHIVE_AFTER_MINUTES = 1_440;

export interface Threads {
  /** Makes sure that the message heads a thread; false where it cannot: voice chats, a server with too many threads. */
  open(channel: string, head: string, summary: string): Promise<boolean>;
  /** May the bot post there: into the channel, or the thread, which is started if need be? Never throws. */
  canWrite(address: Address, summary: string): Promise<boolean>;
  /** Throws `MissingPermission` where the gateway told that something is missing. */
  check(room: string, needs: readonly Need[]): void;
}

export function createThreads(api: DiscordApi, rooms: Rooms): Threads {
  function check(room: string, needs: readonly Need[]): void {
    const missing = rooms.missing(room, needs);
    if (missing.length > 0) throw new MissingPermission(missing, rooms.nameOf(room));
  }

  async function open(channel: string, head: string, summary: string): Promise<boolean> {
    if (rooms.isKnown(head)) return true;
    const missing = rooms.missing(channel, ['view', 'startThreads', 'sendInThreads']);
    const mayNotStart = missing.length === 1 && rooms.missing(channel, ['startThreads']).length === 1;
    if (mayNotStart && (await exists(head))) return true;
    check(channel, ['view', 'startThreads', 'sendInThreads']);
    const name = plainName(summary, LIMITS.threadName.is) || 'Briefwire';
    try {
      const body = { name, auto_archive_duration: ARCHIVE_AFTER_MINUTES };
      await api.call('post', Routes.threads(channel, head), { body, again: true });
      return true;
    } catch (error) {
      if (hasCode(error, 'tooManyThreads')) return false;
      if (hasCode(error, 'missingPermissions') && (await exists(head))) return true;
      // It exists already; or its first message was deleted, and the thread itself will tell whether it is still there.
      if (hasCode(error, 'threadExists', 'unknownMessage')) return true;
      // A forum's post heads itself; in a voice chat there are no threads.
      if (!hasCode(error, 'wrongChannelType', 'unknownChannel')) throw error;
      return exists(head);
    }
  }

  /** One that was archived is there, though the gateway does not tell: whoever may not start it may open it again. */
  async function exists(channel: string): Promise<boolean> {
    try {
      await api.call('get', Routes.channel(channel), { again: true });
      return true;
    } catch (error) {
      if (hasCode(error, 'unknownChannel')) return false;
      throw error;
    }
  }

  return {
    open,
    check,
    async canWrite(address, summary) {
      try {
        if (address.thread === undefined || isDirect(address)) {
          check(address.channel, ['view', 'send']);
          return true;
        }
        if (!(await open(address.channel, address.thread, summary))) return false;
        check(address.thread, ['view', 'sendInThreads']);
        return true;
      } catch {
        return false;
      }
    },
  };
}
