import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeedDate } from '../../../src/ingest/parse/feed/date.ts';

test.each([
  // RFC 822 and what is made of it
  ['Sun, 22 Nov 2026 08:15:00 GMT', '2026-11-22T08:15:00Z'],
  ['Sun, 22 Nov 2026 08:15:00 +0100', '2026-11-22T07:15:00Z'],
  ['Sun, 22 Nov 2026 08:15 EST', '2026-11-22T13:15:00Z'],
  ['22 Nov 26 08:15:00 PDT', '2026-11-22T15:15:00Z'],
  ['Sunday, 22 November 2026 08:15:00 Z', '2026-11-22T08:15:00Z'],
  ['Sun, 22-Nov-2026 08:15:00 UTC', '2026-11-22T08:15:00Z'],
  ['Sun,22 Nov 2026 08:15:00 GMT', '2026-11-22T08:15:00Z'],
  ['Sun, 22 Nov 2026 8:15:00 GMT+2', '2026-11-22T06:15:00Z'],
  ['Sun, 22 Nov 2026', '2026-11-22'],
  ['Thu, 01 Jan 2004 00:00:00', '2004-01-01T00:00:00Z'],
  ['22 Nov 99 10:00 GMT', '1999-11-22T10:00:00Z'],
  // ISO 8601 and W3CDTF
  ['2026-11-22T08:15:00Z', '2026-11-22T08:15:00Z'],
  ['2026-11-22T08:15:00.25+05:30', '2026-11-22T02:45:00.250Z'],
  ['2026-11-22T08:15+0100', '2026-11-22T07:15:00Z'],
  ['2026-11-22 08:15:00', '2026-11-22T08:15:00Z'],
  ['2026-11-22 08:15:00 +0100', '2026-11-22T07:15:00Z'],
  ['20261122T081500Z', '2026-11-22T08:15:00Z'],
  ['2026-11-22', '2026-11-22'],
  ['20261122', '2026-11-22'],
  ['2026-326', '2026-11-22'],
  ['2026/11/22', '2026-11-22'],
  ['Sun, 2026/11/22 08:15:00 EST', '2026-11-22T13:15:00Z'],
  ['2026-11', '2026-11'],
  ['2026', '2026'],
  // the rest
  ['Sun Nov 22 08:15:00 2026', '2026-11-22T08:15:00Z'],
  ['Sun Nov 22 08:15:00 EST 2026', '2026-11-22T13:15:00Z'],
  ['November 22, 2026', '2026-11-22'],
  ['Nov. 22, 2026 8:15 p.m. EST', '2026-11-23T01:15:00Z'],
  ['22.11.2026 08:15', '2026-11-22T08:15:00Z'],
  ['11/22/2026', '2026-11-22'],
  ['22 novembre 2026', '2026-11-22'],
  ['22. November 2026, 08:15 Uhr', '2026-11-22T08:15:00Z'],
  ['2004. március 4. 10:00', '2004-03-04T10:00:00Z'],
  ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
  ['2004년 05월 28일  오후 01:31:15', '2004-05-28T04:31:15Z'],
  ['2026年11月22日', '2026-11-22'],
  ['1795335300', '2026-11-22T08:15:00Z'],
])('%s', (text, iso) => {
  expect(parseFeedDate(text)).toBe(iso);
});

test.each([
  '',
  'yesterday',
  '31 Feb 2026',
  '2026-13-01',
  '05/06/2026',
  '12:30',
  'Vol. 22, No. 3',
  '0000-00-00',
  null,
])('%s is not guessed', (text) => {
  expect(parseFeedDate(text)).toBeNull();
});

test('every instant comes back from every common form', () => {
  const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
      const iso = seconds.toISOString().replace('.000Z', 'Z');
      expect(parseFeedDate(seconds.toISOString())).toBe(iso);
      expect(parseFeedDate(seconds.toUTCString())).toBe(iso);
      expect(parseFeedDate(iso.replace('T', ' ').replace('Z', ' UTC'))).toBe(iso);
    }),
  );
});

test('no text makes it throw, and what it gives is a date', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const date = parseFeedDate(text);
      if (date !== null) expect(Number.isNaN(Date.parse(date))).toBe(false);
    }),
  );
});
