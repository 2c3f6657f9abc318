import { describe, expect, it } from 'vitest';
import { textAt } from '../../../../src/core/article.ts';
import { wholeSum } from '../../../../src/core/ask/shown/whole-sum.ts';

const whole = (text: string, words: string): string => {
  const start = text.indexOf(words);
  return textAt(text, wholeSum(text, { start, end: start + words.length }, 0));
};

describe('a sum', () => {
  it.each([
    ['The mine lost R2.4 billion in May.', '4 billion', 'R2.4 billion'],
    ['It costs Rs 310 crore a year.', '310 crore', 'Rs 310 crore'],
    ['It costs Rs. 310 crore a year.', '310 crore', 'Rs. 310 crore'],
    ['She was fined KSh 40,000 on Monday.', '40,000', 'KSh 40,000'],
    ['The bridge cost A$12.5m.', '5m', 'A$12.5m'],
    ['The bridge cost ₹1,240 crore.', '240 crore', '₹1,240 crore'],
    ['The tax is N500 a litre.', '500', 'N500'],
  ])('of “%s” is told whole, whatever part of it was found', (text, words, sum) =>
    expect(whole(text, words)).toBe(sum),
  );

  it.each([
    ['About 40 boats sank.', '40 boats'],
    ['Route M25 runs past 12 towns.', '12 towns'],
    ['In May 2024. 12 boats sank.', '12 boats'],
    ['The ferry left pier B 12 times.', '12 times'],
    ['They sold three, 14 more are left.', '14 more'],
  ])('is none in “%s”', (text, words) => expect(whole(text, words)).toBe(words));
});
