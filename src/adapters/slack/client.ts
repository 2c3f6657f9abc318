/** Slack's Web API with the token of the settings, and who the token belongs to. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger as BoltLogger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../chat/port.ts';
import { BriefwireError } from '../../core/errors.ts';
import { isRevoked, parseFailure, problemOf } from './failures.ts';
import { CALL_TIMEOUT } from './respond.ts';
import { SCOPES } from './scopes.ts';

const TRIES_AT_START = 3;
const LONGEST_WAIT = 30_000;

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

/** Failures are for the outbox: nothing is tried again here. */
export function createClient(settings: SlackSettings, logger: BoltLogger): WebClient {
  return new WebClient(settings.botToken, clientOptions(settings, logger));
}

/** How every call of Slack's API is made. */
export function clientOptions({ apiUrl }: SlackSettings, logger: BoltLogger): WebClientOptions {
  return {
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

/** Asks Slack who the token belongs to; rejects with what the operator has to change. */
export async function readIdentity(
  client: WebClient,
  { appToken }: Pick<SlackSettings, 'appToken'>,
  logger: Logger,
): Promise<Identity> {
  const answer = await tryAtStart(() => client.auth.test(), 'SLACK_BOT_TOKEN');
  const granted = answer.response_metadata?.scopes ?? [];
  const missing = Object.keys(SCOPES).filter((scope) => !granted.includes(scope));
  if (granted.length > 0 && missing.length > 0)
    logger.warn(
      'the Slack app lacks scopes: compare it with config/slack-manifest.yaml, then reinstall it to the workspace',
      { missing: missing.map((scope) => `${scope}: ${SCOPES[scope]}`) },
    );
  await checkSameApp(client, answer.bot_id, appToken, logger);
  return {
    user: answer.user_id ?? '',
    name: answer.user ?? 'briefwire',
    bot: answer.bot_id ?? '',
    space: answer.team_id ?? '',
  };
}

/** Whoever made the app twice has tokens of two: nothing that happens in the one reaches the other. */
async function checkSameApp(
  client: WebClient,
  bot: string | undefined,
  appToken: string | undefined,
  logger: Logger,
): Promise<void> {
  // The id of its app stands in an app-level token.
  const listening = /^xapp-\d+-(A\w+)-/.exec(appToken ?? '')?.[1];
  if (listening === undefined || bot === undefined) return;
  const posting = await client.bots.info({ bot }).then(
    (answer) => answer.bot?.app_id,
    () => undefined,
  );
  if (posting !== undefined && posting !== listening)
    logger.warn('SLACK_BOT_TOKEN and SLACK_APP_TOKEN are of two different apps: take both from one of them', {
      SLACK_BOT_TOKEN: `https://api.slack.com/apps/${posting}`,
      SLACK_APP_TOKEN: `https://api.slack.com/apps/${listening}`,
    });
}

/** Calls Slack as the program starts; rejects with what the operator has to change about the setting. */
export async function tryAtStart<T>(call: () => Promise<T>, setting: string): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const failure = parseFailure(error);
      const name = problemOf(error);
      if (failure.kind !== 'retry' || isRevoked(error))
        throw new BriefwireError(
          'bad-settings',
          `Slack does not accept ${setting} (${name}). ${ADVICE[setting]}`,
          {
            cause: error,
          },
        );
      if (tries >= TRIES_AT_START && error instanceof BriefwireError) throw error;
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

/** Where the right value of a setting is found. */
export const ADVICE: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN:
    'Copy the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions" of your app at https://api.slack.com/apps; install the app to the workspace first.',
  SLACK_APP_TOKEN:
    'Create an App-Level Token (xapp-…) with the scope connections:write under "Basic Information" of your app at https://api.slack.com/apps, and switch Socket Mode on.',
};
