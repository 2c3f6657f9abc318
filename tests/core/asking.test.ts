import { expect, test } from 'vitest';
import { openTalk } from '../../src/core/asking.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const TEXT = 'Bo Lund, who led the port of Ostry for ten years, died on Monday. Lund was 81.';
const spokenOf = (title: string | null) =>
  openTalk([stored({ ...HARBOUR, title, text: TEXT })]).map(({ question }) => question);

test.each([
  [
    'Former Harbour Minister And Party Leader Dies At 81',
    'former harbour minister and party leader dies at 81',
  ],
  ['Lund’s Death Stuns Ostry', 'Lund’s death stuns Ostry'],
  ['Bo Lund dies at 81', 'Bo Lund dies at 81'],
])('in a headline only what the article names is a name: %s', (title, said) => {
  expect(spokenOf(title)).toEqual([said]);
});

test('an article without a headline tells nothing of whom is spoken of', () => {
  expect(spokenOf(null)).toEqual([]);
});
