import { expect, test } from 'vitest';
import type { ReadArticle } from '../../../src/core/article.ts';
import { withHedge } from '../../../src/core/ask/hedge.ts';
import { readArticle } from '../../fakes/read-article.ts';

const text = 'More than 4,200 boats have left Velmar. Lund paid 30 crowns, at least 12 of them in June.';
const article = readArticle({ id: 'a', text });
const told = (
  answer: string,
  evidence = [{ article: 'a', start: 0, end: text.length }],
  from: ReadArticle = article,
  question = 'How many?',
) => {
  const found = withHedge({ answered: true, answer, evidence, tentative: false, question }, [from]);
  return found.answered && found.answer;
};
const toldIn = (words: string, answer: string, question?: string) =>
  told(
    answer,
    [{ article: 'b', start: 0, end: words.length }],
    readArticle({ id: 'b', text: words }),
    question,
  );

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

test('a number is not told with the hedge of another one', () => {
  expect(toldIn('At least 100 people were on board, and 10 were hurt.', '10')).toBe('10');
  expect(toldIn('Up to 2,010 boats left; nearly 10.5 tons were lost, and 10 men.', '10')).toBe('10');
  expect(toldIn('At least 12 boats left. Of 30 boats, 12 came back.', '12')).toBe('12');
  expect(toldIn('At least 12 boats left. At least 12 crews stayed.', '12')).toBe('At least 12');
});

test.each(['About', 'Around', 'Some', 'Over', 'Just under', 'Close to', 'Between 30 and'])(
  'a number has whatever hedge stands before it: %s',
  (hedge) => {
    expect(toldIn(`${hedge} 40 boats sank.`, '40 boats')).toBe(`${hedge} 40 boats`);
    const inside = hedge.toLowerCase();
    expect(toldIn(`The storm killed ${inside} 40 men.`, '40 men')).toBe(`${inside} 40 men`);
  },
);

test('what belongs to a verb is no hedge', () => {
  expect(toldIn('Lund and Dahl argued over 40 boats.', '40 boats')).toBe('40 boats');
  expect(toldIn('Lund asked about 40 boats.', '40 boats')).toBe('40 boats');
});

test('a place is told with the part of it that is meant, where it is asked where', () => {
  const text = 'Lund is travelling to eastern Velmar to meet the miners.';
  expect(toldIn(text, 'Velmar', 'Where is Lund travelling?')).toBe('eastern Velmar');
  expect(toldIn(text, 'Velmar', 'Which country does Lund visit?')).toBe('Velmar');
  expect(toldIn('They met in north-west Ostry.', 'Ostry', 'where did they meet')).toBe('north-west Ostry');
  expect(toldIn('The coast of Velmar is long.', 'Velmar', 'Where is the coast?')).toBe('Velmar');
});

test('a share has a hedge, and a name has none', () => {
  expect(toldIn('Nearly a third of the boats left.', 'a third')).toBe('Nearly a third');
  expect(toldIn('Lund backed at most Liberty Party members.', 'Liberty Party members')).toBe(
    'Liberty Party members',
  );
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
