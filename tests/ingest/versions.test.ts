import { expect, test } from 'vitest';
import { findChangedSentences } from '../../src/ingest/versions.ts';

const BEFORE =
  'The bridge costs 48 million crowns. The mayor said: “We have waited long enough.” Work begins in spring.';

test('a corrected sentence is told with what took its place', () => {
  const after = BEFORE.replace('48 million', '84 million');
  expect(findChangedSentences(BEFORE, after)).toEqual([
    { before: 'The bridge costs 48 million crowns.', after: 'The bridge costs 84 million crowns.' },
  ]);
});

test('a sentence that was taken out has nothing in its place', () => {
  const after = BEFORE.replace(' Work begins in spring.', ' A ferry was voted down by all but two members.');
  expect(findChangedSentences(BEFORE, after)).toEqual([{ before: 'Work begins in spring.', after: null }]);
});

test('only the sentences around the words that were shown are told', () => {
  const after =
    'The bridge costs 84 million crowns. The mayor said: “We waited far too long.” Work begins in spring.';
  expect(findChangedSentences(BEFORE, after, ['We have waited long enough.'])).toEqual([
    {
      before: 'The mayor said: “We have waited long enough.”',
      after: 'The mayor said: “We waited far too long.”',
    },
  ]);
});

test('white space and order are no corrections', () => {
  expect(findChangedSentences(BEFORE, BEFORE.replaceAll('. ', '.\n\n'))).toEqual([]);
});
