import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderSlack } from '../../../src/adapters/slack/render.ts';
import type { Block, Card, Inline } from '../../../src/chat/card.ts';
import { parseCommand } from '../../../src/chat/carried-commands.ts';
import type { Command } from '../../../src/chat/command.ts';
import { anyCard } from '../../contracts/cards.ts';
import { rendererContract } from '../../contracts/renderer-contract.ts';
import { checkStructure, violations } from '../../fakes/slack-checks.ts';
import { buttonsIn, linksIn, pingsIn, wordsIn } from '../../fakes/slack-reading.ts';

rendererContract({
  name: 'slack',
  render: renderSlack,
  violations,
  words: wordsIn,
  links: linksIn,
  commands: ({ blocks }) =>
    buttonsIn(blocks).flatMap(({ value }): Command[] => {
      const command = parseCommand(value);
      return command ? [command] : [];
    }),
  pings: pingsIn,
});

const text = (words: string): Inline => ({ type: 'text', text: words });

function cardOf(...blocks: Block[]): Card {
  return { summary: 'A card', blocks };
}

function rendered(...blocks: Block[]) {
  const [message] = renderSlack(cardOf(...blocks));
  if (!message) throw new Error('nothing was rendered');
  return message;
}

describe('a card on Slack', () => {
  test('a quote stands in a quote block, with its speaker below', () => {
    const { blocks } = rendered({
      type: 'quote',
      words: ['We will not', 'wait'],
      by: [text('Ada Verne, harbour master '), { type: 'citation', number: 2, url: 'https://example.org/b' }],
    });
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: '“We will not” … “wait”' },
              { type: 'text', text: '\n— ' },
              { type: 'text', text: 'Ada Verne, harbour master ' },
              { type: 'link', url: 'https://example.org/b', text: '[2]' },
            ],
          },
        ],
      },
    ]);
  });

  test('sources are links with their publisher and date', () => {
    const { blocks, text: words } = rendered({
      type: 'sources',
      items: [
        { number: 1, title: 'Ferry & port', url: 'https://example.org/a', detail: 'The Quay · 3 May 2026' },
        { number: 2, title: 'Unlinked', detail: 'publisher not stated · date not stated' },
      ],
    });
    expect(JSON.stringify(blocks)).toContain('"url":"https://example.org/a","text":"Ferry & port"');
    expect(words).toBe(
      '[1] Ferry &amp; port · The Quay · 3 May 2026\n[2] Unlinked · publisher not stated · date not stated',
    );
  });

  test('a comparison is a table, and then the timeline is a list, since a message has one table', () => {
    const timeline: Block = {
      type: 'timeline',
      entries: [{ when: 'July 2026', inlines: [text('It sank')] }],
    };
    const table: Block = {
      type: 'table',
      columns: ['One', 'Other'],
      rows: [[[text('two')], [text('three')]]],
    };
    expect(rendered(timeline).blocks.map(({ type }) => type)).toEqual(['table']);
    expect(rendered(timeline, table).blocks.map(({ type }) => type)).toEqual(['rich_text', 'table']);
  });

  test('the text is the whole card, the table too', () => {
    const { text: words } = rendered(
      { type: 'heading', level: 1, text: 'The ferry' },
      { type: 'table', columns: ['One', 'Other'], rows: [[[text('two dead')], [text('three dead')]]] },
    );
    expect(words).toBe('The ferry\n• One: two dead | Other: three dead');
  });

  test('whatever stands in the blocks stands in the text', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        for (const message of renderSlack(card)) {
          const tokens = (words: string) => [...new Set(words.match(/qz\d+zq/g))].sort();
          expect(tokens(message.text)).toEqual(
            expect.arrayContaining(message.blocks.length > 0 ? tokens(wordsIn(message)) : []),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('what would call people becomes plain words', () => {
    const { text: words, blocks } = rendered({
      type: 'paragraph',
      inlines: [text('<!channel> <@U012AB3CD> <#C012AB3CD|general> <!subteam^S1|@editors> a < b')],
    });
    expect(words).toBe('channel U012AB3CD general @editors a &lt; b');
    expect(JSON.stringify(blocks)).not.toMatch(/<[!@#]/);
  });

  test('an instant is shown in the zone of the reader', () => {
    const { blocks, text: words } = rendered({
      type: 'paragraph',
      inlines: [{ type: 'time', instant: '2026-11-22T08:00:00Z', text: '22 Nov, 08:00 UTC' }],
    });
    expect(JSON.stringify(blocks)).toContain('"type":"date","timestamp":1795334400');
    expect(words).toBe('22 Nov, 08:00 UTC');
  });

  test('a long card drops whole quotes and says how many; title, sources and buttons stay', () => {
    const quotes = Array.from(
      { length: 30 },
      (_, index): Block => ({
        type: 'quote',
        words: [`Quote ${index} ${'and more words '.repeat(20)}`],
        by: [text('A speaker')],
        drop: 1,
        noun: ['quote', 'quotes'],
      }),
    );
    const messages = renderSlack(
      cardOf(
        { type: 'heading', level: 1, text: 'Long' },
        ...quotes,
        { type: 'sources', items: [{ number: 1, title: 'One', detail: 'The Quay' }] },
        { type: 'actions', actions: [{ label: 'More quotes', command: { type: 'help' } }] },
      ),
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text.length).toBeLessThanOrEqual(4000);
    expect(messages[0]?.text).toMatch(/^Long\n“Quote 0[\s\S]*Not shown here: \d+ more quotes\.\n\[1\] One/);
    expect(messages[0]?.blocks.at(-1)?.type).toBe('actions');
  });

  test('a table larger than Slack takes is a list, with all its rows', () => {
    const rows = Array.from({ length: 120 }, (_, index) => [[text(`Row ${index}`)], [text('so')]]);
    const messages = renderSlack(cardOf({ type: 'table', columns: ['One', 'Other'], rows }));
    expect(JSON.stringify(messages)).not.toContain('"table"');
    expect(messages.map((message) => message.text).join('\n')).toContain('One: Row 119 | Other: so');
  });

  test('a card without words of its own is told by its summary', () => {
    const [message] = renderSlack({ summary: 'Ships & ports', blocks: [{ type: 'divider' }] });
    expect(message?.text).toBe('Ships &amp; ports');
  });

  test('what may not be dropped goes on in a second message', () => {
    const paragraphs = Array.from(
      { length: 60 },
      (_, index): Block => ({
        type: 'paragraph',
        inlines: [text(`Paragraph ${index}.`)],
      }),
    );
    expect(renderSlack(cardOf(...paragraphs)).map(({ blocks }) => blocks.length)).toEqual([45, 15]);
  });

  test('a label too long for a button ends with an ellipsis', () => {
    const { blocks } = rendered({
      type: 'actions',
      actions: [{ label: 'word '.repeat(40), command: { type: 'help' } }],
    });
    expect(buttonsIn(blocks)[0]?.label).toMatch(/^(word )+word…$/);
  });

  test('the structure is the one of @slack/types', (context) => {
    if (!checkStructure) context.skip('../shared/specs is absent');
  });
});
