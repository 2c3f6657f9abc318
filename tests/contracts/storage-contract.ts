import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import { threadKey } from '../../src/chat/command.ts';
import type { ShownCard, Storage, ThreadState, ThreadTurn } from '../../src/chat/stores.ts';
import type { StoredArticle } from '../../src/core/article.ts';
import type { Digest, Slot } from '../../src/core/digest/ports.ts';
import type { SourceState } from '../../src/core/ports.ts';
import { buildArticle } from '../fakes/articles.ts';
import { buildDigest, buildSlot } from '../fakes/digests.ts';

/** What every store promises. `open` gives an empty one each time. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`${name} keeps what it is given`, () => {
    let store: Storage;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
    });

    describe('articles', () => articlesContract(() => store));
    describe('the index and the sources', () => sourcesContract(() => store));
    describe('the conversation', () => conversationContract(() => store));
    describe('digests and slots', () => digestsContract(() => store));
    describe('people and spaces that leave', () => forgettingContract(() => store));
  });
}

const everything = { space: null };

function articlesContract(get: () => Storage): void {
  test('an article comes back as it was put, whatever characters it has', async () => {
    const { articles } = get();
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, body, publisher) => {
        number += 1;
        const article = buildArticle({ id: `r${number}`, title, text: body, publisher, url: title });
        await articles.put([article]);
        expect(plain(await articles.get(article.id))).toEqual(plain(article));
      }),
      { numRuns: 60 },
    );
    const odd = buildArticle({ id: 'odd', text: 'null \0 half \ud83d pair', url: 'x\0y' });
    await articles.put([odd]);
    expect(plain(await articles.get('odd'))).toEqual(plain(odd));
    expect((await articles.find({ url: 'x\0y' }, everything))?.id).toBe('odd');
  });

  test('the list is newest first: by publication, then by retrieval, those without a date last', async () => {
    const { articles } = get();
    await articles.put([
      buildArticle({ id: 'undated-old', status: { retrieved: '2026-01-01T00:00:00.000Z' } }),
      buildArticle({ id: 'undated-new', status: { retrieved: '2026-02-01T00:00:00.000Z' } }),
      buildArticle({ id: 'march', published: '2026-03-01' }),
      buildArticle({ id: 'april', published: '2026-04-01T10:00:00Z' }),
    ]);
    const ids = (await articles.list(everything)).map((article) => article.id);
    expect(ids).toEqual(['april', 'march', 'undated-new', 'undated-old']);
  });

  test('an article of a space is seen by that space alone', async () => {
    const { articles } = get();
    await articles.put([
      buildArticle({ id: 'shared', url: 'u' }),
      buildArticle({ id: 'theirs', url: 'v', status: { space: 'T1' } }),
    ]);
    const ids = async (space: string | null) => (await articles.list({ space })).map(({ id }) => id).sort();
    expect(await ids('T1')).toEqual(['shared', 'theirs']);
    expect(await ids('T2')).toEqual(['shared']);
    expect(await ids(null)).toEqual(['shared']);
    expect(await articles.find({ url: 'v' }, { space: 'T2' })).toBeUndefined();
    expect((await articles.find({ url: 'v' }, { space: 'T1' }))?.id).toBe('theirs');
  });

  test('an article is found by address, feed id, file and text', async () => {
    const { articles } = get();
    const article = buildArticle({
      id: 'a',
      url: 'https://herald.example/1',
      text: 'The  ferry\nsailed at noon.',
      status: { guid: 'g1', source: 'herald', path: 'in/a.txt' },
    });
    await articles.put([article, buildArticle({ id: 'b', text: 'Another text.' })]);
    for (const key of [
      { url: 'https://herald.example/1' },
      { guid: 'g1', source: 'herald' },
      { path: 'in/a.txt' },
      { text: 'The ferry sailed at noon. ' },
    ]) {
      expect((await articles.find(key, everything))?.id).toBe('a');
    }
    expect(await articles.find({ guid: 'g1', source: 'gazette' }, everything)).toBeUndefined();
    expect(await articles.find({ guid: 'g1', source: null }, everything)).toBeUndefined();
  });

  test('of two with the same key, the one that was read first is found', async () => {
    const { articles } = get();
    await articles.put([
      buildArticle({ id: 'later', status: { retrieved: '2026-03-03T00:00:00.000Z' } }),
      buildArticle({ id: 'first', status: { retrieved: '2026-03-01T00:00:00.000Z' } }),
    ]);
    expect((await articles.find({ text: buildArticle().text }, everything))?.id).toBe('first');
  });

  test('a changed text keeps the one before it as a version, a changed status does not', async () => {
    const { articles } = get();
    const first = buildArticle({ text: 'Seven boats sank.' });
    const second = buildArticle({
      text: 'Six boats sank.',
      status: { version: 2, changed: '2026-03-03T08:00:00.000Z' },
    });
    await articles.put([first]);
    await articles.put([second]);
    await articles.put([{ ...second, status: { ...second.status, withdrawn: '2026-03-04T08:00:00.000Z' } }]);
    expect(await articles.versions('a1')).toEqual([
      { version: 1, title: first.title, text: 'Seven boats sank.', changed: '2026-03-02T08:00:00.000Z' },
    ]);
    expect((await articles.get('a1'))?.status.withdrawn).toBe('2026-03-04T08:00:00.000Z');
  });

  test('a removed article is gone with its versions; unknown ids are passed over', async () => {
    const { articles } = get();
    await articles.put([buildArticle({ id: 'a' }), buildArticle({ id: 'b' })]);
    await articles.put([buildArticle({ id: 'a', text: 'Corrected.' })]);
    await articles.remove(['a', 'nobody']);
    expect(await articles.get('a')).toBeUndefined();
    expect(await articles.versions('a')).toEqual([]);
    expect((await articles.getMany(['b', 'a', 'nobody'])).map(({ id }) => id)).toEqual(['b']);
    expect(await articles.count()).toBe(1);
  });

  test('changes since a revision name each id once, with what it is now', async () => {
    const { articles } = get();
    expect(await articles.revision()).toBe(0);
    await articles.put([buildArticle({ id: 'a' }), buildArticle({ id: 'b' })]);
    const before = await articles.revision();
    await articles.put([buildArticle({ id: 'c' })]);
    await articles.put([buildArticle({ id: 'a', text: 'New.' })]);
    await articles.remove(['b']);
    await articles.remove(['nobody']);
    const changes = await articles.changes(before);
    expect(changes).toEqual({ revision: await articles.revision(), put: ['c', 'a'], removed: ['b'] });
    await articles.put([buildArticle({ id: 'b' })]);
    expect(await articles.changes(changes.revision)).toMatchObject({ put: ['b'], removed: [] });
  });
}

function sourcesContract(get: () => Storage): void {
  test('an index of the same version comes back with its revision, another one does not', async () => {
    const { index } = get();
    expect(await index.find('1')).toBeUndefined();
    await index.put('1', { revision: 7, text: 'words \0 and "more"' });
    await index.put('1', { revision: 8, text: '{"a":1}' });
    expect(await index.find('1')).toEqual({ revision: 8, text: '{"a":1}' });
    expect(await index.find('2')).toBeUndefined();
  });

  test('states of sources are kept and replaced', async () => {
    const { sources } = get();
    await sources.putState(state('b'));
    await sources.putState(state('a'));
    await sources.putState({ ...state('a'), failures: 3, missing: { x1: '2026-03-02T08:00:00.000Z' } });
    expect((await sources.listStates()).map(({ source, failures }) => [source, failures])).toEqual([
      ['a', 3],
      ['b', 0],
    ]);
    expect((await sources.findState('a'))?.missing).toEqual({ x1: '2026-03-02T08:00:00.000Z' });
    expect(await sources.findState('nobody')).toBeUndefined();
  });

  test('one reader at a time has a source, until it releases it or its time is over', async () => {
    const { sources } = get();
    const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, seconds));
    expect(await sources.claim('a', at(0), 10_000)).toBe(true);
    expect(await sources.claim('a', at(9), 10_000)).toBe(false);
    expect(await sources.claim('b', at(9), 10_000)).toBe(true);
    expect(await sources.claim('a', at(10), 10_000)).toBe(true);
    await sources.release('a');
    expect(await sources.claim('a', at(11), 10_000)).toBe(true);
  });

  test('sources added from chat are listed by space, oldest first', async () => {
    const { sources } = get();
    const source = { url: 'https://x.example', kind: 'feed', title: null, addedBy: 'U1' } as const;
    await sources.putAdded({ ...source, id: 's2', space: 'T1', added: '2026-03-03T00:00:00.000Z' });
    await sources.putAdded({ ...source, id: 's1', space: 'T1', added: '2026-03-02T00:00:00.000Z' });
    await sources.putAdded({ ...source, id: 's3', space: 'T2', added: '2026-03-01T00:00:00.000Z' });
    await sources.putState(state('s1'));
    const ids = async (space?: string) => (await sources.listAdded(space)).map(({ id }) => id);
    expect(await ids('T1')).toEqual(['s1', 's2']);
    expect(await ids()).toEqual(['s3', 's1', 's2']);
    await sources.remove('s1');
    expect(await ids('T1')).toEqual(['s2']);
    expect(await sources.findState('s1')).toBeUndefined();
  });
}

function conversationContract(get: () => Storage): void {
  test('a thread is kept with its turns in order', async () => {
    const { threads } = get();
    const thread = buildThread('100.1', { turns: [turn('First?')] });
    await threads.put(thread);
    await threads.appendTurn(thread.key, turn('Second?', 'm2'));
    await threads.appendTurn('slack/T1/C1/unknown', turn('Lost?'));
    expect(await threads.find(thread.key)).toEqual({
      ...thread,
      turns: [turn('First?'), turn('Second?', 'm2')],
    });
    expect(await threads.find('slack/T1/C1/unknown')).toBeUndefined();
    await threads.put({ ...thread, query: 'ferries' });
    expect(await threads.find(thread.key)).toEqual({ ...thread, query: 'ferries' });
  });

  test('an edited question replaces its turn, a deleted one takes it away', async () => {
    const { threads } = get();
    const thread = buildThread('100.1', { turns: [turn('First?', 'm1'), turn('Second?', 'm2')] });
    await threads.put(thread);
    expect(await threads.replaceTurn(thread.key, 'm1', turn('First, edited?', 'm1'))).toBe(true);
    expect(await threads.replaceTurn(thread.key, 'm9', turn('Nobody?', 'm9'))).toBe(false);
    expect((await threads.removeTurn(thread.key, 'm2'))?.question).toBe('Second?');
    expect(await threads.removeTurn(thread.key, 'm2')).toBeUndefined();
    expect((await threads.find(thread.key))?.turns).toEqual([turn('First, edited?', 'm1')]);
  });

  test('turns that are added at once are all kept', async () => {
    const { threads } = get();
    const thread = buildThread('100.1', {});
    await threads.put(thread);
    await Promise.all(Array.from({ length: 20 }, (_, n) => threads.appendTurn(thread.key, turn(`${n}?`))));
    expect((await threads.find(thread.key))?.turns).toHaveLength(20);
  });

  test('the latest brief of a channel is its newest thread with a query', async () => {
    const { threads } = get();
    await threads.put(buildThread('1', { query: 'bridge', created: '2026-03-01T00:00:00.000Z' }));
    await threads.put(buildThread('2', { query: 'ferry', created: '2026-03-02T00:00:00.000Z' }));
    await threads.put(buildThread('3', { query: '', created: '2026-03-03T00:00:00.000Z' }));
    const channel = { platform: 'slack', space: 'T1', channel: 'C1' } as const;
    expect((await threads.findLatestBrief(channel))?.query).toBe('ferry');
    expect(await threads.findLatestBrief({ ...channel, channel: 'C2' })).toBeUndefined();
  });

  test('an event is claimed once in ten minutes, by whichever of its keys', async () => {
    const { events } = get();
    const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 8, minutes));
    expect(await events.claim(['id:1', 'ts:1'], at(0))).toBe(true);
    expect(await events.claim(['id:2', 'ts:1'], at(1))).toBe(false);
    expect(await events.claim(['id:2'], at(2))).toBe(false);
    expect(await events.claim(['id:3', 'ts:3'], at(3))).toBe(true);
    expect(await events.claim(['id:3'], at(14))).toBe(true);
    const claims = await Promise.all(Array.from({ length: 10 }, () => events.claim(['id:4'], at(20))));
    expect(claims.filter((isOurs) => isOurs)).toHaveLength(1);
  });

  test('a long command comes back by a short id', async () => {
    const { commands } = get();
    const command: Command = { type: 'ask', question: 'why? '.repeat(500) };
    const id = await commands.keep(command);
    expect(id.length).toBeLessThanOrEqual(16);
    expect(await commands.keep(command)).toBe(id);
    expect(await commands.find(id)).toEqual(command);
    expect(await commands.find('unknown')).toBeUndefined();
  });

  test('a person has one vote on one thing', async () => {
    const { feedback } = get();
    const vote = { at: '2026-03-02T08:00:00.000Z', space: 'T1', actor: 'U1', about: 'brief bridge' };
    await feedback.put({ ...vote, helpful: true });
    await feedback.put({ ...vote, helpful: false });
    await feedback.put({ ...vote, actor: 'U2', helpful: true });
    await feedback.put({ ...vote, space: 'T2', helpful: true });
    expect(await feedback.count('T1')).toEqual({ helpful: 1, unhelpful: 1 });
  });

  test('a space keeps its zone', async () => {
    const { spaces } = get();
    const space = { space: 'T1', platform: 'slack', zone: null, left: null } as const;
    await spaces.put(space);
    await spaces.put({ ...space, zone: 'Europe/Berlin' });
    expect(await spaces.find('T1')).toEqual({ ...space, zone: 'Europe/Berlin' });
    expect(await spaces.list()).toHaveLength(1);
    expect(await spaces.find('T2')).toBeUndefined();
  });

  test('the messages that show an article are found, newest first', async () => {
    const { shown } = get();
    await shown.put(card('m1', '2026-03-01T00:00:00.000Z', ['a', 'b', 'a']));
    await shown.put(card('m2', '2026-03-02T00:00:00.000Z', ['a']));
    await shown.put(card('m1', '2026-03-03T00:00:00.000Z', ['a']));
    expect((await shown.findByArticle('a')).map(({ message }) => message.id)).toEqual(['m1', 'm2']);
    expect(await shown.findByArticle('b')).toEqual([]);
  });

  test('changes are listed newest first, by space', async () => {
    const { audit } = get();
    for (const about of ['d1', 'd2', 'd3']) await audit.append(change(about));
    await audit.append({ ...change('d4'), space: 'T2' });
    expect((await audit.list('T1', 2)).map(({ about }) => about)).toEqual(['d3', 'd2']);
  });
}

function digestsContract(get: () => Storage): void {
  const now = new Date('2026-03-02T08:00:30.000Z');
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

  const by = (at: Date, owner = 'A') => ({
    now: at,
    milliseconds: 30_000,
    owner,
    platforms: ['slack' as const],
  });

  async function planned(...slots: Slot[]): Promise<Storage> {
    const store = get();
    for (const id of new Set(slots.map((slot) => slot.digest))) {
      await store.digests.put(buildDigest({ id }));
      await store.slots.plan(
        id,
        slots.filter((slot) => slot.digest === id),
        now,
      );
    }
    return store;
  }

  test('digests are listed by space, oldest first', async () => {
    const { digests } = get();
    await digests.put(buildDigest({ id: 'b', created: '2026-03-02T00:00:00.000Z' }));
    await digests.put(buildDigest({ id: 'a', created: '2026-03-03T00:00:00.000Z' }));
    await digests.put(inSpace('T2', buildDigest({ id: 'c' })));
    expect((await digests.list('T1')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await digests.list()).toHaveLength(3);
    expect(await digests.find('b')).toEqual(buildDigest({ id: 'b', created: '2026-03-02T00:00:00.000Z' }));
    expect(await digests.find('nobody')).toBeUndefined();
  });

  test('the file replaces its own digests: what chat did to them stays, what left the file goes, what waits is kept', async () => {
    const { digests } = get();
    const file = (id: string, cron: string) => buildDigest({ id, cron, origin: 'file', createdBy: null });
    await digests.put(buildDigest({ id: 'ours', origin: 'chat' }));
    await digests.replaceFile([file('x', '0 8 * * *'), file('y', '0 9 * * *')]);
    const paused = { since: '2026-03-02T08:00:00.000Z', reason: 'asked', detail: '' } as const;
    await digests.put({ ...file('x', '0 8 * * *'), paused });
    await digests.replaceFile([file('x', '0 7 * * *')], ['y']);
    expect((await digests.list()).map(({ id }) => id).sort()).toEqual(['ours', 'x', 'y']);
    await digests.replaceFile([file('x', '0 7 * * *')]);
    expect((await digests.list()).map(({ id }) => id).sort()).toEqual(['ours', 'x']);
    expect(await digests.find('x')).toMatchObject({ cron: '0 7 * * *', paused });
    await expect(digests.replaceFile([file('ours', '0 7 * * *')])).rejects.toMatchObject({
      code: 'bad-settings',
    });
    expect(await digests.find('ours')).toMatchObject({ origin: 'chat' });
  });

  test('a slot is planned once, however often', async () => {
    const store = await planned(buildSlot({ slot: '2026-03-02T08:00:00' }));
    const posted = buildSlot({ slot: '2026-03-02T08:00:00', state: 'posted' });
    await store.slots.plan('d1', [posted, buildSlot({ slot: '2026-03-02T08:01:00' })], later(60));
    expect((await store.slots.list('d1', 9)).map(({ slot, state }) => [slot, state])).toEqual([
      ['2026-03-02T08:01:00', 'due'],
      ['2026-03-02T08:00:00', 'due'],
    ]);
    expect(await store.digests.planned('d1')).toEqual(later(60));
    expect(await store.digests.planned('nobody')).toBeUndefined();
    await store.slots.plan('nobody', [buildSlot({ digest: 'nobody' })], now);
    expect(await store.slots.list('nobody', 9)).toEqual([]);
  });

  test('one of many claims a slot', async () => {
    const { slots } = await planned(buildSlot({}));
    const claims = await Promise.all(Array.from({ length: 10 }, () => slots.claim(by(now))));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  test('a claim ends with its time, and what its holder does then has no effect', async () => {
    const { slots } = await planned(buildSlot({}));
    const first = await claimOf(slots.claim(by(now)));
    expect(await slots.claim(by(later(29)))).toBeUndefined();
    const second = await claimOf(slots.claim(by(later(30))));
    expect(await slots.update(first, { ...first.slot, state: 'fixed' }, later(31), 30_000)).toBeUndefined();
    expect(await slots.release(first, { ...first.slot, state: 'posted' })).toBe(false);
    expect(await slots.release(second, { ...second.slot, state: 'refused' })).toBe(true);
    expect((await slots.find('d1', first.slot.slot))?.state).toBe('refused');
  });

  test('an update keeps and renews the claim', async () => {
    const { slots } = await planned(buildSlot({}));
    const claim = await claimOf(slots.claim(by(now)));
    const renewed = await slots.update(
      claim,
      { ...claim.slot, state: 'fixed', message: 'm' },
      later(20),
      30_000,
    );
    expect(renewed?.until).toEqual(later(50));
    expect(await slots.claim(by(later(40)))).toBeUndefined();
    expect((await claimOf(slots.claim(by(later(50))))).slot).toMatchObject({
      state: 'fixed',
      message: 'm',
    });
  });

  test('a claim from the future does not count: the clock was set back', async () => {
    const { slots } = await planned(buildSlot({}));
    await slots.claim(by(later(7200)));
    expect(await slots.claim(by(now))).toBeDefined();
  });

  test('a claim of the dead ends as soon as it was not renewed for a while, one of the living does not', async () => {
    const { slots } = await planned(buildSlot({}), buildSlot({ digest: 'd2' }));
    await slots.claim(by(now, 'dead'));
    await slots.claim(by(now, 'alive'));
    const isDead = (owner: string) => owner === 'dead';
    expect(await slots.breakClaims(isDead, later(-1))).toBe(0);
    expect(await slots.claim(by(later(3)))).toBeUndefined();
    expect(await slots.breakClaims(isDead, now)).toBe(1);
    expect((await claimOf(slots.claim(by(later(3))))).slot.digest).toBe('d1');
    expect(await slots.claim(by(later(3)))).toBeUndefined();
  });

  test('a slot is only given to who serves its platform', async () => {
    const { slots } = await planned(buildSlot({}));
    expect(await slots.claim({ ...by(now), platforms: ['discord', 'terminal'] })).toBeUndefined();
    expect(await slots.claim({ ...by(now), platforms: [] })).toBeUndefined();
    expect(await slots.claim({ ...by(now), platforms: ['discord', 'slack'] })).toBeDefined();
  });

  test('a slot that is asked for at once leaves the plan as it is', async () => {
    const store = await planned(buildSlot({}));
    await store.slots.plan('d1', [buildSlot({ slot: '2026-03-02T08:10:00' })]);
    expect(await store.slots.list('d1', 9)).toHaveLength(2);
    expect(await store.digests.planned('d1')).toEqual(now);
  });

  test('slots of a digest go in order, one at a time; another digest does not wait', async () => {
    const { slots } = await planned(
      buildSlot({ slot: '2026-03-02T08:00:02', due: '2026-03-02T08:00:02.000Z' }),
      buildSlot({ slot: '2026-03-02T08:00:01', due: '2026-03-02T08:00:01.000Z' }),
      buildSlot({ digest: 'd2', slot: '2026-03-02T08:00:03', due: '2026-03-02T08:00:03.000Z' }),
    );
    const first = await claimOf(slots.claim(by(now)));
    const other = await claimOf(slots.claim(by(now)));
    expect([first.slot.slot, other.slot.slot]).toEqual(['2026-03-02T08:00:01', '2026-03-02T08:00:03']);
    expect(await slots.claim(by(now))).toBeUndefined();
    await slots.release(first, { ...first.slot, next: later(600).toISOString() });
    expect(await slots.claim(by(now))).toBeUndefined();
    await slots.release(other, { ...other.slot, state: 'posted' });
    const again = await claimOf(slots.claim(by(later(600))));
    expect(again.slot.slot).toBe('2026-03-02T08:00:01');
    await slots.release(again, { ...again.slot, state: 'posted' });
    expect((await claimOf(slots.claim(by(later(600))))).slot.slot).toBe('2026-03-02T08:00:02');
  });

  test('what a channel was told is listed newest first, by all its digests', async () => {
    const store = await planned(
      buildSlot({
        slot: '2026-03-02T08:00:01',
        due: '2026-03-02T08:00:01.000Z',
        state: 'posted',
        told: [{ article: 'a', version: 1 }],
      }),
      buildSlot({ slot: '2026-03-02T08:00:02', due: '2026-03-02T08:00:02.000Z', state: 'posted' }),
      buildSlot({
        digest: 'd2',
        slot: '2026-03-02T08:00:03',
        due: '2026-03-02T08:00:03.000Z',
        state: 'posted',
        told: [{ article: 'b', version: 1 }],
      }),
      buildSlot({
        digest: 'd2',
        slot: '2026-03-02T08:00:04',
        due: '2026-03-02T08:00:04.000Z',
        state: 'refused',
        told: [{ article: 'c', version: 1 }],
      }),
    );
    const told = await store.slots.listTold(buildDigest({}).place, 9);
    expect(told.map((slot) => slot.told[0]?.article)).toEqual(['b', 'a']);
    expect(await store.slots.listTold({ ...buildDigest({}).place, channel: 'C2' }, 9)).toEqual([]);
  });

  test('old ended slots are purged, open ones and the newest of each digest are not', async () => {
    const old = '2025-01-01T00:00:00.000Z';
    const store = await planned(
      buildSlot({ slot: '2025-01-01T00:00:00', due: old, changed: old, state: 'due' }),
      buildSlot({
        slot: '2025-01-01T00:00:01',
        due: '2025-01-01T00:00:01.000Z',
        changed: old,
        state: 'posted',
      }),
      buildSlot({
        slot: '2025-01-01T00:00:02',
        due: '2025-01-01T00:00:02.000Z',
        changed: old,
        state: 'posted',
      }),
    );
    await store.purge(now);
    expect((await store.slots.list('d1', 9)).map(({ slot }) => slot)).toEqual([
      '2025-01-01T00:00:02',
      '2025-01-01T00:00:00',
    ]);
  });

  test('a removed digest takes its slots along', async () => {
    const store = await planned(buildSlot({}));
    await store.digests.remove('d1');
    expect(await store.slots.list('d1', 9)).toEqual([]);
    expect(await store.slots.claim(by(now))).toBeUndefined();
    expect(await store.digests.planned('d1')).toBeUndefined();
  });
}

function forgettingContract(get: () => Storage): void {
  test('a person who wants to be forgotten leaves no turn, no vote and no id', async () => {
    const store = get();
    const vote = { at: '2026-03-02T08:00:00.000Z', space: 'T1', about: 'x', helpful: true };
    await store.threads.put(buildThread('1', { turns: [turn('Mine?'), { ...turn('Yours?'), actor: 'U2' }] }));
    await store.feedback.put({ ...vote, actor: 'U1' });
    await store.feedback.put({ ...vote, actor: 'U2' });
    await store.audit.append(change('d1'));
    await store.digests.put(buildDigest({ createdBy: 'U1' }));
    expect(await store.forget('T1', 'U1')).toBe(1);
    const left = [
      await store.threads.find(buildThread('1', {}).key),
      await store.audit.list('T1', 9),
      await store.digests.list(),
    ];
    expect(JSON.stringify(left)).not.toContain('U1');
    expect(JSON.stringify(left)).toContain('Yours?');
    expect(await store.feedback.count('T1')).toEqual({ helpful: 1, unhelpful: 0 });
  });

  test('what is older than is kept goes, what is newer stays', async () => {
    const store = get();
    const old = '2026-01-01T00:00:00.000Z';
    await store.threads.put(buildThread('old', { created: old }));
    await store.threads.put(
      buildThread('revived', { created: old, turns: [{ ...turn('Old?'), at: old }, turn('New?')] }),
    );
    await store.feedback.put({ at: old, space: 'T1', actor: 'U1', about: 'x', helpful: true });
    await store.shown.put(card('m1', old, ['a']));
    await store.audit.append({ ...change('d1'), at: old });
    await store.articles.put([buildArticle({ status: { retrieved: old, changed: old } })]);
    await store.purge(new Date('2026-02-01T00:00:00.000Z'));
    expect(await store.threads.find(buildThread('old', {}).key)).toBeUndefined();
    expect((await store.threads.find(buildThread('revived', {}).key))?.turns).toEqual([turn('New?')]);
    expect(await store.feedback.count('T1')).toEqual({ helpful: 0, unhelpful: 0 });
    expect(await store.shown.findByArticle('a')).toEqual([]);
    expect(await store.audit.list('T1', 9)).toEqual([]);
    expect(await store.articles.count()).toBe(1);
  });

  test('a space that is removed leaves nothing, and the others lose nothing', async () => {
    const store = get();
    for (const space of ['T1', 'T2']) {
      await store.articles.put([buildArticle({ id: `a-${space}`, status: { space } })]);
      await store.sources.putAdded({
        id: `s-${space}`,
        space,
        url: 'u',
        kind: 'feed',
        title: null,
        addedBy: null,
        added: '2026-03-01T00:00:00.000Z',
      });
      await store.sources.putState(state(`s-${space}`));
      const thread = buildThread('1', {});
      const address = { ...thread.address, space };
      await store.threads.put({ ...thread, key: threadKey(address), address });
      await store.feedback.put({ at: thread.created, space, actor: 'U1', about: 'x', helpful: true });
      await store.spaces.put({ space, platform: 'slack', zone: null, left: null });
      await store.audit.append({ ...change('d'), space });
      await store.digests.put(inSpace(space, buildDigest({ id: `d-${space}` })));
    }
    await store.articles.put([buildArticle({ id: 'shared' })]);
    const count = async (space: string) => [
      (await store.articles.list({ space })).length,
      (await store.sources.listAdded(space)).length,
      (await store.sources.findState(`s-${space}`)) === undefined ? 0 : 1,
      (await store.threads.findLatestBrief({ platform: 'slack', space, channel: 'C1' })) === undefined
        ? 0
        : 1,
      (await store.feedback.count(space)).helpful,
      (await store.spaces.find(space)) === undefined ? 0 : 1,
      (await store.audit.list(space, 9)).length,
      (await store.digests.list(space)).length,
    ];
    await store.removeSpace('T1');
    expect(await count('T1')).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    expect(await count('T2')).toEqual([2, 1, 1, 1, 1, 1, 1, 1]);
  });
}

/** Without getters, and with what JSON leaves out left out. */
function plain(article: StoredArticle | undefined): unknown {
  return article === undefined ? undefined : { ...article };
}

function state(source: string): SourceState {
  return {
    source,
    etag: null,
    lastModified: null,
    movedTo: null,
    attempted: null,
    succeeded: null,
    failingSince: null,
    failures: 0,
    problem: null,
    next: null,
    ended: null,
    missing: {},
    told: false,
  };
}

function buildThread(thread: string, over: Partial<ThreadState>): ThreadState {
  const address = { platform: 'slack', space: 'T1', channel: 'C1', thread } as const;
  return {
    key: threadKey(address),
    address,
    query: 'bridge',
    articles: ['a1'],
    versions: { a1: 1 },
    turns: [],
    created: '2026-03-02T08:00:00.000Z',
    ...over,
  };
}

function turn(question: string, message?: string): ThreadTurn {
  const at = '2026-03-02T09:00:00.000Z';
  const evidence = [{ article: 'a1', start: 0, end: 5 }];
  return {
    at,
    actor: 'U1',
    question,
    answer: 'Yes.',
    evidence,
    ...(message === undefined ? {} : { message }),
  };
}

function card(id: string, at: string, articles: readonly string[]): ShownCard {
  const address = { platform: 'slack', space: 'T1', channel: 'C1' } as const;
  const shown = articles.map((article) => ({ article, version: 1, words: 'The council voted on Monday.' }));
  return { message: { address, id }, at, about: 'brief bridge', shown };
}

function change(about: string) {
  return {
    at: '2026-03-02T08:00:00.000Z',
    space: 'T1',
    actor: 'U1',
    action: 'digest add',
    about,
    detail: '08:00',
  };
}

function inSpace(space: string, digest: Digest): Digest {
  return { ...digest, place: { ...digest.place, space } };
}

async function claimOf<T>(claim: Promise<T | undefined>): Promise<T> {
  const got = await claim;
  if (got === undefined) throw new Error('there was nothing to claim');
  return got;
}
