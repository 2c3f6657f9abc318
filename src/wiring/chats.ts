/** The chats that have a token. Each SDK is loaded only where its chat runs: the prompt must not wait for it. */
import type { App } from '../app.ts';
import type { Platform } from '../chat/command.ts';
import type { AdapterDeps, ChatAdapter } from '../chat/port.ts';
import { BriefwireError, messageOf } from '../core/errors.ts';

/** The adapters of all chats that have a token, not started. `onLost`: one of them works no more, for the reason given. */
export async function createChats(
  { settings, config, storage, clock, logger }: App,
  onLost: (platform: Platform, reason: string) => void = () => {},
): Promise<ChatAdapter[]> {
  const depsOf = (platform: Platform): AdapterDeps => ({
    logger,
    clock,
    commands: storage.commands,
    hints: storage.hints,
    onLost: (reason) => onLost(platform, reason),
  });
  const chats: ChatAdapter[] = [];
  if (settings.slack) {
    const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
    const { botToken, apiUrl, via } = settings.slack;
    const way =
      via.mode === 'socket'
        ? { appToken: via.appToken }
        : { signingSecret: via.signingSecret, port: via.port };
    chats.push(
      createSlackAdapter({ botToken, apiUrl, ...way, managers: config.bot.slackManagers }, depsOf('slack')),
    );
  }
  if (settings.discord) {
    const { createDiscordAdapter } = await import('../adapters/discord/adapter.ts');
    const { token, guildId, apiUrl } = settings.discord;
    chats.push(createDiscordAdapter({ token, guildId: guildId ?? undefined, apiUrl }, depsOf('discord')));
  }
  return chats;
}

/** What is needed of the house to run its chats. */
interface ChatHouse extends Pick<App, 'adapters' | 'logger'> {
  readonly settings: Pick<App['settings'], 'requireAllChats'>;
}

/** Starts them all. One that cannot log in stops the program, unless another works and not all are required. */
export async function startChats(
  app: ChatHouse & Pick<App, 'handler'>,
  chats: readonly ChatAdapter[],
): Promise<void> {
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

/**
 * Looks after chats that a platform closes while they run, as when a token is reset: such a chat is treated as one that
 * cannot be started. `ended` resolves with the reason when the program has to end.
 */
export function watchChats({ adapters, settings, logger }: ChatHouse) {
  let end: (reason: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return {
    ended,
    onLost(platform: Platform, reason: string): void {
      const left = [...adapters.keys()].filter((other) => other !== platform);
      if (settings.requireAllChats || left.length === 0) {
        end(`${platform}: ${reason}`);
        return;
      }
      logger.warn('the program goes on with the chats that are left', { left });
      const lost = adapters.get(platform);
      adapters.delete(platform);
      lost?.stop().catch((error: unknown) => {
        logger.warn('a chat could not be stopped', { chat: platform, error: messageOf(error) });
      });
    },
  };
}
