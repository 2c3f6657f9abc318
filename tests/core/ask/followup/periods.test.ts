import { expect, test } from 'vitest';
import { exchangePeriod } from '../../../../src/core/ask/followup/periods.ts';

test.each([
  ['Who won the 2011 election?', '2015', 'Who won the 2015 election?'],
  ['Who won the 2011 election?', 'in 2015', 'Who won the 2015 election?'],
  ['Who resigned in March 2014?', 'in May', 'Who resigned in May?'],
  ['Who resigned in March?', '2015', 'Who resigned in 2015?'],
  ['Who resigned in March 2014?', '2015', 'Who resigned in 2015?'],
  ['Who came last year?', 'in 2015', 'Who came in 2015?'],
  ['Who resigned?', 'Monday', 'Who resigned on Monday?'],
])('another time takes the place of the one in the question: %s %s', (question, other, asked) => {
  expect(exchangePeriod(question, other)).toBe(asked);
});

test.each([
  ['Who won the 2019 vote on Friday?', 'on Monday', 'Who won the 2019 vote on Monday?'],
  ['Did the 2011 law pass last year?', 'last week', 'Did the 2011 law pass last week?'],
])('of two times the one of its kind gives way: %s %s', (question, other, asked) => {
  expect(exchangePeriod(question, other)).toBe(asked);
});

test('no election is called after last year', () => {
  expect(exchangePeriod('Who won the 2011 election?', 'last year')).toBe('Who won the election last year?');
});

test('what is no time takes no place', () => {
  expect(exchangePeriod('Who won the 2011 election?', 'in Ostry')).toBeUndefined();
});
