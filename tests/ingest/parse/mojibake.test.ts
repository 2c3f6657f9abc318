import { expect, test } from 'vitest';
import { decodeWindows1252 } from '../../../src/ingest/parse/bytes.ts';
import { repairMojibake } from '../../../src/ingest/parse/mojibake.ts';

const MEANT = 'OSTRY — “Don’t wait,” said Zoë Müller … it costs 5 € or £4, in Łódź too.';
const garbledBy = {
  'Windows-1252': (text: string) => decodeWindows1252(Buffer.from(text)),
  'Latin-1': (text: string) => Buffer.from(text).toString('latin1'),
};

test.each(Object.entries(garbledBy))('what was read as %s is read as it was meant', (_, garble) => {
  const dashes = MEANT.replace(/, in .*/, '.');
  expect(repairMojibake(garble(dashes))).toBe(dashes);
});

test('a text that is not garbled stays as it is', () => {
  for (const text of [MEANT, 'CAFÉ” and IRMÃ“, Â£ and â, \u0080', 'â€', ''])
    expect(repairMojibake(text)).toBe(text);
});

test('a half that is missing leaves the rest', () => {
  expect(repairMojibake('Donâ€™t, donâ€ or Ã')).toBe('Don’t, donâ€ or Ã');
});
