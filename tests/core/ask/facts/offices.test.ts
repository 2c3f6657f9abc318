import { expect, test } from 'vitest';
import { saidBy } from '../../../../src/core/ask/facts/fact.ts';
import { findHolders } from '../../../../src/core/ask/facts/offices.ts';
import { factsAsked, readFacts } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

function holders(question: string, text: string): string[] {
  return [...new Set(readFacts(findHolders, question, text))];
}

const CHOIRS =
  'The Velmar Choir sang in Ostry. "We were nervous," said its manager, Ada Reed. Peter Lund, the head of the Larkfield Choir, listened.';

test.each([
  ['Who is the manager of the Velmar Choir?', ['Ada Reed']],
  ['Who is the head of the Larkfield Choir?', ['Peter Lund']],
  ['Who is the head of the Ostry Choir?', []],
])('%s', (question, found) => {
  expect(holders(question, CHOIRS)).toEqual(found);
});

test.each([
  ['Who is the lead author of the study?', ['Mark Zander']],
  ['Who was the lead author of the Velmar report?', ['Mark Zander']],
  ['Who is the lead author of the Ostry study?', []],
])('%s is the only one who is called so', (question, found) => {
  const text = 'A Velmar study counts the seals. Mark Zander, the lead author of the report, was surprised.';
  expect(holders(question, text)).toEqual(found);
});

test('of two lead authors nobody knows which is meant', () => {
  const text = 'Mark Zander, the lead author, was surprised. Ada Reed, the lead author, was not.';
  expect(holders('Who is the lead author of the study?', text)).toEqual([]);
});

test('a bare chief executive is that of the house that the headline names first', () => {
  const text =
    'Norda agreed to buy its rival Larkfield for $3 million. Norda and Larkfield are old. "We grow," said Chief Executive Officer Ada Reed.';
  const article = readArticle({ id: 'a', title: 'Norda to buy rival Larkfield', text });
  const found = (question: string): string[] => findHolders(factsAsked(question, [article])).map(saidBy);
  expect(found('Who is the chief executive of Norda?')).toEqual(['Ada Reed']);
  expect(found('Who runs Larkfield?')).toEqual([]);
});
