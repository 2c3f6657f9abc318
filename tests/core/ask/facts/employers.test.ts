import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function answerIn(text: string, question: string) {
  const article = readArticle({ id: 'a', title: 'A storm in Ostry', text, published: null });
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer(question, [article], index, { history: [] });
  return found.answered && found.answer;
}

test.each([
  ['“We shut,” said Ada Reed, 39, a waitress at the Blue Heron restaurant.', 'the Blue Heron restaurant'],
  ['Ada Reed, an analyst at Holm Capital, said prices would fall.', 'Holm Capital'],
])('where somebody works is told with what she is: %s', async (text, house) => {
  expect(await answerIn(text, 'Where does Ada Reed work?')).toBe(house);
  expect(await answerIn(text, 'Who does Ada Reed work for?')).toBe(house);
});

test.each([
  'Ada Reed, a former analyst at Holm Capital, said prices would fall.',
  'Ada Reed, the mother of Bo Lund, said prices would fall.',
  'Ada Reed, a resident of Ostry, said prices would fall.',
])('where somebody does not work, or no longer, is not told: %s', async (text) => {
  expect(await answerIn(text, 'Who does Ada Reed work for?')).toBe(false);
});
