import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { asCounted } from '../../../../src/core/ask/question/respell.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { HARBOUR, stored } from '../../../fakes/newsroom.ts';

test.each([
  ['number of boats in the harbour', 'How many boats in the harbour'],
  ['What is the total number of boats?', 'How many boats?'],
  ['number of the bus', 'number of the bus'],
  ['What number of boats sank?', 'What number of boats sank?'],
])('%s asks %s', (question, counted) => {
  expect(asCounted(question)).toBe(counted);
});

test('a number that is asked for is told alone, and the question is shown as it was typed', async () => {
  const text = 'There are currently 940 people with frostbite in Velmar.';
  const article = stored({ ...HARBOUR, title: 'Winter in Velmar', text });
  const index = createArticleIndex();
  await index.add([article]);
  const question = 'number of people with frostbite in velmar';
  const found = await findAnswer(question, [article], index, { history: [] });
  expect(found).toMatchObject({ answered: true, answer: '940 people', question });
});
