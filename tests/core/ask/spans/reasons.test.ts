import { expect, test } from 'vitest';
import { mayGiveReason } from '../../../../src/core/ask/spans/reasons.ts';

test.each([
  ['Work at the dam was suspended on Thursday.', false],
  ['The firm plans to fly from Ostry.', false],
  ['Work at the dam was suspended after a landslide.', true],
  ['The mayor resigned, citing the port deal.', true],
  ['The column left late, as two lorries had broken down.', true],
])('a passage gives a reason only with a word for one: %s', (passage, gives) => {
  expect(mayGiveReason(passage)).toBe(gives);
});
