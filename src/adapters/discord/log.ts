/** What is logged: nothing secret. */
import type { Logger } from '../../chat/port.ts';

/** Tokens of interactions and webhooks, as they stand in addresses. */
const SECRET = /(?<=\/(?:webhooks|interactions)\/\d+\/)[\w.-]+|(?<=Bot )[\w.-]{20,}/g;

/** The same logger, which lets through neither the token of the settings nor anything that looks like one. */
export function createSafeLogger(logger: Logger, token: string): Logger {
  const clean = (text: string) => text.replaceAll(token, '[secret]').replace(SECRET, '[secret]');
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
