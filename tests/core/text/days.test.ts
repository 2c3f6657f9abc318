import { expect, test } from 'vitest';
import { parseDay } from '../../../src/core/text/days.ts';

const NOW = new Date('2026-11-18T09:00:00Z');

test.each([
  ['2024-02-29', '2024-02-29'],
  ['2023-09', '2023-09'],
  ['2023', '2023'],
  ['yesterday', '2026-11-17'],
  ['September 2023', '2023-09'],
])('%s is a day, or days, that there are', (said, day) => {
  expect(parseDay(said, NOW)).toBe(day);
});

test.each(['2023-02-31', '2023-02-29', '2023-13', '31.02.2023', 'garbage'])('%s is none', (said) => {
  expect(parseDay(said, NOW)).toBeNull();
});
