import { expect, test } from 'vitest';
import { createHostQueue } from '../../../src/ingest/fetch/host-queue.ts';

/** A task that ends when it is told to, and says that it began. */
function heldTask(began: string[], name: string) {
  let end: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const task = async () => {
    began.push(name);
    await held;
  };
  return { task, end: () => end() };
}

test('who comes while one is asked waits for it, whoever went before', async () => {
  const queue = createHostQueue();
  const began: string[] = [];
  const [first, second, third] = ['first', 'second', 'third'].map((name) => heldTask(began, name));
  const one = queue.run('courier.test', 0, first?.task ?? fail);
  const two = queue.run('courier.test', 0, second?.task ?? fail);
  first?.end();
  await one;
  const three = queue.run('courier.test', 0, third?.task ?? fail);
  const other = queue.run('morning.test', 0, async () => void began.push('other'));
  await other;
  expect(began).toEqual(['first', 'second', 'other']);
  second?.end();
  third?.end();
  await Promise.all([two, three]);
  expect(began.at(-1)).toBe('third');
});

test('one that fails does not stop the next', async () => {
  const queue = createHostQueue();
  const broken = queue.run('courier.test', 0, fail);
  const next = queue.run('courier.test', 0, async () => 'there');
  await expect(broken).rejects.toThrow('no answer');
  expect(await next).toBe('there');
});

async function fail(): Promise<never> {
  throw new Error('no answer');
}
