/** A pipeline over the memory store and the real index, with a clock that the test sets. */
import type { StoredArticle } from '../../src/core/article.ts';
import { createArticleIndex } from '../../src/core/search/article-index.ts';
import { analyse } from '../../src/core/text/analyse.ts';
import { type Correction, createPipeline } from '../../src/ingest/pipeline.ts';
import type { FoundArticle, Origin } from '../../src/ingest/ports.ts';
import { createMemoryArticles } from '../../src/storage/memory/articles.ts';

export const SHARED: Origin = { source: null, space: null };

export function openIngestDesk(
  shown: Record<string, readonly string[]> = {},
  oldestKept: string | null = null,
) {
  const articles = createMemoryArticles();
  const index = createArticleIndex();
  const corrections: Correction[] = [];
  const lines: string[] = [];
  const log = (message: string) => {
    lines.push(message);
  };
  const clock = { time: new Date('2026-11-22T08:00:00Z'), now: () => clock.time };
  const pipeline = createPipeline({
    articles,
    index,
    analyse,
    clock,
    logger: { debug: log, info: log, warn: log, error: log },
    oldestKept: () => oldestKept,
    findShown: async (id) => shown[id] ?? [],
    onCorrected: async (correction) => {
      corrections.push(correction);
    },
  });
  const all = (): Promise<StoredArticle[]> => articles.list({ space: null });
  return {
    articles,
    index,
    pipeline,
    clock,
    corrections,
    lines,
    all,
    logger: { debug: log, info: log, warn: log, error: log },
  };
}

export const BRIDGE =
  'The old bridge at Tarnholm was closed on Monday after cracks were found in two of its pillars. “We cannot take the risk,” said Lena Dahl, the town engineer.\n\nAbout 9,000 people cross it every day, and the nearest other way over the river is a walk of forty minutes.';

export function found(over: Partial<FoundArticle> = {}): FoundArticle {
  return {
    title: 'Old bridge closed',
    text: BRIDGE,
    author: null,
    publisher: null,
    published: null,
    url: null,
    guid: null,
    path: null,
    teaser: false,
    ...over,
  };
}
