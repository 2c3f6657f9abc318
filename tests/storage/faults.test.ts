import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Storage } from '../../src/chat/stores.ts';
import { messageOf } from '../../src/core/errors.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { buildArticle } from '../fakes/articles.ts';

let folder: string;
const mounted: string[] = [];
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefwire-faults-'));
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const path of mounted) execFileSync('umount', ['--lazy', path]);
  rmSync(folder, { recursive: true });
});

/** A file system of its own; undefined where this user may not mount one. */
function mount(name: string, options: string): string | undefined {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' });
    if (!mounted.includes(path)) mounted.push(path);
    return path;
  } catch {
    return undefined;
  }
}

async function storeWith(path: string, articles: number): Promise<Storage> {
  const store = await openStorage(`sqlite:${path}`);
  await store.articles.put(
    Array.from({ length: articles }, (_, n) => buildArticle({ id: `a${n}`, text: bigText(n) })),
  );
  return store;
}

function bigText(number: number): string {
  return `Report ${number}. ${'The harbour was closed again. '.repeat(100)}`;
}

/** The one line that an operator reads. */
async function problemOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    expect(error).toMatchObject({ name: 'BriefwireError', code: 'storage' });
    return messageOf(error);
  }
}

describe('a store that is in trouble says so in one clear line', () => {
  test('a full disk: nothing is half written, what was there stays readable, and it goes on once there is room', async (context) => {
    const disk = mount('full', 'size=2m');
    if (disk === undefined) return context.skip('mounting a small disk needs root');
    const path = join(disk, 'store.db');
    const store = await storeWith(path, 20);
    const many = Array.from({ length: 2000 }, (_, n) => buildArticle({ id: `b${n}`, text: bigText(n) }));
    const problem = await problemOf(() => store.articles.put(many));
    expect(problem).toMatch(/store\.db cannot grow: the disk is full\. Free some space/);
    expect(await store.articles.count()).toBe(20);
    expect(await store.articles.get('a7')).toMatchObject({ text: bigText(7) });
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    await store.articles.put(many);
    await store.close();
    const again = await openStorage(`sqlite:${path}`);
    expect(await again.articles.count()).toBe(2020);
    await again.close();
  });

  test('a disk that is full at the start', async (context) => {
    const disk = mount('filled', 'size=1m');
    if (disk === undefined) return context.skip('mounting a small disk needs root');
    const path = join(disk, 'store.db');
    await (await storeWith(join(folder, 'roomy.db'), 3)).close();
    copyFileSync(join(folder, 'roomy.db'), path);
    // Writing the rest of the disk ends with the error that it is full.
    expect(() => writeFileSync(join(disk, 'rest'), Buffer.alloc(2 ** 21))).toThrow('ENOSPC');
    expect(await problemOf(() => openStorage(`sqlite:${path}`))).toMatch(
      /store\.db cannot be read or written\. Look whether its disk is full/,
    );
  });

  test('a file that may only be read', async (context) => {
    const isRoot = process.getuid?.() === 0;
    const place = isRoot ? mount('readonly', 'size=8m') : join(folder, 'readonly');
    if (place === undefined)
      return context.skip('root may write everywhere, and a read-only disk cannot be mounted');
    if (!isRoot) mkdirSync(place);
    const path = join(place, 'store.db');
    await (await storeWith(join(folder, 'writable.db'), 3)).close();
    copyFileSync(join(folder, 'writable.db'), path);
    if (isRoot) execFileSync('mount', ['-o', 'remount,ro', place]);
    else chmodSync(path, 0o444);
    const problem = await problemOf(async () => {
      const store = await openStorage(`sqlite:${path}`);
      await store.articles.put([buildArticle({ id: 'new' })]);
    });
    expect(problem).toMatch(
      /store\.db cannot be (written|opened)\. (Give this user the right|Check the path)/,
    );
  });

  test('a folder that may only be read, where there is no file yet', async (context) => {
    const isRoot = process.getuid?.() === 0;
    const place = isRoot ? mount('sealed', 'size=8m') : join(folder, 'sealed');
    if (place === undefined)
      return context.skip('root may write everywhere, and a read-only disk cannot be mounted');
    if (!isRoot) mkdirSync(place);
    if (isRoot) execFileSync('mount', ['-o', 'remount,ro', place]);
    else chmodSync(place, 0o555);
    expect(await problemOf(() => openStorage(`sqlite:${join(place, 'store.db')}`))).toMatch(
      /store\.db cannot be written\. Give this user the right/,
    );
  });

  test('a path that is no place for a file', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect(await problemOf(() => openStorage(`sqlite:${join(folder, 'a-file/store.db')}`))).toMatch(
      /cannot be opened\. Check the path in STORE_URL/,
    );
    expect(await problemOf(() => openStorage(`sqlite:${folder}`))).toMatch(/cannot be opened/);
  });

  test('a file that is no database, or one of another program', async () => {
    const text = join(folder, 'text.db');
    writeFileSync(text, 'These are my notes. '.repeat(200));
    expect(await problemOf(() => openStorage(`sqlite:${text}`))).toMatch(
      /text\.db is damaged\. Put a copy of it back/,
    );
    const other = join(folder, 'other.db');
    const database = new Libsql(other);
    database.exec('CREATE TABLE recipe (name TEXT)');
    database.close();
    expect(await problemOf(() => openStorage(`sqlite:${other}`))).toMatch(/is a database of another program/);
  });

  test('a database cut in half is refused, at whatever place', async () => {
    const path = join(folder, 'cut.db');
    await (await storeWith(path, 200)).close();
    const whole = readFileSync(path);
    for (const share of [0.01, 0.3, 0.5, 0.9, 0.999]) {
      writeFileSync(path, whole);
      truncateSync(path, Math.floor(whole.length * share));
      expect(await problemOf(() => openStorage(`sqlite:${path}`))).toMatch(/cut\.db is damaged/);
    }
    writeFileSync(path, whole);
    const restored = await openStorage(`sqlite:${path}`);
    expect(await restored.articles.count()).toBe(200);
    await restored.close();
  });

  test('a database of a newer program is refused, and not touched', async () => {
    const path = join(folder, 'newer.db');
    await (await storeWith(path, 1)).close();
    const database = new Libsql(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    const before = statSync(path).size;
    expect(await problemOf(() => openStorage(`sqlite:${path}`))).toMatch(
      /newer\.db was written by a newer Briefwire \(schema 99, this one knows \d+\): start the newer program/,
    );
    expect(statSync(path).size).toBe(before);
  });

  test('a database of an older program is brought up to date, with what it holds', async () => {
    const path = join(folder, 'older.db');
    await (await storeWith(path, 1)).close();
    const database = new Libsql(path);
    database.exec('DROP TABLE hint; DROP INDEX turn_message; DROP TABLE notice; PRAGMA user_version = 1');
    database.close();
    const store = await openStorage(`sqlite:${path}`);
    expect(await store.articles.count()).toBe(1);
    expect(await store.hints.claim('T1')).toBe(true);
    expect(await store.notices.claim(['slack'], new Date(), new Date())).toBeUndefined();
    await store.close();
  });

  test('a database that another program locks: a line after five seconds, and it goes on when the lock is gone', async () => {
    const path = join(folder, 'locked.db');
    const store = await storeWith(path, 1);
    const other = new Libsql(path);
    other.exec('BEGIN IMMEDIATE');
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const start = Date.now();
    let isWaiting = true;
    const problem = problemOf(() => store.articles.remove(['a0'])).finally(() => {
      isWaiting = false;
    });
    // Meanwhile the process goes on, and reads.
    const readOn = async () => {
      expect(await store.articles.count()).toBe(1);
      await pause(10);
    };
    vi.setSystemTime(start + 4_900);
    for (let reads = 0; reads < 20; reads += 1) await readOn();
    expect(isWaiting).toBe(true);
    vi.setSystemTime(start + 5_100);
    while (isWaiting) await readOn();
    vi.useRealTimers();
    expect(await problem).toMatch(/locked\.db is locked by another program/);
    other.exec('ROLLBACK');
    await store.articles.remove(['a0']);
    expect(await store.articles.count()).toBe(0);
    other.close();
    await store.close();
  });

  test('a file that is taken away, or replaced, while the program runs: nothing is written into nowhere, and it is said', async () => {
    const [path, other] = [join(folder, 'taken.db'), join(folder, 'replacement.db')];
    await (await openStorage(`sqlite:${other}`)).close();
    const store = await openStorage(`sqlite:${path}`);
    const write = (key: string) => store.events.claim([key], new Date()).then(String, messageOf);
    expect(await write('before')).toBe('true');
    rmSync(path);
    expect(await write('gone')).toContain('was taken away while the program runs');
    copyFileSync(other, path);
    expect(await write('replaced')).toContain('was taken away while the program runs');
    await store.close();
  });

  test('a process killed in the middle of writing leaves whole batches', async () => {
    const path = join(folder, 'killed.db');
    const store = await openStorage(`sqlite:${path}`);
    const main = new URL('../fakes/article-process.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, ['--import', 'tsx', main, `sqlite:${path}`], { stdio: 'pipe' });
    children.push(child);
    await once(child.stdout, 'data');
    while ((await store.articles.count()) < 500) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const count = await store.articles.count();
    expect(count % 50).toBe(0);
    expect(await store.articles.list({ space: null })).toHaveLength(count);
    await store.articles.put([buildArticle({ id: 'after' })]);
    expect(await store.articles.count()).toBe(count + 1);
    await store.close();
  });
});

describe('a saved index', () => {
  test('that is damaged is not loaded', async () => {
    const path = join(folder, 'index.db');
    const store = await openStorage(`sqlite:${path}`);
    await store.index.put('1', { revision: 3, text: 'a long text of many words' });
    const database = new Libsql(path);
    database.exec('UPDATE index_snapshot SET body = substr(body, 1, 10)');
    database.close();
    expect(await store.index.find('1')).toBeUndefined();
    await store.close();
  });
});

test('an address that is no store is refused without saying the password in it', async () => {
  const error = await openStorage('mysql://user:secret@host/db').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'bad-settings' });
  expect(messageOf(error)).toMatch(/STORE_URL \(mysql:\) is no store that is known: write sqlite:/);
  expect(messageOf(error)).not.toContain('secret');
});

test('two stores over one new file make one schema', async () => {
  const path = join(folder, 'fresh/both.db');
  const both = await Promise.all([openStorage(`sqlite:${path}`), openStorage(`sqlite:${path}`)]);
  const [one, other] = both;
  await one?.articles.put([buildArticle({ id: 'a' })]);
  expect(await other?.articles.get('a')).toMatchObject({ id: 'a' });
  await other?.articles.put([buildArticle({ id: 'a', text: 'Changed by the other.' })]);
  expect(await one?.articles.get('a')).toMatchObject({ text: 'Changed by the other.' });
  await one?.articles.remove(['a']);
  expect(await other?.articles.list({ space: null })).toEqual([]);
  for (const store of both) await store.close();
});

test('processes that start at once on one new file all get it', async () => {
  const fresh = mkdtempSync(join(folder, 'at-once-'));
  const main = new URL('../fakes/starting-process.ts', import.meta.url).pathname;
  const starting = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--import', 'tsx', main, fresh, '30'], { stdio: 'pipe' }),
  );
  children.push(...starting);
  await Promise.all(starting.map((child) => once(child.stdout, 'data')));
  const start = Date.now() + 100;
  const told = starting.map(async (child) => {
    child.stdin.write(String(start));
    let said = '';
    for await (const piece of child.stdout) said += piece;
    return said;
  });
  expect(await Promise.all(told)).toEqual(['done\n', 'done\n', 'done\n']);
});

test('a file that another program locks is waited for at the start too', async () => {
  const path = join(folder, 'locked-at-start.db');
  // Not in write-ahead mode yet, as at a first start.
  const other = new Libsql(path);
  other.exec('BEGIN EXCLUSIVE');
  const opening = openStorage(`sqlite:${path}`);
  await pause(200);
  other.exec('ROLLBACK');
  other.close();
  const store = await opening;
  expect(await store.articles.count()).toBe(0);
  await store.close();
});

test('a space that cannot be removed as a whole stays as a whole', async () => {
  const path = join(folder, 'removed-space.db');
  const store = await openStorage(`sqlite:${path}`);
  const article = buildArticle({ id: 'a' });
  await store.articles.put([{ ...article, status: { ...article.status, space: 'slack:T1' } }]);
  await store.spaces.put({ space: 'slack:T1', platform: 'slack', zone: null, left: null });
  const other = new Libsql(path);
  other.exec("CREATE TRIGGER broken BEFORE DELETE ON space BEGIN SELECT RAISE(ABORT, 'broken'); END");
  await expect(store.removeSpace('slack:T1')).rejects.toThrow('broken');
  expect(await store.articles.count()).toBe(1);
  other.exec('DROP TRIGGER broken');
  other.close();
  await store.removeSpace('slack:T1');
  expect(await store.articles.count()).toBe(0);
  await store.close();
});
