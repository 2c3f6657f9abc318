/** The application as Discord has it: what it may read, and its commands. */
import { setTimeout as pause } from 'node:timers/promises';
import { type APIApplication, ApplicationFlags, DiscordAPIError, RateLimitError, Routes } from 'discord.js';
import type { Logger } from '../../chat/port.ts';
import { BriefwireError, messageOf } from '../../core/errors.ts';
import type { DiscordApi } from './api.ts';
import { DEFINITIONS, GUILD_DEFINITIONS, isChanged } from './commands.ts';
import { waitOf } from './failures.ts';
import { wrongToken } from './gateway.ts';

const TRIES_AT_START = 3;
/** In milliseconds. */
const LONGEST_WAIT = 30_000;

/** Read before the gateway is opened: only what is granted is asked for there. */
export async function readApplication(
  api: DiscordApi,
  wait: (milliseconds: number) => Promise<unknown> = (milliseconds) => pause(milliseconds),
): Promise<APIApplication> {
  try {
    const call = () => api.call<APIApplication>('get', Routes.currentApplication(), { again: true });
    return await withPatience(call, wait);
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw wrongToken(error);
    const advice =
      error instanceof RateLimitError
        ? `Discord asks to wait (${problemOf(error)}): start again later, and not over and over.`
        : `Discord cannot be reached: ${problemOf(error)}. Check the network and DISCORD_API_URL.`;
    throw new BriefwireError('unavailable', advice, { cause: error });
  }
}

/** Waits where Discord asks for it: to end, and be started again at once, would make it worse. */
async function withPatience<T>(
  call: () => Promise<T>,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof RateLimitError) || tries >= TRIES_AT_START) throw error;
      await wait(Math.min(waitOf(error), LONGEST_WAIT));
    }
  }
}

/** A rate limit of discord.js has no message of its own. */
function problemOf(error: unknown): string {
  return error instanceof RateLimitError ? `${Math.ceil(waitOf(error) / 1_000)} seconds` : messageOf(error);
}

/** May it read words that are not for it? Large bots are granted it by Discord, small ones by a switch. */
export function mayReadContent({ flags }: APIApplication): boolean {
  const granted = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
  return ((flags ?? 0) & granted) !== 0;
}

/** A bot on more servers than these is not tried out any more. */
const MOST_SERVERS = 20;

/** Takes away what DISCORD_GUILD_ID had registered in one of the servers: it would be offered there twice, and as it was then. */
export async function removeFromServers(
  api: DiscordApi,
  application: string,
  servers: readonly string[],
  logger: Logger,
): Promise<void> {
  if (servers.length > MOST_SERVERS) return;
  for (const server of servers) {
    const route = Routes.applicationGuildCommands(application, server);
    try {
      const known = await api.call<readonly unknown[]>('get', route, { again: true });
      if (known.length > 0) await api.call('put', route, { body: [], again: true });
    } catch (error) {
      logger.warn('whether a server has commands of its own is not known', {
        server,
        error: problemOf(error),
      });
    }
  }
}

/** Registers the commands where they differ from what Discord has; in one server at once, or everywhere. */
export async function registerCommands(
  api: DiscordApi,
  application: string,
  guild: string | undefined,
  logger: Logger,
): Promise<void> {
  const route = guild
    ? Routes.applicationGuildCommands(application, guild)
    : Routes.applicationCommands(application);
  try {
    const query = { with_localizations: 'true' };
    const body = guild ? GUILD_DEFINITIONS : DEFINITIONS;
    if (!isChanged(await api.call<unknown>('get', route, { query, again: true }), body)) return;
    await api.call('put', route, { body, again: true });
    logger.info('discord commands registered', { server: guild ?? 'all' });
  } catch (error) {
    // The bot still answers mentions and direct messages, and posts its digests.
    const why = guild
      ? `is the bot on the server that DISCORD_GUILD_ID names (${guild})?`
      : 'the next start tries again';
    logger.error(`the commands could not be registered with Discord: ${why}`, { error: problemOf(error) });
  }
}
