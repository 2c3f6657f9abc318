/** Bolt with its receiver: a socket that is kept open, or signed requests over HTTP. */

import { setTimeout as pause } from 'node:timers/promises';
import { App, type Logger as BoltLogger, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../chat/port.ts';
import { BriefwireError, messageOf } from '../../core/errors.ts';
import { errorName, isRevoked, parseFailure } from './failures.ts';
import { CALL_TIMEOUT } from './respond.ts';
import { SCOPES } from './scopes.ts';

export interface SlackSettings {
  /** Bot User OAuth Token, xoxb-… */
  readonly botToken: string;
  /** App-Level Token, xapp-…, for Socket Mode. */
  readonly appToken?: string;
  /** For signed requests over HTTP; without an app token. */
  readonly signingSecret?: string;
  readonly port?: number;
  /** Slack's API; default: Slack's own. */
  readonly apiUrl?: string;
  /** User ids that may change digests and sources, besides the admins of the workspace. */
  readonly managers?: readonly string[];
}

/** Who the token says we are. */
export interface Identity {
  /** The bot's user id. */
  readonly user: string;
  /** Its name, as people write it. */
  readonly name: string;
  readonly bot: string;
  readonly space: string;
}

export interface Connection {
  readonly app: App;
  /** Resolves when events arrive. */
  open(): Promise<void>;
  /** No events from now on. */
  close(): Promise<void>;
}

const DEFAULT_PORT = 3000;
const HELLO_TIMEOUT = 20_000;
const LONGEST_WAIT = 30_000;
const TRIES_AT_START = 3;

/** Failures are for the outbox: nothing is tried again here. */
export function createClient(settings: SlackSettings, logger: BoltLogger): WebClient {
  return new WebClient(settings.botToken, clientOptions(settings, logger));
}

function clientOptions({ apiUrl }: SlackSettings, logger: BoltLogger): WebClientOptions {
  return {
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

/** Asks Slack who the token belongs to; rejects with what the operator has to change. */
export async function readIdentity(client: WebClient, logger: Logger): Promise<Identity> {
  const answer = await tryAtStart(() => client.auth.test(), 'SLACK_BOT_TOKEN');
  const granted = answer.response_metadata?.scopes ?? [];
  const missing = Object.keys(SCOPES).filter((scope) => !granted.includes(scope));
  if (granted.length > 0 && missing.length > 0)
    logger.warn(
      'the Slack app lacks scopes: compare it with config/slack-manifest.yaml, then reinstall it to the workspace',
      { missing: missing.map((scope) => `${scope}: ${SCOPES[scope]}`) },
    );
  return {
    user: answer.user_id ?? '',
    name: answer.user ?? 'briefwire',
    bot: answer.bot_id ?? '',
    space: answer.team_id ?? '',
  };
}

async function tryAtStart<T>(call: () => Promise<T>, setting: string): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const failure = parseFailure(error);
      const name = errorName(error) ?? messageOf(error);
      if (failure.kind !== 'retry')
        throw new BriefwireError(
          'bad-settings',
          `Slack does not accept ${setting} (${name}). ${ADVICE[setting]}`,
          {
            cause: error,
          },
        );
      if (tries >= TRIES_AT_START)
        throw new BriefwireError(
          'unavailable',
          `Slack cannot be reached (${name}). Check the network, and SLACK_API_URL if it is set.`,
          { cause: error },
        );
      await pause(Math.min(failure.after, LONGEST_WAIT));
    }
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN:
    'Copy the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions" of your app at https://api.slack.com/apps; install the app to the workspace first.',
  SLACK_APP_TOKEN:
    'Create an App-Level Token (xapp-…) with the scope connections:write under "Basic Information" of your app at https://api.slack.com/apps, and switch Socket Mode on.',
};

/** The connection that the settings ask for, not open yet. */
export function createConnection(
  settings: SlackSettings,
  identity: Identity,
  deps: { logger: Logger; boltLogger: BoltLogger },
): Connection {
  if (settings.appToken !== undefined) return createSocket(settings, settings.appToken, identity, deps);
  if (settings.signingSecret !== undefined)
    return createHttp(settings, settings.signingSecret, identity, deps);
  throw new BriefwireError(
    'bad-settings',
    'SLACK_BOT_TOKEN alone is not enough: set SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET and SLACK_PORT (HTTP).',
  );
}

type Deps = Parameters<typeof createConnection>[2];

function createApp(
  settings: SlackSettings,
  identity: Identity,
  receiver: SocketModeReceiver | HTTPReceiver,
  { logger, boltLogger }: Deps,
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
  deps: Deps,
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
        throw new BriefwireError('bad-settings', `SLACK_PORT ${port} cannot be opened: ${messageOf(error)}`, {
          cause: error,
        });
      }
      deps.logger.info('Slack sends events over HTTP', { port, path: '/slack/events' });
    },
    close: () => receiver.stop(),
  };
}

/**
 * Socket Mode. Bolt's own reconnecting waits seconds after each disconnect, and rejects with nobody listening when the
 * token was revoked meanwhile, which would end the process: so it is switched off and done here.
 */
function createSocket(settings: SlackSettings, appToken: string, identity: Identity, deps: Deps): Connection {
  const { logger, boltLogger } = deps;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(settings, boltLogger) },
  });
  const socket = receiver.client;
  const closing = new AbortController();
  let connecting = false;

  async function connect(): Promise<void> {
    connecting = true;
    const late = pause(HELLO_TIMEOUT, undefined, { ref: false }).then(() => {
      throw new Error('Slack did not say hello');
    });
    try {
      await Promise.race([socket.start(), late]);
    } finally {
      connecting = false;
    }
  }

  async function reconnect(): Promise<void> {
    for (let tries = 0; !closing.signal.aborted; tries += 1) {
      // The first time at once: Slack asks for it every few hours, and events wait meanwhile.
      if (tries > 0) await wait(Math.min(1_000 * 2 ** (tries - 1), LONGEST_WAIT));
      if (closing.signal.aborted) return;
      try {
        await connect();
        logger.info('connected to Slack again');
        return;
      } catch (error) {
        const fields = { error: errorName(error) ?? messageOf(error) };
        if (isRevoked(error))
          logger.error(`Slack no longer accepts SLACK_APP_TOKEN. ${ADVICE['SLACK_APP_TOKEN']}`, fields);
        else logger.warn('Slack cannot be reached; trying again', fields);
      }
    }
  }

  async function wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: closing.signal }).catch(() => undefined);
  }

  socket.on('disconnected', () => {
    if (connecting || closing.signal.aborted) return;
    logger.info('Slack closed the connection');
    void reconnect();
  });

  return {
    app: createApp(settings, identity, receiver, deps),
    async open() {
      await tryAtStart(connect, 'SLACK_APP_TOKEN');
      logger.info('connected to Slack in Socket Mode');
    },
    async close() {
      closing.abort();
      await Promise.race([socket.disconnect(), pause(2_000, undefined, { ref: false })]);
    },
  };
}
