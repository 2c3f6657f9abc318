import { expect, test } from 'vitest';
import { findAnswer } from '../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../src/core/search/article-index.ts';
import { readArticle } from '../../fakes/read-article.ts';

async function ask(question: string, ...texts: string[]) {
  const articles = texts.map((text, at) => readArticle({ id: String(at), text }));
  const index = createArticleIndex();
  await index.add(articles);
  const found = await findAnswer(question, articles, index, { history: [] });
  return found.answered ? found.answer : 'silence';
}

const BOUGHT =
  'Norvik Holdings, which bought the Larkfield Mill in 2018, is to close it. Ostry Partners employs 300 people in Larkfield.';
const RESIGNED =
  'Minister Bo Lund resigned on Monday because of the port deal, the government said. Berit Holm was sworn in as minister on Tuesday.';

test('when somebody did something is not when another did it', async () => {
  expect(await ask('When did Norvik Holdings buy the Larkfield Mill?', BOUGHT)).toContain('2018');
  expect(await ask('When did Ostry Partners buy the Larkfield Mill?', BOUGHT)).toBe('silence');
});

test('of whom else a sentence speaks its words do not tell', async () => {
  const text = 'Bo Lund was fined twice. His brother, sailor Ben Reed, is to be fined on June 8.';
  expect(await ask('When will Ben Reed be fined?', text)).toBe('June 8');
  expect(await ask('When will Bo Lund be fined?', text)).not.toContain('June 8');
});

test('why somebody did something is not why another did it', async () => {
  expect(await ask('Why did Bo Lund resign?', RESIGNED)).toContain('port deal');
  expect(await ask('Why did Berit Holm resign?', RESIGNED)).toBe('silence');
});
