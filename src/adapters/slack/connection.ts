/** Bolt with the receiver that the settings ask for: a socket, or signed requests over HTTP. */
import { App, HTTPReceiver, type SocketModeReceiver } from '@slack/bolt';
import { BriefwireError, messageOf } from '../../core/errors.ts';
import { clientOptions, type Identity, type SlackSettings } from './client.ts';
import { type ConnectionDeps, createSocket } from './socket.ts';

const DEFAULT_PORT = 3000;

export interface Connection {
  readonly app: App;
  /** Resolves when events arrive. */
  open(): Promise<void>;
  /** No events from now on. */
  close(): Promise<void>;
}

/** The connection that the settings ask for, not open yet. */
export function createConnection(
  settings: SlackSettings,
  identity: Identity,
  deps: ConnectionDeps,
): Connection {
  if (settings.appToken !== undefined) {
    const { receiver, ...socket } = createSocket(settings, settings.appToken, deps);
    return { ...socket, app: createApp(settings, identity, receiver, deps) };
  }
  if (settings.signingSecret !== undefined)
    return createHttp(settings, settings.signingSecret, identity, deps);
  throw new BriefwireError(
    'bad-settings',
    'SLACK_BOT_TOKEN alone is not enough: set SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET and SLACK_PORT (HTTP).',
  );
}

function createApp(
  settings: SlackSettings,
  identity: Identity,
  receiver: SocketModeReceiver | HTTPReceiver,
  { logger, boltLogger }: ConnectionDeps,
): App {
  const app = new App({
    receiver,
    logger: boltLogger,
    convoStore: false,
    clientOptions: clientOptions(settings, boltLogger),
    // The token was checked already: an event must not wait for another call before it is acknowledged.
    authorize: async () => ({
      botToken: settings.botToken,
      botId: identity.bot,
      botUserId: identity.user,
      teamId: identity.space,
    }),
  });
  app.error(async (error) => logger.error('an event of Slack failed', { error: messageOf(error) }));
  return app;
}

function createHttp(
  settings: SlackSettings,
  signingSecret: string,
  identity: Identity,
  deps: ConnectionDeps,
): Connection {
  const port = settings.port ?? DEFAULT_PORT;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: '/slack/events',
    port,
    logger: deps.boltLogger,
  });
  return {
    app: createApp(settings, identity, receiver, deps),
    async open() {
      try {
        await receiver.start(port);
      } catch (error) {
        const why = `SLACK_PORT ${port} cannot be opened: ${messageOf(error)}`;
        throw new BriefwireError('bad-settings', `${why}. Choose another, or end the program that has it.`, {
          cause: error,
        });
      }
      deps.logger.info('Slack sends events over HTTP', { port, path: '/slack/events' });
    },
    close: () => receiver.stop(),
  };
}
