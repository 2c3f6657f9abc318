import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFolderReader } from '../../src/ingest/readers/folder.ts';
import { newState } from '../../src/ingest/source-state.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';
import { leaveFolders, rememberFolder } from '../../src/wiring/folders.ts';
import { BRIDGE, found, openIngestDesk, SHARED } from '../ingest/desk.ts';

let root: string;
let demo: string;
let mine: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'briefwire-folders-'));
  [demo, mine] = [mkdtempSync(join(root, 'demo')), mkdtempSync(join(root, 'mine'))];
});
afterEach(() => rmSync(root, { recursive: true }));

function openHouse() {
  const desk = openIngestDesk();
  const { sources } = createMemoryStorage();
  /** As a start does it. `folders`: those that are configured, by the id of their source. */
  const start = async (...folders: (readonly [string, string | null])[]) => {
    const readers = folders.map(([folder, source]) =>
      createFolderReader({ folder, origin: { source, space: null }, ...desk }),
    );
    const deps = { ...desk, folders: readers, storage: { sources } };
    for (const reader of readers) await reader.read();
    await rememberFolder(deps);
    await leaveFolders(deps);
  };
  return {
    ...desk,
    sources,
    start,
    paths: async () => (await desk.all()).map(({ status }) => status.path).sort(),
  };
}

describe('a folder that ARTICLES_DIR names no more', () => {
  test('does not go on answering, and its end is said in one line', async () => {
    const { start, paths, lines } = openHouse();
    writeFileSync(join(demo, 'a.txt'), BRIDGE);
    writeFileSync(join(mine, 'b.txt'), `In Ostry too: ${BRIDGE}`);
    await start([demo, null]);
    await start([mine, null]);
    expect(await paths()).toEqual([join(mine, 'b.txt')]);
    expect(lines.filter((line) => line.includes('taken out'))).toEqual([
      expect.stringContaining(`1 article of ${demo} taken out`),
    ]);
  });

  test('takes nothing along that was read by hand, or that a source brought', async () => {
    const { start, paths, pipeline } = openHouse();
    writeFileSync(join(demo, 'a.txt'), BRIDGE);
    const byHand = join(root, 'elsewhere.txt');
    await pipeline.take([found({ text: `By hand: ${BRIDGE}`, path: byHand })], SHARED);
    await start([mine, null], [demo, 'wire']);
    await start([mine, null]);
    expect(await paths()).toEqual([join(demo, 'a.txt'), byHand]);
  });

  test('takes no memory of a feed along', async () => {
    const { start, sources } = openHouse();
    await sources.putState(newState('courier-of-ostry'));
    await start([mine, null]);
    expect((await sources.listStates()).map(({ source }) => source)).toContain('courier-of-ostry');
  });

  test('stays where a source follows it now', async () => {
    const { start, paths } = openHouse();
    writeFileSync(join(demo, 'a.txt'), BRIDGE);
    await start([demo, null]);
    await start([mine, null], [demo, 'wire']);
    expect(await paths()).toEqual([join(demo, 'a.txt')]);
  });

  test('goes on answering as far as the one that is named now lies in it', async () => {
    const { start, paths } = openHouse();
    writeFileSync(join(demo, 'a.txt'), BRIDGE);
    writeFileSync(join(mine, 'b.txt'), `In Ostry too: ${BRIDGE}`);
    await start([root, null]);
    expect(await paths()).toHaveLength(2);
    await start([mine, null]);
    expect(await paths()).toEqual([join(mine, 'b.txt')]);
  });

  test('was only moved where another has its words: the article stays the same one', async () => {
    const { start, paths, all } = openHouse();
    writeFileSync(join(demo, 'a.txt'), BRIDGE);
    await start([demo, null]);
    const [before] = await all();
    writeFileSync(join(mine, 'a.txt'), BRIDGE);
    await start([mine, null]);
    expect(await paths()).toEqual([join(mine, 'a.txt')]);
    expect((await all())[0]?.id).toBe(before?.id);
  });

  test('stays while the one that is named instead cannot be read: it may be a slip', async () => {
    const { start, paths } = openHouse();
    writeFileSync(join(demo, 'a.txt'), BRIDGE);
    await start([demo, null]);
    await start([join(root, 'nowhere'), null]);
    expect(await paths()).toEqual([join(demo, 'a.txt')]);
    await start([mine, null]);
    expect(await paths()).toEqual([]);
  });
});
