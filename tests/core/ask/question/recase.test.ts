import { expect, test } from 'vitest';
import { recase } from '../../../../src/core/ask/question/recase.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const article = readArticle({
  id: 'a',
  text: 'Ada Winter met Bo Lund in Ostry on Friday. Winter will travel to the United States.',
});

test('a question in nothing but capitals has the names of the articles', () => {
  expect(recase('DID ADA WINTER MEET BO LUND IN OSTRY?', [article])).toBe(
    'did Ada Winter meet Bo Lund in Ostry?',
  );
});

test('so has one without capitals', () => {
  expect(recase('when will winter be in the united states', [article])).toBe(
    'when will winter be in the United States',
  );
});

test('whose something is, is a name too', () => {
  expect(recase("who is ostry's mayor", [article])).toBe("who is Ostry's mayor");
  const cafe = readArticle({ id: 'b', text: "Moe's Diner closed, said Moe's." });
  expect(recase("when did moe's diner's door close", [cafe])).toBe("when did Moe's Diner's door close");
  expect(recase("when did moe's close", [cafe])).toBe("when did Moe's close");
});

test('people are called by their surnames', () => {
  const watson = readArticle({ id: 'b', text: 'Eva Watson met Bo Lund in Ostry.' });
  expect(recase('what did watson say', [watson])).toBe('what did Watson say');
});

test.each(['Where is ada winter?', 'What is this?', '', '???'])(
  'any other is left as it is: "%s"',
  (question) => {
    expect(recase(question, [article])).toBe(question);
  },
);

test('a word that is common is a name where no article has it in small letters', () => {
  const fruit = readArticle({
    id: 'c',
    text: 'Target is to close its shops in Russia, Tim Lund of Target said.',
  });
  expect(recase('what does target plan in russia', [fruit])).toBe('what does Target plan in Russia');
  const eaten = readArticle({ id: 'd', text: 'Target is to close its shops. Bo Lund missed the target.' });
  expect(recase('what does target plan', [eaten])).toBe('what does target plan');
});
