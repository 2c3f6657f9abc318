import { expect, test } from 'vitest';
import { withHedge } from '../../../src/core/ask/hedge.ts';
import { readArticle } from '../../fakes/read-article.ts';

const text = 'More than 4,200 boats have left Velmar. Lund paid 30 crowns, at least 12 of them in June.';
const article = readArticle({ id: 'a', text });
const told = (answer: string, evidence = [{ article: 'a', start: 0, end: text.length }]) => {
  const found = withHedge({ answered: true, answer, evidence, question: 'How many?' }, [article]);
  return found.answered && found.answer;
};

test('a number is told with its hedge', () => {
  expect(told('4,200 boats')).toBe('More than 4,200 boats');
  expect(told('12')).toBe('at least 12');
});

test('a number without one, and what is no number, stay as they are', () => {
  expect(told('30 crowns')).toBe('30 crowns');
  expect(told('Lund')).toBe('Lund');
  expect(told('4,200 boats', [])).toBe('4,200 boats');
  expect(told('4,200 boats', [{ article: 'a', start: 10, end: 40 }])).toBe('4,200 boats');
});

test('silence stays silence', () => {
  const silence = {
    answered: false,
    nearest: [],
    contradicted: false,
    unsure: false,
    question: 'How many?',
  } as const;
  expect(withHedge(silence, [article])).toBe(silence);
});
