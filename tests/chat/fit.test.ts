import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Card } from '../../src/chat/card.ts';
import { fitCard } from '../../src/chat/fit.ts';
import { cardWords } from '../../src/chat/plain.ts';
import { anyCard } from '../contracts/cards.ts';

const text = (words: string) => [{ type: 'text', text: words } as const];
const list = (name: string, count: number, drop: number, keep = 0): Block => ({
  type: 'list',
  items: Array.from({ length: count }, (_, index) => text(`${name} ${index + 1}`)),
  drop,
  keep,
  noun: [name, `${name}s`],
});
const card = (...blocks: Block[]): Card => ({ summary: 's', blocks });
const shorterThan = (length: number) => (each: Card) => cardWords(each).length < length;

describe('fitting a card', () => {
  test('a card that fits stays as it is', () => {
    const small = card(list('quote', 3, 1));
    expect(fitCard(small, () => true)).toBe(small);
  });

  test('the lowest rank goes first, from the end, and the drop is said', () => {
    const fitted = cardWords(fitCard(card(list('sentence', 5, 2), list('entry', 5, 1)), shorterThan(110)));
    expect(fitted).toContain('sentence 5');
    expect(fitted).toContain('entry 1');
    expect(fitted).not.toContain('entry 5');
    expect(fitted).toMatch(/Not shown here: \d more entrys?\./);
  });

  test('what is to be kept is kept', () => {
    const fitted = cardWords(fitCard(card(list('sentence', 9, 1, 3)), () => false));
    expect(fitted).toContain('sentence 3');
    expect(fitted).not.toContain('sentence 4');
  });

  test('a heading goes with the last thing under it', () => {
    const heading: Block = { type: 'heading', level: 2, text: 'Timeline' };
    const fitted = fitCard(card(heading, list('entry', 2, 1)), shorterThan(5));
    expect(cardWords(fitted)).not.toContain('Timeline');
  });

  test('quotes are dropped whole', () => {
    const quote = (words: string): Block => ({
      type: 'quote',
      words: [words],
      by: text('Ada'),
      drop: 1,
      noun: ['quote', 'quotes'],
    });
    const fitted = cardWords(
      fitCard(
        card(quote('The first words.'), quote('The second words, of which there are more.')),
        shorterThan(60),
      ),
    );
    expect(fitted).toContain('“The first words.”');
    expect(fitted).not.toContain('second');
    expect(fitted).toContain('1 more quote');
  });

  test('sources, actions and undroppable words are never dropped', () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        const fitted = fitCard(any, () => false);
        for (const type of ['sources', 'actions'] as const)
          expect(fitted.blocks.filter((block) => block.type === type)).toEqual(
            any.blocks.filter((block) => block.type === type),
          );
      }),
      { numRuns: 50 },
    );
  });
});
