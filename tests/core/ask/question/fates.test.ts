import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { inOtherWords } from '../../../../src/core/ask/question/fates.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const article = readArticle({
  id: 'a',
  text: 'A bomb went off in Ostry on Monday. Six policemen were injured in the blast. A fisherman named Anton Reed was killed by a stray bullet.',
});

async function ask(question: string) {
  const index = createArticleIndex();
  await index.add([article]);
  return findAnswer(question, [article], index, { history: [] });
}

test.each([
  ['Who died?', 'Anton Reed'],
  ['Who was killed?', 'Anton Reed'],
  ['How many were hurt?', 'Six'],
])('what became of people is found in the words that the article has: %s', async (question, found) => {
  const answer = await ask(question);
  expect(answer.answered && answer.answer).toBe(found);
  expect(answer.question).toBe(question);
});

test('who was killed in the next sentence was not hurt', async () => {
  const answer = await ask('Who was hurt?');
  expect(answer.answered && answer.answer).not.toBe('Anton Reed');
});

test('who was killed is not told by who died', () => {
  expect(inOtherWords('Who was killed?')).toEqual([]);
  expect(inOtherWords('Why was Lund hurt?')).toEqual([]);
});
