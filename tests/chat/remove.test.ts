import { describe, expect, test } from 'vitest';
import type { Sources } from '../../src/chat/services.ts';
import { words } from '../../src/chat/words.ts';
import { openDesk } from '../fakes/desk.ts';
import { FERRIES, HARBOUR, stored } from '../fakes/newsroom.ts';

const editor = { actor: { id: 'U2', mayManage: true } };
const [harbour, ferries] = [stored(HARBOUR, { path: 'mine/harbour.txt' }), stored(FERRIES)];

async function remove(
  found: readonly (typeof harbour)[],
  article: string,
  confirmed?: true,
  removal: Awaited<ReturnType<Sources['remove']>> = { waiting: 0, standing: [] },
) {
  const { chat, storage } = await openDesk([harbour, ferries], {
    sources: { find: async () => found, remove: async () => removal },
  });
  await chat.give({ type: 'remove', article, ...(confirmed ? { confirmed } : {}) }, editor);
  const blocks = chat.messages.at(-1)?.card.blocks ?? [];
  const actions = blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
  return { said: chat.words().at(-1), commands: actions.map(({ command }) => command), storage };
}

describe('removing an article', () => {
  test('that is not here is said at once, and nothing is asked', async () => {
    const { said, commands } = await remove([], 'nope');
    expect(said).toBe(words.noSuchArticle('nope'));
    expect(commands).toEqual([]);
  });

  test('is asked first, with its title, its publisher and its date', async () => {
    const { said, commands } = await remove([harbour], 'harbour workers');
    expect(said).toContain('“Harbour workers strike in Larnhaven” (Larnhaven Herald, 16 Nov 2026)');
    expect(commands).toEqual([{ type: 'remove', article: HARBOUR.id, confirmed: true }]);
  });

  test('asks which one is meant where several are called so', async () => {
    const { commands } = await remove([harbour, ferries], 'larnhaven');
    expect(commands).toEqual([
      { type: 'remove', article: HARBOUR.id },
      { type: 'remove', article: FERRIES.id },
    ]);
  });

  test('says that its file stays, and claims nothing of a publisher', async () => {
    const { said, storage } = await remove([harbour], HARBOUR.id, true);
    expect(said).toContain('Its file stays where it is');
    expect(said).not.toContain('publisher');
    expect(await storage.audit.list('T1', 5)).toMatchObject([
      { about: HARBOUR.id, detail: HARBOUR.url, action: 'article remove' },
    ]);
  });

  test('says which messages are not replaced, and why', async () => {
    const { said } = await remove([harbour], HARBOUR.id, true, {
      waiting: 2,
      standing: ['the channel is archived', 'the channel is archived', 'the message was deleted'],
    });
    expect(said).toContain('2 of them cannot be reached now');
    expect(said).toContain(
      '3 of them could not be changed: the channel is archived; the message was deleted.',
    );
  });
});

describe('removing a source', () => {
  const courier = { id: 'added-1', title: 'Norhaven Courier', articles: 3, isConfigured: false };

  async function leave(found: typeof courier, confirmed?: true) {
    const left: string[] = [];
    const { chat, storage } = await openDesk([harbour], {
      sources: {
        findSource: async () => found,
        leave: async (id) => {
          left.push(id);
        },
      },
    });
    await chat.give({ type: 'remove', article: found.id, ...(confirmed ? { confirmed } : {}) }, editor);
    const blocks = chat.messages.at(-1)?.card.blocks ?? [];
    const commands = blocks.flatMap((block) =>
      block.type === 'actions' ? block.actions.map(({ command }) => command) : [],
    );
    return { said: chat.words().at(-1), commands, left, audit: await storage.audit.list('T1', 5) };
  }

  test('is asked first, and says that what it brought stays', async () => {
    const { said, commands, left } = await leave(courier);
    expect(said).toContain('Read Norhaven Courier no more? What it brought stays: 3 articles.');
    expect(commands).toEqual([{ type: 'remove', article: 'added-1', confirmed: true }]);
    expect(left).toEqual([]);
  });

  test('is done once it is confirmed, and kept in the list of changes', async () => {
    const { said, left, audit } = await leave(courier, true);
    expect(said).toContain('Norhaven Courier is read no more');
    expect(left).toEqual(['added-1']);
    expect(audit).toMatchObject([{ action: 'source remove', about: 'added-1', actor: 'U2' }]);
  });

  test('is left to the operator where it is set in a file', async () => {
    const { said, left } = await leave({ ...courier, isConfigured: true }, true);
    expect(said).toContain('config/sources.yaml');
    expect(left).toEqual([]);
  });

  test('is for those who may manage', async () => {
    const { chat } = await openDesk([harbour], { sources: { findSource: async () => courier } });
    await chat.give({ type: 'remove', article: 'added-1' }, { actor: { id: 'U9', mayManage: false } });
    expect(chat.words().at(-1)).toMatch(/^Only admins/);
  });
});
