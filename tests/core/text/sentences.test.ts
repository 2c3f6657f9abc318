import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/core/article.ts';
import { parseSentences } from '../../../src/core/text/sentences.ts';

const split = (text: string): string[] => parseSentences(text).map((span) => textAt(text, span));

/** Texts as people write on the web, one sentence a line. */
const web = readFileSync(new URL('../../fixtures/web-text/sentences.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n\n')
  .map((text) => text.split('\n'));

describe('sentences of e-mails, reviews and forums', () => {
  it.each(web.map((sentences) => [sentences[0], sentences]))('are told apart: %s', (_, sentences) => {
    expect(split((sentences as string[]).join(' '))).toEqual(sentences);
  });
});

describe('sentences', () => {
  it.each([
    ['abbreviations and initials', 'Dr. J. B. Hale met Sen. Ada Brook on Jan. 5. They spoke briefly.', 2],
    ['titles behind a hyphen', 'It was lost by then-Sen. Ada Brook. He was ex-Gov. Hale.', 2],
    [
      'U.S. before a name and before a new sentence',
      'The U.S. Senate sat late. He left the U.S. The talks went on.',
      3,
    ],
    ['decimal numbers and prices', 'It cost $3.50 a share. Rates rose by 0.25 points.', 2],
    ['quotes that end with a full stop inside', '“We will go.” She left the room.', 2],
    ['a question with its speaker', '“Will you go?” Brook asked. Nobody answered.', 2],
    ['an ellipsis inside a sentence and at its end', 'He waited … and left. Then… Nothing happened.', 3],
    ['a list inside running text', '1) Buy bread 2) Buy milk 3) Pay', 3],
    ['bullets', '• Bread • Milk', 2],
    ['addresses of the web', 'See https://example.com/a.b?c=d. Then write to ann@example.com.', 2],
    ['courts and cases', 'In Hale v. Brook the court ruled twice. It was late.', 2],
    ['a missing space', 'The vote was close.The mayor left.', 2],
    ['brackets with a sentence inside', 'He came (he had promised to.) and left.', 1],
    ['a short quotation with its speaker', '“No. Never,” she said.', 1],
    ['time of day', 'The train left at 5 p.m. on Friday. It came at 9 a.m. Nobody waited.', 3],
  ])('keeps %s', (_, text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('ends a headline without a full stop at its line, and every paragraph at a blank line', () => {
    expect(split('Bridge closed\n\nThe bridge is closed. It is old\n\nNobody knows')).toEqual([
      'Bridge closed',
      'The bridge is closed.',
      'It is old',
      'Nobody knows',
    ]);
  });

  it('joins lines that were only wrapped', () => {
    expect(split('The bridge over the river was\nclosed on Monday.')).toHaveLength(1);
  });

  it('counts paragraphs from 0', () => {
    expect(parseSentences('One.\n\nTwo. Three.').map(({ paragraph }) => paragraph)).toEqual([0, 1, 1]);
  });

  it('splits the sentences of people who write without capitals', () => {
    expect(split('i went there. it was closed. i dont know why')).toHaveLength(3);
  });
});
