/** A publisher wants an article removed: of its words nothing stays in any message, whatever had been asked for. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import type { StoredArticle } from '../../src/core/article.ts';
import { parseSentences } from '../../src/core/text/sentences.ts';
import { createOutboxRunner } from '../../src/runtime/outbox-runner.ts';
import { createSchedule } from '../../src/runtime/scheduler.ts';
import { createCorrector } from '../../src/wiring/corrections.ts';
import { createDigestBuilder } from '../../src/wiring/digests.ts';
import { createSourceService } from '../../src/wiring/sources.ts';
import { createFakeLogger } from '../fakes/clock.ts';
import { openDesk } from '../fakes/desk.ts';
import { buildDigest } from '../fakes/digests.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

/** Datelines, and sentences that lean on the one before. */
const BRIDGE = stored({
  id: 'bridge',
  title: 'Old bridge in Ostry collapses',
  text: [
    'OSTRY (Wire) — The old bridge over the Ler collapsed on Monday, killing three people. Mayor Peter Lund said the bridge was closed in March.',
    'He resigned on Tuesday. “I should have acted sooner,” he said. The bridge was built in 1911 by the firm Halden.',
  ].join('\n\n'),
  author: null,
  publisher: 'Ostry Post',
  published: '2026-11-17',
  url: 'https://post.example/bridge',
});

const MAYOR = stored({
  ...BRIDGE,
  id: 'mayor',
  title: 'Lund resigns over bridge',
  text: 'OSTRY, Nov 17 (Wire) - Peter Lund resigned as mayor of Ostry on Tuesday after a bridge collapsed. Four people were killed, hospitals said.',
  publisher: 'Ler News',
  url: 'https://news.example/mayor',
});

async function openRoom(articles: readonly StoredArticle[]) {
  const desk = await openDesk(articles);
  const sources = createSourceService({
    storage: desk.storage,
    openWeb: () => Promise.reject(new Error('nothing is fetched here')),
    notices: desk.notices,
    folders: [],
  });
  const remove = (id: string) => sources.remove(id, 'T1', { id: 'U2', mayManage: true });
  return { ...desk, remove };
}

test('an article is found by the name of its file, wherever the operator keeps it', async () => {
  const { storage, notices } = await openDesk([stored(HARBOUR, { path: 'clippings/2026/harbour.txt' })]);
  const openWeb = () => Promise.reject(new Error('nothing is fetched here'));
  const sources = createSourceService({ storage, openWeb, notices, folders: [] });
  for (const named of ['harbour.txt', 'clippings/2026/harbour.txt'])
    expect((await sources.find(named, 'T1')).map(({ id }) => id)).toEqual([HARBOUR.id]);
  expect(await sources.find('arbour.txt', 'T1')).toEqual([]);
});

/** The sentences of an article that stand in these messages. */
function standing({ text }: StoredArticle, messages: readonly string[]): string[] {
  const sentences = parseSentences(text).map(({ start, end }) => text.slice(start, end));
  // What is put in for "He" and what is cut as a dateline changes the beginning.
  const ends = sentences.map((sentence) => sentence.slice(-20));
  return ends.filter((end) => messages.some((words) => words.includes(end)));
}

const COMMANDS: readonly Command[] = [
  { type: 'brief', query: 'bridge' },
  { type: 'brief', query: 'bridge', length: 'headline' },
  { type: 'brief', query: 'bridge', part: 'timeline' },
  { type: 'brief', query: 'bridge', part: 'figures' },
  { type: 'quotes', query: 'Lund' },
  ...[
    'Who resigned?',
    'When did the bridge collapse?',
    'What collapsed on Monday?',
    'How many people were killed?',
    'What happened to the bridge?',
    'Did the bridge collapse?',
    'Who built the bridge?',
    'When was the bridge closed?',
    'What did Lund say?',
    'What happened?',
    'Is Peter Lund still mayor?',
    'How many ships sank?',
  ].map((question) => ({ type: 'ask', question }) as const),
];

describe('an article that was shown and is removed', () => {
  test.each(COMMANDS.map((command) => [JSON.stringify(command), command] as const))(
    'leaves nothing of %s',
    async (_name, command) => {
      const { chat, remove } = await openRoom([BRIDGE]);
      await chat.give(command);
      await remove('bridge');
      expect(standing(BRIDGE, chat.words())).toEqual([]);
    },
  );

  test('leaves nothing of an answer that it shares with another', async () => {
    const { chat, remove } = await openRoom([BRIDGE, MAYOR]);
    await chat.give({ type: 'ask', question: 'Is Peter Lund still mayor?' });
    expect(standing(MAYOR, chat.words())).toHaveLength(1);
    await remove('mayor');
    expect(standing(MAYOR, chat.words())).toEqual([]);
  });

  test('leaves nothing of a digest, neither in its head nor in its thread', async () => {
    const { chat, storage, briefings, remove, clock } = await openRoom([
      stored(HARBOUR),
      stored(FERRIES),
      BRIDGE,
    ]);
    clock.set('2026-11-18T08:00:01.000Z');
    await storage.digests.put(buildDigest({ created: '2026-11-18T07:00:00.000Z' }));
    const runner = createOutboxRunner({
      storage,
      schedule: createSchedule(),
      clock,
      logger: createFakeLogger(),
      adapters: [chat],
      build: createDigestBuilder(storage, briefings, new Map(), async () => {}),
      onGone: async () => {},
      onRefused: async () => {},
      latest: 6 * 3_600_000,
    });
    await runner.tick();
    expect(chat.messages.map(({ address }) => address.thread)).toEqual([undefined, chat.messages[0]?.id]);
    expect(standing(BRIDGE, chat.words()).length).toBeGreaterThan(0);
    await remove('bridge');
    expect(standing(BRIDGE, chat.words())).toEqual([]);
    expect(chat.words().join('\n')).not.toContain(BRIDGE.title);
  });

  test('is known in its own words, also where a brief puts a name in brackets for a pronoun', async () => {
    const { chat, storage } = await openRoom([
      stored({
        ...HARBOUR,
        text: 'Mayor Ingrid Solberg opened the new bridge in Ostry on Monday. In 1994, she closed the old bridge for good.',
      }),
    ]);
    await chat.give({ type: 'brief', query: 'bridge' });
    expect(chat.words().join('\n')).toContain('In 1994, [Ingrid Solberg] closed the old bridge');
    const known = (await storage.shown.findByArticle('harbour')).flatMap(({ shown }) => shown);
    expect(known.map(({ words }) => words)).toContain('In 1994, she closed the old bridge for good.');
  });

  test('goes from messages that the chat would not change at first, and the person is told so', async () => {
    const { chat, remove, notices, clock } = await openRoom([BRIDGE]);
    await chat.give({ type: 'ask', question: 'Who built the bridge?' });
    chat.fail({ kind: 'retry', after: 1_000, reason: 'busy' });
    expect(await remove('bridge')).toEqual({ waiting: 1, standing: [] });
    expect(standing(BRIDGE, chat.words())).not.toEqual([]);
    clock.move(2);
    await notices.tick();
    expect(standing(BRIDGE, chat.words())).toEqual([]);
  });

  test('is said to stand still where the chat refuses to change it', async () => {
    const { chat, remove } = await openRoom([BRIDGE]);
    await chat.give({ type: 'ask', question: 'Who built the bridge?' });
    chat.fail({ kind: 'refused', reason: 'the workspace does not allow to edit it' });
    expect(await remove('bridge')).toEqual({
      waiting: 0,
      standing: ['the workspace does not allow to edit it'],
    });
  });

  test('takes the words of its corrections along, those that still wait to be told too', async () => {
    const { chat, storage, remove, notices, clock } = await openRoom([BRIDGE]);
    await chat.give({ type: 'brief', query: 'bridge' });
    const correct = createCorrector(storage.shown, notices);
    const correction = (version: number, year: string) => ({
      before: BRIDGE,
      after: {
        ...BRIDGE,
        text: BRIDGE.text.replace('1911', year),
        status: { ...BRIDGE.status, version },
      },
      words: ['The bridge was built in 1911 by the firm Halden.'],
    });
    await correct(correction(2, '1912'));
    expect(chat.words().at(-1)).toContain('built in 1912');
    chat.fail({ kind: 'retry', after: 1_000, reason: 'busy' });
    await correct(correction(3, '1913'));
    await remove('bridge');
    clock.move(2);
    await notices.tick();
    expect(chat.words().join('\n')).not.toMatch(/built in 191/);
  });

  test('takes no message away that showed only others', async () => {
    const { chat, remove } = await openRoom([stored(HARBOUR), BRIDGE]);
    await chat.give({ type: 'ask', question: 'How many workers had joined the strike?' });
    const before = chat.words();
    await remove('bridge');
    expect(chat.words()).toEqual(before);
  });
});
