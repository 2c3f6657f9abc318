import { expect, test } from 'vitest';
import type { Command } from '../../../src/chat/command.ts';
import type { Storage } from '../../../src/chat/stores.ts';
import { buildThread, card, change, notice, turn } from './values.ts';

export function conversationContract(get: () => Storage): void {
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
    const { thread: _any, ...channel } = thread.address;
    const other = buildThread('100.2', { turns: [turn('Second?', 'm2'), turn('Third?')] });
    await threads.put(other);
    expect(await threads.removeTurns({ ...channel, space: 'T2' }, 'm2')).toEqual([]);
    expect(await threads.removeTurns({ ...channel, channel: 'C2' }, 'm2')).toEqual([]);
    expect(await threads.removeTurns(channel, 'm2')).toEqual([turn('Second?', 'm2'), turn('Second?', 'm2')]);
    expect(await threads.removeTurns(channel, 'm2')).toEqual([]);
    expect((await threads.find(thread.key))?.turns).toEqual([turn('First, edited?', 'm1')]);
    expect((await threads.find(other.key))?.turns).toEqual([turn('Third?')]);
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
    await threads.put(buildThread('4', { query: 'harbour', created: '2026-03-02T00:00:00.000Z' }));
    expect((await threads.findLatestBrief(channel))?.query).toBe('harbour');
    await threads.put(buildThread('2', { query: 'ferry', created: '2026-03-02T00:00:00.000Z' }));
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

  test('a space is told once how to ask, unless it could not be told', async () => {
    const { hints } = get();
    const claims = await Promise.all(Array.from({ length: 5 }, () => hints.claim('T1')));
    expect(claims.filter((isOurs) => isOurs)).toHaveLength(1);
    expect(await hints.claim('T2')).toBe(true);
    await hints.giveBack('T1');
    expect(await hints.claim('T1')).toBe(true);
    expect(await hints.claim('T1')).toBe(false);
    await get().removeSpace('T1');
    expect(await hints.claim('T1')).toBe(true);
  });

  test('the messages that show an article are found, newest first', async () => {
    const { shown } = get();
    await shown.put(card('m1', '2026-03-01T00:00:00.000Z', ['a', 'b', 'a']));
    await shown.put(card('m2', '2026-03-02T00:00:00.000Z', ['a']));
    await shown.put(card('m1', '2026-03-03T00:00:00.000Z', ['a']));
    expect((await shown.findByArticle('a')).map(({ message }) => message.id)).toEqual(['m1', 'm2']);
    expect(await shown.findByArticle('b')).toEqual([]);
  });

  test('of one instant, what came last is the newest', async () => {
    const { shown, threads } = get();
    for (const id of ['m1', 'm3', 'm2', 'm1']) await shown.put(card(id, '2026-03-01T00:00:00.000Z', ['a']));
    expect((await shown.findByArticle('a')).map(({ message }) => message.id)).toEqual(['m1', 'm2', 'm3']);
    for (const id of ['1', '3', '2', '1']) await threads.put(buildThread(id, { query: `query ${id}` }));
    const channel = { platform: 'slack', space: 'T1', channel: 'C1' } as const;
    expect((await threads.findLatestBrief(channel))?.query).toBe('query 1');
  });

  test('a notice is kept once, and given to one at a time while it is due', async () => {
    const { notices } = get();
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 8, minute));
    const late = notice('late', { next: at(5).toISOString() });
    await notices.add(late);
    await notices.add(notice('early', { next: at(1).toISOString() }));
    await notices.add({ ...late, attempts: 9 });
    expect(await notices.claim(['slack'], at(0), at(5))).toBeUndefined();
    expect(await notices.claim(['discord'], at(9), at(14))).toBeUndefined();
    const claims = await Promise.all([1, 2, 3].map(() => notices.claim(['slack'], at(9), at(14))));
    expect(claims.map((claim) => claim?.key).toSorted()).toEqual(['early', 'late', undefined]);
    expect(claims).toContainEqual(late);
    await notices.remove('early');
    await notices.update({ ...late, attempts: 1, next: at(20).toISOString() });
    await notices.update(notice('early', {}));
    expect(await notices.claim(['slack'], at(15), at(20))).toBeUndefined();
    expect(await notices.claim(['slack'], at(20), at(25))).toMatchObject({ key: 'late', attempts: 1 });
  });

  test('changes are listed newest first, by space', async () => {
    const { audit } = get();
    for (const about of ['d1', 'd2', 'd3']) await audit.append(change(about));
    await audit.append({ ...change('d4'), space: 'T2' });
    expect((await audit.list('T1', 2)).map(({ about }) => about)).toEqual(['d3', 'd2']);
  });
}
