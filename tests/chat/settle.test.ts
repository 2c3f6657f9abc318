import { describe, expect, test } from 'vitest';
import { settleWithin } from '../../src/chat/settle.ts';

describe('waiting', () => {
  test('ends with another value when the work does not end', async () => {
    expect(await settleWithin(new Promise<string>(() => {}), 1, 'late')).toBe('late');
  });

  test('ends with another value when the work fails', async () => {
    expect(await settleWithin(Promise.reject<string>(new Error('no')), 1_000, 'failed')).toBe('failed');
  });
});
