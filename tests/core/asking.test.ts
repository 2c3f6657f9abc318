import { expect, test } from 'vitest';
import { openTalk } from '../../src/core/asking.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const TEXT = 'Bo Lund, who led the port of Ostry for ten years, died on Monday. Lund was 81.';
const spokenOf = (title: string | null) =>
  openTalk([stored({ ...HARBOUR, title, text: TEXT })]).at(-1)?.question;

test.each([
  [
    'Former Harbour Minister And Party Leader Dies At 81',
    'former harbour minister and party leader dies at 81',
  ],
  ['Lund’s Death Stuns Ostry', 'Lund’s death stuns Ostry'],
  ['Bo Lund dies at 81', 'Bo Lund dies at 81'],
])('in a headline only what the article names is a name: %s', (title, said) => {
  expect(spokenOf(title)).toBe(said);
});

test('an article without a headline tells nothing of whom is spoken of', () => {
  expect(spokenOf(null)).toBeUndefined();
});

test('where the headline names nobody, whom the article is about is spoken of', () => {
  expect(
    openTalk([
      stored({ ...HARBOUR, title: 'Former minister dies', text: `${TEXT} Lund left a son, Tor Holm.` }),
    ]).map(({ question }) => question),
  ).toEqual(['Bo Lund', 'Former minister dies']);
  const two = 'Bo Lund and Ada Reed quarrelled. Lund said no. Reed said yes.';
  expect(openTalk([stored({ ...HARBOUR, title: 'Ministers quarrel', text: two })])).toHaveLength(1);
});
