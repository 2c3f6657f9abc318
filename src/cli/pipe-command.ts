/** `briefwire pipe`: over the articles that it was started with or, without any, over those of the configured store. */
import { stat } from 'node:fs/promises';
import type { App } from '../app.ts';
import type { ReadArticle } from '../core/article.ts';
import { BriefwireError } from '../core/errors.ts';
import { createArticleIndex } from '../core/search/article-index.ts';
import { isReadable } from '../core/shelf.ts';
import { openSetup } from './context.ts';
import { runPipe } from './pipe.ts';
import { createOperations, type PipeIndex } from './pipe-operations.ts';
import { readArticleFolder, readJsonLines } from './read-articles.ts';

/** Answers until standard input ends. Rejects where the articles that are named cannot be read. */
export async function pipe({ articles: path }: { articles?: string }): Promise<void> {
  // What is wrong with the path is said before anything is asked.
  const read = path === undefined ? undefined : await chooseReader(path);
  let app: App | undefined;
  const readStore = async (): Promise<ReadArticle[]> => {
    app = await openSetup('warn');
    await app.readFolders();
    return (await app.storage.articles.list({ space: null })).filter(isReadable);
  };
  // Only once an operation needs them: most bring articles of their own.
  let own: Promise<PipeIndex> | undefined;
  const open = async (): Promise<PipeIndex> => {
    const articles = await (read ?? readStore)();
    const index = createArticleIndex();
    await index.add(articles);
    return { index, articles };
  };
  const operations = createOperations(() => {
    own ??= open();
    return own;
  });
  try {
    await runPipe(process.stdin, process.stdout, operations);
  } finally {
    await app?.close();
  }
}

async function chooseReader(path: string): Promise<() => Promise<ReadArticle[]>> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new BriefwireError('not-found', `${path} is not there, or may not be read`, { cause });
  });
  return () => (found.isDirectory() ? readArticleFolder(path) : readJsonLines(path));
}
