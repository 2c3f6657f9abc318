import { expect, test } from 'vitest';
import { withOpenings } from '../../../../src/core/ask/shown/opening.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const text =
  'Rain fell. Bo Lund said: “We have no leaves left. We ate them all. We ate the bark. We ate the roots.” Snow fell.';
const article = readArticle({ id: 'a', text });
const passageOf = (words: string) => ({
  article: 'a',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

function told(answer: string, ...shown: readonly string[]): string[] {
  const evidence = shown.map(passageOf);
  const found = withOpenings({ answered: true, answer, evidence, tentative: false, question: 'What?' }, [
    article,
  ]);
  return found.answered
    ? [found.answer, ...found.evidence.map(({ start, end }) => text.slice(start, end))]
    : [];
}

const WHOLE = 'Bo Lund said: “We have no leaves left. We ate them all.';

test('a passage that begins within a quotation is shown from where that begins, and so is an answer that is one', () => {
  expect(told('bark', 'Rain fell.', 'We ate them all.')).toEqual(['bark', 'Rain fell.', WHOLE]);
  expect(told('We ate them all.', 'We ate them all.')).toEqual([WHOLE, WHOLE]);
});

test('a passage that would become too long stays as it is, and so does what begins outside', () => {
  expect(told('roots', 'We ate the roots.” Snow fell.')).toEqual(['roots', 'We ate the roots.” Snow fell.']);
  expect(told('Snow', 'Snow fell.')).toEqual(['Snow', 'Snow fell.']);
});

test('what is shown as nearest is whole too', () => {
  const silent = { answered: false, contradicted: false, unsure: false, question: 'What?' } as const;
  const found = withOpenings({ ...silent, nearest: [passageOf('We ate them all.')] }, [article]);
  expect(found.answered ? [] : found.nearest).toEqual([passageOf(WHOLE)]);
});
