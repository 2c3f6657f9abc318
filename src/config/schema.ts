/**
 * The settings of the environment: one entry a variable, with what it must look like and what `.env.example` says of it.
 * Everything that is set in a file instead is in files.ts.
 */
import { z } from 'zod';

/** What is said about a variable where settings are listed. */
interface About {
  /** One or two sentences for the operator. */
  readonly about: string;
  /** Shown in place of a value that has no default. */
  readonly example: string;
  /** A token or password: never logged. */
  readonly secret?: boolean;
}

const abouts = z.registry<About>();

const PORT = 'must be a port, a whole number from 0 to 65535 (0: any free one)';
const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine((value) => value <= 65_535, PORT);
const webAddress = z
  .string()
  .refine(isWebAddress, 'must be a web address that starts with https:// or http://');
const secret = (wrong: RegExp, message: string) =>
  z
    .string()
    .regex(/^\S+$/, 'must be one word without spaces: copy the token alone')
    // "…" of an example, curly quotation marks of a chat: no header of HTTP takes them, and no network is to be blamed for it.
    .regex(/^[^"'`\P{ASCII}]*$/u, 'must be the token alone: no quotation marks, and no "…" of an example')
    .refine((value) => !wrong.test(value), message);

/** All variables, in the order in which they are listed. An empty value counts as not set. */
export const variables = {
  SLACK_BOT_TOKEN: secret(
    /^(xapp|xoxp|xoxe)-/,
    'must be the bot token, which starts with xoxb- (Slack app settings, OAuth & Permissions)',
  )
    .optional()
    .register(abouts, {
      about:
        'Bot token of the Slack app (OAuth & Permissions). Slack is on when it is set, and needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET as well.',
      example: 'xoxb-…',
      secret: true,
    }),
  SLACK_APP_TOKEN: secret(
    /^xox/,
    'must be the app-level token, which starts with xapp- (Slack app settings, Basic Information, scope connections:write)',
  )
    .optional()
    .register(abouts, {
      about:
        'App-level token (Basic Information, scope connections:write) for Socket Mode: no public address needed. Goes before SLACK_SIGNING_SECRET where both are set.',
      example: 'xapp-…',
      secret: true,
    }),
  SLACK_SIGNING_SECRET: secret(
    /^(xapp|xox.)-/,
    'must be the signing secret, not a token (Slack app settings, Basic Information, App Credentials)',
  )
    .optional()
    .register(abouts, {
      about: 'Signing secret (Basic Information) for requests over HTTP at /slack/events.',
      example: '0123456789abcdef…',
      secret: true,
    }),
  SLACK_PORT: port.default(3000).register(abouts, {
    about: 'Port on which requests of Slack arrive over HTTP.',
    example: '3000',
  }),
  // The SDK joins method names to it, so it ends with a slash; Discord's joins paths that begin with one.
  SLACK_API_URL: webAddress
    .transform((value) => value.replace(/\/*$/, '/'))
    .default('https://slack.com/api/')
    .register(abouts, {
      about: 'Address of the Slack API.',
      example: 'https://slack.com/api/',
    }),
  DISCORD_TOKEN: secret(
    /^(?:mfa\..*|\d{15,20}|[0-9a-f]{64})$/,
    'must be the token of the bot (Discord developer portal, Bot, Reset Token): not a person’s, and neither the Application ID nor the Public Key',
  )
    .optional()
    .register(abouts, {
      about: 'Bot token of the Discord application (Bot). Discord is on when it is set.',
      example: 'MTE…',
      secret: true,
    }),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{1,20}$/, 'must be the number of a server (Discord, developer mode, Copy Server ID)')
    .optional()
    .register(abouts, {
      about: 'A server in which the commands are registered at once; elsewhere Discord takes up to an hour.',
      example: '1100000000000000000',
    }),
  DISCORD_API_URL: webAddress
    .transform((value) => value.replace(/\/+$/, ''))
    .default('https://discord.com/api')
    .register(abouts, {
      about: 'Address of the Discord API.',
      example: 'https://discord.com/api',
    }),
  STORE_URL: z
    .string()
    .regex(/^(memory:|sqlite:.+)$/, 'must be sqlite:<file>, or memory: to keep nothing')
    .default('sqlite:./data/briefwire.db')
    .register(abouts, {
      about: 'Where articles, threads and digests are kept: sqlite:<file>, or memory: (gone at the end)',
      example: 'sqlite:./data/briefwire.db',
    }),
  ARTICLES_DIR: z.string().default('seeds').register(abouts, {
    about: 'Folder of articles (.txt, .md, .html, .json) that is read at the start and watched.',
    example: 'seeds',
  }),
  CONFIG_DIR: z.string().default('config').register(abouts, {
    about: 'Folder with topics.yaml, sources.yaml, digests.yaml and bot.yaml.',
    example: 'config',
  }),
  HEALTH_PORT: port.optional().register(abouts, {
    about: 'Port for /healthz and /metrics (Prometheus) beside Slack or Discord. Not set: neither is served.',
    example: '9090',
  }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info')
    .register(abouts, {
      about: 'How much is logged to standard error: debug, info, warn, error or silent.',
      example: 'info',
    }),
  REQUIRE_ALL_CHATS: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false', '1', '0', 'on', 'off', 'yes', 'no'], 'must be true or false'))
    .transform((value) => ['true', '1', 'on', 'yes'].includes(value))
    .default(true)
    .register(abouts, {
      about:
        'Whether a chat that cannot log in, or is closed for good later, stops the program although another chat works.',
      example: 'true',
    }),
} as const;

export type VariableName = keyof typeof variables;

export interface SlackSettings {
  readonly botToken: string;
  /** Socket Mode, or signed requests over HTTP. */
  readonly via:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number };
  readonly apiUrl: string;
}

export interface DiscordSettings {
  readonly token: string;
  readonly guildId: string | null;
  readonly apiUrl: string;
}

/** The environment, checked. A chat without a token is null. */
export interface Settings {
  readonly slack: SlackSettings | null;
  readonly discord: DiscordSettings | null;
  readonly storeUrl: string;
  readonly articlesDir: string;
  readonly configDir: string;
  readonly healthPort: number | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly requireAllChats: boolean;
}

/** What is said about a variable where settings are listed; the default as it would be written, or null. */
export function describeVariable(name: VariableName): About & { readonly default: string | null } {
  const about = abouts.get(variables[name]);
  if (about === undefined) throw new Error(`${name} has no description in config/schema.ts`);
  const unset = variables[name].safeParse(undefined);
  return { ...about, default: unset.success && unset.data !== undefined ? String(unset.data) : null };
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
