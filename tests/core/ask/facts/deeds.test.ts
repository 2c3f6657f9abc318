import { expect, test } from 'vitest';
import { findDoers } from '../../../../src/core/ask/facts/deeds.ts';
import { readFacts } from '../../../fakes/facts.ts';

const doers = (question: string, text: string): string[] => readFacts(findDoers, question, text);

const FIRM = 'Anna Weber works at the start-up Norda Foods.';

test.each([
  [
    'Who founded Norda Foods?',
    'Norda Foods, founded last year by Anna Weber and two friends, is rich.',
    'Anna Weber and two friends',
  ],
  ['Who founded Norda Foods?', 'Norda Foods was founded in 1990 by Anna Weber.', 'Anna Weber'],
  [
    'Who founded Norda Foods?',
    `${FIRM} The start-up, which was founded last year by Peter Dahl, is rich.`,
    'Peter Dahl',
  ],
  [
    'Which banks were hired?',
    'Norda Foods has hired Larkfield Bank and Ostry Bank to sell it.',
    'Larkfield Bank and Ostry Bank',
  ],
  ['Who was treated?', 'Police said two people had been treated.', 'two people'],
  ['Who was accused?', 'The police accused Anna Weber of theft.', 'Anna Weber'],
])('one verb in actives and passives: %s %s', async (question, text, found) => {
  expect(await doers(question, text)).toEqual([found]);
});

test.each([
  ['another firm', 'Who founded Norda Foods?', 'Larkfield Mills was founded in 1990 by Anna Weber.'],
  [
    'another start-up',
    'Who founded Larkfield Mills?',
    `${FIRM} The start-up, which was founded last year by Peter Dahl, is rich.`,
  ],
  ['another deed', 'Who founded Norda Foods?', 'Norda Foods was bought in 1990 by Anna Weber.'],
  ['where it was', 'Who founded Norda Foods?', 'Norway founded Norda Foods.'],
  ['nobody named', 'Who founded Norda Foods?', 'He founded Norda Foods.'],
  ['what may be', 'Which banks were hired?', 'Norda Foods may hire Larkfield Bank.'],
  ['what is denied', 'Which banks were hired?', 'Norda Foods has not hired Larkfield Bank.'],
  ['no bank', 'Which banks were hired?', 'Norda Foods has hired cooks.'],
  ['who did it himself', 'Who was refused?', 'The inspector refused an application by Norda Foods.'],
  [
    'who asks whether it was',
    'Who was leaked?',
    'Anna Weber will examine whether the route had been leaked.',
  ],
  ['part of a name', 'Who was killed?', 'The strike killed the Norda military chief.'],
  ['who is no witness', 'Which witness was ordered to pay?', 'The judge ordered Anna Weber to pay $900.'],
  ['what was feared of her', 'Who was feared?', 'Many feared Anna Weber would leave.'],
  ['what is hers', 'Who was cited?', "The report cited Anna Weber's new book."],
  ['what is no person', 'Who was moved?', 'Norda Foods moved an old letter.'],
  ['another year', 'Who founded Norda Foods in 1980?', 'Norda Foods was founded in 1990 by Anna Weber.'],
])('%s is no answer: %s %s', async (_, question, text) => {
  expect(await doers(question, text)).toEqual([]);
});

test.each([
  ['Who discovered the bones?', 'Two divers uncovered the bones on Monday.', ['Two divers']],
  ['Who was detained?', 'The police arrested Anna Weber.', ['Anna Weber']],
  ['Who criticised the mayor?', 'Anna Weber blamed the mayor for the flood.', ['Anna Weber']],
  // The same of another, and another deed.
  ['Who discovered the mill?', 'Two divers uncovered the bones on Monday.', []],
  ['Who sold the bones?', 'Two divers uncovered the bones on Monday.', []],
  ['Who praised the mayor?', 'Anna Weber blamed the mayor for the flood.', []],
])('verbs that news uses alike tell one deed: %s %s', async (question, text, found) => {
  expect(await doers(question, text)).toEqual(found);
});

test('the verb itself is told before one like it', async () => {
  const text = 'Anna Weber established Norda Foods with a loan. Norda Foods was founded by Peter Dahl.';
  expect(await doers('Who founded Norda Foods?', text)).toEqual(['Peter Dahl', 'Anna Weber']);
});

test('who will do it is told by what is to be done', async () => {
  const text = 'Anna Weber will be succeeded by Peter Dahl.';
  expect(await doers('Who will replace Anna Weber?', text)).toEqual(['Peter Dahl']);
  expect(await doers('Who replaced Anna Weber?', text)).toEqual([]);
  expect(await doers('Who will replace Peter Dahl?', text)).toEqual([]);
});

test('who is told by the name where one stands beside, and without what stands before the words', async () => {
  const head = 'The opposition leader, Anna Weber, has accused the council.';
  expect(await doers('Who accused the council?', head)).toEqual(['Anna Weber']);
  const analyst = 'Anna Weber, an analyst at Norda Foods, who rated the mill, was glad.';
  expect(await doers('Who rated the mill?', analyst)).toEqual(['Anna Weber']);
});
