import { expect, test } from 'vitest';
import { measureOf } from '../../../../src/core/ask/question/measure-of.ts';

const shows = (question: string, text: string): boolean | undefined => measureOf(question)?.test(text);

test.each([
  ['How much did the ferry cost?', 'The ferry was bought for £3 million.', 'It carries 40 cars.'],
  ['What was the fine?', 'She has to pay $400.', 'She has to come on Monday.'],
  ['How old is the pilot?', 'The 34-year-old flew for Aer Ostry.', 'He has flown for two years.'],
  ['How long did it take?', 'They argued for an hour.', 'They argued on Monday.'],
  ['How tall is the tower?', 'It rises 80 metres.', 'It rises above the town.'],
  ['What share of voters stayed at home?', 'Turnout fell to 41 per cent.', 'Turnout fell again.'],
  ['What time did the boat sink?', 'It sank at 11.30pm.', 'It sank on Sunday.'],
  ['What was the final score?', 'Ostry won 3-1.', 'Ostry won the cup.'],
  ['What was the vote?', 'It passed by 92 votes to 88.', 'It passed on Monday.'],
  ['In what year was the mill founded?', 'It opened in 1971.', 'It opened in May.'],
])('%s is measured by "%s" and not by "%s"', (question, measured, other) => {
  expect([shows(question, measured), shows(question, other)]).toEqual([true, false]);
});

test('who and where measure nothing', () => {
  expect(measureOf('Who won?')).toBeUndefined();
  expect(measureOf('Where is the mill?')).toBeUndefined();
});
