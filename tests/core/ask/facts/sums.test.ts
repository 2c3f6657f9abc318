import { expect, test } from 'vitest';
import { findSums } from '../../../../src/core/ask/facts/sums.ts';
import { factsAsked, readFacts } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const sums = (question: string, ...texts: string[]): string[] => readFacts(findSums, question, ...texts);

test.each([
  ["what's the bond", 'Ada Berg stayed in jail with bond set at $45,200.', '$45,200'],
  ['What was the bail set at?', 'Ada Berg was released on a 15,000-dollar bail on Monday.', '15,000-dollar'],
  ['What did the judge set bail at?', 'Bail was set at $9,000, the court said.', '$9,000'],
  ['What is the budget gap?', 'The town has a hole of £4.2m in its budget.', '£4.2m'],
  ['What is the reward for the dog?', 'The reward for the dog is €500, the owner said.', '€500'],
  ['How much was Ada Berg fined?', 'Ada Berg was fined 300 euros on Monday.', '300 euros'],
  ['How much is the fine for littering?', 'Whoever is caught littering faces a fine of up to $80.', '$80'],
  ['How much was the ransom?', 'They paid a ransom of more than two million dollars.', 'two million dollars'],
  ["What was Berg's bail?", 'Judge Helen Park set bail at $7,000 for Ada Berg.', '$7,000'],
  ['berg bail amount', 'Ada Berg posted $7,000 bail.', '$7,000'],
  ['How much compensation did Berg get?', 'Ada Berg won £80,000 in compensation.', '£80,000'],
  [
    'What is the price tag of the Velmar project?',
    'Divers fought the Rs 900-crore project in Velmar.',
    'Rs 900-crore',
  ],
  ['What is the salary of the mayor?', 'The mayor has a $90,000-a-year salary.', '$90,000'],
])('%s is the sum that stands with the noun', (question, text, sum) => {
  expect(sums(question, text)).toEqual([sum]);
});

test.each([
  // Somebody else's, something else, and what only may be.
  ["What was Berg's bail?", 'Ada Berg came to court. Bo Lund posted $7,000 bail.'],
  ["What was Berg's bail?", 'Ada Berg said Bo Lund had posted $7,000 bail.'],
  [
    'What was the budget of Salt Bay?',
    'Her new film has a budget of $45 million, ten times that of Salt Bay.',
  ],
  ['What was the budget?', 'Fishermen feared a $45 million budget cut.'],
  ['What was the fine?', 'He could face a fine of $10,000.'],
  ['What was the fine?', 'Ada Berg was fined for the theft of a $500 coat.'],
  ['What was the bond?', 'Voters approved a $3 million bond to buy the pier.'],
  ['What is the price?', 'Oil has an average price of $53 a barrel.'],
  ['What was the reward?', 'The reward was shared by 500 people.'],
  // What anybody would get, and what is only asked for.
  ["What was Berg's fine?", 'Ada Berg broke a dam. The fine for breaking a dam is $15,000.'],
  ['How much was the compensation?', 'The union demanded compensation of $400.'],
  ['What was the bail?', 'A prosecutor had sought bail of $2,500.'],
  // It asks for its name.
  ['What prize did Berg win?', 'Ada Berg won the $5 million prize.'],
  ['Who paid the bail?', 'Ada Berg posted $7,000 bail.'],
])('%s is not answered by "%s"', (question, text) => {
  expect(sums(question, text)).toEqual([]);
});

test('what is demanded is told to whoever asks for that', () => {
  const text = 'The union demanded compensation of $400.';
  expect(sums('How much compensation did the union demand?', text)).toEqual(['$400']);
});

test('of two sums nobody knows which is meant', () => {
  const [one, other] = ['The fine of $500 was paid.', 'The fine of $900 was paid.'];
  expect(sums('What was the fine?', `${one} ${other}`)).toEqual([]);
  expect(sums('What was the fine?', one, other)).toEqual([]);
  expect(sums('What was the fine?', one, one)).toEqual(['$500', '$500']);
});

test.each(['$1 fine ', 'fine of $1 ', 'fined a ', '1,', 'a fine for a '])(
  '%j over and over is read in a moment',
  (part) => {
    const text = part.repeat(Math.ceil(50_000 / part.length));
    const article = { ...readArticle({ id: 'a', text: 'Nothing.' }), text };
    const analysis = { ...article.analysis, sentences: [{ start: 0, end: text.length, paragraph: 0 }] };
    const before = Date.now();
    findSums(factsAsked('What was the fine for a goat?', [{ ...article, analysis }]));
    expect(Date.now() - before).toBeLessThan(3000);
  },
);
