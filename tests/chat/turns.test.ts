import { expect, test } from 'vitest';
import { createTurns } from '../../src/chat/turns.ts';
import { openDesk } from '../fakes/desk.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

test('between two turns whatever arrives is heard, and they come in order, also after one that failed', async () => {
  const inTurn = createTurns();
  const order: string[] = [];
  const begin = (name: string) =>
    inTurn(async () => {
      order.push(`${name} begins`);
      setImmediate(() => order.push(`heard after ${name}`));
      await Promise.resolve();
      order.push(`${name} ends`);
      if (name === 'a') throw new Error('nothing found');
    });
  await Promise.allSettled(['a', 'b', 'c'].map(begin));
  const told = (name: string) => [`${name} begins`, `${name} ends`, `heard after ${name}`];
  expect(order).toEqual([...told('a'), ...told('b'), 'c begins', 'c ends']);
});

test('many who ask at once are each answered in a round of the event loop of its own', async () => {
  const { handler, chat } = await openDesk([stored(HARBOUR), stored(FERRIES)]);
  let rounds = 0;
  let isCounting = true;
  const count = () => {
    rounds += 1;
    if (isCounting) setImmediate(count);
  };
  setImmediate(count);
  const answered: number[] = [];
  const deliver = chat.deliver.bind(chat);
  chat.deliver = (...given) => {
    answered.push(rounds);
    return deliver(...given);
  };
  const people = Array.from({ length: 8 }, (_, index) => `U${index}`);
  const asked = people.map((id) =>
    handler.handle({
      command: { type: 'ask', question: 'Who is the head of the union?' },
      actor: { id, mayManage: false },
      address: { platform: 'slack', space: 'T1', channel: id },
      addressed: true,
      keys: [id],
    }),
  );
  await Promise.all(asked);
  isCounting = false;
  expect(answered).toHaveLength(people.length);
  expect(new Set(answered).size).toBe(people.length);
});
