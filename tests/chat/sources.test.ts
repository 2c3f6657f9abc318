import { describe, expect, test } from 'vitest';
import { openDesk } from '../fakes/desk.ts';
import { HARBOUR, stored } from '../fakes/newsroom.ts';

const editor = { actor: { id: 'U2', mayManage: true } };

describe('sources in a chat', () => {
  test('a feed that is read already is not offered again: its source is named', async () => {
    const { chat } = await openDesk([], {
      sources: {
        preview: async (url) => ({
          url,
          kind: 'feed',
          title: 'Norhaven Courier',
          items: [],
          knownAs: 'courier',
        }),
      },
    });
    await chat.give({ type: 'add', url: 'https://courier.test/rss' }, editor);
    expect(chat.words()).toEqual(['Norhaven Courier is read here already: it is the source courier.']);
  });

  test.each([
    ['feed', 'Feed: Norhaven Courier'],
    ['page', 'Page: Norhaven Courier'],
  ] as const)('a %s is shown before it is added, and added once that is confirmed', async (kind, title) => {
    const added: string[] = [];
    const { chat } = await openDesk([], {
      sources: {
        preview: async (url) => ({
          url,
          kind,
          title: 'Norhaven Courier',
          items: ['Mill burns'],
          knownAs: null,
        }),
        add: async ({ url }) => added.push(url),
      },
    });
    const command = { type: 'add', url: 'https://courier.test/rss' } as const;
    await chat.give(command, editor);
    expect(chat.words()[0]).toMatch(new RegExp(`^${title}[\\s\\S]*Mill burns`));
    expect(added).toEqual([]);
    await chat.give({ ...command, confirmed: true }, editor);
    expect(added).toEqual(['https://courier.test/rss']);
  });

  test('a source is listed by its name, and by its title where it has another', async () => {
    const line = { articles: 2, succeeded: null, next: null, problem: null };
    const list = async () => [
      { ...line, id: 'courier', title: 'Norhaven Courier' },
      { ...line, id: 'read by hand', title: 'read by hand' },
    ];
    const { chat } = await openDesk([], { sources: { list } });
    await chat.give({ type: 'sources' });
    expect(chat.words()[0]).toContain('courier — Norhaven Courier: 2 articles');
    expect(chat.words()[0]).toContain('read by hand: 2 articles');
    expect(chat.words()[0]).not.toContain('read by hand — ');
  });

  test('the status says when each source was last read, the one that was longest ago first', async () => {
    const source = (id: string, hour: string) => ({
      id,
      title: id,
      articles: 2,
      succeeded: `2026-11-18T${hour}:00:00Z`,
      next: null,
      problem: null,
    });
    const hours = ['09', '08', '07', '06', '05', '04', '03', '02', '01', '00'];
    const list = async () => hours.map((hour, at) => source(`feed-${at}`, hour));
    const { chat } = await openDesk([], { sources: { list } });
    await chat.give({ type: 'status' });
    const [said = ''] = chat.words();
    expect(said).toMatch(/feed-9[^\n]*18 Nov 2026 00:00 UTC[\s\S]*feed-2[^\n]*07:00 UTC/);
    expect(said).not.toContain('feed-1:');
    expect(said).toContain('2 sources more: /briefwire sources has them all.');
  });

  test('a folder that is not there fails in the list and in the status', async () => {
    const line = { id: 'mine', title: 'articles in files', articles: 0, succeeded: null, next: null };
    const problem = { reason: 'there is no such folder', since: null };
    const { chat } = await openDesk([], { sources: { list: async () => [{ ...line, problem }] } });
    await chat.give({ type: 'sources' });
    await chat.give({ type: 'status' });
    for (const said of chat.words()) expect(said).toContain('failing: there is no such folder');
  });

  test('a page that all have from a feed and the space added itself is one source of a brief: the whole one', async () => {
    const own = stored({ ...HARBOUR, id: 'own' }, { space: 'T1' });
    for (const [all, shown] of [
      [stored(HARBOUR), 'harbour'],
      [stored({ ...HARBOUR, text: HARBOUR.text.split('\n\n')[0] ?? '' }, { teaser: true }), 'own'],
    ] as const) {
      const { briefings } = await openDesk([all, own]);
      const ofSpace = await briefings.brief({
        scope: { space: 'T1' },
        query: 'larnhaven strike',
        length: 'full',
      });
      expect(ofSpace).toMatchObject({ articles: [{ id: shown }] });
      const elsewhere = await briefings.brief({
        scope: { space: 'T2' },
        query: 'larnhaven strike',
        length: 'full',
      });
      expect(elsewhere).toMatchObject({ articles: [{ id: 'harbour' }] });
    }
  });
});
