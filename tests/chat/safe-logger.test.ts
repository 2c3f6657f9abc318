import { expect, test } from 'vitest';
import { createSafeLogger } from '../../src/chat/safe-logger.ts';
import { createFakeLogger } from '../fakes/clock.ts';

test.each([
  ['in the words', 'no answer of https://chat.test/s3cret/x', {}],
  ['in a field, however deep', 'no answer', { error: { request: ['https://chat.test/s3cret/x'] } }],
  ['as part of a name', 'no answer', { s3cret: true }],
])('a secret of the settings is logged nowhere: %s', (_, message, fields) => {
  const logger = createFakeLogger();
  createSafeLogger(logger, ['', 's3cret'], /tok-\w+/g).warn(message, fields);
  expect(logger.lines.join()).toContain('no answer');
  expect(logger.lines.join()).toContain('[secret]');
  expect(logger.lines.join()).not.toContain('s3cret');
});

test('what looks like a secret is none either, and a setting that is empty takes no word away', () => {
  const logger = createFakeLogger();
  createSafeLogger(logger, [''], /tok-\w+/g).error('refused tok-123', { token: 'tok-456' });
  expect(logger.lines).toEqual(['refused [secret] {"token":"[secret]"}']);
});

test('fields that cannot be written cost no line', () => {
  const logger = createFakeLogger();
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  createSafeLogger(logger, [], /tok-\w+/g).info('connected', circle);
  expect(logger.lines).toEqual(['connected {}']);
});
