import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { isSaidByThem, withSurnames } from '../../../../src/core/ask/question/surnames.ts';
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

const treasurer = readArticle({
  id: 'b',
  title: 'Harbour treasurer quits',
  text: 'Mira Oskeld Thorne ran the harbour. On Friday Ms. Thorne spoke to Bo Falk, 46, about it. Ms. Thorne opened the new dock in 2009. Ms. Thorne resigned on Sunday.',
});

test.each(['How old is Mira Thorne?', 'When was Mira Thorne arrested?', 'Who succeeded Mira Thorne?'])(
  'of Ms. Thorne no more is told than what stands beside her name: %s',
  async (question) => {
    const index = createArticleIndex();
    await index.add([treasurer]);
    expect((await findAnswer(question, [treasurer], index, { history: [] })).answered).toBe(false);
  },
);

test.each([
  ['Ms. Thorne, 46, left on Monday.', '46', 'How old is Mira Thorne?', true],
  ['Ms. Thorne, a 46-year-old lawyer, left.', '46', 'How old is Mira Thorne?', true],
  ['Ms. Thorne met Bo Falk, 46, on Monday.', '46', 'How old is Mira Thorne?', false],
  ['Mira Thorne, 46, left on Monday.', '46', 'How old is Mira Thorne?', false],
  ['Ms. Thorne was arrested on Monday.', 'Monday', 'When was Mira Thorne arrested?', true],
  ['Ms. Thorne met the mayor on Monday.', 'Monday', 'When was Mira Thorne arrested?', false],
  ['Ms. Thorne made a stop at the dock on Monday.', 'Monday', 'When was Mira Thorne arrested?', false],
  ['Police arrested a man on Monday.', 'Monday', 'When was Mira Thorne arrested?', false],
])('"%s" answers with %s "%s": %s', (text, answer, question, expected) => {
  const article = readArticle({ id: 'c', title: 'Harbour', text });
  const found = {
    answered: true,
    answer,
    evidence: [{ article: 'c', start: 0, end: text.length }],
    question,
    tentative: false,
  } as const;
  expect(isSaidByThem(found, question, [article])).toBe(expected);
});
