import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function ask(question: string, text: string) {
  const articles = [readArticle({ id: 'a', text })];
  const index = createArticleIndex();
  await index.add(articles);
  const found = await findAnswer(question, articles, index, { history: [] });
  return found.answered ? found.answer : 'silence';
}

const TEXT =
  'In May the harbour of Larkfield sold tugs and barges, ferries, trawlers, pilot boats and yachts. The mayor was glad.';

test('of several things that are asked for all are told', async () => {
  expect(await ask('Which boats did the harbour of Larkfield sell in May?', TEXT)).toContain(
    'tugs and barges, ferries, trawlers, pilot boats and yachts',
  );
});

test('one thing is asked for, and one is told', async () => {
  const text = 'Minister Ada Reed, Bo Lund and Siri Holm met in Ostry, and Ada Reed opened the fair.';
  expect(await ask('Who opened the fair?', text)).toContain('Ada Reed');
  expect(await ask('Who opened the fair?', text)).not.toContain('Holm');
});

test('who did it together is told together', async () => {
  const text =
    'The study of frogs was paid for by the Wessel Trust, the Lund Bank and Holm Council, and it took years.';
  expect(await ask('Who paid for the study?', text)).toContain(
    'Wessel Trust, the Lund Bank and Holm Council',
  );
});
