import { expect, test } from 'vitest';
import { createCounting } from '../../src/wiring/health.ts';
import { CHANNEL, createMemoryChat } from '../fakes/memory-chat.ts';

test('each answer is counted by its command and how long it took, each delivery by what became of it', async () => {
  const counted: unknown[][] = [];
  const { countAnswers, countDeliveries } = createCounting({
    answered: (...one) => counted.push(one),
    delivered: (...one) => counted.push(one),
  });
  const memory = createMemoryChat();
  const chat = countDeliveries(memory);
  const handler = countAnswers({
    async handle() {
      await chat.deliver(CHANNEL, { summary: '', blocks: [] }, { key: 'answer' });
    },
    suggest: async () => [],
  });
  await chat.start(handler);
  memory.fail({ kind: 'gone', reason: 'no such channel' });
  await memory.give({ type: 'help' });
  await memory.give({ type: 'help' });
  expect(counted).toEqual([
    ['slack', 'gone'],
    ['slack', 'help', expect.any(Number)],
    ['slack', 'ok'],
    ['slack', 'help', expect.any(Number)],
  ]);
  expect(memory.messages).toHaveLength(1);
});
