import { describe, expect, test } from 'vitest';
import { openDesk } from '../fakes/desk.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

async function answerTo(question: string): Promise<string> {
  const { chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
  await chat.give({ type: 'ask', question });
  return chat.words().join('\n');
}

describe('a question for the report of one publisher', () => {
  test('is answered from its articles alone', async () => {
    const words = await answerTo('What did Coast Radio report about the workers?');
    expect(words).toContain('Some 600 workers had joined the strike');
    expect(words).not.toContain('Larnhaven Herald');
  });
  test('gets none where it does not write of it, whatever others write', async () => {
    const words = await answerTo('What did the Larnhaven Herald report about the ferries?');
    expect(words).toContain('The articles here do not say.');
    expect(words).not.toContain('Coast Radio');
  });
});
