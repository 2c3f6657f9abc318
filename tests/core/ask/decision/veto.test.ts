import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { stored } from '../../../fakes/newsroom.ts';

const VISIT = {
  id: 'visit',
  title: 'Minister visits the island',
  text: 'Minister Berit Holm has visited the island only four times since the war, delivering speeches on two occasions.',
  author: null,
  publisher: null,
  published: null,
  url: null,
};

async function ask(question: string, text = VISIT.text, published: string | null = null) {
  const article = stored({ ...VISIT, text, published });
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

test('how long is not answered by an age', async () => {
  const text =
    'After long talks, the jury of the island found the baker Per Lund, 58, guilty. The jury had talked for four days.';
  const found = await ask('How long did the jury of the island talk?', text);
  expect(found).toMatchObject({ answered: true, answer: 'four days' });
  const [said = ''] = text.split(/(?<=\.) /);
  expect((await ask('How long did the jury of the island talk?', said)).answered).toBe(false);
});

test('nothing is answered about what no article names', async () => {
  const text = 'The ministry will move to Larkfield, the capital of Karvia, the minister said.';
  expect((await ask('What is the capital of Velmark?', text)).answered).toBe(false);
  expect(await ask('What is the capital of Karvia?', text)).toMatchObject({ answer: 'Larkfield' });
});

test('what something is, is said beside its name', async () => {
  const text = 'Berit Holm praised Lindo in a long speech. Lindo is a Danish chain of shops.';
  const found = await ask('What is Lindo?', text);
  expect(found.answered && found.answer).toContain('Danish chain');
});

test.each(['Who is ', 'What is '])('a shout takes no time: "%sAAAA…!"', async (opening) => {
  expect(typeof (await ask(`${opening}${'A'.repeat(400)} x!`)).answered).toBe('boolean');
  expect(typeof (await ask(`${opening}Bo ${'A'.repeat(400)}!`)).answered).toBe('boolean');
});

test('a name that only says which of them are meant need not stand in the articles', async () => {
  const text =
    'Team owner Ada Reed announced on Tuesday that she has started a formal process of selling the club. Manager Bo Lund was dismissed in June.';
  const found = await ask(
    'Which OFL team owner announced that a formal process of selling the club has started?',
    text,
  );
  expect(found.answered && found.answer).toContain('Ada Reed');
  expect((await ask('Who is to sell the OFL?', text)).answered).toBe(false);
});

test('a price is what something is sold for', async () => {
  const text = 'Minister Berit Holm owns a boat. The boat, a Norvik Nine, sells for £70,000.';
  const price = await ask('How much does a Norvik Nine cost?', text);
  expect(price.answered && price.answer).toContain('£70,000');
});

test('what somebody was paid is not what he wanted', async () => {
  const text =
    'The Holms put their mill up for sale in May. They were paid $390,000 for it, the mayor of Ostry said.';
  expect((await ask('How much did the Holms want?', text)).answered).toBe(false);
  const paid = await ask('How much were the Holms paid?', text);
  expect(paid.answered && paid.answer).toContain('$390,000');
});

test('those whom a noun names are people, and nothing else', async () => {
  const text = 'In Ostry 40 bakers were insured, the mayor said.';
  expect((await ask('How many boats were insured?', text)).answered).toBe(false);
  const people = await ask('How many people were insured?', text);
  expect(people.answered && people.answer).toContain('40');
});

test('a month of the question need not stand in the articles, which say "last week"', async () => {
  const text = 'Last week the army recaptured the old town of Larkfield. Berit Holm was glad.';
  const found = await ask('Which town did the army recapture in April?', text);
  expect(found.answered && found.answer).toContain('Larkfield');
});

test('what happened in another year is no answer', async () => {
  const text = 'Five boats of Velmar sank on Tuesday, the harbour office said. The boats of Velmar were old.';
  expect((await ask('How many boats of Velmar sank in 2008?', text)).answered).toBe(false);
  const then = 'Five boats of Velmar sank in 2008, the harbour office said. The boats of Velmar were old.';
  const found = await ask('How many boats of Velmar sank in 2008?', then);
  expect(found.answered && found.answer).toContain('Five');
});

test('a year that is neither that of the report nor of a day told there is another', async () => {
  const text =
    'Berit Holm won the mayoral election in Ostry on Sunday. Fire destroyed 40 houses in Larkfield last year.';
  const told = async (question: string) => {
    const found = await ask(question, text, '2023-05-04');
    return found.answered && found.answer;
  };
  expect(await told('Who won the mayoral election in Ostry in 2023?')).toBe('Berit Holm');
  expect(await told('Who won the mayoral election in Ostry in 2019?')).toBe(false);
  expect(await told('How many houses did fire destroy in Larkfield in 2022?')).toContain('40');
  expect(await told('How many houses did fire destroy in Larkfield in 2011?')).toBe(false);
});
