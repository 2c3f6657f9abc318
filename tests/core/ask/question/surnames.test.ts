import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { withSurnames } from '../../../../src/core/ask/question/surnames.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const lund = readArticle({
  id: 'a',
  title: 'Ostry Bank has a new chief',
  text: 'Ostry Bank named Timothy J. Lund its chief executive on Monday. Critics doubt him. Even so Mr. Lund, 56, remained calm. Ada Reed Moen spoke to Kari Moen.',
});

test('whoever is named by more than the articles mostly call him is asked for by the surname', () => {
  expect(withSurnames('How old is Timothy J. Lund?', [lund])).toBe('How old is Lund?');
  expect(withSurnames('How old is Timothy Lund?', [lund])).toBe('How old is Lund?');
});

test('another first name, two of one surname, and nothing but a name are left as they are', () => {
  expect(withSurnames('How old is Bo Lund?', [lund])).toBeUndefined();
  expect(withSurnames('How old is Kari Moen?', [lund])).toBeUndefined();
  expect(withSurnames('What did Timothy Lund do?', [lund])).toBeUndefined();
});

test('whoever the articles never call by the surname alone is left as he is', () => {
  const text = 'Timothy Lund built the engine for Charles Moen.';
  const article = readArticle({ id: 'b', title: null, text });
  expect(withSurnames('What did Charles Moen build?', [article])).toBeUndefined();
});

test('what is said of "Mr. Lund" is said of Timothy J. Lund', async () => {
  const index = createArticleIndex();
  await index.add([lund]);
  const found = await findAnswer('How old is Timothy J. Lund?', [lund], index, { history: [] });
  expect(found).toMatchObject({ answered: true, answer: '56', question: 'How old is Timothy J. Lund?' });
  const other = await findAnswer('How old is Bo Lund?', [lund], index, { history: [] });
  expect(other.answered).toBe(false);
});
