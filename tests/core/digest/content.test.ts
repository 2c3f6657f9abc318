import { beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '../../../src/chat/stores.ts';
import type { StoredArticle } from '../../../src/core/article.ts';
import { createDigestReader, type DigestContent } from '../../../src/core/digest/content.ts';
import type { Digest } from '../../../src/core/digest/ports.ts';
import { analyse } from '../../../src/core/text/analyse.ts';
import { createMemoryStorage } from '../../../src/storage/memory/storage.ts';
import { buildArticle } from '../../fakes/articles.ts';
import { buildDigest, buildSlot } from '../../fakes/digests.ts';
import { countTurns } from '../../fakes/turns.ts';

const NOW = new Date('2026-03-02T08:00:00.000Z');
const FERRY =
  'The night ferry between Aldby and Torvik will stop running in May, the harbour company said on Monday. ' +
  'About 400 people use it each week. “We cannot pay for the fuel any longer,” said Ines Holm, the company’s director. ' +
  'The last boat leaves on 30 April.';
const FERRY_AGAIN =
  'The night ferry between Aldby and Torvik will stop running in May, the harbour company said on Monday. ' +
  'The mayor of Torvik, Per Lund, offered 2 million crowns on Tuesday to keep the ferry until December.';
const BRIDGE =
  'The council of Aldby voted for the new bridge over the Sela river with 31 against 12 votes. ' +
  'Work begins in the spring and costs 90 million crowns. “It is the right decision for all who live here,” said council leader Maria Voss.';

/** Articles that were there before, about other things. */
const OLD = [
  'The football club of Aldby lost its last match against the neighbours by four goals to one.',
  'A bakery in the old town sells bread made of acorns, and people queue for an hour on Saturdays.',
  'The museum of clocks shows a collection of sundials from three centuries until the autumn.',
  'Rain fell on nineteen days of February, the weather office said, more than in any year before.',
];

let store: Storage;
beforeEach(async () => {
  store = createMemoryStorage();
  const long = '2026-01-01T00:00:00.000Z';
  const old = OLD.map((text, at) => article(`old${at}`, text.slice(0, 30), text, 'Aldby Post'));
  await store.articles.put(old.map((each) => ({ ...each, status: { ...each.status, changed: long } })));
});

function article(id: string, title: string, text: string, publisher: string, version = 1): StoredArticle {
  const bare = buildArticle({ id, title, text, publisher, published: '2026-03-02' });
  const status = {
    ...bare.status,
    retrieved: '2026-03-02T07:00:00.000Z',
    changed: '2026-03-02T07:00:00.000Z',
    version,
  };
  return { ...bare, status, analysis: analyse(bare) };
}

/** What the digest tells now; it counts as posted. */
async function tell(digest: Digest, slot: string, due = NOW): Promise<DigestContent> {
  const planned = buildSlot({ digest: digest.id, slot, due: due.toISOString() });
  const reader = createDigestReader({
    articles: store.articles,
    slots: store.slots,
    sources: store.sources,
    families: new Map(),
    findAbout: async (words, _scope, among) =>
      among.filter(({ text }) => text.toLowerCase().includes(words)).map(({ id }) => id),
  });
  const content = await reader.read(digest, planned, due);
  await store.digests.put(digest);
  const { told, revision } = content;
  await store.slots.plan(digest.id, [{ ...planned, state: 'posted', told, revision }], due);
  return content;
}

describe('what a digest tells', () => {
  test('each new story with headline, sentences and a quote, all verbatim and cited', async () => {
    const articles = [
      article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald'),
      article('b1', 'Council votes for the bridge', BRIDGE, 'Aldby Post'),
    ];
    await store.articles.put(articles);
    const { stories, sources, told } = await tell(buildDigest(), '2026-03-02T08:00:00');
    expect(stories.map(({ headline }) => headline).sort()).toEqual([
      'Council votes for the bridge',
      'Night ferry to stop',
    ]);
    for (const { statements, quote, sources: numbers, source } of stories) {
      expect(statements.length).toBeGreaterThanOrEqual(1);
      expect(statements.length).toBeLessThanOrEqual(2);
      for (const { passage, shown, sources: cited } of statements) {
        const text = articles.find(({ id }) => id === passage.article)?.text ?? '';
        expect(text.slice(passage.start, passage.end)).toBe(shown);
        expect(cited.map((number) => sources.find((each) => each.number === number)?.article)).toContain(
          passage.article,
        );
      }
      expect(quote?.words.join(' ')).toMatch(/fuel any longer|right decision/);
      expect(numbers).toContain(source);
    }
    expect(sources.map(({ number }) => number)).toEqual([1, 2]);
    expect(told).toHaveLength(2);
  });

  test('a new story is told by its headline where it has no sentence to show', async () => {
    const text = '“We stay out until the port pays,” said Ines Holm. “Nobody here wants this.”';
    await store.articles.put([article('s1', 'Dockers of Torvik stay out', text, 'Torvik Herald')]);
    const { stories } = await tell(buildDigest(), '2026-03-02T08:00:00');
    expect(stories).toMatchObject([{ headline: 'Dockers of Torvik stay out', statements: [] }]);
  });

  test('what was told is not told again, and nothing new is no story', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    await tell(buildDigest(), '2026-03-02T08:00:00');
    const next = await tell(buildDigest(), '2026-03-02T09:00:00', new Date('2026-03-02T09:00:00.000Z'));
    expect(next).toMatchObject({ stories: [], told: [], isEmpty: false, failing: [] });
  });

  test('a story that goes on is an update with only what it adds', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    await tell(buildDigest(), '2026-03-02T08:00:00');
    await store.articles.put([
      article('f2', 'Torvik offers money for night ferry', FERRY_AGAIN, 'Aldby Post'),
    ]);
    const { stories } = await tell(
      buildDigest(),
      '2026-03-02T09:00:00',
      new Date('2026-03-02T09:00:00.000Z'),
    );
    expect(stories).toMatchObject([
      { update: true, headline: 'Torvik offers money for night ferry', sources: [1] },
    ]);
    const said = stories[0]?.statements.map(({ shown }) => shown).join(' ');
    expect(said).toContain('2 million crowns');
    expect(said).not.toContain('stop running in May');
  });

  test('an update is told in sentences that stand alone: none of somebody’s quotation, and each person by name', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    await tell(buildDigest(), '2026-03-02T08:00:00');
    const more =
      'The night ferry between Aldby and Torvik will stop running in May, the harbour company said on Monday. ' +
      'The mayor of Torvik, Jonas Lund, met the harbour company on Tuesday. He offered 2 million crowns of the town for the ferry. ' +
      '“A town like ours lives from this boat,” Lund said. “I have sailed on it since 1974 with my father and 12 cousins. The company of Aldby owes Torvik 30 years of loyalty.”';
    await store.articles.put([article('f2', 'Mayor offers money for ferry', more, 'Coast Radio')]);
    const { stories } = await tell(buildDigest(), '2026-03-02T09:00:00');
    const shown = stories.flatMap(({ statements }) => statements.map((statement) => statement.shown));
    expect(shown).toEqual([
      'The mayor of Torvik, Jonas Lund, met the harbour company on Tuesday.',
      '[Jonas Lund] offered 2 million crowns of the town for the ferry.',
    ]);
  });

  test('a copy of what was told adds nothing and is not shown, and counts as told', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    await tell(buildDigest(), '2026-03-02T08:00:00');
    await store.articles.put([article('f2', 'Night ferry to stop', FERRY, 'Aldby Post')]);
    const next = await tell(buildDigest(), '2026-03-02T09:00:00', new Date('2026-03-02T09:00:00.000Z'));
    expect(next.stories).toEqual([]);
    expect(next.told).toEqual([{ article: 'f2', version: 1 }]);
  });

  test('what the page of an article says beside the news is no update', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    await tell(buildDigest(), '2026-03-02T08:00:00');
    const page = `${FERRY} Sign up for the newsletter of the Aldby Post with the best of Torvik in one place.`;
    await store.articles.put([article('f2', 'Night ferry to stop', page, 'Aldby Post')]);
    const next = await tell(buildDigest(), '2026-03-02T09:00:00', new Date('2026-03-02T09:00:00.000Z'));
    expect(next.stories).toEqual([]);
  });

  test('a changed article is an update with what changed', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    await tell(buildDigest(), '2026-03-02T08:00:00');
    const changed = FERRY.replace('About 400 people', 'About 900 commuters and 70 lorries');
    await store.articles.put([article('f1', 'Night ferry to stop', changed, 'Torvik Herald', 2)]);
    const { stories } = await tell(
      buildDigest(),
      '2026-03-02T09:00:00',
      new Date('2026-03-02T09:00:00.000Z'),
    );
    expect(stories.flatMap(({ statements }) => statements.map(({ shown }) => shown))).toEqual([
      'About 900 commuters and 70 lorries use it each week.',
    ]);
  });

  test('one story in two topics comes once, and other stories not at all', async () => {
    await store.articles.put([
      article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald'),
      article('b1', 'Council votes for the bridge', BRIDGE, 'Aldby Post'),
    ]);
    const { stories } = await tell(buildDigest({ topics: ['ferry', 'torvik'] }), '2026-03-02T08:00:00');
    expect(stories.map(({ topics }) => topics)).toEqual([['ferry', 'torvik']]);
  });

  test('the story of more independent publishers comes first', async () => {
    await store.articles.put([
      article('b1', 'Council votes for the bridge', BRIDGE, 'Aldby Post'),
      article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald'),
      article('f2', 'Torvik offers money for night ferry', FERRY_AGAIN, 'Aldby Post'),
    ]);
    const { stories } = await tell(buildDigest(), '2026-03-02T08:00:00');
    expect(stories.map(({ voices }) => voices)).toEqual([2, 1]);
  });

  test('each channel has its own memory', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    await tell(buildDigest(), '2026-03-02T08:00:00');
    const other = buildDigest({ id: 'd2', place: { platform: 'slack', space: 'T1', channel: 'C2' } });
    expect((await tell(other, '2026-03-02T08:00:00')).stories).toHaveLength(1);
    const second = buildDigest({ id: 'd3' });
    expect((await tell(second, '2026-03-02T08:00:00')).stories).toHaveLength(0);
  });

  test('what another space added, what is withdrawn and what is old is not told', async () => {
    const ferry = article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald');
    await store.articles.put([
      { ...ferry, id: 'theirs', status: { ...ferry.status, space: 'T2' } },
      { ...ferry, id: 'withdrawn', status: { ...ferry.status, withdrawn: '2026-03-02T07:30:00.000Z' } },
      { ...ferry, id: 'old', status: { ...ferry.status, changed: '2026-02-20T07:30:00.000Z' } },
    ]);
    expect((await tell(buildDigest(), '2026-03-02T08:00:00')).stories).toEqual([]);
  });

  test('broken is said: sources that fail, and an index that is empty', async () => {
    await store.articles.remove(OLD.map((_, at) => `old${at}`));
    const state = {
      source: 'herald',
      etag: null,
      lastModified: null,
      movedTo: null,
      attempted: null,
      succeeded: null,
      failingSince: '2026-03-01T08:00:00.000Z',
      failures: 9,
      problem: '503 Service Unavailable',
      next: null,
      ended: null,
      missing: {},
      told: false,
    };
    await store.sources.putState(state);
    const content = await tell(buildDigest(), '2026-03-02T08:00:00');
    expect(content).toMatchObject({
      isEmpty: true,
      failing: [{ source: 'herald', problem: '503 Service Unavailable' }],
    });
    expect((await tell(buildDigest({ sources: ['post'] }), '2026-03-02T09:00:00')).failing).toEqual([]);
  });

  test('a digest of some sources tells what these brought, and nothing else', async () => {
    const ferry = article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald');
    const bridge = article('b1', 'Council votes for the bridge', BRIDGE, 'Aldby Post');
    await store.articles.put([
      { ...ferry, status: { ...ferry.status, source: 'herald' } },
      { ...bridge, status: { ...bridge.status, source: 'post' } },
    ]);
    const { stories } = await tell(buildDigest({ sources: ['herald'] }), '2026-03-02T08:00:00');
    expect(stories.map(({ headline }) => headline)).toEqual(['Night ferry to stop']);
  });

  test('what came in since a digest that had nothing to tell is new, however long that is ago', async () => {
    const week = new Date('2026-02-23T08:00:00.000Z');
    const silent = buildSlot({
      slot: '2026-02-23T08:00:00',
      due: week.toISOString(),
      state: 'silent',
      revision: await store.articles.revision(),
    });
    await store.digests.put(buildDigest());
    await store.slots.plan('d1', [silent], week);
    const ferry = article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald');
    const changed = '2026-02-25T08:00:00.000Z';
    await store.articles.put([{ ...ferry, status: { ...ferry.status, changed } }]);
    const { stories } = await tell(buildDigest(), '2026-03-02T08:00:00');
    expect(stories.map(({ headline }) => headline)).toEqual(['Night ferry to stop']);
  });

  test('what was made and never posted is told once more when it is made anew', async () => {
    await store.articles.put([article('f1', 'Night ferry to stop', FERRY, 'Torvik Herald')]);
    const reader = createDigestReader({ ...store, families: new Map(), findAbout: async () => [] });
    const { told } = await reader.read(buildDigest(), buildSlot(), NOW);
    await store.digests.put(buildDigest());
    await store.slots.plan('d1', [buildSlot({ state: 'fixed', told })], NOW);
    expect((await reader.read(buildDigest(), buildSlot(), NOW)).told).toEqual(told);
    // Another digest of the channel leaves it to that one.
    expect((await reader.read(buildDigest({ id: 'd2' }), buildSlot({ digest: 'd2' }), NOW)).told).toEqual([]);
  });

  test('a digest that comes late says when it was due', async () => {
    const late = new Date('2026-03-02T10:00:00.000Z');
    const reader = createDigestReader({ ...store, families: new Map(), findAbout: async () => [] });
    const slot = buildSlot({ missed: 2 });
    expect((await reader.read(buildDigest(), slot, late)).late).toEqual({ due: slot.due, missed: 2 });
    expect((await reader.read(buildDigest(), buildSlot(), NOW)).late).toBeNull();
  });
});

test('others have their turn while a digest of many articles is made', async () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    article(`many${at}`, `Ferry ${at}`, FERRY, 'Aldby Post'),
  );
  await store.articles.put(many);
  expect(await countTurns(() => tell(buildDigest({ id: 'd' }), '2026-03-02T08:00:00'))).toBeGreaterThan(10);
});
