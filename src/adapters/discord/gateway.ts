/** The connection by which events arrive: discord.js's client, all shards in this process. */

import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  Options,
} from 'discord.js';
import type { Logger } from '../../chat/port.ts';
import { BriefwireError, messageOf } from '../../core/errors.ts';
import { restOptions } from './api.ts';

export interface GatewaySettings {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  /** Ask for the words of messages that are not for the bot: only where the application may. */
  readonly content: boolean;
}

export interface GatewayEvents {
  /** Any event as it came. */
  onEvent(type: string, payload: unknown): void;
  /** `channel` is empty where it is about the whole server. */
  onPresence(event: 'left' | 'space-joined' | 'space-left', guild: string, channel: string): void;
  /** A session begins: the servers that the bot is on, and those that removed it while there was no session. */
  onServers(here: readonly string[], left: readonly string[]): void;
  /** Discord closed the connection for good; `contentRefused`: since the message-content intent was switched off. */
  onClosed(contentRefused: boolean, reason: string): void;
}

export interface Gateway {
  /** What is known of servers and channels, filled as events arrive. */
  readonly client: Client;
  /** Resolves when events can arrive. A token that Discord does not accept is `bad-settings`. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export function createGateway(settings: GatewaySettings, events: GatewayEvents, logger: Logger): Gateway {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(settings.content ? [GatewayIntentBits.MessageContent] : []),
    ],
    shards: 'auto',
    rest: restOptions(settings.apiUrl),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(CACHE),
  });
  listen(client, events, logger);
  const telling = tellConnections(client, logger);
  return {
    client,
    async open() {
      const ready = new Promise<void>((resolve, reject) => {
        client.once(Events.ClientReady, () => resolve());
        client.once(Events.ShardDisconnect, ({ code }) => reject(new GatewayClosed(code)));
      });
      // Whoever waits below is told; nobody waits where `login` fails first.
      ready.catch(() => undefined);
      try {
        await Promise.race([client.login(settings.token).then(() => ready), ready]);
      } catch (error) {
        // discord.js goes on connecting even then: nobody is to hear of it, and it is closed as soon as it is open.
        client.removeAllListeners();
        client.on(Events.Error, () => undefined);
        client.once(Events.ShardReady, () => void client.destroy());
        await client.destroy();
        throw explain(error);
      }
      client.on(Events.ShardDisconnect, ({ code }) => {
        events.onClosed(code === GatewayCloseCodes.DisallowedIntents, reasonOf(code));
      });
    },
    close() {
      telling.stop();
      return client.destroy();
    },
  };
}

/** Discord closed the connection and will not take it up again. */
export class GatewayClosed extends Error {
  readonly code: number;

  constructor(code: number) {
    super(reasonOf(code));
    this.code = code;
  }

  get isContentRefused(): boolean {
    return this.code === GatewayCloseCodes.DisallowedIntents;
  }
}

const READ_BY_US = /^(INTERACTION_CREATE|MESSAGE_|TYPING_START|PRESENCE_UPDATE)/;

/** Only what permissions are computed from is kept: no messages, no people. */
const CACHE = {
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  ReactionManager: 0,
  GuildMemberManager: {
    maxSize: 0,
    keepOverLimit: (member: { id: string; client: Client<true> }) => member.id === member.client.user?.id,
  },
  UserManager: {
    maxSize: 0,
    keepOverLimit: (user: { id: string; client: Client<true> }) => user.id === user.client.user?.id,
  },
  ThreadMemberManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
};

function listen(client: Client, events: GatewayEvents, logger: Logger): void {
  client.on(Events.Raw, (packet: { t: string; d: unknown }, shard: number) => {
    const { t, d } = packet;
    // `inbound.ts` reads these as they come, and discord.js is not to make objects of them: these would keep people and
    // messages, and a field that it does not expect makes it throw where nobody can catch, which ends the process.
    if (READ_BY_US.test(t)) packet.t = 'READ';
    events.onEvent(t, d);
    if (t !== 'READY') return;
    const here = (d as GatewayReadyDispatchData).guilds.map(({ id }) => id);
    events.onServers(here, forgetOthers(client, shard, here));
  });
  client.on(Events.GuildCreate, (guild) => events.onPresence('space-joined', guild.id, ''));
  client.on(Events.GuildDelete, (guild) => events.onPresence('space-left', guild.id, ''));
  client.on(Events.ChannelDelete, (channel) => {
    if ('guildId' in channel) events.onPresence('left', channel.guildId, channel.id);
  });
  // An 'error' that nobody listens to would end the process.
  client.on(Events.Error, (error) => logger.error('discord client', { error: messageOf(error) }));
  client.on(Events.Warn, (message) => logger.warn('discord client', { message }));
}

/** Tells that a connection is lost, and back. discord.js tries again twice a second, perhaps for hours: each problem is said once. */
function tellConnections(client: Client, logger: Logger): { stop(): void } {
  const problems = new Map<number, string>();
  const isNew = (shard: number, problem: string) => {
    const isKnown = problems.get(shard) === problem;
    problems.set(shard, problem);
    return !isKnown;
  };
  let isStopped = false;
  client.on(Events.ShardReconnecting, (shard) => {
    // Said at a close of our own too.
    if (!isStopped && !problems.has(shard) && isNew(shard, '')) logger.info('discord reconnects', { shard });
  });
  client.on(Events.ShardError, (error, shard) => {
    if (isNew(shard, messageOf(error))) logger.warn('discord connection', { shard, error: messageOf(error) });
  });
  client.on(Events.ShardResume, (shard, missed) => {
    problems.delete(shard);
    logger.info('discord resumed', { shard, missed });
  });
  client.on(Events.ShardReady, (shard) => {
    if (problems.delete(shard)) logger.info('discord is connected again', { shard });
  });
  return {
    stop() {
      isStopped = true;
    },
  };
}

/** discord.js keeps servers that removed the bot while no session was there to hear of it. Gives which these are. */
function forgetOthers(client: Client, shard: number, here: readonly string[]): string[] {
  const left = client.guilds.cache.filter(({ id, shardId }) => shardId === shard && !here.includes(id));
  for (const guild of left.values()) {
    // A channel that stays would keep the server of now, with the rights of now, when the bot is taken back.
    for (const id of guild.channels.cache.keys()) client.channels.cache.delete(id);
    client.guilds.cache.delete(guild.id);
  }
  return [...left.keys()];
}

function reasonOf(code: number): string {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return 'Discord does not accept DISCORD_TOKEN: copy the bot token again from https://discord.com/developers/applications (Bot, Reset Token)';
    case GatewayCloseCodes.DisallowedIntents:
      return 'the message-content intent is not granted: switch on "Message Content Intent" at https://discord.com/developers/applications (Bot)';
    default:
      return `Discord closed the connection for good (code ${code})`;
  }
}

function explain(error: unknown): unknown {
  if (error instanceof GatewayClosed)
    return error.code === GatewayCloseCodes.AuthenticationFailed ? wrongToken(error) : error;
  if ((error as { code?: unknown }).code === 'TokenInvalid') return wrongToken(error);
  const problem = messageOf(error);
  const why = problem.startsWith('Not enough sessions')
    ? `Discord lets the bot connect no more for now: it was started too often today (${problem}). Start it again after that.`
    : `Discord cannot be reached (${problem}). Check the network, and DISCORD_API_URL if it is set.`;
  return new BriefwireError('unavailable', why, { cause: error });
}

/** The `bad-settings` error that names DISCORD_TOKEN and where the right one is found. */
export function wrongToken(cause: unknown): BriefwireError {
  return new BriefwireError('bad-settings', reasonOf(GatewayCloseCodes.AuthenticationFailed), { cause });
}
