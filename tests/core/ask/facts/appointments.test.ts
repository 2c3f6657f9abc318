import { expect, test } from 'vitest';
import { findAppointments } from '../../../../src/core/ask/facts/appointments.ts';
import { readFacts } from '../../../fakes/facts.ts';

const days = (question: string, text: string): string[] => readFacts(findAppointments, question, text);

const CONVICTED = 'Anna Weber was convicted of fraud on Friday.';

test.each([
  [
    'When will Weber be sentenced?',
    `${CONVICTED} Judge Maria Holm set sentencing for June 4. Weber wept.`,
    'June 4',
  ],
  ["When is Weber's sentencing?", `${CONVICTED} Her sentencing is set for June 4.`, 'June 4'],
  ["When is Anna Weber's trial?", 'Anna Weber denies it. Her trial is due to begin on March 3.', 'March 3'],
  ["When is Anna Weber's trial?", 'Anna Weber will stand trial on March 3.', 'March 3'],
])('the day for which the noun of the verb is set: %s %s', (question, text, found) => {
  expect(days(question, text)).toEqual([found]);
});

test.each([
  [
    'of another',
    'When will Anna Weber be sentenced?',
    `${CONVICTED} Peter Dahl's sentencing is set for June 4.`,
  ],
  [
    'of one who is not named',
    'When will Bo Krog be sentenced?',
    `${CONVICTED} Her sentencing is set for June 4.`,
  ],
  ['of something else', 'When will Anna Weber be sentenced?', `${CONVICTED} Her trial began on March 3.`],
  [
    'on which it was asked for',
    "When is Anna Weber's trial?",
    'Lawyers for Anna Weber moved for a new trial on June 4.',
  ],
  [
    'on which something else was',
    'When will Anna Weber be sentenced?',
    `${CONVICTED} Her sentencing followed a plea on June 4.`,
  ],
])('a day %s is not told: %s %s', (_, question, text) => {
  expect(days(question, text)).toEqual([]);
});
