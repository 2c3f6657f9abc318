import { expect, test } from 'vitest';
import { findNamedDeeds } from '../../../../src/core/ask/facts/named-deeds.ts';
import { readArticle } from '../../../fakes/read-article.ts';

function whoIn(question: string, text: string): string[] {
  const article = readArticle({ id: 'a', title: null, text, published: null });
  return findNamedDeeds(question, [article]).map(({ role }) => text.slice(role.start, role.end));
}

test.each([
  ['Who resigned?', "Bo Lund's sudden resignation and the appointment of Ada Reed shook Ostry.", 'Bo Lund'],
  [
    'Who was appointed?',
    "Bo Lund's sudden resignation and the appointment of Ada Reed shook Ostry.",
    'Ada Reed',
  ],
  ['Who resigned?', 'Ada Reed accepted the resignation on Monday of the minister, Bo Lund.', 'Bo Lund'],
  ['Who was arrested in Ostry?', 'The arrest of union leader Bo Lund in Ostry led to protests.', 'Bo Lund'],
  ['Who was fired?', "Ada Reed backed Bo Lund's dismissal.", 'Bo Lund'],
])('%s %s', (question, text, who) => {
  expect(whoIn(question, text)).toEqual([who]);
});

test.each([
  // It was only called for.
  ['Who resigned?', 'Voters called for the resignation of Ada Reed.'],
  // His wife did.
  ['Who died?', "The death of Bo Lund's wife was told on Monday."],
  // The verb tells it.
  ['Who resigned?', "Ada Reed resigned after Bo Lund's resignation."],
  // Nobody knows which of them.
  ['Who was arrested?', 'Ostry spoke of the arrest of Ada Reed and the arrest of Kari Moen, a nurse.'],
  // In another town.
  ['Who was arrested in Velmar?', 'The arrest of Bo Lund in Ostry led to protests.'],
])('nobody for %s %s', (question, text) => {
  expect(whoIn(question, text)).toEqual([]);
});
