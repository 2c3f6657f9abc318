/** Reads article files: which there are in a folder, and what is in one of them. */
import { lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, normalize, relative, resolve, sep } from 'node:path';
import { messageOf } from '../../core/errors.ts';
import { FILE_ENDINGS, LARGEST_FILE, parseFile } from '../parse/file.ts';
import type { FoundArticle, Refusal } from '../ports.ts';

export type FileResult =
  | { readonly found: readonly FoundArticle[] }
  | { readonly refusal: Refusal }
  /** The file is not there any more. */
  | { readonly gone: true };

interface Listing {
  readonly files: string[];
  readonly refused: Refusal[];
  /** False where a part could not be read, so that more files may be there. */
  readonly isWhole: boolean;
}

/** All files of a folder and the folders in it that may hold articles, in the order of their names. */
export async function listFiles(folder: string): Promise<Listing> {
  let isWhole = true;
  const refused: Refusal[] = [];
  const files: string[] = [];
  const visit = async (directory: string): Promise<void> => {
    let entries: Awaited<ReturnType<typeof readEntries>>;
    try {
      entries = await readEntries(directory);
    } catch (error) {
      refused.push({ what: directory, why: folderWords(error) });
      isWhole = false;
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(directory, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isSymbolicLink() && (await isFolder(path)))
        refused.push({
          what: path,
          why: 'it is a link to a folder: name that folder in config/sources.yaml',
        });
      else if (isArticleFile(path)) files.push(path);
    }
  };
  await visit(folder);
  return { files, refused, isWhole };
}

/** By its name: an ending that is read, and not hidden. */
export function isArticleFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf(sep) + 1).toLowerCase();
  return !name.startsWith('.') && FILE_ENDINGS.some((ending) => name.endsWith(ending));
}

/** A folder as it stands in the paths of its articles. */
export function plainFolder(folder: string): string {
  return normalize(folder).replace(/(?<=.)[/\\]$/, '');
}

/** Is an article's path in this plain folder? */
export function isUnder(folder: string, path: string): boolean {
  if (folder === '.') return !path.startsWith('..') && !path.startsWith(sep);
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** What differs as soon as a file is written again; null where there is none. */
export function stampOf(path: string): Promise<string | null> {
  return stat(path).then(
    ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
    () => null,
  );
}

/** Reads one file. Never rejects: what is wrong with it is a refusal with its reason. */
export async function readFileArticles(path: string, folder: string): Promise<FileResult> {
  const refuse = (why: string): FileResult => ({ refusal: { what: path, why } });
  try {
    const [real, root] = await Promise.all([realpath(path), realpath(folder)]);
    const inside = relative(root, real);
    if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside)
      return refuse('it is a link to a place outside the folder: copy the file into the folder instead');
    // Opening a pipe or a device would wait for ever, so the kind is asked first.
    const kind = await stat(real);
    if (!kind.isFile()) return refuse('it is no file');
    if (kind.size > LARGEST_FILE) return refuse('it is larger than 5 MB');
    return { found: parseFile(path, await readBytes(real)) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      return (await isLink(path)) ? refuse('it is a link to nothing') : { gone: true };
    return refuse(fileWords(error));
  }
}

function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** At most one byte more than is allowed, however much the file grows meanwhile. */
async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, LARGEST_FILE) + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

function readEntries(directory: string) {
  return readdir(directory, { withFileTypes: true });
}

/** Why the folder itself cannot be read; undefined where it can. */
export async function whyUnreadable(folder: string): Promise<string | undefined> {
  return readEntries(folder).then(() => undefined, folderWords);
}

/** Why a folder could not be read, and what to do. */
export function folderWords(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'there is no such folder: create it, or name another';
  if (code === 'ENOTDIR') return 'it is a file, not a folder: name the folder that it is in';
  if (code === 'EACCES' || code === 'EPERM')
    return 'the folder may not be read: give this user the right to read it';
  return messageOf(error);
}

/** Why a file could not be read, and what to do. */
export function fileWords(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read: give this user the right to read it';
  if (code === 'ELOOP') return 'it is a link that leads to itself';
  return messageOf(error);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
