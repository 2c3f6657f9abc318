import { expect, test } from 'vitest';
import { countWords } from '../../../src/core/brief/lines.ts';

test('words are what stands between white space, whatever it is', () => {
  expect(countWords(' The  ferry\tsank\n\non\u00A0Friday\u2028at sea. ')).toBe(7);
  expect(countWords('The \0 ferry \u001B sank')).toBe(5);
  expect(countWords(' \n')).toBe(0);
});
