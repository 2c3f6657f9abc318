import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

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

test('how old somebody is no passage tells that gives no age, or that of another', async () => {
  const text =
    'Ada Reed gave the harbour museum 300 books. Bo Lund, 41, a keeper of the harbour museum, was glad.';
  expect(await ask('how old is ada reed of the harbour museum', text)).toBe('silence');
});

test('the name of somebody no passage tells that does not name him', async () => {
  const text = 'Old boats last longer than expected, according to one harbour engineer.';
  expect(await ask('what is the name of the harbour engineer', text)).toBe('silence');
});

test('a sum answers how much money, where the word money does not stand', async () => {
  const text = 'Senator Ada Reed refunded £4,100 to the donors in May. The donors were glad.';
  expect(await ask('How much money did Senator Reed refund to the donors?', text)).toContain('£4,100');
});

test('of what somebody died no passage tells that gives no cause', async () => {
  const text = 'Ada Reed died on March 9 in a nursing home of Ostry, her daughter said.';
  expect(await ask('what did Ada Reed die of', text)).toBe('silence');
});

test('how somebody died no passage tells that gives no cause', async () => {
  const text = 'Ada Reed died on March 9, the mayor of Ostry said with regret.';
  expect(await ask('how did ada reed die', text)).toBe('silence');
  expect(await ask('how did ada reed die', `${text} Reed was killed by a falling mast.`)).toContain('mast');
});

test('the name of a fisherman no passage tells that does not name him', async () => {
  const text = 'One fisherman was killed in Ostry on Monday, the harbour police of Ostry said.';
  expect(await ask('What was the name of the fisherman killed in Ostry?', text)).toBe('silence');
});

test('when something will be no passage tells that has no time', async () => {
  const text = 'The leaders will meet in Larkfield. Bo Lund will lead the talks of the leaders, he said.';
  const past = 'The leaders last visited Larkfield in 2019, when they agreed on the port.';
  expect(await ask('when will the leaders meet', text, past)).toBe('silence');
  const may = 'The leaders may meet in Larkfield, Bo Lund said. The two leaders could speak of the port.';
  expect(await ask('when will the leaders meet', text, may)).toBe('silence');
  const other = 'The leaders of Ostry and Velmar will speak of the port deal, the government said.';
  expect(await ask('when will the leaders meet', text, other)).toBe('silence');
  expect(
    await ask('when will the leaders meet', `${text} The leaders will meet after the vote.`, other),
  ).toContain('after the vote');
});
