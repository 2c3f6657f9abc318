/**
 * What was removed by request is remembered, so that the next reading of its file or feed does not bring it back. A file is
 * known by its words (its name may hold another article tomorrow), what a feed or a page brought by its identity.
 */
import { createHash } from 'node:crypto';
import type { StoredArticle } from '../core/article.ts';
import type { SourceStore } from '../core/ports.ts';
import type { Removals } from '../ingest/pipeline.ts';
import { newState } from '../ingest/source-state.ts';

export function createRemovals(
  sources: SourceStore,
): Removals & { add(article: StoredArticle): Promise<void> } {
  return {
    async add(article) {
      for (const mark of marksOf(article)) await sources.putState(newState(mark));
    },
    async has(article) {
      for (const mark of marksOf(article)) if (await sources.findState(mark)) return true;
      return false;
    },
    async lift(article) {
      for (const mark of marksOf(article)) await sources.remove(mark);
    },
  };
}

function marksOf({ id, url, text, status: { space, path } }: StoredArticle): string[] {
  const mark = (...parts: readonly string[]) => ['removed', space ?? '', ...parts].join(':');
  if (path !== null) {
    const words = createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex');
    return [mark('text', words.slice(0, 32))];
  }
  return [mark('id', id), ...(url === null ? [] : [mark('url', url)])];
}
