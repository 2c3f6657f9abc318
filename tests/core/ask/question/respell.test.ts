import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { markElisions, respell, spellOffices } from '../../../../src/core/ask/question/respell.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const lexicon = await openLexicon();
const article = readArticle({
  id: 'a',
  text: '“We will stay out,” said Mara Lindqvist of the Norvik union. Anna Sorensen, a Velmarian, was not there.',
});

test.each([
  ['What did Lindqvsit say?', 'What did Lindqvist say?'],
  ['what did sorenson say', 'what did Sorensen say'],
  ['what did lindqvis say', 'what did Lindqvist say'],
])('%s is asked of whom the article names', (typed, meant) => {
  expect(respell(typed, [article], lexicon)).toBe(meant);
});

test.each([
  'Did the union strike?',
  'Who is Lindgren?',
  'Who are the Norviks?',
  'What did Mara say?',
  'Who won in Velmaria?',
])('%s stays as it is: a word of its own, another name, a form of the name', (question) => {
  expect(respell(question, [article], lexicon)).toBe(question);
});

test('a misspelt name that is as near to two people stays as it was typed', () => {
  const two = readArticle({ id: 'two', text: 'Karl Holmberg met Eva Holmborg in Velmar.' });
  const one = readArticle({ id: 'one', text: 'Karl Holmberg was in Velmar.' });
  expect(respell('What did Holmbarg say?', [two], lexicon)).toBe('What did Holmbarg say?');
  expect(respell('What did Holmbarg say?', [one], lexicon)).toBe('What did Holmberg say?');
});

test.each([
  ['why cant they fish', "why can't they fish"],
  ['Whats the toll and why didnt it rise?', "What's the toll and why didn't it rise?"],
  ['Who wont pay? Was Brent there?', 'Who wont pay? Was Brent there?'],
])('%s has its apostrophes', (typed, meant) => {
  expect(markElisions(typed)).toBe(meant);
});

test('the reader sees how the question was understood', async () => {
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer('What did Lindqvsit say?', [article], index, { history: [] });
  expect(found.question).toBe('What did Lindqvist say?');
  expect(found.answered && found.answer).toContain('We will stay out');
  const hurried = await findAnswer('whats Lindqvist saying', [article], index, { history: [] });
  expect(hurried.question).toBe("what's Lindqvist saying");
});

test.each([
  ['Who is the CEO?', '“No,” said Ada Reed, CEO of Norda.', 'Who is the ceo?'],
  ['Who is the CEO?', 'Ada Reed, chief executive of Norda, left.', 'Who is the chief executive?'],
  [
    'What did the CFO say?',
    'Chief Financial Officer Bo Lund said no.',
    'What did the chief financial officer say?',
  ],
  ['Who is Ceola Reed?', 'Ceola Reed, the chief executive, left.', 'Who is Ceola Reed?'],
  ['Who is the MEP?', 'Ada Reed, an MEP, left.', 'Who is the MEP?'],
])('an office in capitals is no name: %s of "%s"', (typed, text, meant) => {
  expect(spellOffices(typed, [readArticle({ id: 'a', text })])).toBe(meant);
});
