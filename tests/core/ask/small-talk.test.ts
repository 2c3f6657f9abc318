import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isForBot } from '../../../src/core/ask/small-talk.ts';

function readLines(name: string): string[] {
  const url = new URL(`../../fixtures/small-talk/${name}.txt`, import.meta.url);
  return readFileSync(url, 'utf8').split('\n').filter(Boolean);
}

const history = [{ question: 'Who closed the harbour?', answer: 'the coast guard' }];

describe('small talk in a thread', () => {
  const asked = readLines('for-bot');
  const talk = readLines('not-for-bot');

  it('has thirty lines of each kind', () => {
    expect([asked.length, talk.length]).toEqual([30, 30]);
  });

  it('is left alone in at least 28 of 30 lines', () => {
    const answered = talk.filter((line) => isForBot(line, history));
    expect(answered.length, answered.join('\n')).toBeLessThanOrEqual(2);
  });

  it('does not hide a question in at least 28 of 30 lines', () => {
    const missed = asked.filter((line) => !isForBot(line, history));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2);
  });

  it('is not seen in the name of a country', () => {
    expect(isForBot('Did the US agree?', history)).toBe(true);
  });

  it('that names somebody is for them', () => {
    expect(isForBot('@lea where is the draft?', history)).toBe(false);
    expect(isForBot('Where is the draft, Lea?', history)).toBe(false);
  });
});
