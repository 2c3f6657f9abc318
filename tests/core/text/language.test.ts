import { expect, test } from 'vitest';
import { isForeignLine } from '../../../src/core/text/language.ts';

test.each(['no, i meant lund', 'sorry, i meant the mayor'])('%s is English', (line) => {
  expect(isForeignLine(line)).toBe(false);
});

test.each(['no, quiero decir el alcalde', 'wie alt ist er'])('%s is in another language', (line) => {
  expect(isForeignLine(line)).toBe(true);
});
