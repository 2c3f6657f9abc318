import { expect, test } from 'vitest';
import { threadKey } from '../../../src/chat/command.ts';
import { headsOf, message, type OpenWorld } from './world.ts';

export function postingContract(createWorld: OpenWorld): void {
  test('a slot is posted at its time, head in the channel and detail in its thread, once', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    const runner = startProcess('a');
    await runner.tick();
    expect(chat.posted).toEqual([]);
    clock.set('2026-03-02T08:00:00.000Z');
    await runner.tick();
    await runner.tick();
    expect(chat.posted.map(({ card, address }) => [card.summary, address.thread])).toEqual([
      ['head 2026-03-02T08:00:00', undefined],
      ['detail', 'm1'],
    ]);
    expect(await store.slots.list('d1', 9)).toMatchObject([{ state: 'posted', told: [{ article: 'a1' }] }]);
    expect(chat.looks).toBe(0);
    await store.close();
  });

  test('the thread of a digest is known, with the articles it told', async () => {
    const { clock, startProcess, store } = await createWorld({ topics: ['ferries'] });
    clock.set('2026-03-02T08:00:00.000Z');
    await startProcess('a').tick();
    const key = threadKey({ platform: 'slack', space: 'T1', channel: 'C1', thread: 'm1' });
    expect(await store.threads.find(key)).toMatchObject({
      query: 'ferries',
      articles: ['a1'],
      versions: { a1: 2 },
    });
    await store.close();
  });

  test('what a digest shows is known by the message that shows it, also where it stands in the thread', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    await startProcess('a').tick();
    const [card, ...others] = await store.shown.findByArticle('a1');
    expect(card).toMatchObject({
      about: 'digest d1',
      message: chat.posted[1]?.message,
      shown: [{ article: 'a1', version: 2, words: 'The council voted on Monday.' }],
    });
    expect(others).toEqual([]);
    await store.close();
  });

  test('of several processes one posts', async () => {
    const { chat, clock, startProcess, store } = await createWorld({ cron: '* * * * * *' });
    const runners = ['a', 'b', 'c'].map((each) => startProcess(each));
    for (let second = 0; second < 10; second += 1) {
      clock.move(1);
      await Promise.all(runners.map((runner) => runner.tick()));
    }
    expect(headsOf(chat)).toHaveLength(10);
    expect(new Set(headsOf(chat)).size).toBe(10);
    await store.close();
  });

  test('nothing to post is silence, and is no failure', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    await startProcess('a', async () => ({ cards: [], told: [], shown: [], revision: 3 })).tick();
    expect(chat.posted).toEqual([]);
    expect(await store.slots.list('d1', 1)).toMatchObject([{ state: 'silent', revision: 3 }]);
    await store.close();
  });

  test('stop waits for what is in flight', async () => {
    const { chat, clock, startProcess, store } = await createWorld();
    clock.set('2026-03-02T08:00:00.000Z');
    const runner = startProcess('a', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return message();
    });
    const ticking = runner.tick();
    await new Promise((resolve) => setImmediate(resolve));
    await runner.stop();
    expect(chat.posted).toHaveLength(2);
    await ticking;
    await store.close();
  });
}
