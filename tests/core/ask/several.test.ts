import { describe, expect, test } from 'vitest';
import { findAnswer } from '../../../src/core/ask/answer.ts';
import type { Answer } from '../../../src/core/ask/types.ts';
import { createArticleIndex } from '../../../src/core/search/article-index.ts';
import { readArticle } from '../../fakes/read-article.ts';

const report = (id: string, published: string | null, title: string, text: string) =>
  readArticle({ id, published, title, text, publisher: `Paper ${id}` });

const storm = [
  report(
    'a',
    '2024-05-06',
    'Storm kills 12 on the coast of Marland',
    'A storm has killed at least 12 people on the coast of Marland, the coast guard said on Monday. Ostry and Larkfield have sent helicopters.',
  ),
  report(
    'b',
    '2024-05-07',
    'Marland storm toll rises to 31',
    'The storm on the coast of Marland has killed at least 31 people, officials said. The harbour of Ems was closed.',
  ),
  report(
    'c',
    '2024-05-09',
    'Marland buries its dead',
    'The storm on the coast of Marland killed at least 54 people, the government said on Thursday. Prime minister Lena Brook will travel to Ems next week. A storm of 1987 killed more than 300 people there.',
  ),
];

async function ask(question: string, articles = storm): Promise<Answer> {
  const index = createArticleIndex();
  await index.add(articles);
  return findAnswer(question, articles, index, { history: [] });
}

describe('of several reports', () => {
  test('the last count goes first, and not one of long ago', async () => {
    expect(await ask('How many people did the storm kill?')).toMatchObject({
      answered: true,
      answer: expect.stringContaining('54'),
    });
  });

  test('all things are named where several are asked for', async () => {
    const found = await ask('Which towns have sent helicopters?');
    expect(found.answered && found.answer).toBe('Ostry and Larkfield');
  });

  test('the town that each of them names is not the answer because of that', async () => {
    const found = await ask('Where will Lena Brook travel next week?');
    expect(found.answered && found.answer).toBe('Ems');
  });

  test('whoever is in the question is not who is asked for', async () => {
    const found = await ask('Who is Lena Brook’s husband?');
    expect(found.answered ? found.answer : '').not.toContain('Brook');
  });

  test('a request without a question gets a passage, not a few words', async () => {
    const found = await ask('Tell me about the storm on the coast of Marland');
    expect(found.answered && found.answer.split(' ').length).toBeGreaterThan(8);
  });
});

test('articles without dates are asked as those with dates are', async () => {
  const undated = storm.map((article) => ({ ...article, published: null }));
  expect((await ask('Which towns have sent helicopters?', undated)).answered).toBe(true);
});
