import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { buildAsked } from '../../../../src/core/ask/conversation.ts';
import { saidBy } from '../../../../src/core/ask/facts/fact.ts';
import { findHappenings } from '../../../../src/core/ask/facts/happenings.ts';
import type { Turn } from '../../../../src/core/ask/types.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { factsAsked } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const HEADLINE = 'Fire destroys the old mill';
const ARTICLES = [
  readArticle({
    id: 'a',
    title: HEADLINE,
    published: '2024-03-16',
    text: 'Thursday’s fire has destroyed the old mill, and nobody knows who is behind it. The mill had burned in 1911 before.',
  }),
  readArticle({
    id: 'b',
    title: 'Mill burns down',
    text: 'A mill in the city of Larkfield burned down on Thursday. It had been built by a firm from Ostry.',
  }),
];

async function ask(question: string, history: readonly Turn[]): Promise<string> {
  const index = createArticleIndex();
  await index.add(ARTICLES);
  const answer = await findAnswer(question, ARTICLES, index, { history });
  return answer.answered ? answer.answer : 'silence';
}

test('when it happened is the day of what all of the story tells', async () => {
  expect(await ask('When did it happen?', [{ question: HEADLINE }])).toBe('Thursday');
  expect(await ask('and when did it happen', [{ question: 'Who is behind it?' }])).toBe('Thursday');
});

test('where it happened is told by the article that says so', async () => {
  expect(await ask('Where did it happen?', [{ question: HEADLINE }])).toBe('Larkfield');
});

test('after a question that says what happened it is asked of that', async () => {
  const history = [{ question: 'Did the mayor of Larkfield resign?' }];
  expect(await buildAsked('When did it happen?', history, ARTICLES)).toBe(
    'When did the mayor of Larkfield resign?',
  );
  const short = [{ question: 'Who resigned?' }];
  expect(await buildAsked('When was it?', short, ARTICLES)).toBe('When: who resigned?');
});

test('ten years ago is no day on which it happened', async () => {
  const article = readArticle({
    id: 'c',
    title: HEADLINE,
    text: 'The old mill, closed 10 years ago, has burned down. The fire broke out on Monday.',
  });
  const index = createArticleIndex();
  await index.add([article]);
  const history = [{ question: HEADLINE }];
  const answer = await findAnswer('When did it happen?', [article], index, { history });
  expect(answer.answered && answer.answer).not.toBe('10 years ago');
});

test.each([
  ['The mill of Larkfield burned down on Tuesday.', ['Tuesday']],
  ['The mill of Larkfield burned down. “We saw smoke on Sunday,” said Mara Lindqvist.', []],
])('a day of which somebody only speaks is not the day when it happened: %s', (text, days) => {
  const article = readArticle({ id: 'd', title: HEADLINE, text });
  const found = findHappenings(factsAsked(`When did it happen: ${HEADLINE}?`, [article]));
  expect(found.map(saidBy)).toEqual(days);
});
