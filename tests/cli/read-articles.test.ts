import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readArticleFolder, readJsonLines } from '../../src/cli/read-articles.ts';

async function read(content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'articles.jsonl');
  await writeFile(path, content);
  return readJsonLines(path);
}

test('a file of articles may begin with a byte-order mark and have lines of any kind', async () => {
  const articles = await read('\uFEFF{"id":"a","text":"One."}\r\n\r\n{"id":"b","text":"Two."}');
  expect(articles.map(({ id, text }) => [id, text])).toEqual([
    ['a', 'One.'],
    ['b', 'Two.'],
  ]);
});

test('what is wrong in a file of articles is said with its line', async () => {
  const first = '{"id":"a","text":"One."}\n';
  await expect(read(`${first}{`)).rejects.toThrow(/articles\.jsonl, line 2: it is no JSON: /);
  await expect(read(`${first}[]`)).rejects.toThrow(/line 2: the line: /);
  await expect(read(`${first}{"id":"b"}`)).rejects.toThrow(/line 2: text: /);
  const large = JSON.stringify({ id: 'b', text: 'a '.repeat(400_000) });
  await expect(read(first + large)).rejects.toThrow(
    /line 2: the article has 800,000 characters, more than 500,000/,
  );
  await expect(read(first + first)).rejects.toThrow(/line 2: the id a stands twice/);
});

test('a file with more text than an article has is passed over, and the others of its folder are read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefwire-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'large.txt'), 'The harbour of Ostry was closed again. '.repeat(20_000));
  await writeFile(
    join(folder, 'real.txt'),
    'The harbour of Ostry was closed again on Monday, its master said.',
  );
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const articles = await readArticleFolder(folder);
  expect(articles.map(({ id }) => id)).toEqual(['real.txt']);
  expect(told.mock.calls.join('')).toMatch(
    /^not read: large\.txt: the article has 7\d\d,\d+ characters, more than/,
  );
  told.mockRestore();
});
