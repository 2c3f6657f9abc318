/**
 * Answers through an interaction, which knows no nonce. Its waiting message may be written as often as one likes, so what can
 * stand there does. Any other message is sent once: where Discord does not say whether it got through, it is not sent again,
 * and the person is told so in words.
 */
import { type APIMessage, MessageFlags, Routes } from 'discord.js';
import type { Address } from '../../chat/command.ts';
import type { DiscordApi } from './api.ts';
import { InDoubt, NoMoreForGuests } from './failures.ts';
import { LIMITS } from './limits.ts';
import { noticeBody } from './render.ts';
import { type ReplyHandle, renderHandle } from './reply-handle.ts';
import { placeOf, type Route } from './routes.ts';

/** Stands in the waiting message, which all see, while the answer comes as a message for one person; then it goes. */
const FOR_ONE = 'The answer is for the one who asked.';

export interface Answers {
  /** Writes the waiting message; undefined where another answer stands there, or where it would be seen by the wrong people. */
  original(handle: ReplyHandle, asked: Address, key: string, isPrivate: boolean): Route | undefined;
  /** Writes it all the same: what is for all is seen by the person alone, since it cannot be posted. */
  atLeastOriginal(handle: ReplyHandle, asked: Address, key: string): Route | undefined;
  /** A message of its own, sent once. Throws `InDoubt` where it was sent and perhaps stands. */
  other(handle: ReplyHandle, asked: Address, key: string, isPrivate: boolean): Promise<Route>;
  /** The handle that made this message, where only that handle can follow it up. */
  handleOf(message: string | undefined): ReplyHandle | undefined;
  /**
   * Ends the interaction: nothing is left waiting, and the person is told what they would not see otherwise. Where nothing
   * was answered here, another process may have done it.
   */
  settle(handle: ReplyHandle, notice: string | undefined, isAnswered: boolean): Promise<void>;
}

/** What became of one interaction. Known to the process that acknowledged it, and to no other. */
interface State {
  /** The key of what is written into the waiting message. */
  original?: string;
  isWritten: boolean;
  /** The waiting message says `FOR_ONE`. */
  isHeld: boolean;
  /** The other messages by key; undefined: perhaps it stands. */
  readonly others: Map<string, string | undefined>;
}

export function createAnswers(api: DiscordApi): Answers {
  const states = new Map<string, State>();
  const followers = new Map<string, ReplyHandle>();

  function stateOf({ token }: ReplyHandle): State {
    const state = states.get(token) ?? { isWritten: false, isHeld: false, others: new Map() };
    states.set(token, state);
    forgetOldest(states);
    return state;
  }

  function routeTo(handle: ReplyHandle, asked: Address, isPrivate: boolean, done: (id: string) => void) {
    const isHidden = isPrivate || handle.hidden;
    const place = placeOf(asked, handle);
    return {
      auth: false,
      extra: {},
      flags: 0,
      // Only through its interaction can a message for one person be changed later.
      place: isHidden ? { ...place, reply: renderHandle(handle) } : place,
      done(id: string) {
        done(id);
        if (isHidden || handle.guest) followers.set(id, handle);
        forgetOldest(followers);
      },
    } as const;
  }

  function writeOriginal(handle: ReplyHandle, asked: Address, key: string): Route | undefined {
    const state = stateOf(handle);
    if (state.original !== key && (state.isWritten || state.isHeld)) return undefined;
    state.original = key;
    const route = routeTo(handle, asked, handle.hidden, () => {
      state.isWritten = true;
    });
    return { ...route, method: 'patch', path: originalOf(handle) };
  }

  /** The first other message would be written into the waiting message, for all to see, were it still waiting. */
  async function hold(handle: ReplyHandle, state: State): Promise<void> {
    await api.call('patch', originalOf(handle), { auth: false, again: true, body: noticeBody(FOR_ONE, 0) });
    state.isHeld = true;
  }

  async function isWaiting(handle: ReplyHandle): Promise<boolean> {
    try {
      const { flags } = await api.call<APIMessage>('get', originalOf(handle), { auth: false, again: true });
      return ((flags ?? 0) & MessageFlags.Loading) !== 0;
    } catch {
      // Better that an answer of another process goes than that the person waits for ever.
      return true;
    }
  }

  return {
    original(handle, asked, key, isPrivate) {
      // The bot can post nothing for all where it is a guest: what the person alone awaits, they alone are shown.
      const isFit = handle.hidden === isPrivate || (handle.hidden && handle.guest);
      return isFit || stateOf(handle).original === key ? writeOriginal(handle, asked, key) : undefined;
    },

    atLeastOriginal: (handle, asked, key) => (handle.hidden ? writeOriginal(handle, asked, key) : undefined),

    async other(handle, asked, key, isPrivate) {
      const state = stateOf(handle);
      const route = routeTo(handle, asked, isPrivate, (id) => state.others.set(key, id));
      const known = state.others.get(key);
      const { application, token } = handle;
      if (known !== undefined)
        return { ...route, method: 'patch', path: Routes.webhookMessage(application, token, known) };
      if (state.others.has(key)) throw new InDoubt();
      if (handle.guest && state.others.size >= LIMITS.guestFollowUps.is - 1) throw new NoMoreForGuests();
      if (!state.isWritten && !state.isHeld) await hold(handle, state);
      return {
        ...route,
        method: 'post',
        path: Routes.webhook(application, token),
        flags: isPrivate || handle.hidden ? MessageFlags.Ephemeral : 0,
        doubt: () => state.others.set(key, undefined),
      };
    },

    handleOf: (message) => (message === undefined ? undefined : followers.get(message)),

    async settle(handle, notice, isAnswered) {
      const { isWritten } = stateOf(handle);
      const call = { auth: false, again: true };
      if (!isAnswered && notice === undefined && !(await isWaiting(handle))) return;
      if (!isWritten && notice === undefined) await api.call('delete', originalOf(handle), call);
      else if (!isWritten)
        await api.call('patch', originalOf(handle), { ...call, body: noticeBody(notice ?? '', 0) });
      else if (notice !== undefined)
        await api.call('post', Routes.webhook(handle.application, handle.token), {
          auth: false,
          body: noticeBody(notice, MessageFlags.Ephemeral),
        });
    },
  };
}

function originalOf({ application, token }: ReplyHandle) {
  return Routes.webhookMessage(application, token, '@original');
}

/** Tokens last fifteen minutes: what belongs to so many of them is remembered. */
const REMEMBERED = 10_000;

function forgetOldest(known: Map<string, unknown>): void {
  for (const key of known.keys()) {
    if (known.size <= REMEMBERED) return;
    known.delete(key);
  }
}
