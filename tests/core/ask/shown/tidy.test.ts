import { expect, test } from 'vitest';
import { tidy } from '../../../../src/core/ask/shown/tidy.ts';
import type { Answer } from '../../../../src/core/ask/types.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const text =
  'The bridge is shut. Ada Reed, the mayor, said:\n\n“It is not safe.”\n\nBo Lund agreed. Reed said.';
const article = readArticle({ id: 'a', text });
const passageOf = (words: string) => ({
  article: 'a',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

function shown(...words: readonly string[]): string[] {
  const answer: Answer = {
    answered: true,
    answer: words[0] ?? '',
    evidence: words.map(passageOf),
    tentative: false,
    question: 'Why?',
  };
  const tidied = tidy(answer, [article]);
  return tidied.answered ? tidied.evidence.map(({ start, end }) => text.slice(start, end)) : [];
}

test('what leads to a quotation is shown with it, once', () => {
  const whole = 'Ada Reed, the mayor, said:\n\n“It is not safe.”';
  expect(shown('The bridge is shut.', 'Ada Reed, the mayor, said:')).toEqual(['The bridge is shut.', whole]);
  expect(shown('Ada Reed, the mayor, said:', '“It is not safe.”')).toEqual([whole]);
});

test('that somebody said it is nothing to show', () => {
  expect(shown('The bridge is shut.', 'Reed said.')).toEqual(['The bridge is shut.']);
});
