import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function ask(question: string, text: string): Promise<string | null> {
  const article = readArticle({ id: 'a', title: 'Correction: Mill story', text, published: '2025-05-02' });
  const index = createArticleIndex();
  await index.add([article]);
  const answer = await findAnswer(question, [article], index, { history: [] });
  return answer.answered ? answer.answer : null;
}

const CORRECTED =
  'In a story published on Thursday, Nordwire incorrectly reported that the mill of Ostry would dismiss 90 workers. It will dismiss 60 workers.\n\nThe mill of Ostry said on Thursday that it would dismiss 60 workers in June.';

test.each(['How many workers will the mill dismiss?', 'How many workers will be dismissed?'])(
  'what an article corrects answers nothing: %s',
  async (question) => expect(await ask(question, CORRECTED)).toMatch(/^60\b/),
);

test('what an article corrects does not say that it will happen', async () =>
  expect((await ask('Will the mill dismiss 90 workers?', CORRECTED)) ?? '').not.toContain('90'));

test('a figure of a table is not told without its unit, where a sentence has both', async () => {
  const text =
    'Ostry Mills reported its third quarter on Thursday. Net income rose to $41.2 million from $38.9 million.\n\n(in millions) | 2025 | 2024\n\nNet income | $41.2 | $38.9\n\nOperating income | $52.5 | $47.1\n\nThe company has 900 workers.';
  expect(await ask('What was net income?', text)).toMatch(/million/);
  expect((await ask('What was operating income?', text)) ?? '').not.toMatch(/^\$52\.5$/);
});
