import { describe, expect, it } from 'vitest';
import { countTurns } from '../fakes/turns.ts';
import { BRIDGE, found, openIngestDesk, SHARED } from './desk.ts';

const URL_A = 'https://morning.test/bridge';
const GERMAN =
  'Die alte Brücke in Tarnholm ist seit Montag gesperrt, weil in zwei Pfeilern Risse gefunden wurden. „Wir können das nicht verantworten“, sagte die Ingenieurin der Stadt. Jeden Tag gehen etwa neuntausend Menschen über die Brücke, und der nächste Weg über den Fluss ist weit.';

describe('the pipeline', () => {
  it('reads, stores and indexes a new article', async () => {
    const { pipeline, all, index } = openIngestDesk();
    expect(await pipeline.take([found({ url: URL_A })], SHARED)).toMatchObject({ added: 1, refused: [] });
    const [article] = await all();
    expect(article).toMatchObject({ title: 'Old bridge closed', url: URL_A, analysis: { language: 'en' } });
    expect(article?.status).toMatchObject({
      version: 1,
      retrieved: '2026-11-22T08:00:00.000Z',
      withdrawn: null,
    });
    expect((await index.findArticles('bridge pillars', 5))[0]?.article).toBe(article?.id);
  });

  it('refuses more text than an article has, and keeps what it knows of it', async () => {
    const { pipeline, all } = openIngestDesk();
    await pipeline.take([found({ path: 'bridge.txt' })], SHARED);
    const text = BRIDGE.repeat(2000);
    const large = [found({ path: 'bridge.txt', text }), found({ url: URL_A, text })];
    const { refused, ...counts } = await pipeline.take(
      [...large, found({ path: 'b.txt', text: GERMAN })],
      SHARED,
    );
    expect(counts).toMatchObject({ added: 1, replaced: 0 });
    expect(refused.map(({ what }) => what)).toEqual(['bridge.txt', URL_A]);
    expect(refused[0]?.why).toMatch(/^the article has [\d,]+ characters, more than 500,000: split it/);
    expect((await all()).map((article) => article.text)).toEqual([BRIDGE, GERMAN]);
  });

  it('says what a file states and could not be understood', async () => {
    const { pipeline, lines } = openIngestDesk();
    await pipeline.take([found({ path: 'news/bridge.md', doubts: ['its date “soon” is none'] })], SHARED);
    expect(lines).toContain('read in part: news/bridge.md: its date “soon” is none');
  });

  it('knows an article again by identifier, address, file or words', async () => {
    for (const name of [{ guid: 'g1' }, { url: URL_A }, { path: 'news/bridge.txt' }, {}]) {
      const { pipeline, all } = openIngestDesk();
      await pipeline.take([found(name)], SHARED);
      expect(await pipeline.take([found(name)], SHARED)).toMatchObject({ added: 0, unchanged: 1 });
      expect(await all()).toHaveLength(1);
    }
  });

  it('keeps one article of two files with the same words, whatever their white space', async () => {
    const { pipeline, all } = openIngestDesk();
    const copy = found({ path: 'b.txt', text: BRIDGE.replaceAll(' ', '  ') });
    expect(await pipeline.take([found({ path: 'a.txt' }), copy], SHARED)).toMatchObject({
      added: 1,
      unchanged: 1,
    });
    expect(await all()).toHaveLength(1);
  });

  it('keeps two articles where two publishers print the same words', async () => {
    const { pipeline, all } = openIngestDesk();
    const other = found({ url: 'https://evening.test/b', publisher: 'Evening' });
    await pipeline.take([found({ url: URL_A, publisher: 'Morning' }), other], SHARED);
    expect(await all()).toHaveLength(2);
  });

  it('keeps them too where neither names an address', async () => {
    const { pipeline } = openIngestDesk();
    const [morning, evening] = [found({ publisher: 'Morning' }), found({ publisher: 'Evening' })];
    expect(await pipeline.take([morning, evening], SHARED)).toMatchObject({ added: 2 });
  });

  it('takes nothing new from a feed that is older than what is kept, and files and what was asked for all the same', async () => {
    const { pipeline, all } = openIngestDesk({}, '2026-10-23');
    const old = { url: URL_A, publisher: 'Morning', published: '2026-10-01T08:00:00Z' };
    expect(await pipeline.take([found(old)], SHARED)).toMatchObject({ added: 0, unchanged: 1 });
    const taken = [
      found({ ...old, published: null }),
      found({ ...old, url: null, path: 'old.txt', publisher: 'Evening' }),
    ];
    expect(await pipeline.take(taken, SHARED)).toMatchObject({ added: 2 });
    const asked = found({ ...old, url: 'https://noon.test/a', publisher: 'Noon' });
    expect(await pipeline.take([asked], { ...SHARED, asked: true })).toMatchObject({ added: 1 });
    expect(await all()).toHaveLength(3);
  });

  it('keeps a file apart from a feed that says nearly the same, whichever came first', async () => {
    const long = `${BRIDGE} The town will decide on Friday whether a ferry can take people over while the pillars are mended, and who is to pay for it.`;
    const file = found({ path: 'a.txt', text: long, publisher: 'Morning' });
    const feed = found({ url: URL_A, text: long.replace('9,000', '9,100'), publisher: 'Morning' });
    for (const list of [
      [file, feed],
      [feed, file],
    ])
      expect(await openIngestDesk().pipeline.take(list, SHARED)).toMatchObject({ added: 2 });
  });

  it('keeps one article where a newsroom gives nearly the same words a new address and identifier', async () => {
    const { pipeline, all } = openIngestDesk();
    const long = `${BRIDGE} The town will decide on Friday whether a ferry can take people over while the pillars are mended, and who is to pay for it.`;
    const first = found({ url: URL_A, guid: '1', text: long, publisher: 'Morning' });
    const again = found({
      url: `${URL_A}-2`,
      guid: '2',
      text: long.replace('9,000', '9,100'),
      publisher: 'Morning',
    });
    const origin = { source: 'morning', space: null };
    expect(await pipeline.take([first, again, first, again], origin)).toMatchObject({
      added: 1,
      unchanged: 3,
    });
    const other = found({
      url: 'https://evening.test/b',
      text: long.replace('9,000', '9,200'),
      publisher: 'Evening',
    });
    expect(await pipeline.take([other], { source: 'evening', space: null })).toMatchObject({ added: 1 });
    expect(await all()).toHaveLength(2);
  });

  it('does not let a file and a feed with the same address replace each other for ever', async () => {
    const { pipeline, all } = openIngestDesk();
    const file = found({ url: URL_A, path: 'a.txt', author: 'Ann Lee' });
    const feed = found({ url: URL_A, title: 'Bridge shut', text: `${BRIDGE} More soon.`, author: 'Bo Lund' });
    expect(await pipeline.take([file, feed, file, feed], SHARED)).toMatchObject({ added: 1, unchanged: 3 });
    expect(await all()).toMatchObject([
      { title: 'Old bridge closed', author: 'Ann Lee', status: { version: 1 } },
    ]);
  });

  it('keeps two files apart that name the same address for different texts', async () => {
    const { pipeline } = openIngestDesk();
    const one = found({ url: 'https://morning.test/', path: 'a.txt' });
    const two = found({
      url: 'https://morning.test/',
      path: 'b.txt',
      text: 'A wholly different report about the weather.',
    });
    expect(await pipeline.take([one, two], SHARED)).toMatchObject({ added: 2 });
    expect(await pipeline.take([one, two], SHARED)).toMatchObject({ unchanged: 2 });
  });

  it('gives a changed article a new version, and keeps its id and its first reading', async () => {
    const { pipeline, all, articles, clock } = openIngestDesk();
    await pipeline.take([found({ url: URL_A })], SHARED);
    const before = (await all())[0];
    clock.time = new Date('2026-11-22T09:00:00Z');
    const text = BRIDGE.replace('9,000', '12,000');
    expect(await pipeline.take([found({ url: URL_A, text })], SHARED)).toMatchObject({ replaced: 1 });
    const [after] = await all();
    expect(after).toMatchObject({ id: before?.id, text });
    expect(after?.status).toMatchObject({
      version: 2,
      retrieved: '2026-11-22T08:00:00.000Z',
      changed: '2026-11-22T09:00:00.000Z',
      corrected: null,
    });
    expect(await articles.versions(before?.id ?? '')).toMatchObject([{ version: 1, text: BRIDGE }]);
  });

  it('takes a publisher or date that is stated later without a new version', async () => {
    const { pipeline, all } = openIngestDesk();
    await pipeline.take([found({ url: URL_A })], SHARED);
    const later = found({ url: URL_A, publisher: 'Morning', published: '2026-11-16' });
    expect(await pipeline.take([later], SHARED)).toMatchObject({ unchanged: 1 });
    expect((await all())[0]).toMatchObject({
      publisher: 'Morning',
      published: '2026-11-16',
      status: { version: 1 },
    });
  });

  it('keeps title and white space as they are where the next reading has others: quotes point into the text', async () => {
    const { pipeline, all } = openIngestDesk();
    await pipeline.take([found({ url: URL_A })], SHARED);
    const again = found({
      url: URL_A,
      title: null,
      text: BRIDGE.replaceAll(' ', '  '),
      publisher: 'Morning',
    });
    expect(await pipeline.take([again], SHARED)).toMatchObject({ unchanged: 1 });
    expect(await all()).toMatchObject([{ title: 'Old bridge closed', text: BRIDGE, publisher: 'Morning' }]);
  });

  it('does not give up a full text for a teaser, but a teaser for a full text', async () => {
    const { pipeline, all } = openIngestDesk();
    const teaser = found({ url: URL_A, text: 'The old bridge was closed.', teaser: true });
    await pipeline.take([teaser, found({ url: URL_A }), teaser], SHARED);
    expect(await all()).toMatchObject([{ text: BRIDGE, status: { teaser: false, version: 2 } }]);
  });

  it('marks an article as corrected when words that were shown are gone, and says which', async () => {
    const first = openIngestDesk();
    await first.pipeline.take([found({ url: URL_A })], SHARED);
    const id = (await first.all())[0]?.id ?? '';
    const shown = 'About 9,000 people cross it every day';
    const { pipeline, all, corrections } = openIngestDesk({ [id]: [shown, 'said Lena Dahl'] });
    await pipeline.take([found({ url: URL_A })], SHARED);
    await pipeline.take([found({ url: URL_A, text: BRIDGE.replace('9,000', '12,000') })], SHARED);
    expect((await all())[0]?.status.corrected).not.toBeNull();
    expect(corrections).toMatchObject([{ before: { text: BRIDGE }, words: [shown] }]);
  });

  it('corrects nothing where what was shown had gone before, or stays', async () => {
    const first = openIngestDesk();
    await first.pipeline.take([found({ url: URL_A })], SHARED);
    const id = (await first.all())[0]?.id ?? '';
    const shown = ['About 8,000 people cross it every day', 'said Lena Dahl'];
    const { pipeline, all, corrections } = openIngestDesk({ [id]: shown });
    await pipeline.take([found({ url: URL_A })], SHARED);
    const text = BRIDGE.replace('9,000', '12,000');
    expect(await pipeline.take([found({ url: URL_A, text })], SHARED)).toMatchObject({ replaced: 1 });
    expect(corrections).toEqual([]);
    expect((await all())[0]?.status.corrected).toBeNull();
  });

  it('finds no passage any more of an article that is in another language now, or whose file is gone', async () => {
    const { pipeline, index } = openIngestDesk();
    const [page, file] = [found({ url: URL_A }), found({ path: 'a.txt', text: `Again. ${BRIDGE}` })];
    await pipeline.take([page, file], SHARED);
    expect(await index.findArticles('bridge pillars', 5)).toHaveLength(2);
    await pipeline.take([{ ...page, text: GERMAN }], SHARED);
    expect(await index.findArticles('bridge pillars', 5)).toHaveLength(1);
    await pipeline.removeFiles(['a.txt'], SHARED);
    expect(await index.findArticles('bridge pillars', 5)).toEqual([]);
  });

  it('removes files of its own space only', async () => {
    const { pipeline, all } = openIngestDesk();
    await pipeline.take([found({ path: 'a.txt' })], SHARED);
    expect(await pipeline.removeFiles(['a.txt'], { source: null, space: 'T1' })).toMatchObject({
      removed: 0,
    });
    expect(await all()).toHaveLength(1);
  });

  it('keeps and lists an article in another language, and finds no passage of it', async () => {
    const { pipeline, all, index } = openIngestDesk();
    expect(await pipeline.take([found({ title: 'Brücke gesperrt', text: GERMAN })], SHARED)).toMatchObject({
      added: 1,
    });
    expect((await all())[0]?.analysis.language).toBe('de');
    expect(await index.findPassages('Brücke Tarnholm', 5)).toEqual([]);
  });

  it('keeps articles of a space apart from shared ones', async () => {
    const { pipeline, all } = openIngestDesk();
    await pipeline.take([found({ url: URL_A })], SHARED);
    expect(await pipeline.take([found({ url: URL_A })], { source: null, space: 'T1' })).toMatchObject({
      added: 1,
    });
    expect(await all()).toHaveLength(1);
  });

  it('stores an article once when two sources bring it at the same time', async () => {
    const { pipeline, all } = openIngestDesk();
    await Promise.all([
      pipeline.take([found({ url: URL_A })], { source: 'one', space: null }),
      pipeline.take([found({ url: URL_A })], { source: 'two', space: null }),
    ]);
    expect(await all()).toHaveLength(1);
  });

  it('marks withdrawn articles and keeps them', async () => {
    const { pipeline, all, clock } = openIngestDesk();
    await pipeline.take([found({ url: URL_A })], SHARED);
    const id = (await all())[0]?.id ?? '';
    await pipeline.withdraw([id, 'unknown'], clock.time);
    await pipeline.withdraw([id], new Date('2027-01-01T00:00:00Z'));
    expect((await all())[0]?.status.withdrawn).toBe('2026-11-22T08:00:00.000Z');
  });

  it('reads again what an older reader had read', async () => {
    const { pipeline, all, articles } = openIngestDesk();
    await pipeline.take([found({ url: URL_A })], SHARED);
    const [article] = await all();
    if (article === undefined) throw new Error('not stored');
    await articles.put([{ ...article, analysis: { ...article.analysis, version: 0, sentences: [] } }]);
    expect(await pipeline.refresh()).toBe(1);
    expect((await all())[0]?.analysis.sentences).toHaveLength(3);
    expect(await pipeline.refresh()).toBe(0);
    await articles.put(Array.from({ length: 200 }, (_, at) => ({ ...article, id: `copy ${at}` })));
    expect(await countTurns(() => pipeline.refresh())).toBeGreaterThan(2);
    await articles.remove(Array.from({ length: 200 }, (_, at) => `copy ${at}`));
    await articles.put([{ ...article, analysis: { ...article.analysis, version: 0, sentences: [] } }]);
    expect(await pipeline.take([found({ url: URL_A })], SHARED)).toMatchObject({ unchanged: 1 });
    expect((await all())[0]?.analysis.sentences).toHaveLength(3);
  });

  it('lets other work through while it reads many articles', async () => {
    const { pipeline } = openIngestDesk();
    let done = false;
    let others = 0;
    const many = Array.from({ length: 20 }, (_, n) =>
      found({ url: `${URL_A}/${n}`, text: `${n}. ${BRIDGE}` }),
    );
    const taking = pipeline.take(many, SHARED).then(() => {
      done = true;
    });
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve));
      others += 1;
    }
    await taking;
    expect(others).toBeGreaterThanOrEqual(20);
  });

  it('says which article the store did not take, and goes on with the others', async () => {
    const { pipeline, articles } = openIngestDesk();
    const put = articles.put;
    articles.put = async (list) => {
      if (list.some(({ url }) => url === URL_A)) throw new Error('disk full');
      await put(list);
    };
    const report = await pipeline.take(
      [found({ url: URL_A }), found({ url: `${URL_A}2`, text: `More. ${BRIDGE}` })],
      SHARED,
    );
    expect(report).toMatchObject({ added: 1, refused: [{ what: URL_A, why: 'disk full' }] });
  });
});
