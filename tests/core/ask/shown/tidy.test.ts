import { describe, expect, it, test } from 'vitest';
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

describe('headings', () => {
  const parts = {
    key: 'Key events',
    closed: 'Two more bridges closed',
    shut: 'The council has shut the Mill Lane bridge.',
    score: 'Ostry 3-0 Tarsu',
    goal: 'Lund scored twice for Ostry.',
    row: 'Net sales | 12 | 14',
    end: 'Nobody was hurt.',
  };
  const headed = readArticle({ id: 'h', text: Object.values(parts).join('\n\n') });
  const spanOf = (from: string, to: string) => ({
    article: 'h',
    start: headed.text.indexOf(from),
    end: headed.text.indexOf(to) + to.length,
  });
  const tidied = (answer: string, ...evidence: ReturnType<typeof spanOf>[]) => {
    const read = tidy({ answered: true, answer, evidence, tentative: false, question: '' }, [headed]);
    if (!read.answered) throw new Error('it was answered');
    return {
      answer: read.answer,
      evidence: read.evidence.map(({ start, end }) => headed.text.slice(start, end)),
    };
  };

  it('are not run into the sentences below them, nor shown alone', () =>
    expect(tidied('Mill Lane', spanOf(parts.closed, parts.shut), spanOf(parts.key, parts.key))).toMatchObject(
      { evidence: [parts.shut] },
    ));

  it('are no part of a passage that answers', () =>
    expect(tidied(`${parts.closed}\n\n${parts.shut}`, spanOf(parts.closed, parts.shut))).toEqual({
      answer: parts.shut,
      evidence: [parts.shut],
    }));

  it('stay where the words that answer stand in them', () =>
    expect(tidied('Two more bridges', spanOf(parts.closed, parts.closed)).evidence).toEqual([parts.closed]));

  it('are neither results nor rows of tables', () =>
    expect(tidied('3-0', spanOf(parts.score, parts.goal), spanOf(parts.row, parts.row)).evidence).toEqual([
      `${parts.score}\n\n${parts.goal}`,
      parts.row,
    ]));
});
