import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function ask(question: string, text: string) {
  const article = readArticle({ id: 'a', title: 'News of the day', text });
  const index = createArticleIndex();
  await index.add([article]);
  return findAnswer(question, [article], index, { history: [] });
}

test('an age is answered by the number', async () => {
  const text = 'Anna Berg was elected mayor of Ostry on Friday. The 43-year-old takes over from Peter Lund.';
  expect(await ask('How old is Anna Berg?', text)).toMatchObject({ answered: true, answer: '43' });
});

test('of two questions in one the first is answered, and told', async () => {
  const text = 'The 74 shops were bought by the chain Lindo. They will reopen in March.';
  const answer = await ask('Who bought the 74 shops, and when will they reopen?', text);
  expect(answer).toMatchObject({ answered: true, question: 'Who bought the 74 shops?' });
});

test('what somebody was treated for is what stands behind "for"', async () => {
  const text =
    'Peter Lund has left hospital after 19 days, in which he was treated for a lung infection, his office said.';
  const answer = await ask('What was Peter Lund treated for?', text);
  expect(answer.answered && answer.answer).toContain('lung infection');
});
