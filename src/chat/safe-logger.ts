/** A log without secrets, for adapters: they hold tokens, and the errors of their SDKs name addresses that are secret. */
import type { Logger } from './port.ts';

/** The same logger, which lets no secret through: neither those of the settings nor anything that looks like one. */
export function createSafeLogger(logger: Logger, secrets: readonly string[], looksLikeOne: RegExp): Logger {
  const known = secrets.filter((secret) => secret !== '');
  const clean = (text: string) =>
    known
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
      .replace(looksLikeOne, '[secret]');
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
