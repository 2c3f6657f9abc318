import { expect, test } from 'vitest';
import { findOthers } from '../../../../src/core/ask/decision/premise.ts';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import { rankSentences } from '../../../../src/core/ask/sentences/evidence.ts';
import { viewSentences } from '../../../../src/core/ask/sentences/sentence-view.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];

function others(question: string, text: string): { others: string[]; isSaid: boolean } {
  const asked = parseAsked(question, tagger.tag(question));
  const matcher = createMatcher(asked, lexicon);
  const ranked = rankSentences(asked, viewSentences([readArticle({ id: 'a', text })]), matcher, { soft: 1 });
  const found = findOthers(asked, ranked, tagger, matcher);
  return { others: [...found.others].map(({ start, end }) => text.slice(start, end)), isSaid: found.isSaid };
}

const RESIGNED = 'Minister Bo Lund resigned on Monday. Berit Holm was sworn in on Tuesday.';

test('somebody whose name was not read as one is somebody else all the same', () => {
  const text = 'Zorvik, which bought the mill in 2018, is to close it.';
  expect(others('When did Bo Lund buy the mill?', text).others).toEqual([text]);
  expect(others('When did Zorvik buy the mill?', text).others).toEqual([]);
});

test('what a compound says is taken for granted of nobody', () => {
  const text = 'Ada Reed won the Larkfield Prize.';
  expect(others('Which Larkfield Prize-winning mayor died?', text).others).toEqual([]);
});

test('workers of a country are not the country', () => {
  const text = 'Lund said that 300 dockers had quit their jobs.';
  expect(others('How many Norwegian dockers quit their jobs?', text).others).toEqual([]);
});

test('what was done to whom an apposition names was done to nobody else', () => {
  const text = 'His brother, sailor Ben Reed, is to be fined on Monday.';
  expect(others('When will Bo Lund be fined?', text).others).toEqual([text]);
  expect(others('When will Ben Reed be fined?', text).others).toEqual([]);
});

test('what another did is not what is asked about', () => {
  expect(others('Why did Berit Holm resign?', RESIGNED)).toEqual({
    others: ['Minister Bo Lund resigned on Monday.'],
    isSaid: false,
  });
});

test('what somebody did himself is', () => {
  expect(others('Why did Bo Lund resign?', RESIGNED)).toEqual({ others: [], isSaid: true });
});

test('a first name is that of whom the article names in full', () => {
  const text = 'Berit Holm took office in May. Berit resigned in June.';
  expect(others('When did Holm resign?', text).others).toEqual([]);
});

test('the other way round is told to whoever asks whether it was so, and does not say when', () => {
  const text = 'Berit Holm beat Bo Lund on Sunday.';
  expect(others('Did Bo Lund beat Berit Holm?', text).others).toEqual([]);
  expect(others('When did Bo Lund beat Berit Holm?', text).others).toEqual([text]);
});

test('of whom nothing of the kind is said, it is not said when', () => {
  expect(others('When did Berit Holm escape?', RESIGNED).isSaid).toBe(false);
});

test('places do not act: a river may begin anywhere', () => {
  const text = 'The Western Branch begins in Larkfield.';
  expect(others('Where does the River Ostry begin?', text)).toEqual({ others: [], isSaid: true });
});

test('where nobody is named nothing is taken for granted', () => {
  expect(others('Why was the harbour closed?', 'The bridge was closed.')).toEqual({
    others: [],
    isSaid: true,
  });
});

test.each([
  ['Why did Bo Lund close the mill?', 'Bo Lund threatened to close the mill over debts.'],
  ['When did Bo Lund sell the mill?', 'Bo Lund could sell the mill in May.'],
  ['Where did Bo Lund meet Berit Holm?', 'Bo Lund wants to meet Berit Holm in Ostry.'],
  ['Why did Bo Lund sign the deal?', 'Bo Lund refused to sign the deal because of its price.'],
  ['When did Bo Lund leave Ostry?', 'Bo Lund plans to leave Ostry on Monday.'],
])('what was only planned or feared was not done: %s', (question, text) => {
  expect(others(question, text)).toEqual({ others: [text], isSaid: false });
});

test.each([
  ['Why did Bo Lund threaten to close the mill?', 'Bo Lund threatened to close the mill over debts.'],
  ['When will Bo Lund sell the mill?', 'Bo Lund plans to sell the mill in May.'],
  ['Did Bo Lund close the mill?', 'Bo Lund threatened to close the mill.'],
  ['When did Bo Lund close the mill?', 'Bo Lund had planned a fair before he closed the mill in May.'],
])('what is asked about as planned, or was done, is told: %s', (question, text) => {
  expect(others(question, text).others).toEqual([]);
});
