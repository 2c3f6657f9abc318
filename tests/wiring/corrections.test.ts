import { describe, expect, test } from 'vitest';
import { words } from '../../src/chat/words.ts';
import { analyse } from '../../src/core/text/analyse.ts';
import { createPipeline } from '../../src/ingest/pipeline.ts';
import type { FoundArticle } from '../../src/ingest/ports.ts';
import { createNotices } from '../../src/runtime/notices.ts';
import { createCorrector, createRetractor } from '../../src/wiring/corrections.ts';
import { createRemovals } from '../../src/wiring/removed.ts';
import { createSourceService } from '../../src/wiring/sources.ts';
import { NOW, openDesk } from '../fakes/desk.ts';
import { CHANNEL } from '../fakes/memory-chat.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const { id: _, ...stated } = HARBOUR;
const found: FoundArticle = {
  ...stated,
  guid: null,
  path: null,
  teaser: false,
};
const noIndex = { add: async () => {}, remove: async () => {} };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function openBriefed() {
  const desk = await openDesk([stored(HARBOUR), stored(FERRIES)]);
  await desk.chat.give({ type: 'brief', query: 'larnhaven strike' });
  const { storage } = desk;
  const pipeline = createPipeline({
    articles: storage.articles,
    index: {
      ...noIndex,
      findArticles: async () => [],
      findPassages: async () => [],
      findUnknown: async () => [],
      publishers: async () => [],
      size: async () => 0,
      save: async () => '',
    },
    analyse,
    clock: { now: () => NOW },
    logger: silent,
    removals: createRemovals(storage.sources),
    findShown: async (id) =>
      (await storage.shown.findByArticle(id)).flatMap(({ shown }) => shown.map((line) => line.words)),
    onCorrected: createCorrector(storage.shown, desk.notices),
    onWithdrawn: createRetractor(storage.shown, desk.notices),
  });
  return { ...desk, pipeline };
}

test('an article that is withdrawn after it was shown is told as that in the thread, once', async () => {
  const { chat, pipeline } = await openBriefed();
  const before = chat.messages.length;
  await pipeline.withdraw([HARBOUR.id], NOW);
  await pipeline.withdraw([HARBOUR.id], NOW);
  const told = chat.messages.slice(before);
  expect(told).toMatchObject([{ address: { thread: chat.messages[0]?.id } }]);
  expect(chat.words().at(-1)).toContain(words.retracted(HARBOUR.title ?? ''));
});

describe('an article that changes after it was shown', () => {
  test('is told once in the thread of the brief, with the words before and after', async () => {
    const { chat, pipeline } = await openBriefed();
    const before = chat.messages.length;
    const text = HARBOUR.text.replace(
      'until the port pays what it owes',
      'until the port pays half of what it owes',
    );
    const origin = { source: null, space: null };
    await pipeline.take([{ ...found, text }], origin);
    await pipeline.take([{ ...found, text }], origin);
    const told = chat.messages.slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]?.address.thread).toBe(chat.messages[0]?.id);
    expect(chat.words().at(-1)).toContain('Changed by its publisher');
    expect(chat.words().at(-1)).toContain('Was: “We will stay out until the port pays what it owes,”');
    expect(chat.words().at(-1)).toContain('pays half of what it owes');
  });

  test('is told once for all the answers in a channel that head no thread, under the newest', async () => {
    const { chat, pipeline, clock } = await openBriefed();
    for (const _person of [1, 2, 3]) {
      clock.move(60);
      await chat.give({ type: 'ask', question: 'What did Mara Lindqvist say?' });
    }
    const newest = chat.messages.at(-1);
    const before = chat.messages.length;
    const text = HARBOUR.text.replace('what it owes', 'half of what it owes');
    await pipeline.take([{ ...found, text }], { source: null, space: null });
    const told = chat.messages.slice(before).map(({ address }) => address.thread);
    expect(told.sort()).toEqual([chat.messages[0]?.id, newest?.id]);
  });

  test('is shown as it was told to whoever doubts the answer', async () => {
    const { chat, pipeline } = await openBriefed();
    await chat.give({ type: 'ask', question: 'What did Mara Lindqvist say?' });
    const thread = chat.messages.at(-1)?.id ?? '';
    const text = `The harbour was closed. ${HARBOUR.text}`;
    await pipeline.take([{ ...found, text }], { source: null, space: null });
    await chat.give({ type: 'say', words: 'who says so?' }, { address: { ...CHANNEL, thread } });
    expect(chat.words().at(-1)).toMatch(/^So the articles say:\n• “We will stay out until the port pays/);
  });

  test('is told later where the chat is busy, in the thread of the brief, once', async () => {
    const { chat, pipeline, notices, clock } = await openBriefed();
    const before = chat.messages.length;
    chat.fail(
      { kind: 'retry', after: 30_000, reason: 'busy' },
      { kind: 'retry', after: 30_000, reason: 'busy' },
    );
    const text = HARBOUR.text.replace('what it owes', 'half of what it owes');
    await pipeline.take([{ ...found, text }], { source: null, space: null });
    for (let second = 0; second < 120; second += 10) {
      await notices.tick();
      clock.move(10);
    }
    const told = chat.messages.slice(before);
    expect(told.map(({ address }) => address.thread)).toEqual([chat.messages[0]?.id]);
    expect(chat.words().at(-1)).toContain('half of what it owes');
  });

  test('is told by the program that runs the chat, also where another one read the change', async () => {
    const { chat, storage, notices, clock } = await openBriefed();
    const before = chat.messages.length;
    const elsewhere = createNotices({ storage, adapters: new Map(), clock, logger: silent });
    const correct = createCorrector(storage.shown, elsewhere);
    const after = stored({ ...HARBOUR, text: HARBOUR.text.replace('what it owes', 'half of what it owes') });
    const lines = (await storage.shown.findByArticle(HARBOUR.id))
      .flatMap(({ shown }) => shown.map((line) => line.words))
      .filter((line) => line.includes('what it owes'));
    await correct({ before: stored(HARBOUR), after, words: lines });
    expect(chat.messages).toHaveLength(before);
    await notices.tick();
    expect(chat.messages).toHaveLength(before + 1);
  });

  test('is marked wherever it is shown again', async () => {
    const { chat, pipeline } = await openBriefed();
    const text = HARBOUR.text.replace(
      'until the port pays what it owes',
      'until the port pays half of what it owes',
    );
    await pipeline.take([{ ...found, text }], { source: null, space: null });
    await chat.give({ type: 'brief', query: 'larnhaven strike' });
    expect(chat.words().join('\n')).toContain(words.correctedSince);
  });

  test('is told to nobody where other words changed', async () => {
    const { chat, pipeline } = await openBriefed();
    const before = chat.messages.length;
    await pipeline.take([{ ...found, text: `${HARBOUR.text}\n\nMore will follow.` }], {
      source: null,
      space: null,
    });
    expect(chat.messages).toHaveLength(before);
  });
});

describe('where a correction is told', () => {
  test('in the thread of the message that showed the words, and under one that heads none yet', async () => {
    const { storage } = await openDesk([]);
    const [before, after] = ['The strike began on Monday.', 'The strike began on Tuesday.'];
    const article = stored({ ...HARBOUR, text: before });
    const show = (id: string, words: string, place: object) =>
      storage.shown.put({
        message: { address: { platform: 'slack', space: 'T1', channel: 'C1', ...place }, id },
        at: NOW.toISOString(),
        about: 'brief',
        shown: [{ article: HARBOUR.id, version: 1, words }],
      });
    await show('m1', before, { reply: 'a handle that is used up' });
    await show('m3', before, { thread: 'm2' });
    await show('m4', 'Nobody here wants this.', {});
    const told: unknown[] = [];
    const correct = createCorrector(storage.shown, {
      async tell({ address }) {
        told.push(address);
        return { state: 'told' };
      },
    });
    await correct({ before: article, after: { ...article, text: after }, words: [before] });
    const place = { platform: 'slack', space: 'T1', channel: 'C1' };
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        { ...place, thread: 'm1' },
        { ...place, thread: 'm2' },
      ]),
    );
  });

  test('once where all stands in one row', async () => {
    const { storage } = await openDesk([]);
    const [before, after] = ['The strike began on Monday.', 'The strike began on Tuesday.'];
    const article = stored({ ...HARBOUR, text: before });
    const rooms = [
      { platform: 'terminal', space: 'local', channel: 'terminal' },
      { platform: 'discord', space: 'dm:77', channel: '99' },
    ] as const;
    for (const room of rooms)
      for (const id of ['m1', 'm2'])
        await storage.shown.put({
          message: { address: room, id: `${room.platform} ${id}` },
          at: NOW.toISOString(),
          about: 'brief',
          shown: [{ article: HARBOUR.id, version: 1, words: before }],
        });
    const told: string[] = [];
    const correct = createCorrector(storage.shown, {
      async tell({ address }) {
        told.push(address.platform);
        return { state: 'told' };
      },
    });
    await correct({ before: article, after: { ...article, text: after }, words: [before] });
    expect(told.sort()).toEqual(['discord', 'terminal']);
  });
});

describe('an article that is to be removed', () => {
  test('goes, and the messages that showed it are replaced', async () => {
    const { chat, storage, notices } = await openBriefed();
    const openWeb = () => Promise.reject(new Error('nothing is fetched here'));
    const sources = createSourceService({ storage, openWeb, notices, folders: [] });
    const actor = { id: 'U2', mayManage: true };
    expect(await sources.remove(HARBOUR.id, 'T1', actor)).toEqual({ waiting: 0, standing: [] });
    expect(await storage.articles.get(HARBOUR.id)).toBeUndefined();
    expect(chat.words().join('\n')).not.toContain('We will stay out');
    expect(await sources.remove('nonsense', 'T1', actor)).toBeUndefined();
    expect(chat.words().join('\n')).toContain(words.shownRemoved);
  });

  test('goes out of what was shown to whoever doubted an answer, too', async () => {
    const { chat, storage, notices } = await openBriefed();
    await chat.give({ type: 'ask', question: 'What did Mara Lindqvist say?' });
    const thread = chat.messages.at(-1)?.id ?? '';
    await chat.give({ type: 'say', words: 'who says so?' }, { address: { ...CHANNEL, thread } });
    expect(chat.words().at(-1)).toContain('We will stay out');
    const openWeb = () => Promise.reject(new Error('nothing is fetched here'));
    const sources = createSourceService({ storage, openWeb, notices, folders: [] });
    await sources.remove(HARBOUR.id, 'T1', { id: 'U2', mayManage: true });
    expect(chat.words().join('\n')).not.toContain('We will stay out');
    await chat.give({ type: 'say', words: 'who says so?' }, { address: { ...CHANNEL, thread } });
    expect(chat.words().at(-1)).toBe(words.articleGone);
  });

  test('is not brought back by its feed, and comes back for who asks for it by hand', async () => {
    const { storage, notices, pipeline } = await openBriefed();
    const openWeb = () => Promise.reject(new Error('nothing is fetched here'));
    const sources = createSourceService({ storage, openWeb, notices, folders: [] });
    const origin = { source: null, space: null };
    await sources.remove(HARBOUR.id, 'T1', { id: 'U2', mayManage: true });
    expect(await pipeline.take([found], origin)).toMatchObject({ added: 0, unchanged: 1 });
    const elsewhere = { ...found, guid: 'of another feed' };
    expect(await pipeline.take([elsewhere], { source: 'wire', space: null })).toMatchObject({
      added: 0,
      unchanged: 1,
    });
    expect(await pipeline.take([found], { ...origin, asked: true })).toMatchObject({ added: 1 });
  });

  test('is not brought back by its file, until that holds other words', async () => {
    const { storage, notices, pipeline } = await openBriefed();
    const openWeb = () => Promise.reject(new Error('nothing is fetched here'));
    const sources = createSourceService({ storage, openWeb, notices, folders: [] });
    const origin = { source: null, space: null };
    const file = {
      ...found,
      url: null,
      title: 'Velmar',
      text: 'Velmar closes its harbour.',
      path: 'mine/a.txt',
    };
    await pipeline.take([file], origin);
    const [article] = await sources.find('mine/a.txt', 'T1');
    await sources.remove(article?.id ?? '', 'T1', { id: 'U2', mayManage: true });
    expect(await pipeline.take([file], origin)).toMatchObject({ added: 0 });
    expect(await pipeline.take([{ ...file, text: 'Velmar opens it.' }], origin)).toMatchObject({ added: 1 });
  });

  test('is found by its title, its address or its file, and only where it may be seen', async () => {
    const there = [
      stored(HARBOUR, { path: 'mine/harbour.txt' }),
      stored(FERRIES),
      stored({ ...FERRIES, id: 'other', url: null, title: 'Larnhaven waits' }, { space: 'T2' }),
    ];
    const { storage, notices } = await openDesk(there);
    const openWeb = () => Promise.reject(new Error('nothing is fetched here'));
    const sources = createSourceService({ storage, openWeb, notices, folders: [] });
    const found = async (named: string) => (await sources.find(named, 'T1')).map(({ id }) => id).sort();
    expect(await found('harbour')).toEqual(['harbour']);
    expect(await found('mine/harbour.txt')).toEqual(['harbour']);
    expect(await found('harbour workers STRIKE in Larnhaven')).toEqual(['harbour']);
    expect(await found(`${FERRIES.url}&utm_source=chat`)).toEqual(['ferries']);
    expect(await found('larnhaven')).toEqual(['ferries', 'harbour']);
    expect(await found('Larnhaven waits')).toEqual([]);
    expect(await found('other')).toEqual([]);
    expect(await found('nope')).toEqual([]);
    // Nor is it removed by who knows its id.
    expect(await sources.remove('other', 'T1', { id: 'U2', mayManage: true })).toBeUndefined();
    expect(await storage.articles.get('other')).toBeDefined();
  });

  test('goes from what was answered while it was taken out, too', async () => {
    const { chat, storage, notices } = await openBriefed();
    const openWeb = () => Promise.reject(new Error('nothing is fetched here'));
    const sources = createSourceService({ storage, openWeb, notices, folders: [] });
    const remove = storage.articles.remove;
    storage.articles.remove = async (ids) => {
      await chat.give({ type: 'quotes', query: 'Lindqvist' });
      await remove(ids);
    };
    await sources.remove(HARBOUR.id, 'T1', { id: 'U2', mayManage: true });
    expect(chat.words().join('\n')).not.toContain('We will stay out');
  });
});
