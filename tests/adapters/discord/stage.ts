/** The adapter before a fake Discord of its own, for the contract and for Discord's own tests. */
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { Command } from '../../../src/chat/command.ts';
import type { ChatAdapter } from '../../../src/chat/port.ts';
import type { CommandStore } from '../../../src/chat/stores.ts';
import { DiscordServer } from '../../fakes/discord-server.ts';
import type { FakeChannel, FakePerson } from '../../fakes/discord-world.ts';

export interface DiscordStage {
  readonly server: DiscordServer;
  readonly adapter: ChatAdapter;
  /** A second process on the same store. */
  another(): ChatAdapter;
  readonly channel: FakeChannel;
  readonly person: FakePerson;
  /** Where and by whom most things are done. */
  readonly here: { readonly user: string; readonly channel: string };
  logged(): string;
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
  const commands = memoryCommands();
  const clock = { now: () => new Date(Date.now() + ahead) };
  const create = () =>
    createDiscordAdapter(
      { token: server.world.token, apiUrl: server.apiUrl, ...settings },
      { logger, clock, commands },
    );
  return {
    server,
    adapter: create(),
    another: create,
    channel,
    person,
    here: { user: person.id, channel: channel.id },
    logged: () => lines.join('\n'),
    later(milliseconds) {
      ahead += milliseconds;
    },
    close: () => server.close(),
  };
}

function memoryCommands(): CommandStore {
  const kept = new Map<string, Command>();
  return {
    async keep(command) {
      const id = `kept-${kept.size}`;
      kept.set(id, command);
      return id;
    },
    find: async (id) => kept.get(id),
  };
}
