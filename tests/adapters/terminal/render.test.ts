import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../../src/adapters/terminal/render.ts';
import { rendererContract } from '../../contracts/renderer-contract.ts';

const plain = { width: 80, colour: false };

rendererContract({
  name: 'terminal',
  render: (card) => [renderTerminal(card, plain)],
  violations: ({ text }) =>
    text.split('\n').filter((line) => stringWidth(line) > 92 && !/https?:/.test(line)),
  // As it stands, and with words that were too long for a line put together again.
  words: ({ text }) => `${text}\n${text.replace(/\n\s*/g, '')}`,
  // A word longer than a line is broken anywhere: "ttps://" is the rest of one, and no link.
  links: ({ text }) => (text.match(/\w+:\/\/[^\s>]+/g) ?? []).filter((link) => !/^(?:t?t?p)?s?:/.test(link)),
  commands: ({ actions }) => actions.map(({ command }) => command),
  // A terminal notifies nobody; a bell would.
  pings: ({ text }) => (text.includes('\u0007') ? ['bell'] : []),
});

describe('the terminal', () => {
  test('has no colour unless it is asked for', () => {
    const card = { summary: 's', blocks: [{ type: 'heading', level: 1, text: 'Title' } as const] };
    expect(renderTerminal(card, plain).text).not.toContain('\u001B');
    expect(renderTerminal(card, { ...plain, colour: true }).text).toContain('\u001B[1mTitle');
  });

  test('numbers its buttons otherwise than its sources, and breaks none that has room in a row', () => {
    const labels = ['More quotes', 'Timeline', 'Not helpful'];
    const actions = labels.map((label) => ({ label, command: { type: 'help' } as const }));
    const card = { summary: 's', blocks: [{ type: 'actions', actions } as const] };
    expect(renderTerminal(card, { ...plain, width: 40 }).text).toBe(
      '1) More quotes   2) Timeline\n3) Not helpful',
    );
  });

  test('wraps to a narrow window', () => {
    const inlines = [{ type: 'text', text: 'many words '.repeat(20) } as const];
    const { text } = renderTerminal(
      { summary: 's', blocks: [{ type: 'list', items: [inlines] }] },
      { ...plain, width: 30 },
    );
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(30);
  });
});
