import { describe, expect, test } from 'vitest';
import { namesAnotherDesignation } from '../../../../src/core/ask/question/designations.ts';
import { buildArticle } from '../../../fakes/articles.ts';

const ARTICLE =
  'The navy ordered 40 F-16 jets. Flight KL 204 was late. The A68 is closed. Leaders of the Group of 20 met. Radio 1Xtra closes, and so does BBC 5 Live.';

describe('letters with a number, as a name', () => {
  test.each(['Who built the F-35?', 'Why was KL880 late?', 'Is the A1 closed?', 'What did 2Fast say?'])(
    'no article names it: %s',
    (question) => expect(namesAnotherDesignation(question, [buildArticle({ text: ARTICLE })])).toBe(true),
  );

  test('a headline names it, too', () => {
    const article = buildArticle({ title: 'Navy buys F-35', text: 'The navy ordered 40 jets.' });
    expect(namesAnotherDesignation('Who built the F-35?', [article])).toBe(false);
  });

  test.each([
    'Who built the F16?',
    'Why was KL204 late?',
    'Is the a68 closed?',
    'Where did the G20 meet?',
    'Why does 1Xtra close?',
    'Does 5Live close?',
    'What closed during Covid-19?',
    'How many of the 40 jets came?',
    'Who paid $35M?',
  ])('an article names it, or it is no such name: %s', (question) =>
    expect(namesAnotherDesignation(question, [buildArticle({ text: ARTICLE })])).toBe(false),
  );
});
