import { expect, test } from 'vitest';
import { findNamings } from '../../../../src/core/ask/facts/namings.ts';
import { readFacts } from '../../../fakes/facts.ts';

const names = (question: string, text: string): string[] => readFacts(findNamings, question, text);

test.each([
  ['What is the charity called?', 'The charity, Small Steps, closed on Friday.', 'Small Steps'],
  ['what is the charity called', 'The charity Small Steps closed on Friday.', 'Small Steps'],
  [
    "What's the name of the charity?",
    'She gave it to a charity called Small Steps for Ostry.',
    'Small Steps for Ostry',
  ],
  ['charity name', 'Small Steps, a charity for children, closed on Friday.', 'Small Steps'],
  ['What was the name of the horse?', 'He bought a horse and called it Lucky Star.', 'Lucky Star'],
  ['What is the film called?', 'Her new film, “The Long Road”, opens today.', 'The Long Road'],
  ['What is the film called?', "Her film, 'The Baker's Dozen', opens today.", "The Baker's Dozen"],
  ['What is the company called?', 'A company called 3M closed on Friday.', '3M'],
  ['What is the suspect called?', 'The suspect, named by police as Peter Dahl, left.', 'Peter Dahl'],
  ['What is the suspect called?', 'The suspect, identified as Peter Dahl, left.', 'Peter Dahl'],
  ['What is the boat called?', 'The boat is now officially called Olga.', 'Olga'],
  ['What is the method called?', 'The team used a method known as lidar.', 'lidar'],
  [
    "What is the name of the mayor's spokesman?",
    "The mayor's spokesman Peter Dahl told reporters.",
    'Peter Dahl',
  ],
])('the name beside the noun: %s %s', async (question, text, found) => {
  expect(await names(question, text)).toEqual([found]);
});

test.each([
  ['another thing', 'What is the charity called?', 'The bank, Small Steps, closed on Friday.'],
  [
    'one that is not the one asked for',
    'What is the dog charity called?',
    'The charity, Small Steps, helps children.',
  ],
  ['who does something else', 'What is the film called?', 'In the film, Anna Weber plays a queen.'],
  ['who made it', 'What is the film called?', 'The film Anna Weber made opens today.'],
  ['a day', 'What is the charity called?', 'The charity, Friday, said so.'],
  ['where it is', 'What is the mill called?', 'In Ostry, the mill closed.'],
  ['a part of a longer noun', 'What is the protection called?', 'Anna Weber, a protection officer, left.'],
  ['whom it chose', 'What is the charity called?', 'The charity named Anna Weber as its head.'],
  ['a call for something', 'What is the charity called?', 'The charity called for help.'],
  ['words in marks that are no name', 'What is the campaign called?', 'The campaign "knows it is losing".'],
  [
    'who tells of one',
    'What is the driver called?',
    'According to Peter Dahl, a truck driver from Ostry was travelling there.',
  ],
  ['where one is', 'What is the quarry called?', 'It was dug up 30 km south of Ostry, a former quarry.'],
  [
    'who speaks of it',
    'What is the mould called?',
    'It is called back because of the mould, the Ostry Food Authority (OFA) has said.',
  ],
  ['whose it is', 'What is the problem called?', 'That was a big problem Norda had with us.'],
  [
    'whose they are',
    'What are the cheques called?',
    'He has no reason to review the cheques Norda has delivered.',
  ],
  ['a title', 'What is the state called?', 'The state Sen. Anna Weber praised it.'],
  [
    "another's",
    "What is Norda's website called?",
    "Norda runs a contest. The contest's website Quillex is new.",
  ],
  ['another name of it', "What is the charity's old name?", 'The charity, Small Steps, closed.'],
])('%s is no name of it: %s %s', async (_, question, text) => {
  expect(await names(question, text)).toEqual([]);
});

test('of two of a kind none is taken for the one', async () => {
  const text = 'The charity Small Steps closed. The charity Open Door did not.';
  expect(await names('What is the charity called?', text)).toEqual([]);
});
