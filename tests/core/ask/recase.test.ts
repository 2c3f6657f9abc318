import { expect, test } from 'vitest';
import { recase } from '../../../src/core/ask/recase.ts';
import { readArticle } from '../../fakes/read-article.ts';

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

test.each(['Where is ada winter?', 'What is this?', '', '???'])(
  'any other is left as it is: "%s"',
  (question) => {
    expect(recase(question, [article])).toBe(question);
  },
);
