/** Articles for `pipe --articles PATH`: a folder of article files, or a `.jsonl` of articles in the pipe's shape. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { z } from 'zod';
import type { Article, ReadArticle } from '../core/article.ts';
import { checkSize } from '../core/article-size.ts';
import { BriefwireError, codeOf, messageOf } from '../core/errors.ts';
import { analyse } from '../core/text/analyse.ts';
import { listFiles, readFileArticles } from '../ingest/readers/files.ts';

export const articleSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  published: z.string().nullish(),
  publisher: z.string().nullish(),
  url: z.string().nullish(),
});

/** Fills what is not stated with null, and reads it. Throws `too-large`. */
export function readGiven(given: z.infer<typeof articleSchema>): ReadArticle {
  return readWhole({
    id: given.id,
    title: given.title ?? null,
    text: given.text,
    author: null,
    publisher: given.publisher ?? null,
    published: given.published ?? null,
    url: given.url ?? null,
  });
}

function readWhole(article: Article): ReadArticle {
  checkSize(article);
  return { ...article, analysis: analyse(article) };
}

/** All article files of a folder, each called by its path in it. What cannot be read is told on standard error. */
export async function readArticleFolder(folder: string): Promise<ReadArticle[]> {
  const { files, refused } = await listFiles(folder);
  const read: ReadArticle[] = [];
  const refusals = [...refused];
  for (const file of files) {
    const result = await readFileArticles(file, folder);
    if ('refusal' in result) refusals.push(result.refusal);
    else if ('found' in result)
      for (const { path, guid: _, teaser: __, doubts: ___, ...stated } of result.found) {
        const id = relative(folder, path ?? file);
        try {
          read.push(readWhole({ id, ...stated }));
        } catch (error) {
          refusals.push({ what: id, why: messageOf(error) });
        }
      }
  }
  for (const { what, why } of refusals) process.stderr.write(`not read: ${what}: ${why}\n`);
  return read;
}

/** Rejects with a BriefwireError that names the line that is wrong. */
export async function readJsonLines(path: string): Promise<ReadArticle[]> {
  const lines = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').split('\n');
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${path}, line ${index + 1}`;
    const parsed = articleSchema.safeParse(parseJson(line, where));
    if (!parsed.success) {
      const [problem] = parsed.error.issues;
      const field = problem?.path.join('.') || 'the line';
      throw new BriefwireError('bad-request', `${where}: ${field}: ${problem?.message ?? 'no article'}`);
    }
    if (seen.has(parsed.data.id))
      throw new BriefwireError('bad-request', `${where}: the id ${parsed.data.id} stands twice`);
    seen.add(parsed.data.id);
    try {
      return [readGiven(parsed.data)];
    } catch (cause) {
      throw new BriefwireError(codeOf(cause), `${where}: ${messageOf(cause)}`, { cause });
    }
  });
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new BriefwireError('bad-request', `${where}: it is no JSON: ${messageOf(cause)}`, { cause });
  }
}
