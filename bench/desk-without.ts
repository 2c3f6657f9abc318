/** The stories of bench/desk without the sentences that answer a question: then the bot has nothing to say. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadArticle } from '../src/core/article.ts';
import type { Scored } from './desk-score.ts';
import { leaveOut, readInvented } from './invented.ts';

/** Whether leaving sentences out takes the answer away: a follow-up leans on what was answered before, and silence is right anyway. */
export const losesAnswer = ({ type, follow, passage }: Scored): boolean =>
  type !== 'silent' && follow === undefined && passage.length > 0;

/** Gives the work a folder with the articles of `folder` without what answers the question, and removes it. */
export async function withoutAnswer<T>(
  folder: string,
  { type, passage, accept }: Scored,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const said = type === 'answer' ? [...passage, ...accept] : passage;
  const home = pathToFileURL(folder);
  const made = mkdtempSync(join(tmpdir(), 'briefwire-desk-'));
  try {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
      const article = leaveOut(readInvented(new URL(file, home), file), said);
      if (article.text.trim() !== '') writeFileSync(join(made, `${file}.json`), toJson(article));
    }
    return await work(made);
  } finally {
    rmSync(made, { recursive: true });
  }
}

function toJson({ title, text, publisher, published }: ReadArticle): string {
  return JSON.stringify({ title, text, publisher, published });
}
