import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IngestReport } from '../../../src/ingest/ports.ts';
import { fileWords, folderWords, isUnder, readFileArticles } from '../../../src/ingest/readers/files.ts';
import { createFolderReader, type FolderReader } from '../../../src/ingest/readers/folder.ts';
import { BRIDGE, openIngestDesk, SHARED } from '../desk.ts';

let folder: string;
let desk: ReturnType<typeof openIngestDesk>;
let reports: IngestReport[];
let reader: FolderReader;

function openReader(place = folder): FolderReader {
  return createFolderReader({
    folder: place,
    origin: SHARED,
    pipeline: desk.pipeline,
    logger: desk.logger,
    onReport: (report) => reports.push(report),
    quiet: 50,
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefwire-folder-'));
  desk = openIngestDesk();
  reports = [];
  reader = openReader();
});
afterEach(async () => {
  await reader.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function whyRefused(): Promise<Record<string, string>> {
  const { refused } = await reader.read();
  return Object.fromEntries(refused.map(({ what, why }) => [what.replace(`${folder}/`, ''), why]));
}

/** Resolves at the first report that fits. */
async function reported(fits: (report: IngestReport) => boolean): Promise<IngestReport> {
  for (;;) {
    const report = reports.find(fits);
    if (report !== undefined) return report;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a folder of articles', () => {
  it('is read whole: text, Markdown, pages and JSON, also in folders of it', async () => {
    write('one.txt', `Bridge closed\n\nBy Ann Lee | May 3, 2024\n\n${BRIDGE}\n\nShare\n`);
    write('two.md', `---\ntitle: Two\npublisher: Morning\ndate: 2024-05-03\n---\nSecond. ${BRIDGE}\n`);
    write(
      'three.html',
      `<html><head><title>Three</title></head><body><article><h1>Three</h1><p>Third. ${BRIDGE}</p></article></body></html>`,
    );
    mkdirSync(join(folder, 'more'));
    write(
      'more/four.json',
      JSON.stringify({ title: 'Four', text: `Fourth. ${BRIDGE}`, source: { name: 'Evening' } }),
    );
    write('photo.jpg', 'no article');
    write('.hidden.txt', BRIDGE);
    expect(await reader.read()).toMatchObject({ added: 4, refused: [] });
    const articles = await desk.all();
    expect(articles.map(({ title }) => title).sort()).toEqual(['Bridge closed', 'Four', 'Three', 'Two']);
    expect(articles.find(({ title }) => title === 'Bridge closed')).toMatchObject({
      author: 'Ann Lee',
      published: '2024-05-03',
      text: BRIDGE,
      status: { path: join(folder, 'one.txt') },
    });
    expect(articles.find(({ title }) => title === 'Two')).toMatchObject({
      publisher: 'Morning',
      published: '2024-05-03',
    });
    expect(articles.find(({ title }) => title === 'Four')).toMatchObject({ publisher: 'Evening' });
  });

  it('is read without what is hidden in it, also in folders', async () => {
    mkdirSync(join(folder, '.trash'));
    write('.trash/old.txt', BRIDGE);
    write('.draft.txt', `Draft. ${BRIDGE}`);
    write('a.txt', `Now. ${BRIDGE}`);
    expect(await reader.read()).toMatchObject({ added: 1, refused: [] });
  });

  it('is not taken for one whose name begins as its does', () => {
    const path = join(folder, 'a.txt');
    expect([isUnder(folder, path), isUnder(`${folder}/`, path), isUnder('/', path)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(isUnder(folder.slice(0, -1), path)).toBe(false);
    expect([isUnder('.', 'a.txt'), isUnder('.', '../a.txt'), isUnder('.', path)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('gives the same again when nothing changed', async () => {
    write('one.txt', BRIDGE);
    await reader.read();
    expect(await reader.read()).toMatchObject({ added: 0, unchanged: 1, replaced: 0, removed: 0 });
  });

  it('loses what was removed while nobody looked, and keeps what was only renamed', async () => {
    write('one.txt', BRIDGE);
    write('two.txt', `Second. ${BRIDGE}`);
    await reader.read();
    const id = (await desk.all()).find(({ text }) => text === BRIDGE)?.id;
    renameSync(join(folder, 'one.txt'), join(folder, 'other.txt'));
    unlinkSync(join(folder, 'two.txt'));
    expect(await openReader().read()).toMatchObject({ unchanged: 1, removed: 1 });
    expect(await desk.all()).toMatchObject([{ id, status: { path: join(folder, 'other.txt') } }]);
  });

  it('counts two files with the same words as one article, which outlives either', async () => {
    write('a.txt', BRIDGE);
    write('b.txt', BRIDGE);
    expect(await reader.read()).toMatchObject({ added: 1, unchanged: 1 });
    unlinkSync(join(folder, 'a.txt'));
    expect(await reader.read()).toMatchObject({ unchanged: 1, removed: 0 });
    expect(await desk.all()).toMatchObject([{ status: { path: join(folder, 'b.txt') } }]);
    unlinkSync(join(folder, 'b.txt'));
    expect(await reader.read()).toMatchObject({ removed: 1 });
  });

  it('follows a JSON list as it grows and shrinks', async () => {
    const list = (count: number) =>
      JSON.stringify(
        Array.from({ length: count }, (_, n) => ({ title: `T${n}`, text: `Number ${n}. ${BRIDGE}` })),
      );
    write('list.json', list(3));
    expect(await reader.read()).toMatchObject({ added: 3 });
    write('list.json', list(2));
    expect(await reader.read()).toMatchObject({ unchanged: 2, removed: 1 });
    unlinkSync(join(folder, 'list.json'));
    expect(await reader.read()).toMatchObject({ removed: 2 });
  });

  it('notices new, changed and removed files while it runs', async () => {
    write('one.txt', BRIDGE);
    await reader.read();
    await reader.watch();
    write('two.txt', `Second. ${BRIDGE}`);
    await reported(({ added, unchanged }) => added === 1 && unchanged === 0 && reports.length > 1);
    write('one.txt', BRIDGE.replace('9,000', '12,000'));
    await reported(({ replaced }) => replaced === 1);
    unlinkSync(join(folder, 'two.txt'));
    await reported(({ removed }) => removed === 1);
    expect(await desk.all()).toMatchObject([{ text: BRIDGE.replace('9,000', '12,000') }]);
  });

  it('that is not there yet is read when it is made', async () => {
    rmSync(folder, { recursive: true });
    await reader.watch();
    mkdirSync(folder);
    write('one.txt', BRIDGE);
    await reported(({ added }) => added === 1);
    write('two.txt', `Second. ${BRIDGE}`);
    await reported(({ added }) => added === 1 && reports.length > 1);
    expect(await desk.all()).toHaveLength(2);
  });

  it('keeps its articles when the folder is gone as a whole, as a disk may be', async () => {
    write('one.txt', BRIDGE);
    await reader.read();
    await reader.watch();
    renameSync(folder, `${folder}-away`);
    await reported(({ refused }) => refused.length > 0);
    renameSync(`${folder}-away`, folder);
    expect(await desk.all()).toHaveLength(1);
  });

  it('notices what changed after it was read and before it was watched', async () => {
    write('one.txt', BRIDGE);
    write('two.txt', `Second. ${BRIDGE}`);
    await reader.read();
    write('one.txt', BRIDGE.replace('9,000', '12,000'));
    unlinkSync(join(folder, 'two.txt'));
    write('three.txt', `Third. ${BRIDGE}`);
    await reader.watch();
    expect(await reported(({ replaced }) => replaced === 1)).toMatchObject({ added: 1, removed: 1 });
  });

  it('is followed on when it comes back, and when another one is put in its place', async () => {
    await reader.read();
    await reader.watch();
    for (const turn of ['1', '2']) {
      renameSync(folder, `${folder}-away`);
      if (turn === '1') renameSync(`${folder}-away`, folder);
      else mkdirSync(folder);
      write(`${turn}.txt`, `Number ${turn}. ${BRIDGE}`);
      await reported(({ added }) => added === 1);
      reports = [];
    }
    write('3.txt', `Number 3. ${BRIDGE}`);
    await reported(({ added }) => added === 1);
    rmSync(`${folder}-away`, { recursive: true });
  });

  it('is tried again where another one was put in its place and could not be read at once', async () => {
    let fails = 1;
    const own = createFolderReader({
      folder,
      origin: SHARED,
      pipeline: {
        ...desk.pipeline,
        listFiles: async (origin) => {
          if (fails-- > 0) throw new Error('the disk is full');
          return desk.pipeline.listFiles(origin);
        },
      },
      logger: desk.logger,
      onReport: (report) => reports.push(report),
      quiet: 50,
    });
    await own.watch();
    renameSync(folder, `${folder}-away`);
    mkdirSync(folder);
    write('1.txt', `Number 1. ${BRIDGE}`);
    await vi.waitFor(() => expect(fails).toBeLessThan(0), { timeout: 5000 });
    await own.close();
    rmSync(`${folder}-away`, { recursive: true });
  });

  it('is followed where it lies in a hidden folder, and where it is a link itself', async () => {
    const hidden = join(folder, '.hidden');
    mkdirSync(hidden);
    const link = join(folder, 'link');
    symlinkSync(hidden, link);
    for (const [name, place] of [
      ['one', hidden],
      ['two', link],
    ]) {
      const own = openReader(place);
      await own.watch();
      write(`.hidden/${name}.txt`, `Number ${name}. ${BRIDGE}`);
      await reported(({ added }) => added === 1);
      await own.close();
      reports = [];
    }
  });

  it('is followed for articles only: what an editor or a copy leaves beside them is nothing to it', async () => {
    await reader.read();
    await reader.watch();
    write('a.txt.tmp', 'half');
    write('.b.txt', 'hidden');
    mkdirSync(join(folder, '.trash'));
    write('.trash/c.txt', `Thrown away. ${BRIDGE}`);
    write('a.txt', BRIDGE);
    await reported(({ added }) => added > 0);
    write('z.txt', `Then. ${BRIDGE}`);
    await vi.waitFor(async () => expect(await desk.all()).toHaveLength(2), 5_000);
    expect((await desk.all()).map(({ status }) => status.path).sort()).toEqual(
      ['a.txt', 'z.txt'].map((name) => join(folder, name)),
    );
    expect(desk.lines.join()).not.toMatch(/tmp|\.b\.txt/);
  });

  it('reads many changes at once in one run', async () => {
    await reader.read();
    await reader.watch();
    for (let n = 0; n < 10; n += 1) write(`${n}.txt`, `Number ${n}. ${BRIDGE}`);
    await reported(({ added }) => added > 0);
    expect(reports.at(-1)).toMatchObject({ added: 10 });
  });
});

describe('bad input', () => {
  it('is refused with its reason, and everything else goes on', async () => {
    write('good.txt', BRIDGE);
    write('empty.txt', '');
    write('blank.txt', '\uFEFF \n\n ');
    write('binary.txt', Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3]));
    write('large.txt', 'word '.repeat(1_100_000));
    write('broken.json', '{"title": ');
    write('other.json', '{"answer": 42}');
    write('nothing.html', '<html><body></body></html>');
    const refused = await whyRefused();
    expect(refused).toEqual({
      'empty.txt': 'it is empty',
      'blank.txt': 'it is empty',
      'binary.txt': 'it is binary, not text',
      'large.txt': 'it is larger than 5 MB',
      'broken.json': 'it is no JSON: check its commas and brackets',
      'other.json': 'no article text was found in it',
      'nothing.html': 'no article text was found in it',
    });
    expect(await desk.all()).toHaveLength(1);
    expect(desk.lines).toContain(`not read: ${join(folder, 'empty.txt')}: it is empty`);
  });

  it('that is no UTF-8 is read as Windows-1252; a byte-order mark and CRLF are taken away', async () => {
    write(
      'old.txt',
      Buffer.from('The caf\xe9 on the quay \x93closed for ever\x94 on Monday, its owner said.', 'latin1'),
    );
    write('mark.txt', `\uFEFF${BRIDGE.replaceAll('\n', '\r\n')}`);
    expect(await reader.read()).toMatchObject({ added: 2, refused: [] });
    expect((await desk.all()).map(({ text }) => text).sort()).toEqual([
      'The café on the quay “closed for ever” on Monday, its owner said.',
      BRIDGE,
    ]);
  });

  it('behind a link out of the folder is refused; a link inside is the same article', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'briefwire-outside-'));
    writeFileSync(join(outside, 'secret.txt'), BRIDGE);
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    write('one.txt', BRIDGE);
    symlinkSync(join(folder, 'one.txt'), join(folder, 'same.txt'));
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'));
    expect(await whyRefused()).toEqual({
      'link.txt': 'it is a link to a place outside the folder: copy the file into the folder instead',
      'loop.txt': 'it is a link that leads to itself',
    });
    expect(await desk.all()).toHaveLength(1);
    rmSync(outside, { recursive: true });
  });

  it('behind a link to a folder is neither read nor followed, which is said, and the rest is as ever', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'briefwire-outside-'));
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync(join(outside, 'nothing'), join(folder, 'lost.txt'));
    write('one.txt', BRIDGE);
    const why = 'it is a link to a folder: name that folder in config/sources.yaml';
    expect(await whyRefused()).toEqual({ loop: why, out: why, 'lost.txt': 'it is a link to nothing' });
    await reader.watch();
    writeFileSync(join(outside, 'secret.txt'), BRIDGE);
    unlinkSync(join(folder, 'one.txt'));
    expect(await reported(({ removed }) => removed === 1)).toMatchObject({ refused: [] });
    expect(desk.lines.join()).not.toMatch(/secret|not watched/);
    write('one.txt', BRIDGE);
    await reader.read();
    unlinkSync(join(folder, 'one.txt'));
    expect(await reader.read()).toMatchObject({ removed: 1 });
    rmSync(outside, { recursive: true });
  });

  it('that is a pipe is refused and not waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await whyRefused()).toEqual({ 'pipe.txt': 'it is no file' });
  });

  it('that vanishes while it is read is passed over', async () => {
    expect(await readFileArticles(join(folder, 'gone.txt'), folder)).toEqual({ gone: true });
  });

  it('keeps the article of a file that is refused later: it may be half written', async () => {
    write('one.txt', BRIDGE);
    await reader.read();
    write('one.txt', '');
    expect(await reader.read()).toMatchObject({ removed: 0, refused: [{ why: 'it is empty' }] });
    expect(await desk.all()).toHaveLength(1);
  });

  it('a folder that is missing, or a file, is said, and removes nothing', async () => {
    write('one.txt', BRIDGE);
    await reader.read();
    rmSync(folder, { recursive: true });
    expect(await reader.read()).toMatchObject({
      removed: 0,
      refused: [{ what: folder, why: 'there is no such folder: create it, or name another' }],
    });
    writeFileSync(folder, '');
    expect((await reader.read()).refused).toMatchObject([
      { why: 'it is a file, not a folder: name the folder that it is in' },
    ]);
  });

  it('that may not be read says what to change', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(folderWords(denied)).toBe('the folder may not be read: give this user the right to read it');
    expect(fileWords(denied)).toBe('it may not be read: give this user the right to read it');
  });
});
