import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const TEXT =
  'The council met. Officer Ada Lund stopped Peter Dahl, an unarmed man of 40, on a bridge in Ostry. Lund was on her way home.';

async function ask(question: string) {
  const article = readArticle({ id: 'a', text: TEXT });
  const index = createArticleIndex();
  await index.add([article]);
  const answer = await findAnswer(question, [article], index, { history: [] });
  return answer.answered ? 'told' : answer.contradicted ? 'contradicted' : 'silent';
}

test('who is told to be unarmed was not armed', async () => {
  expect(await ask('Was Dahl armed?')).toBe('contradicted');
});

test('nobody else was unarmed', async () => {
  expect(await ask('Was Lund armed?')).not.toBe('contradicted');
});

test('to unveil something is no state', async () => {
  const article = readArticle({ id: 'b', text: 'Mara Lund unveiled the statue on Monday.' });
  const index = createArticleIndex();
  await index.add([article]);
  const answer = await findAnswer('Was Mara Lund veiled?', [article], index, { history: [] });
  expect(answer.answered || answer.contradicted).toBe(answer.answered);
});
