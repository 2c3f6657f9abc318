import { describe, expect, test } from 'vitest';
import { cleanText, webAddress } from '../../src/chat/plain.ts';
import { count, formatDate } from '../../src/chat/words.ts';

describe('how things are written', () => {
  test.each([
    ['2023-09-11', undefined, '11 Sep 2023'],
    ['2023-09-11T08:00:00Z', undefined, '11 Sep 2023'],
    ['2023-07', 'month', 'July 2023'],
    ['2023', 'year', '2023'],
    ['soon', undefined, 'soon'],
  ] as const)('%s with precision %s is %s', (date, precision, written) => {
    expect(formatDate(date, precision)).toBe(written);
  });

  test('one is singular', () => {
    expect([count(1, 'article'), count(2, 'article'), count(1200, 'entry', 'entries')]).toEqual([
      '1 article',
      '2 articles',
      '1,200 entries',
    ]);
  });

  test('text from outside is one line without controls, direction marks and half characters', () => {
    expect(cleanText('a\u001B[31m\nb\u202Ec \uD83D')).toBe('a [31m bc \uFFFD');
  });

  test.each(['javascript:alert(1)', 'ftp://a.example/x', 'https://user:secret@a.example/', 'x'])(
    '%s is not linked',
    (url) => {
      expect(webAddress(url)).toBeUndefined();
    },
  );
});
