import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { findOrigins } from '../../../../src/core/ask/facts/origins.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readFacts } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

function origins(question: string, text: string): string[] {
  return readFacts(findOrigins, question, text);
}

test.each([
  ['Anna Berg, from Norway, won the race.', ['Norway']],
  ['Anna Berg of Norway won the race.', ['Norway']],
  ['Norway’s Anna Berg won the race.', ['Norway']],
  ['Anna Berg won the race. The 30-year-old from London wept.', ['London']],
  ['Anna Berg won the race. She was born in London.', ['London']],
  // Where she is, somebody else's country, and nothing.
  ['Anna Berg won the race in London.', []],
  ['Anna Berg met Peter Lund of Norway.', []],
  ['Anna Berg met the Norwegian skier Peter Lund.', []],
  ['Anna Berg won the race.', []],
])('where is she from? %s', (text, found) => {
  expect(origins('Where is Anna Berg from?', text)).toEqual(found);
});

test('other questions are none about where somebody is from', () => {
  const text = 'Anna Berg of Norway won the race.';
  expect(origins('Which country does Berg come from?', text)).toEqual([]);
  expect(origins('Where does Berg come from?', text)).toEqual(['Norway']);
  expect(origins('Where is Anna Berg?', text)).toEqual([]);
});

test('where somebody is, is not told for where she is from', async () => {
  const article = readArticle({ id: 'a', text: 'Anna Berg won the race in London on Monday.' });
  const index = createArticleIndex();
  await index.add([article]);
  const ask = (question: string) => findAnswer(question, [article], index, { history: [] });
  expect(await ask('Where is Anna Berg from?')).toMatchObject({ answered: false });
  expect(await ask('Where did Anna Berg win the race?')).toMatchObject({ answer: 'London' });
});
