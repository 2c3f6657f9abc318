/** The adapter before a fake Discord of its own, for the contract and for Discord's own tests. */
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { ChatAdapter, ChatHandler } from '../../../src/chat/port.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';
import { DiscordServer } from '../../fakes/discord-server.ts';
import type { FakeChannel, FakePerson, Json } from '../../fakes/discord-world.ts';

/** A filled-in option of a slash command. */
export function option(name: string, value: string | boolean, more: Json = {}): Json {
  return { name, type: typeof value === 'boolean' ? 5 : 3, value, ...more };
}

/** A subcommand with its options. */
export function sub(name: string, ...options: Json[]): Json {
  return { name, type: 1, options };
}

/** Waits until something is so, for ten seconds. */
export async function until<T>(read: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = read();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error('it did not happen');
    await pause(2);
  }
}

export interface DiscordStage {
  readonly server: DiscordServer;
  readonly adapter: ChatAdapter;
  /** A second process on the same store. */
  another(settings?: { readonly guildId?: string }): ChatAdapter;
  readonly channel: FakeChannel;
  readonly person: FakePerson;
  /** Where and by whom most things are done. */
  readonly here: { readonly user: string; readonly channel: string };
  logged(): string;
  /** Why Discord takes the bot no more. */
  readonly lost: readonly string[];
  /** From now on, no command can be kept. */
  breakStore(): void;
  /** Moves the adapter's clock. */
  later(milliseconds: number): void;
  close(): Promise<void>;
}

export async function openStage(
  change: (server: DiscordServer) => void = () => {},
  settings: { readonly token?: string; readonly guildId?: string } = {},
): Promise<DiscordStage> {
  const server = await DiscordServer.open();
  change(server);
  const channel = server.world.addChannel(0, { name: 'news' });
  const person = server.world.addPerson();
  const lines: string[] = [];
  let ahead = 0;
  const log = (level: string) => (message: string, fields?: Record<string, unknown>) => {
    lines.push(JSON.stringify({ level, message, ...fields }));
  };
  const logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  const lost: string[] = [];
  const clock = { now: () => new Date(Date.now() + ahead) };
  const deps = adapterDeps({ logger, clock, onLost: (reason) => void lost.push(reason) });
  const { commands } = deps;
  const create = (more: { readonly guildId?: string } = {}) =>
    createDiscordAdapter({ token: server.world.token, apiUrl: server.apiUrl, ...settings, ...more }, deps);
  return {
    server,
    adapter: create(),
    another: create,
    channel,
    person,
    here: { user: person.id, channel: channel.id },
    logged: () => lines.join('\n'),
    lost,
    later(milliseconds) {
      ahead += milliseconds;
    },
    breakStore() {
      commands.keep = () => Promise.reject(new Error('the store cannot be written'));
    },
    close: () => server.close(),
  };
}

/** A stage with its adapter started, closed when the test is over. */
export async function startStage(
  handler: ChatHandler,
  change: (server: DiscordServer) => void = () => {},
  settings: { readonly guildId?: string } = {},
): Promise<DiscordStage> {
  const stage = await openStage(change, settings);
  onTestFinished(async () => {
    await stage.adapter.stop();
    await stage.close();
  });
  await stage.adapter.start(handler);
  return stage;
}
