/** The chats that have a token. Each SDK is loaded only where its chat runs: the prompt must not wait for it. */
import type { App } from '../app.ts';
import type { AdapterDeps, ChatAdapter } from '../chat/port.ts';
import { BriefwireError, messageOf } from '../core/errors.ts';

/** The adapters of all chats that have a token, not started. */
export async function createChats({ settings, config, storage, clock, logger }: App): Promise<ChatAdapter[]> {
  const deps: AdapterDeps = { logger, clock, commands: storage.commands };
  const chats: ChatAdapter[] = [];
  if (settings.slack) {
    const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
    const { botToken, apiUrl, via } = settings.slack;
    const way =
      via.mode === 'socket'
        ? { appToken: via.appToken }
        : { signingSecret: via.signingSecret, port: via.port };
    chats.push(createSlackAdapter({ botToken, apiUrl, ...way, managers: config.bot.slackManagers }, deps));
  }
  if (settings.discord) {
    const { createDiscordAdapter } = await import('../adapters/discord/adapter.ts');
    const { token, guildId, apiUrl } = settings.discord;
    chats.push(createDiscordAdapter({ token, guildId: guildId ?? undefined, apiUrl }, deps));
  }
  return chats;
}

/** Starts them all. One that cannot log in stops the program, unless another works and not all are required. */
export async function startChats(app: App, chats: readonly ChatAdapter[]): Promise<void> {
  const problems: string[] = [];
  for (const chat of chats) {
    try {
      app.adapters.set(chat.platform, chat);
      await chat.start(app.handler);
      app.logger.info('a chat is connected', { chat: chat.platform });
    } catch (error) {
      app.adapters.delete(chat.platform);
      problems.push(`${chat.platform}: ${messageOf(error)}`);
      app.logger.error('a chat cannot be started', { chat: chat.platform, error: messageOf(error) });
    }
  }
  if (problems.length > 0 && (app.settings.requireAllChats || app.adapters.size === 0))
    throw new BriefwireError('bad-settings', problems.join('; '));
}
