/** Which chats the program needs: at the start, and when one of them is lost. */
import { describe, expect, test } from 'vitest';
import type { Platform } from '../../src/chat/command.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { startChats, watchChats } from '../../src/wiring/chats.ts';
import { recordingHandler } from '../contracts/recording-handler.ts';
import { createFakeLogger } from '../fakes/clock.ts';
import { createMemoryChat } from '../fakes/memory-chat.ts';

function openHouse(requireAllChats: boolean) {
  const stopped: Platform[] = [];
  const adapters = new Map<Platform, ChatAdapter>();
  const handler = recordingHandler();
  const app = { adapters, logger: createFakeLogger(), settings: { requireAllChats }, handler };
  const chat = (platform: Platform, start = async () => {}): ChatAdapter => ({
    ...createMemoryChat(),
    ...{ platform, start, stop: async () => void stopped.push(platform) },
  });
  const refused = () => Promise.reject(new Error('a wrong token'));
  return { app, adapters, stopped, chat, refused, running: () => [...adapters.keys()] };
}

describe('a chat that cannot log in', () => {
  test('stops the program where all are required', async () => {
    const { app, chat, refused } = openHouse(true);
    const starting = startChats(app, [chat('slack'), chat('discord', refused)]);
    await expect(starting).rejects.toMatchObject({ code: 'bad-settings', message: 'discord: a wrong token' });
  });

  test('is left out where another works and not all are required', async () => {
    const { app, chat, refused, running } = openHouse(false);
    await startChats(app, [chat('slack', refused), chat('discord')]);
    expect(running()).toEqual(['discord']);
  });

  test('stops the program where it is the only one', async () => {
    const { app, chat, refused } = openHouse(false);
    await expect(startChats(app, [chat('slack', refused)])).rejects.toThrow('slack: a wrong token');
  });
});

describe('a chat that is lost while it runs', () => {
  const isOver = (ended: Promise<string>) =>
    Promise.race([ended, new Promise<string>((resolve) => setImmediate(() => resolve('it goes on')))]);

  test('ends the program where all are required, and where it is the last', async () => {
    for (const [required, others] of [
      [true, ['slack', 'discord']],
      [false, ['slack']],
    ] as const) {
      const { app, chat } = openHouse(required);
      await startChats(
        app,
        others.map((platform) => chat(platform)),
      );
      const { ended, onLost } = watchChats(app);
      onLost('slack', 'its token was revoked');
      expect(await isOver(ended)).toBe('slack: its token was revoked');
    }
  });

  test('is stopped and left out where another goes on', async () => {
    const { app, chat, stopped, running } = openHouse(false);
    await startChats(app, [chat('slack'), chat('discord')]);
    const { ended, onLost } = watchChats(app);
    onLost('slack', 'its token was revoked');
    expect(await isOver(ended)).toBe('it goes on');
    expect([stopped, running()]).toEqual([['slack'], ['discord']]);
  });
});
