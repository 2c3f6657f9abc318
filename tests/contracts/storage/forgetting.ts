import { expect, test } from 'vitest';
import { threadKey } from '../../../src/chat/command.ts';
import { threadOfPerson } from '../../../src/chat/conversation.ts';
import type { Storage } from '../../../src/chat/stores.ts';
import { buildArticle } from '../../fakes/articles.ts';
import { buildDigest } from '../../fakes/digests.ts';
import { buildThread, card, change, inSpace, notice, state, turn } from './values.ts';

export function forgettingContract(get: () => Storage): void {
  test('a person who wants to be forgotten leaves no turn, no vote and no id', async () => {
    const store = get();
    const vote = { at: '2026-03-02T08:00:00.000Z', space: 'T1', about: 'x', helpful: true };
    await store.threads.put(buildThread('1', { turns: [turn('Mine?'), { ...turn('Yours?'), actor: 'U2' }] }));
    await store.feedback.put({ ...vote, actor: 'U1' });
    await store.feedback.put({ ...vote, actor: 'U2' });
    await store.audit.append(change('d1'));
    await store.digests.put(buildDigest({ createdBy: 'U1' }));
    await store.notices.add(notice('mine', { onlyFor: 'U1' }));
    await store.notices.add(notice('for all', {}));
    expect(await store.forget('T1', 'U1')).toBe(1);
    expect(await claimAll(store)).toEqual(['for all']);
    const left = [
      await store.threads.find(buildThread('1', {}).key),
      await store.audit.list('T1', 9),
      await store.digests.list(),
    ];
    expect(JSON.stringify(left)).not.toContain('U1');
    expect(JSON.stringify(left)).toContain('Yours?');
    expect(await store.feedback.count('T1')).toEqual({ helpful: 1, unhelpful: 0 });
  });

  test('a person who wants to be forgotten leaves no conversation in a channel that was theirs alone', async () => {
    const store = get();
    const own = buildThread(threadOfPerson('U1'), { turns: [turn('Mine?')] });
    const other = buildThread(threadOfPerson('U2'), {});
    for (const thread of [own, other]) await store.threads.put(thread);
    expect(await store.forget('T1', 'U1')).toBe(1);
    expect(await store.threads.find(own.key)).toBeUndefined();
    expect(await store.threads.find(other.key)).toBeDefined();
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
    await store.notices.add(notice('old', { at: old }));
    await store.notices.add(notice('new', {}));
    await store.audit.append({ ...change('d1'), at: old });
    await store.articles.put([buildArticle({ status: { retrieved: old, changed: old } })]);
    await store.purge(new Date('2026-02-01T00:00:00.000Z'));
    expect(await store.threads.find(buildThread('old', {}).key)).toBeUndefined();
    expect((await store.threads.find(buildThread('revived', {}).key))?.turns).toEqual([turn('New?')]);
    expect(await store.feedback.count('T1')).toEqual({ helpful: 0, unhelpful: 0 });
    expect(await store.shown.findByArticle('a')).toEqual([]);
    expect(await claimAll(store)).toEqual(['new']);
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
      await store.notices.add(notice(`n-${space}`, { address: { ...address, space } }));
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
    expect(await claimAll(store)).toEqual(['n-T2']);
  });
}

/** The keys of all notices that are left. */
async function claimAll({ notices }: Storage): Promise<string[]> {
  const keys: string[] = [];
  for (;;) {
    const claimed = await notices.claim(['slack'], new Date('2027-01-01'), new Date('2027-01-02'));
    if (claimed === undefined) return keys;
    keys.push(claimed.key);
  }
}
