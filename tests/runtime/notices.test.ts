import { describe, expect, test } from 'vitest';
import type { DeliverOptions } from '../../src/chat/port.ts';
import type { Logger } from '../../src/core/ports.ts';
import { createNotices } from '../../src/runtime/notices.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { buildArticle } from '../fakes/articles.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createMemoryChat } from '../fakes/memory-chat.ts';

const ignore = () => undefined;

test('a store that is away for long is logged once, and again when it went away anew', async () => {
  const storage = createMemoryStorage();
  const logged: string[] = [];
  const logger: Logger = { debug: ignore, info: ignore, warn: ignore, error: (words) => logged.push(words) };
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  let isAway = true;
  const claim: typeof storage.notices.claim = (...given) =>
    isAway ? Promise.reject(new Error('the store is away')) : storage.notices.claim(...given);
  const notices = createNotices({
    storage: { ...storage, notices: { ...storage.notices, claim } },
    adapters: new Map([['slack', createMemoryChat()]] as const),
    clock,
    logger,
  });
  for (let second = 0; second < 3; second++) await notices.tick();
  expect(logged).toEqual(['notices wait']);
  isAway = false;
  await notices.tick();
  isAway = true;
  await notices.tick();
  expect(logged).toEqual(['notices wait', 'notices wait']);
});

test('a notice for a chat that is not running waits, and one for a terminal that was closed does not', async () => {
  const storage = createMemoryStorage();
  const logger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const clock = createFakeClock('2026-11-18T09:00:00Z');
  const notices = createNotices({ storage, adapters: new Map(), clock, logger });
  const tell = (platform: 'slack' | 'terminal') =>
    notices.tell({
      key: platform,
      address: { platform, space: 'T1', channel: 'C1' },
      card: { summary: 'It changed.', blocks: [] },
      shown: [],
    });
  expect(await tell('slack')).toEqual({ state: 'waits', reason: 'slack is not running here' });
  expect(await tell('terminal')).toEqual({ state: 'told' });
  clock.move(24 * 3600);
  const left = await storage.notices.claim(['terminal'], clock.now(), clock.now());
  expect(left).toBeUndefined();
});

describe('a notice', () => {
  const NEWS = {
    key: 'corrected',
    address: { platform: 'slack', space: 'T1', channel: 'C1', thread: 'm1' },
    card: { summary: 'It changed.', blocks: [] },
    shown: [{ article: 'a', version: 1, words: 'It was so.' }],
  } as const;
  const BUSY = { kind: 'retry', after: 0, reason: 'busy' } as const;

  async function open() {
    const storage = createMemoryStorage();
    await storage.articles.put([buildArticle({ id: 'a' })]);
    const chat = createMemoryChat();
    const given: DeliverOptions[] = [];
    const deliver = chat.deliver.bind(chat);
    chat.deliver = (address, card, options) => {
      given.push(options);
      return deliver(address, card, options);
    };
    const clock = createFakeClock('2026-11-18T09:00:00Z');
    const logger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    const adapters = new Map([['slack', chat]] as const);
    const notices = createNotices({ storage, adapters, clock, logger, random: () => 1 });
    return { storage, chat, given, clock, notices };
  }

  test('is told once, and its words are known by the message that shows them', async () => {
    const { storage, chat, clock, notices } = await open();
    expect(await notices.tell(NEWS)).toEqual({ state: 'told' });
    clock.move(24 * 3600);
    await notices.tick();
    expect(chat.messages).toHaveLength(1);
    clock.move(24 * 3600);
    expect(await storage.notices.claim(['slack'], clock.now(), clock.now())).toBeUndefined();
    expect(await storage.shown.findByArticle('a')).toMatchObject([
      { message: { id: 'M1' }, shown: NEWS.shown },
    ]);
  });

  test('waits as long as the chat asks, and ever longer where it does not say', async () => {
    const { storage, chat, clock, notices } = await open();
    chat.fail({ ...BUSY, after: 90_000 }, BUSY, BUSY, BUSY);
    await notices.tell(NEWS);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const far = new Date(clock.now().getTime() + 3_600_000);
      const { next = '' } = (await storage.notices.claim(['slack'], far, far)) ?? {};
      waits.push((Date.parse(next) - clock.now().getTime()) / 1_000);
      clock.set(far.toISOString());
      await notices.tick();
    }
    expect(waits).toEqual([90, 1, 2, 4]);
    expect(chat.messages).toHaveLength(1);
  });

  test('that waits is looked for before it is sent again, and a change of a message is just made', async () => {
    const { chat, given, clock, notices } = await open();
    const replaces = { address: NEWS.address, id: 'm7' };
    for (const news of [NEWS, { ...NEWS, key: 'removed', replaces }]) {
      chat.fail(BUSY);
      await notices.tell(news);
    }
    clock.move(10);
    await notices.tick();
    expect(given.map(({ key, mayStand = false }) => [key, mayStand])).toEqual([
      ['corrected', false],
      ['removed', false],
      ['corrected', true],
      ['removed', false],
    ]);
  });

  test('that waits shows nothing more of an article that was removed meanwhile', async () => {
    const { storage, chat, clock, notices } = await open();
    chat.fail(BUSY);
    await notices.tell(NEWS);
    await storage.articles.remove(['a']);
    clock.move(10);
    await notices.tick();
    expect(chat.messages).toEqual([]);
  });

  test('is told by nobody else while it is on its way', async () => {
    const { chat, given, clock, notices } = await open();
    const deliver = chat.deliver.bind(chat);
    let end = () => {};
    chat.deliver = async (...sent) => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      return deliver(...sent);
    };
    const telling = notices.tell(NEWS);
    await new Promise((resolve) => setImmediate(resolve));
    chat.deliver = deliver;
    clock.move(60);
    await notices.tick();
    expect(given).toEqual([]);
    end();
    await telling;
    expect(given).toHaveLength(1);
  });
});
