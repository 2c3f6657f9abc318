import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isForBot } from '../../../src/core/ask/small-talk.ts';

function readLines(name: string): string[] {
  const url = new URL(`../../fixtures/small-talk/${name}.txt`, import.meta.url);
  return readFileSync(url, 'utf8').split('\n').filter(Boolean);
}

const history = [{ question: 'Who closed the harbour?', answer: 'the coast guard' }];

describe('small talk in a thread', () => {
  const lots = [
    { name: '', size: 30, wrong: 2 },
    { name: '-later', size: 70, wrong: 9 },
  ];

  it.each(lots)('is left alone in nearly all lines, and hides nearly no question (%s)', (lot) => {
    const asked = readLines(`for-bot${lot.name}`);
    const talk = readLines(`not-for-bot${lot.name}`);
    expect([asked.length, talk.length]).toEqual([lot.size, lot.size]);
    const answered = talk.filter((line) => isForBot(line, history));
    expect(answered.length, answered.join('\n')).toBeLessThanOrEqual(lot.wrong);
    const missed = asked.filter((line) => !isForBot(line, history));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(lot.wrong);
  });

  it('is not seen in the name of a country', () => {
    expect(isForBot('Did the US agree?', history)).toBe(true);
  });

  it('is a greeting too', () => {
    expect(isForBot('Good morning everyone!', history)).toBe(false);
  });

  it('that names somebody is for them', () => {
    expect(isForBot('@lea where is the draft?', history)).toBe(false);
    expect(isForBot('Where is the draft, Lea?', history)).toBe(false);
  });

  it.each([
    'has anyone else been charged?',
    'Did anyone testify?',
    'what do we know about the bridge?',
    'need a quote from the mayor',
    'pls check when the bridge opens',
  ])('does not hide a question: %s', (line) => expect(isForBot(line, history)).toBe(true));

  it.each(['ok will use that', 'wait what?', 'really?', 'who are you'])('is left alone: %s', (line) =>
    expect(isForBot(line, history)).toBe(false),
  );
});
