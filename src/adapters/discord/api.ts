/** Discord's HTTP interface: real `REST` of discord.js, with what it leaves to us. */

import { DiscordAPIError, REST, type RouteLike } from 'discord.js';
import type { Logger } from '../../chat/port.ts';
import { hasCode, isTransient } from './failures.ts';

/** Longer waits are told to the one who sends, who knows what can wait. */
const LONGEST_WAIT = 2_000;
/** A clock that is put right by less is none that was set back. In milliseconds. */
const SET_BACK = 1_000;

export interface ApiSettings {
  readonly token: string;
  /** Discord's own where absent: https://discord.com/api */
  readonly apiUrl?: string | undefined;
}

interface CallOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** Interactions carry their own token, and count for no rate limit of the bot. */
  readonly auth?: boolean;
  /** Asked again at once where Discord did not answer: only for what may be done twice. */
  readonly again?: boolean;
}

export interface DiscordApi {
  call<T>(
    method: 'get' | 'post' | 'patch' | 'put' | 'delete',
    route: RouteLike,
    options?: CallOptions,
  ): Promise<T>;
}

export function createApi({ token, apiUrl }: ApiSettings, logger: Logger): DiscordApi {
  const options = {
    ...restOptions(apiUrl),
    // Whoever sends knows what may be sent twice; `REST` would send everything again.
    retries: 0,
    rejectOnRateLimit: ({
      timeToReset,
      retryAfter,
      sublimitTimeout,
    }: {
      timeToReset: number;
      retryAfter: number;
      sublimitTimeout: number;
    }) => Math.max(timeToReset, retryAfter, sublimitTimeout) > LONGEST_WAIT,
  };
  /** Where the bot has to wait everywhere, whoever gives a command need not. */
  const createRests = () => ({ bot: new REST(options).setToken(token), interactions: new REST(options) });
  let rests = createRests();
  let latest = Date.now();

  /** `REST` counts its limits up to instants of the clock: where that was set back, it would wait until they come again. */
  function restsOfNow() {
    const now = Date.now();
    if (now < latest - SET_BACK) rests = createRests();
    latest = now;
    return rests;
  }

  async function call<T>(
    method: 'get' | 'post' | 'patch' | 'put' | 'delete',
    route: RouteLike,
    { body, query, auth = true, again = false }: CallOptions = {},
  ): Promise<T> {
    const { bot, interactions } = restsOfNow();
    const rest = auth ? bot : interactions;
    const request = () =>
      rest[method](route, {
        auth,
        ...(body === undefined ? {} : { body }),
        ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
      }) as Promise<T>;
    try {
      return await request();
    } catch (error) {
      if (isUnauthorized(error)) {
        // Discord says so now and then for good tokens too, and one 401 makes `REST` forget its token for good.
        logger.warn('discord did not accept the token; trying once more');
        bot.setToken(token);
        return request();
      }
      if (again && isTransient(error)) return request();
      throw error;
    }
  }
  return { call };
}

/** For every `REST`, that of the gateway's client included. */
export function restOptions(apiUrl: string | undefined): { api?: string } {
  return apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') };
}

/** The token of an interaction that is over is another matter, and has a code of its own. */
function isUnauthorized(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401 && !hasCode(error, 'invalidToken');
  return error instanceof Error && error.message.includes('Expected token to be set');
}
