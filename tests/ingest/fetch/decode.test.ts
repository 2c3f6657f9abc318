import { expect, test } from 'vitest';
import { decodeBody } from '../../../src/ingest/fetch/decode.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  ['UTF-8 without a word about it', Buffer.from('café – naïve'), null, 'café – naïve'],
  ['what HTTP declares', latin('café'), 'text/html; charset=iso-8859-1', 'café'],
  [
    'what the XML declaration says',
    latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>café</a>'),
    null,
    '<?xml version="1.0" encoding="ISO-8859-1"?><a>café</a>',
  ],
  [
    'what a meta element says',
    latin('<meta charset="windows-1252">caf\xe9 \x93x\x94'),
    null,
    '<meta charset="windows-1252">café “x”',
  ],
  ['Windows-1252 where nothing is declared and it is no UTF-8', latin('caf\xe9 \x93x\x94'), null, 'café “x”'],
  [
    'Windows-1252 that calls itself UTF-8',
    latin('caf\xe9 and th\xe9'),
    'text/html; charset=utf-8',
    'café and thé',
  ],
  ['UTF-16 with its mark', Buffer.from('\uFEFFcafé', 'utf16le'), 'text/xml; charset=utf-8', 'café'],
  ['an encoding that nobody knows', Buffer.from('café'), 'text/html; charset=x-nonsense', 'café'],
  ['Shift JIS', Uint8Array.of(0x8b, 0x4c, 0x8e, 0x96), 'text/html; charset=Shift_JIS', '記事'],
  ['nothing', new Uint8Array(), null, ''],
])('%s', (_, bytes, type, text) => {
  expect(decodeBody(bytes, type)).toBe(text);
});

test('one damaged place does not make a text another encoding', () => {
  const bytes = Buffer.concat([Buffer.from('café thé crème '), Uint8Array.of(0xff), Buffer.from(' fin')]);
  expect(decodeBody(bytes)).toBe('café thé crème \uFFFD fin');
});
