import { describe, expect, test } from 'vitest';
import { createBoltLogger, SECRETS } from '../../../src/adapters/slack/log.ts';
import { createSafeLogger } from '../../../src/chat/safe-logger.ts';

function lines() {
  const written: string[] = [];
  const write = (message: string, fields?: unknown) => {
    written.push(`${message} ${JSON.stringify(fields)}`);
  };
  const logger = createSafeLogger(
    { debug: write, info: write, warn: write, error: write },
    ['hush'],
    SECRETS,
  );
  return { written, logger };
}

describe('the log of the Slack adapter', () => {
  test.each([
    'xoxb-123-456-abcDEF',
    'xapp-1-A0-9-fff',
    'hush',
    'https://hooks.slack.com/commands/T0/1/zzz',
    'wss://wss.slack.com/link/?ticket=abc-def',
    'Authorization: Bearer zzz',
  ])('holds no secret: %s', (secret) => {
    const { written, logger } = lines();
    logger.warn(`before ${secret} after`, { deep: [{ in: secret }] });
    expect(written.join()).toContain('[secret]');
    expect(written.join()).not.toMatch(/xox|xapp|hush|zzz|abc-def/);
  });

  test('holds none of the messages that Bolt tells when it is debugged', () => {
    const { written, logger } = lines();
    createBoltLogger(logger).debug('{"text":"talk among people"}');
    expect(written).toEqual([]);
  });
});
