import { describe, expect, test } from 'vitest';
import { findTopics } from '../../../src/core/digest/topic-names.ts';

const known = {
  isTopic: async (word: string) => ['kim-putin', 'elections', 'ferries'].includes(word),
  isStory: async (words: string) => ['harbour bridge', 'elections ferries'].includes(words),
};

describe('words side by side', () => {
  test.each([
    ['harbour bridge', ['harbour bridge']],
    ['trains buses', ['trains', 'buses']],
    ['Anna Kestrel', ['Anna Kestrel']],
    ['Anna Kestrel trains Port Larn', ['Anna Kestrel', 'trains', 'Port Larn']],
    ['elections ferries', ['elections', 'ferries']],
    ['harbour bridge kim-putin trains', ['harbour bridge', 'kim-putin', 'trains']],
    ['trains', ['trains']],
    ['', []],
  ])('%s', async (words, topics) => {
    expect(await findTopics(words.split(' ').filter(Boolean), known)).toEqual(topics);
  });

  test.each([
    ['trains buses', ['trains buses']],
    ['trains buses kim-putin', ['trains buses', 'kim-putin']],
    ['island ferries', ['island ferries']],
    ['ferries', ['ferries']],
    ['', []],
  ])('are one topic where commas part them from others: %s', async (words, topics) => {
    expect(await findTopics(words.split(' ').filter(Boolean), known, true)).toEqual(topics);
  });
});
