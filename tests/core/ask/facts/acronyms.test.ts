import { expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { findFullNames, spellOut } from '../../../../src/core/ask/facts/acronyms.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readFacts } from '../../../fakes/facts.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const OFFICE = 'National Harbour Safety Office';
const named = readArticle({
  id: 'b',
  text: `Ada Reed of the ${OFFICE} was glad. The ${OFFICE} is old.`,
});

test('letters stand for the one name that begins with them', () => {
  expect(spellOut('What did the NHSO say?', [named])).toBe(`What did the ${OFFICE} say?`);
  const none = readArticle({ id: 'a', text: 'Ada Reed was glad.' });
  expect(spellOut('What did the NHSO say?', [none])).toBe('What did the NHSO say?');
  const short = readArticle({ id: 'c', text: `The NHSO, or ${OFFICE}, was glad.` });
  expect(spellOut('What did the NHSO say?', [short])).toBe('What did the NHSO say?');
});

test('letters with which two names begin stand for neither', () => {
  const two = readArticle({
    id: 'd',
    text: `The ${OFFICE} closed the port of Velmar. The Norvik Hotel Staff Order met on Friday.`,
  });
  expect(spellOut('What did the NHSO say?', [two])).toBe('What did the NHSO say?');
});

test('an office in letters is nobody’s name', () => {
  const olsen = readArticle({ id: 'o', text: 'Carl Erik Olsen, the mayor of Ostry, spoke.' });
  expect(spellOut('Who is the CEO?', [olsen])).toBe('Who is the CEO?');
});

test.each([
  [`Lund of the ${OFFICE} (NHSO) was glad.`, [OFFICE]],
  [`Lund of the NHSO (${OFFICE}) was glad.`, [OFFICE]],
  ['The Council for Research in Boats (CRB) met.', []],
  ['Lund of the NHSO was glad.', []],
])('what letters stand for is the name beside them: %s', (text, names) => {
  expect(readFacts(findFullNames, 'What does NHSO stand for?', text)).toEqual(names);
});

test('letters whose name no article has stand for nothing', async () => {
  const article = readArticle({ id: 'a', text: 'Lund of the NHSO was glad of the boats for Ostry.' });
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer('What does NHSO stand for?', [article], index, { history: [] });
  expect(found.answered).toBe(false);
});

test('in a question in capitals no word is taken for letters, and nobody is what letters stand for', () => {
  const text = 'Ada Reed met the Old Boats Society of Ostry.';
  const article = readArticle({ id: 'a', text });
  expect(spellOut('WHAT DID OBS SAY?', [article])).toBe('WHAT DID OBS SAY?');
  expect(readFacts(findFullNames, 'What does AR stand for?', text)).toEqual([]);
});
