import { expect, test } from 'vitest';
import { findAnswer } from '../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../src/core/search/article-index.ts';
import { stored } from '../../fakes/newsroom.ts';

const VISIT = {
  id: 'visit',
  title: 'Minister visits the island',
  text: 'Minister Berit Holm has visited the island only four times since the war, delivering speeches on two occasions.',
  author: null,
  publisher: null,
  published: null,
  url: null,
};

async function ask(question: string) {
  const article = stored(VISIT);
  const index = createArticleIndex();
  await index.add([article]);
  return findAnswer(question, [article], index, { history: [] });
}

test('how many is not answered by a number of something else', async () => {
  expect((await ask('How many lorries did Minister Berit Holm deliver?')).answered).toBe(false);
});

test('how many is answered by the number of what is asked for', async () => {
  const found = await ask('How many times has Minister Berit Holm visited the island?');
  expect(found.answered && found.answer).toContain('four');
});
