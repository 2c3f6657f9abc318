/**
 * What every renderer promises, whatever the card. Call it at the top level of a renderer's test file.
 *
 * A renderer makes one or several native messages of one card. Items that may be dropped are there whole or not at all,
 * and a drop is said; everything else is there, over several messages if need be.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Card, Inline } from '../../src/chat/card.ts';
import type { Command } from '../../src/chat/command.ts';
import { anyCard } from './cards.ts';

export interface RendererUnderTest<Native> {
  readonly name: string;
  render(card: Card): readonly Native[];
  /** What the platform would refuse, in words; empty when it takes the message. */
  violations(message: Native): readonly string[];
  /** What a person reads, with the platform's escapes undone. */
  words(message: Native): string;
  /** Addresses that can be followed. */
  links(message: Native): readonly string[];
  /** The commands that the buttons and menus give back when they are used. */
  commands(message: Native): readonly Command[];
  /** Whatever would notify a person or a channel; empty is right. */
  pings(message: Native): readonly string[];
  /** The platform shows an instant in the reader's zone, and not the words that the card has for it. */
  readonly showsInstants?: boolean;
  /** Cards a run; a slow renderer may take fewer. */
  readonly runs?: number;
}

const TOKEN = /qz\d+zq/g;

export function rendererContract<Native>(subject: RendererUnderTest<Native>): void {
  const holds = (promise: (card: Card, messages: readonly Native[]) => void) =>
    fc.assert(
      fc.property(anyCard, (card) => {
        promise(subject.showsInstants ? withoutTimeWords(card) : card, subject.render(card));
      }),
      { numRuns: subject.runs ?? 150 },
    );
  const read = (messages: readonly Native[]) => messages.map((message) => subject.words(message)).join('\n');

  describe(`renderer: ${subject.name}`, () => {
    test('is never refused by the limits of the platform', () => {
      holds((_, messages) => {
        for (const message of messages) expect(subject.violations(message)).toEqual([]);
      });
    });

    test('keeps every word that may not be dropped', () => {
      holds((card, messages) => {
        const words = read(messages);
        for (const block of card.blocks.filter((each) => !isDroppable(each)))
          for (const token of tokensOf(block)) expect(words).toContain(token);
      });
    });

    test('drops whole items only, and says how many', () => {
      holds((card, messages) => {
        const words = read(messages);
        let dropped = 0;
        for (const block of card.blocks.filter(isDroppable))
          for (const item of itemsOf(block)) {
            const found = item.filter((token) => words.includes(token)).length;
            expect([0, item.length]).toContain(found);
            if (found === 0 && item.length > 0) dropped += 1;
          }
        if (dropped > 0) expect(words).toMatch(/Not shown here: \d+ more/);
      });
    });

    test('keeps the sources and the citations', () => {
      holds((card, messages) => {
        const words = read(messages);
        const links = messages.flatMap((message) => subject.links(message)).map(normal);
        for (const block of card.blocks) {
          if (block.type !== 'sources') continue;
          for (const { number, url } of block.items) {
            expect(words).toContain(`${number}`);
            if (url?.startsWith('https://')) expect(links).toContain(normal(url));
          }
        }
        for (const block of card.blocks.filter((each) => !isDroppable(each)))
          for (const each of inlinesOf(block))
            if (each.type === 'citation') expect(words).toContain(`[${each.number}]`);
      });
    });

    test('links only to web addresses', () => {
      holds((_, messages) => {
        for (const link of messages.flatMap((message) => subject.links(message)))
          expect(link).toMatch(/^https?:\/\//);
      });
    });

    test('notifies nobody', () => {
      holds((_, messages) => {
        for (const message of messages) expect(subject.pings(message)).toEqual([]);
      });
    });

    test('gives back the command of every button', () => {
      holds((card, messages) => {
        const wanted = card.blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
        const given = messages.flatMap((message) => subject.commands(message));
        expect(given).toEqual(wanted.map(({ command }) => command));
      });
    });

    test('lets no control characters and no change of direction through', () => {
      holds((_, messages) => {
        expect(read(messages).replace(/[\n\t]/g, ' ')).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
      });
    });

    test('renders the same card the same way', () => {
      fc.assert(
        fc.property(anyCard, (card) => {
          expect(subject.render(card)).toEqual(subject.render(card));
        }),
      );
    });
  });
}

function withoutTimeWords(card: Card): Card {
  const isTime = (value: unknown) => typeof value === 'object' && value !== null && 'instant' in value;
  return JSON.parse(JSON.stringify(card), (_, value: unknown) =>
    isTime(value) ? { ...(value as Inline), text: '' } : value,
  ) as Card;
}

/** Percent-encoding and a trailing slash make no other address. */
function normal(url: string): string {
  try {
    return decodeURI(new URL(url).href);
  } catch {
    return url;
  }
}

/** A heading of the second level goes with the last item under it. */
function isDroppable(block: Block): boolean {
  if (block.type === 'heading') return block.level === 2;
  return 'drop' in block && block.drop !== undefined;
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return block.inlines;
    case 'list':
      return block.items.flat();
    case 'quote':
      return block.by;
    case 'timeline':
      return block.entries.flatMap(({ inlines }) => inlines);
    case 'table':
      return block.rows.flat(2);
    case 'heading':
    case 'sources':
    case 'actions':
    case 'divider':
      return [];
  }
}

/** The tokens of each thing that is dropped at once. */
function itemsOf(block: Block): readonly (readonly string[])[] {
  const items =
    block.type === 'list'
      ? block.items
      : block.type === 'timeline'
        ? block.entries
        : block.type === 'table'
          ? block.rows
          : [block];
  return items.map(tokensIn).filter((tokens) => tokens.length > 0);
}

function tokensOf(block: Block): readonly string[] {
  if (block.type === 'actions') return [];
  return tokensIn(block);
}

function tokensIn(value: unknown): string[] {
  return [...new Set(JSON.stringify(value).match(TOKEN) ?? [])];
}
