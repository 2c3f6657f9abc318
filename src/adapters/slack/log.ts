/** What is logged: nothing secret, and nothing of what people say to each other. */
import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Logger } from '../../chat/port.ts';

/** Tokens, addresses that answer a request, and the ticket of a socket, wherever they stand. */
export const SECRETS =
  /x(?:ox[a-z]|app)-[\w-]+|https?:\/\/hooks\.slack\.com\/\S+|(?<=\bticket=)[\w-]+|(?<=Bearer )\S+/gi;

const WRONG_SECRET =
  'If Slack sent it, SLACK_SIGNING_SECRET is not that of this app: copy it from "Basic Information", "App Credentials".';

/** Bolt's own lines in our log. Its debug lines hold whole messages of people, and are not written at all. */
export function createBoltLogger(logger: Logger): BoltLogger {
  const lines = (values: unknown[]) => {
    const line = values.map((value) => (value instanceof Error ? value.message : String(value))).join(' ');
    return line.includes('signature mismatch') ? `${line}. ${WRONG_SECRET}` : line;
  };
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
