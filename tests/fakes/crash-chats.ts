/** The fake platforms as the crash test needs them: where the program posts, what stands there, and what gets lost. */
import { tagOf } from '../../src/adapters/discord/routes.ts';
import { allNodes } from './discord-checks.ts';
import { DiscordServer } from './discord-server.ts';
import { IDS } from './slack-payloads.ts';
import { openSlackServer, TOKENS } from './slack-server.ts';

/** A message of a digest that stands. */
interface Standing {
  /** The key that it was delivered under. */
  readonly key: string;
  readonly id: string;
}

export interface CrashChat {
  readonly platform: 'slack' | 'discord';
  readonly space: string;
  readonly channels: readonly string[];
  /** What the program is told. */
  readonly env: Readonly<Record<string, string>>;
  /** The next message is kept, and its sender never hears of it. */
  loseNext(): void;
  /** Messages so far. */
  count(): number;
  /** Minutes pass: what the platform remembers of nonces and lost connections is forgotten. */
  forget(): void;
  /** What stands of these keys. */
  read(keys: readonly string[]): Standing[];
  close(): Promise<void>;
}

export async function openCrashSlack(channels: readonly string[]): Promise<CrashChat> {
  const server = await openSlackServer();
  const { api } = server;
  for (const channel of channels) api.channels.set(channel, { in: true });
  return {
    platform: 'slack',
    space: IDS.team,
    channels,
    env: { SLACK_BOT_TOKEN: TOKENS.bot, SLACK_APP_TOKEN: TOKENS.app, SLACK_API_URL: server.url },
    loseNext: () => api.answerNext('chat.postMessage', 'lost'),
    count: () => api.posted.length,
    forget() {
      // Slack has no nonces.
    },
    read(keys) {
      const wanted = new Set(keys);
      return api.posted.flatMap(({ metadata, ts }) => {
        const key = (metadata?.['event_payload'] as { key: string } | undefined)?.key;
        return key !== undefined && wanted.has(key) ? [{ key, id: ts }] : [];
      });
    },
    close: () => server.close(),
  };
}

export async function openCrashDiscord(count: number): Promise<CrashChat> {
  const server = await DiscordServer.open();
  const { world, gateway } = server;
  const channels = Array.from({ length: count }, () => world.addChannel().id);
  return {
    platform: 'discord',
    space: world.guild,
    channels,
    env: { DISCORD_TOKEN: world.token, DISCORD_API_URL: server.apiUrl },
    loseNext: () =>
      server.fail(({ method, path }) => method === 'POST' && path.endsWith('/messages'), 'cut', {
        done: true,
      }),
    count: () => world.messages.size,
    forget() {
      world.forgetNonces();
      gateway.forgetLost();
      // Thousands of open threads are not what this is about.
      for (const channel of world.channels.values()) if (channel.type === 11) channel.archived = true;
    },
    read(keys) {
      const wanted = new Map(keys.map((key) => [tagOf(key), key]));
      return [...world.messages.values()].flatMap((message) => {
        const tag = allNodes(message as never).find(({ id }) => id !== undefined && wanted.has(id))?.id;
        const key = tag === undefined ? undefined : wanted.get(tag);
        return key === undefined ? [] : [{ key, id: message.id }];
      });
    },
    close: () => server.close(),
  };
}
