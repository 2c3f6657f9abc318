import { expect, test } from 'vitest';
import type { Sources } from '../../src/chat/services.ts';
import { openDesk } from '../fakes/desk.ts';

async function answerTo(remove: Sources['remove']): Promise<string> {
  const { chat } = await openDesk([], { sources: { remove } });
  const actor = { id: 'U2', mayManage: true };
  await chat.give({ type: 'remove', article: 'harbour', confirmed: true }, { actor });
  return chat.words().at(-1) ?? '';
}

test('whoever removes an article hears that the messages are replaced', async () => {
  const words = await answerTo(async () => ({ waiting: 0, standing: [] }));
  expect(words).toBe('The article is removed; messages that showed it are marked.');
});

test('and which are not, and why', async () => {
  const words = await answerTo(async () => ({
    waiting: 2,
    standing: ['the channel is archived', 'the channel is archived', 'the message was deleted'],
  }));
  expect(words).toContain('2 of them cannot be reached now');
  expect(words).toContain(
    '3 of them could not be changed: the channel is archived; the message was deleted.',
  );
});

test('and that there is no such article', async () => {
  expect(await answerTo(async () => undefined)).toBe('There is no article harbour here.');
});
