/** What the pages for engineers say of files, against the files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');
const filesOf = (folder: string): string[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`);

const SOURCES = filesOf('src').filter((path) => path.endsWith('.ts'));
const FILES = [...SOURCES, ...filesOf('tests'), ...filesOf('bench'), ...filesOf('config')];

/** "`src/core/ask`" of a heading: where the bare names under it are. */
function foldersOf(heading: string): string[] {
  return [...heading.matchAll(/`(src\/[^`]+)`/g)].map(([, folder]) => `${folder}/`);
}

/** Whether a name with its folder, or a bare one within the folders of its heading, is that of a file. */
function isThere(name: string, folders: readonly string[]): boolean {
  const named = FILES.filter((path) => path === name || path.endsWith(`/${name}`));
  if (name.includes('/') || folders.length === 0) return named.length > 0;
  return named.some((path) => folders.some((folder) => path.startsWith(folder)));
}

test('ARCHITECTURE.md names files that are there, under the heading of their folder', () => {
  let folders: string[] = [];
  const missing: string[] = [];
  for (const line of read('ARCHITECTURE.md').split('\n')) {
    if (line.startsWith('#')) folders = foldersOf(line);
    for (const [, name = ''] of line.matchAll(/`([\w./-]+\.ts)`/g))
      if (!isThere(name, folders)) missing.push(name);
  }
  expect(missing).toEqual([]);
});

test('ARCHITECTURE.md, README.md and the pages of bench link to files and headings that are there', () => {
  const missing: string[] = [];
  const pages = ['ARCHITECTURE.md', 'README.md', ...FILES.filter((path) => /^bench\/.*\.md$/.test(path))];
  for (const page of pages)
    for (const [, link = ''] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const { pathname, hash } = new URL(link, `file:///${page}`);
      if (!hasHeading(pathname.slice(1), hash.slice(1))) missing.push(`${page}: ${link}`);
    }
  expect(missing).toEqual([]);
});

function hasHeading(path: string, anchor: string): boolean {
  if (!existsSync(ROOT + path)) return false;
  if (anchor === '') return true;
  return [...read(path).matchAll(/^#+ (.*)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor);
}

/** As GitHub makes them. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

test('each file of src says first what it answers', () => {
  const silent = SOURCES.filter((path) => !/^(?:#!.*\n)?(?:\/\*\*|\/\/) ?/.test(read(path)));
  expect(silent).toEqual([]);
});
