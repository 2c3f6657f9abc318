import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { answerWithPointed } from '../../../../src/core/ask/decision/found.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

async function ask(question: string, text: string) {
  const articles = [readArticle({ id: 'a', text })];
  const index = createArticleIndex();
  await index.add(articles);
  const found = await findAnswer(question, articles, index, { history: [] });
  if (!found.answered) return { answer: 'silence', shown: '' };
  const [first] = found.evidence;
  return { answer: found.answer, shown: text.slice(first?.start, first?.end) };
}

const PRIZE =
  'Ada Reed has written three books about boats. She won the Ostry Prize in 2019 for the second of them. Bo Lund, a sailor, was glad.';
const MILL =
  'Norvik Holdings lost 40 million crowns in May. The company closed the Larkfield mill in June and dismissed 300 workers. Ostry Partners employs 200 people.';

test('whom "she" means is the answer, shown with what is said of her', async () => {
  const { answer, shown } = await ask('Who won the Ostry Prize?', PRIZE);
  expect(answer).toBe('Ada Reed');
  expect(shown).toContain('She won the Ostry Prize');
});

test.each(['Which company closed the Larkfield mill?', 'Who dismissed 300 workers?'])(
  '"the company" is the one that was named before: %s',
  async (question) => {
    expect((await ask(question, MILL)).answer).toBe('Norvik Holdings');
  },
);

test('"he" is no woman, and whom the question names is not the answer', async () => {
  const { answer } = await ask('Who won the Ostry Prize?', PRIZE.replace('She won', 'He won'));
  expect(answer).not.toBe('Ada Reed');
  expect((await ask('Who met Ada Reed?', `${PRIZE} She met Ada Reed.`)).answer).not.toBe('Ada Reed');
});

test('whoever is named where it is said did it', async () => {
  const text =
    'Ada Reed has written three books. Bo Lund won the Ostry Prize in 2019. She was glad, and she won the Larkfield Prize.';
  expect((await ask('Who won the Ostry Prize?', text)).answer).toBe('Bo Lund');
});

test('what somebody says of "her" points to nobody', async () => {
  const text = 'Ada Reed met Siri Lund. "She closed the Larkfield mill in June," Reed said of an old friend.';
  expect((await ask('Who closed the Larkfield mill?', text)).answer).not.toBe('Ada Reed');
});

test('what is not shown whole proves nothing', () => {
  const text = `Ada Reed ${'came and went and '.repeat(40)}won the prize.`;
  const article = readArticle({ id: 'long', text });
  const told = { start: 0, end: text.length };
  expect(answerWithPointed({ article, name: { start: 0, end: 8 }, told }, 'Who won?')).toBeUndefined();
  const short = readArticle({ id: 'short', text: 'Ada Reed won the prize.' });
  const all = { start: 0, end: short.text.length };
  expect(
    answerWithPointed({ article: short, name: { start: 0, end: 8 }, told: all }, 'Who won?'),
  ).toMatchObject({
    answer: 'Ada Reed',
  });
});
