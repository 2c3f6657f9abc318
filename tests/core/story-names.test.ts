import { describe, expect, it } from 'vitest';
import type { ShelfEntry } from '../../src/core/shelf.ts';
import { isStoryName } from '../../src/core/story-names.ts';

const entry = (id: string, title: string, readable = true): ShelfEntry => ({
  id,
  title,
  readable,
  space: null,
  source: null,
  publisher: null,
  published: null,
  retrieved: '2026-11-18T08:00:00.000Z',
  speakers: [],
  names: [],
});

const SHELF = [
  entry('a', 'Council of Falkholm votes to close the harbour'),
  entry('b', 'Crane falls into Falkholm harbour'),
  entry('c', 'Two arrested after theft at the mint'),
  entry('d', 'Der Hafen von Falkholm', false),
];
const names = (words: string) => isStoryName(words, SHELF, [['a', 'b']]);

describe('words name a story', () => {
  it.each([
    'the harbour',
    'Falkholm harbour closure',
    'council crane',
    'mint theft',
    'the thefts at the mint',
  ])('where all of them stand in the headlines of one: %s', (words) => {
    expect(names(words)).toBe(true);
  });

  it.each(['the harbour master', 'mint crane', 'how they are', '', 'Hafen'])(
    'and else may ask for a detail: %s',
    (words) => {
      expect(names(words)).toBe(false);
    },
  );
});
