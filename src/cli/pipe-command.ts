/** `briefwire pipe`. */
import { createArticleIndex } from '../core/search/article-index.ts';
import { runPipe } from './pipe.ts';
import { createOperations, type PipeIndex } from './pipe-operations.ts';
import { readJsonLines } from './read-articles.ts';

export async function pipe({ articles: path }: { articles?: string }): Promise<void> {
  let own: Promise<PipeIndex> | undefined;
  const open = async (): Promise<PipeIndex> => {
    const articles = path === undefined ? [] : await readJsonLines(path);
    const index = createArticleIndex();
    await index.add(articles);
    return { index, articles };
  };
  await runPipe(
    process.stdin,
    process.stdout,
    createOperations(() => {
      own ??= open();
      return own;
    }),
  );
}
