import { describe, expect, test } from 'vitest';
import { createBoltLogger, createSafeLogger } from '../../../src/adapters/slack/log.ts';
import { settleWithin } from '../../../src/adapters/slack/settle.ts';

function lines() {
  const written: string[] = [];
  const write = (message: string, fields?: unknown) => {
    written.push(`${message} ${JSON.stringify(fields)}`);
  };
  const logger = createSafeLogger({ debug: write, info: write, warn: write, error: write }, ['hush']);
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

describe('waiting', () => {
  test('ends with another value when the work does not end', async () => {
    expect(await settleWithin(new Promise<string>(() => {}), 1, 'late')).toBe('late');
  });

  test('ends with another value when the work fails', async () => {
    expect(await settleWithin(Promise.reject<string>(new Error('no')), 1_000, 'failed')).toBe('failed');
  });
});
