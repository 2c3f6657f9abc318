import { expect, test } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import { openDesk } from '../fakes/desk.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const LOOKS: readonly Command[] = [
  { type: 'brief', query: 'harbour' },
  { type: 'brief', query: '' },
  { type: 'ask', question: 'Who is on strike in the harbour?' },
  { type: 'quotes', query: 'lindqvist' },
  { type: 'topics' },
];
const BUSY = 'being read just now';

test('while nothing has been read yet, nobody is told that there are no articles', async () => {
  for (const command of LOOKS) {
    const { chat } = await openDesk([], { isReading: () => true });
    await chat.give(command);
    expect(chat.words().join()).toContain(BUSY);
    expect(chat.words().join()).not.toMatch(/no articles|no topics/i);
  }
});

test('while more is read, what is said of the articles says so; nothing else does', async () => {
  let isReading = true;
  const { chat } = await openDesk([stored(HARBOUR)], { isReading: () => isReading });
  await chat.give({ type: 'brief', query: 'zeppelin' });
  expect(chat.words().at(-1)).toContain(BUSY);
  await chat.give({ type: 'ask', question: 'How many workers had joined the strike?' });
  expect(chat.words().at(-1)).toContain(BUSY);
  await chat.give({ type: 'help' });
  expect(chat.words().at(-1)).not.toContain(BUSY);
  isReading = false;
  await chat.give({ type: 'brief', query: 'zeppelin' });
  expect(chat.words().at(-1)).not.toContain(BUSY);
});
