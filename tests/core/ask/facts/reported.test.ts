import { expect, test } from 'vitest';
import { findReported } from '../../../../src/core/ask/facts/reported.ts';
import { readFacts } from '../../../fakes/facts.ts';

const reported = (question: string, text: string): string[] => readFacts(findReported, question, text);

test.each([
  [
    'What did Oxfam ask?',
    'Oxfam has asked the company to commit to fair prices.',
    'the company to commit to fair prices',
  ],
  [
    'What did SPO ask?',
    'Small Pharmacies Organisation asked the company to commit to fair prices.',
    'the company to commit to fair prices',
  ],
  [
    'What did the union demand?',
    'The union is demanding two guards a night, who would be paid.',
    'two guards a night',
  ],
  [
    'What did Weber promise?',
    'Anna Weber pledged to restore trust in the council.',
    'to restore trust in the council',
  ],
  [
    'What did Weber deny?',
    'Anna Weber denied a claim, made on social media, that the site had been sold.',
    'a claim, made on social media, that the site had been sold',
  ],
  ['What did Weber admit?', 'Anna Weber admitted on Friday that she had lied.', 'she had lied'],
  [
    'What did the mayor warn?',
    'Mayor Anna Weber warned that the dam could break, but left.',
    'the dam could break',
  ],
  [
    'What did his grandson Tor say about the fire?',
    'His grandson, Tor, said the fire had saddened the family.',
    'the fire had saddened the family',
  ],
  ['What did Weber demand?', 'Anna Weber called for a new pool.', 'a new pool'],
  [
    'What did Weber say about the fire?',
    'Anna Weber said in an email that the fire was out.',
    'the fire was out',
  ],
])('what stands behind the verb: %s %s', async (question, text, found) => {
  expect(await reported(question, text)).toEqual([found]);
});

test.each([
  ['somebody else', 'What did Weber deny?', 'Peter Dahl denied that the site had been sold.'],
  ['a namesake', 'What did Anna Weber deny?', 'Bo Weber denied that the site had been sold.'],
  ['another verb', 'What did Weber deny?', 'Anna Weber announced that the site had been sold.'],
  ['what was said to her', 'What did Weber ask?', 'Anna Weber was asked to leave.'],
  ['what she did not say', 'What did Weber promise?', 'Anna Weber did not promise to stay.'],
  ['what she meant to say', 'What did Weber promise?', 'Anna Weber wanted to promise a pool.'],
  ['another subject', 'What did Weber promise about the pool?', 'Anna Weber promised a new school.'],
  [
    'the words of a quotation',
    'What did Weber say?',
    '"We will go," said Anna Weber, a referee from Ostry who was asked.',
  ],
  ['that it was denied', 'What did Weber deny?', 'Peter Dahl said that Anna Weber had denied it.'],
  ['a question for a request', 'What did Weber ask for?', 'Anna Weber asked him if he was well.'],
  [
    'whom she told',
    'What did Weber demand?',
    'Anna Weber insisted to the officer who had stopped her for speeding last night that she was unwell.',
  ],
  ['when it was', 'What did Weber admit?', 'Anna Weber conceded at 7:40 p.m. and went home.'],
  ['what she took for likely', 'What did Weber propose?', 'Anna Weber suggested Dahl had won the vote.'],
  [
    'what "she" says in the words of others',
    'What did Weber deny?',
    'Anna Weber left. "She denied the theft," Peter Dahl said.',
  ],
  ['which of two it was', 'What did Peter Dahl deny?', 'Bo Lund met Peter Dahl as he denied the theft.'],
  [
    'what a statement does',
    'What did Weber ask for?',
    'Dahl sent a statement praising Anna Weber and urging readers to wait.',
  ],
  ['a fact of the news', 'What did Weber ask?', 'The news that Anna Weber asked Dahl to go was a shock.'],
  [
    'what is told of a thing',
    'What did Weber propose?',
    'Anna Weber left. It is a mill she proposed closing in a speech.',
  ],
  ['what she holds for true', 'What did Weber demand?', 'Anna Weber insists she never gave a dime.'],
  ['what is asked with "not"', 'What did Weber not deny?', 'Anna Weber denied that the site had been sold.'],
])('%s tells nothing: %s %s', async (_, question, text) => {
  expect(await reported(question, text)).toEqual([]);
});
