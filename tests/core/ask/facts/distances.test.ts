import { expect, test } from 'vitest';
import { findDistances } from '../../../../src/core/ask/facts/distances.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const tagger = await openTagger();

function distances(question: string, text: string): string[] {
  const article = readArticle({ id: 'a', text });
  return findDistances(question, [article], tagger).map(({ role }) => text.slice(role.start, role.end));
}

test.each([
  ['How far is the village from Velmar?', 'The village lies 650 km from Velmar.', '650 km'],
  [
    'how far from Ostry was it',
    'It happened about a mile-and-a-half south of Ostry in Velmar.',
    'a mile-and-a-half',
  ],
  [
    'How far from Ostry did the crash happen?',
    'The crash was two and a half miles outside of Ostry.',
    'two and a half miles',
  ],
  [
    'How far is Ostry from Velmar?',
    'Ostry, a village some 40 kilometres from Velmar, is gone.',
    '40 kilometres',
  ],
])('%s is the distance before the place', (question, text, found) => {
  expect(distances(question, text)).toEqual([found]);
});

test.each([
  ['How far is the village from Velmar?', 'The village lies 650 km from Ostry, and Velmar is gone.'],
  ['How far is the village from Velmar?', 'The harbour lies 650 km from Velmar.'],
  [
    'How far is the village from Velmar?',
    'The village is 20 miles from Velmar. Its village pump is 9 miles from Velmar.',
  ],
  // What lies along a line, and what happened elsewhere.
  ['How far is Ostry from Velmar?', 'The waves washed away 60 metres of track at Velmar, near Ostry.'],
  ['How far is Ostry from Velmar?', 'The lorry for Ostry came under fire about 14 km west of Velmar.'],
  ['How far did the talks get?', 'The talks were held 650 km from Velmar.'],
])('%s is not answered by "%s"', (question, text) => {
  expect(distances(question, text)).toEqual([]);
});
