/** Socket Mode: a connection to Slack that is kept open. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Logger as BoltLogger, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../chat/port.ts';
import { BriefwireError } from '../../core/errors.ts';
import { ADVICE, clientOptions, type SlackSettings, tryAtStart } from './client.ts';
import { isRevoked, problemOf } from './failures.ts';
import { guardFrames } from './frames.ts';

const HELLO_TIMEOUT = 20_000;
const LONGEST_WAIT = 30_000;
/** A connection that lasts so long, in milliseconds, is a good one. */
const LASTING = 60_000;

/** Slack makes a connection and closes it again, and the SDK does not say why. */
const CLOSED_AT_ONCE =
  'Slack closes the connection at once: switch Socket Mode on under "Socket Mode" of your app at https://api.slack.com/apps, and let no more than ten programs connect with its token.';

/** What a connection to Slack of either kind is given. */
export interface ConnectionDeps {
  readonly logger: Logger;
  readonly boltLogger: BoltLogger;
  /** Slack does not take the token of the connection any more. */
  readonly onLost: (reason: string, error: unknown) => void;
}

export interface Socket {
  readonly receiver: SocketModeReceiver;
  open(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Socket Mode. Bolt's own reconnecting waits seconds after each disconnect, and rejects with nobody listening when the
 * token was revoked meanwhile, which would end the process: so it is switched off and done here.
 */
export function createSocket(
  settings: SlackSettings,
  appToken: string,
  { logger, boltLogger, onLost }: ConnectionDeps,
): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(settings, boltLogger) },
  });
  const socket = receiver.client;
  guardFrames(socket, logger);
  const closing = new AbortController();
  /** While a connection is made, or waited for: one that closes late in that time is none of which anybody has to hear. */
  let isBusy = true;
  /** Attempts since a connection lasted. */
  let tries = 0;
  let since = 0;

  async function connect(): Promise<void> {
    const late = pause(HELLO_TIMEOUT, undefined, { ref: false }).then(() => {
      throw new Error('Slack did not say hello');
    });
    await Promise.race([socket.start().catch(explain), late]);
    since = performance.now();
  }

  async function reconnect(): Promise<void> {
    if (performance.now() - since >= LASTING) tries = 0;
    for (; !closing.signal.aborted; tries += 1) {
      // The first time at once: Slack asks for it every few hours, and events wait meanwhile. It may also greet and close
      // again, over and over.
      if (tries > 0) await wait(Math.min(1_000 * 2 ** (tries - 1), LONGEST_WAIT));
      if (closing.signal.aborted) return;
      try {
        await connect();
        tries += 1;
        logger.info('connected to Slack again');
        return;
      } catch (error) {
        const fields = { error: problemOf(error) };
        if (isRevoked(error))
          onLost(`Slack no longer accepts SLACK_APP_TOKEN. ${ADVICE['SLACK_APP_TOKEN']}`, error);
        else logger.warn('Slack cannot be reached; trying again', fields);
      }
    }
  }

  async function wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: closing.signal }).catch(() => undefined);
  }

  socket.on('disconnected', () => {
    if (isBusy || closing.signal.aborted) return;
    logger.info('Slack closed the connection');
    isBusy = true;
    void reconnect().finally(() => {
      isBusy = false;
    });
  });

  return {
    receiver,
    async open() {
      await tryAtStart(connect, 'SLACK_APP_TOKEN');
      isBusy = false;
      logger.info('connected to Slack in Socket Mode');
    },
    async close() {
      closing.abort();
      await Promise.race([socket.disconnect(), pause(2_000, undefined, { ref: false })]);
    },
  };
}

function explain(error: unknown): never {
  throw error ?? new BriefwireError('unavailable', CLOSED_AT_ONCE);
}
