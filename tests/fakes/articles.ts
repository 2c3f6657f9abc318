import type { StoredArticle } from '../../src/core/article.ts';

/** A stored article for tests, with whatever the test is about put in. */
export function buildArticle(
  over: Partial<Omit<StoredArticle, 'status'>> & { status?: Partial<StoredArticle['status']> } = {},
): StoredArticle {
  const { status, ...article } = over;
  return {
    id: 'a1',
    title: 'Council votes on the harbour bridge',
    text: 'The council voted on Monday. “We will build it,” said Mayor Ines Holm.',
    author: null,
    publisher: null,
    published: null,
    url: null,
    analysis: {
      version: 1,
      language: 'en',
      words: 12,
      sentences: [{ start: 0, end: 28, paragraph: 0 }],
      names: [],
      entities: [],
      quotes: [],
      dates: [],
    },
    ...article,
    status: {
      space: null,
      source: null,
      path: null,
      guid: null,
      retrieved: '2026-03-02T08:00:00.000Z',
      changed: '2026-03-02T08:00:00.000Z',
      version: 1,
      teaser: false,
      withdrawn: null,
      corrected: null,
      ...status,
    },
  };
}
