import { describe, expect, test } from 'vitest';
import { renderActions, renderBlock, renderTable } from '../../../src/adapters/slack/blocks.ts';
import { LIMITS } from '../../../src/adapters/slack/limits.ts';
import type { Action, Inline } from '../../../src/chat/card.ts';

const text = (words: string): Inline[] => [{ type: 'text', text: words }];
const help = (label: string): Action => ({ label, command: { type: 'help' } });
const table = (rows: number, columns: number, words: string) =>
  renderTable(
    Array.from({ length: columns }, (_, index) => `c${index}`),
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => text(words))),
  );

describe('a list that is longer than a block may be', () => {
  const items = ['One', 'Two', 'Three'].map((word) => text(`${word} ${'long '.repeat(300)}`));

  test('goes on in the next, between two items, and its numbers go on', () => {
    const parts = renderBlock({ type: 'list', ordered: true, items });
    expect(parts.map(({ words }) => words.match(/^\d\. \w+/gm))).toEqual([
      ['1. One'],
      ['2. Two'],
      ['3. Three'],
    ]);
    const [first, ...others] = parts.map(({ block }) => block);
    expect(first).not.toHaveProperty('elements.0.offset');
    expect(others).toMatchObject([{ elements: [{ offset: 1 }] }, { elements: [{ offset: 2 }] }]);
  });
});

describe('buttons', () => {
  test('are no more in a row than Slack takes', () => {
    const rows = renderActions(
      Array.from({ length: 30 }, (_, index) => help(`b${index}`)),
      0,
    );
    expect(rows.map(({ block }) => (block as { elements: unknown[] }).elements.length)).toEqual([25, 5]);
  });

  test('one that could not work is not shown, and costs none of the others', () => {
    const long: Action = { label: 'Long', command: { type: 'ask', question: 'why '.repeat(600) } };
    const [row] = renderActions([long, help('Help')], 0);
    expect(row?.block).toMatchObject({ elements: [{ text: { text: 'Help' } }] });
  });
});

describe('a table', () => {
  test.each([
    ['as large as Slack takes', LIMITS.tableRows.is - 1, 2, 'word', true],
    ['of a row too many, with its head', LIMITS.tableRows.is, 2, 'word', false],
    ['of a column too many', 2, LIMITS.tableColumns.is + 1, 'word', false],
    ['of too many words', 20, 2, 'word '.repeat(60), false],
  ])('%s', (_, rows, columns, words, isTable) => {
    expect(table(rows, columns, words) !== undefined).toBe(isTable);
  });
});

test('what has no words is shown by a sign, since Slack takes nothing that is empty', () => {
  const [sources] = renderBlock({
    type: 'sources',
    items: [{ number: 3, title: '\u202E', detail: 'Courier' }],
  });
  expect(sources?.words).toBe('[3] source 3 · Courier');
  expect(renderActions([help('\u202E')], 0)[0]?.block).toMatchObject({ elements: [{ text: { text: '–' } }] });
  expect(JSON.stringify(table(1, 1, '')?.block)).toContain('"text":"–"');
});
