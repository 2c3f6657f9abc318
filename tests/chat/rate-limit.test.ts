import { expect, test } from 'vitest';
import { createRateLimit } from '../../src/chat/rate-limit.ts';

const at = (second: number) => new Date(second * 1000);

test('a person has so many requests in any minute, and others are not touched by it', () => {
  const isTooMany = createRateLimit(2);
  expect([isTooMany('ada', at(0)), isTooMany('ada', at(30)), isTooMany('ada', at(59))]).toEqual([
    false,
    false,
    true,
  ]);
  expect(isTooMany('ben', at(59))).toBe(false);
  expect(isTooMany('ada', at(61))).toBe(false);
});
