import { describe, expect, it } from 'vitest';
import { inTheirForm } from '../../../../src/core/ask/question/office-forms.ts';
import { readArticle } from '../../../fakes/read-article.ts';

const asked = (question: string, text: string): string =>
  inTheirForm(question, [readArticle({ id: 'a', text })]);

describe('an office', () => {
  it.each([
    [
      'Who is the CEO?',
      'Ada Reed, Chief Executive Officer of Norda, left.',
      'Who is the chief executive officer?',
    ],
    ['Who is the CEO?', 'Ada Reed, chief executive of Norda, left.', 'Who is the chief executive?'],
    ['What did the chief executive say?', '“No,” CEO Ada Reed said.', 'What did the ceo say?'],
    ['What did the CFO say?', '“No,” said finance director Bo Lund.', 'What did the finance director say?'],
    ['What did the PM say?', '“No,” Prime Minister Bo Lund said.', 'What did the prime minister say?'],
    ['Who is the chief executive?', 'The Chief Executive, Ada Reed, left.', 'Who is the chief executive?'],
  ])('is asked for as the articles call it: %s', (question, text, form) =>
    expect(asked(question, text)).toBe(form),
  );

  it.each([
    ['Who is the mayor?', 'Ada Reed, CEO of Norda, left.'],
    ['When does it close at 5 PM?', 'Prime Minister Bo Lund left.'],
    ['Who is Ceola Reed?', 'Ceola Reed, the chief executive, left.'],
  ])('that nobody asks for is left out of it: %s', (question, text) =>
    expect(asked(question, text)).toBe(question),
  );
});
