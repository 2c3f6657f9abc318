import { describe, expect, test } from 'vitest';
import { findAnswer } from '../../../../src/core/ask/answer.ts';
import { meaningOf, parseMeanings } from '../../../../src/core/ask/words/phrasal-verbs.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { createArticleIndex } from '../../../../src/core/search/article-index.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();

describe('a verb of two words', () => {
  test.each([
    ['She stepped down.', 'She resigned.'],
    ['They turned it down.', 'They rejected it.'],
    ['The match was called off on Friday.', 'The match was cancelled on Friday.'],
  ])('%s has the terms of "%s"', (two, one) => {
    expect(parseMeanings(two)).toEqual(parseMeanings(one));
  });

  test('its parts stay what they are where they stand apart', () => {
    expect(parseMeanings('A step by the door leads down.')).toContain('step');
    expect(meaningOf('down', 'step', undefined)).toBeNull();
  });

  test('a tagged word has the term that the sentence has', () => {
    const sentence = 'The mayor stepped down after she turned it down.';
    const tagged = tagger.tag(sentence).flatMap(({ term }) => term ?? []);
    expect(tagged).toEqual(parseMeanings(sentence));
  });
});

test.each([
  ['Who resigned?', 'Mayor Ada Reed stepped down on Monday. Bo Lund wept.'],
  ['Who stepped down?', 'Mayor Ada Reed resigned on Monday. Bo Lund wept.'],
])('%s is answered by "%s"', async (question, text) => {
  const article = readArticle({ id: 'a', text });
  const index = createArticleIndex();
  await index.add([article]);
  const found = await findAnswer(question, [article], index, { history: [] });
  expect(found.answered && found.answer).toContain('Reed');
});
