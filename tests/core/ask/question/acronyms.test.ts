import { expect, test } from 'vitest';
import { spellOut } from '../../../../src/core/ask/question/acronyms.ts';
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

test('in a question in capitals no word is taken for letters', () => {
  const text = 'Ada Reed met the Old Boats Society of Ostry.';
  const article = readArticle({ id: 'a', text });
  expect(spellOut('WHAT DID OBS SAY?', [article])).toBe('WHAT DID OBS SAY?');
});
