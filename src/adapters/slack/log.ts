/** What is logged: nothing secret, and nothing of what people say to each other. */
import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Logger } from '../../chat/port.ts';

/** Tokens, addresses that answer a request, and the ticket of a socket, wherever they stand. */
const SECRET =
  /x(?:ox[a-z]|app)-[\w-]+|https?:\/\/hooks\.slack\.com\/\S+|(?<=\bticket=)[\w-]+|(?<=Bearer )\S+/gi;

/** The same logger, which lets no secret through: neither those of the settings nor anything that looks like one. */
export function createSafeLogger(logger: Logger, secrets: readonly string[]): Logger {
  const clean = (text: string) =>
    secrets
      .filter((secret) => secret !== '')
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
      .replace(SECRET, '[secret]');
  const cleanFields = (fields: Record<string, unknown>) => {
    // Through JSON, so that a secret is found at any depth.
    try {
      return JSON.parse(clean(JSON.stringify(fields))) as Record<string, unknown>;
    } catch {
      return {};
    }
  };
  const write = (level: keyof Logger) => (message: string, fields?: Record<string, unknown>) =>
    logger[level](clean(message), fields && cleanFields(fields));
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Bolt's own lines in our log. Its debug lines hold whole messages of people, and are not written at all. */
export function createBoltLogger(logger: Logger): BoltLogger {
  const lines = (values: unknown[]) =>
    values.map((value) => (value instanceof Error ? value.message : String(value))).join(' ');
  return {
    debug: () => undefined,
    // What Bolt tells at this level (connected, disconnected) the adapter tells itself.
    info: (...values) => logger.debug(lines(values), { from: 'bolt' }),
    warn: (...values) => logger.warn(lines(values), { from: 'bolt' }),
    // A socket that dropped is an error to Bolt; the adapter connects again, and says what somebody has to act upon.
    error: (...values) => logger.warn(lines(values), { from: 'bolt' }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
