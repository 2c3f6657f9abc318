import { expect, test } from 'vitest';
import { findAnswer } from '../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../src/core/search/article-index.ts';
import { FERRIES, HARBOUR, stored } from '../../fakes/newsroom.ts';

async function ask(question: string) {
  const articles = [stored(HARBOUR), stored(FERRIES)];
  const index = createArticleIndex();
  await index.add(articles);
  return findAnswer(question, articles, index, { history: [] });
}

test('who somebody is, is the role that an article gives', async () => {
  const found = await ask('Who is Peter Okafor?');
  expect(found.answered && found.answer).toBe('the director of the port');
});

test('somebody without a role is not given that of another', async () => {
  const found = await ask('Who is Jon Teller?');
  expect(found.answered && found.answer).not.toContain('director');
});
