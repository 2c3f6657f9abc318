import { describe, expect, it } from 'vitest';
import { matchesDate, parseDateHints, parseHints, publisherForms } from '../../../src/core/search/hints.ts';

describe('hints of a question', () => {
  const names = ['The Harbour Post', 'Daily Ledger - Sport', 'tidings.com', 'Time'];
  const publishers = new Map(names.map((name) => [name, publisherForms(name)]));

  it('name the publishers of the index, with or without section and article', () => {
    const hints = parseHints('Did the Harbour Post agree with the Daily Ledger and Tidings?', publishers);
    expect(hints.publishers).toEqual(['The Harbour Post', 'Daily Ledger - Sport', 'tidings.com']);
  });

  it('do not take a common word for a publisher', () => {
    expect(parseHints('At what time did it begin?', publishers).publishers).toEqual([]);
  });

  it('read dates in the ways people write them', () => {
    expect(
      parseDateHints('on 2023-11-24, on October 7, 2023, on 3 May 2022, in June 2021 and in August'),
    ).toEqual([
      { year: 2023, month: 11, day: 24 },
      { year: 2023, month: 10, day: 7 },
      { year: 2022, month: 5, day: 3 },
      { year: 2021, month: 6, day: null },
      { year: null, month: 8, day: null },
    ]);
  });

  it('accept a publication one day off, and no other', () => {
    const hint = { year: 2023, month: 10, day: 31 };
    expect(matchesDate(hint, '2023-11-01T02:00:00Z')).toBe(true);
    expect(matchesDate(hint, '2023-11-02')).toBe(false);
    expect(matchesDate({ year: null, month: 10, day: null }, '2021-10-04')).toBe(true);
  });
});
