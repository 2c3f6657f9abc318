import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Storage } from '../../../src/chat/stores.ts';
import type { StoredArticle } from '../../../src/core/article.ts';
import { buildArticle } from '../../fakes/articles.ts';

const everything = { space: null };

export function articlesContract(get: () => Storage): void {
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
    for (const url of ['x', 'x\0z']) expect(await articles.find({ url }, everything)).toBeUndefined();
  });

  test('the list is newest first: by publication, then by retrieval, those without a date last', async () => {
    const { articles } = get();
    await articles.put([
      buildArticle({ id: 'undated', status: { retrieved: '2026-01-01T00:00:00.000Z' } }),
      buildArticle({ id: 'undated-too', status: { retrieved: '2026-02-01T00:00:00.000Z' } }),
      buildArticle({ id: 'march', published: '2026-03-01' }),
      buildArticle({ id: 'april', published: '2026-04-01T10:00:00Z' }),
    ]);
    const ids = (await articles.list(everything)).map((article) => article.id);
    expect(ids).toEqual(['april', 'march', 'undated-too', 'undated']);
  });

  test('the list is what there is now, each time', async () => {
    const { articles } = get();
    const ids = async () => (await articles.list(everything)).map(({ id }) => id).sort();
    await articles.put([buildArticle({ id: 'a' }), buildArticle({ id: 'b' })]);
    expect(await ids()).toEqual(['a', 'b']);
    await articles.put([buildArticle({ id: 'c' })]);
    expect(await ids()).toEqual(['a', 'b', 'c']);
    await articles.remove(['b']);
    expect(await ids()).toEqual(['a', 'c']);
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
    const byHand = buildArticle({ id: 'b', text: 'Another text.', status: { guid: 'g2', source: null } });
    await articles.put([article, byHand]);
    expect((await articles.find({ guid: 'g2', source: null }, everything))?.id).toBe('b');
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
    await articles.put([{ ...second, title: 'Another title' }]);
    expect((await articles.versions('a1')).map(({ title }) => title)).toEqual([first.title, second.title]);
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
    // What was removed and is there again was not removed.
    await articles.put([buildArticle({ id: 'b' })]);
    expect(await articles.changes(before)).toMatchObject({ put: ['c', 'a', 'b'], removed: [] });
  });
}

/** Without getters, and with what JSON leaves out left out. */
function plain(article: StoredArticle | undefined): unknown {
  return article === undefined ? undefined : { ...article };
}
