import type { ArticleStore } from '../../src/core/ports.ts';

/** A store whose first reading waits, once it has begun, until it is let go. */
export function holdUp(store: ArticleStore) {
  let [reading, letGo] = [() => {}, () => {}];
  const isReading = new Promise<void>((resolve) => {
    reading = resolve;
  });
  const mayGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let first = true;
  const articles: Pick<ArticleStore, 'revision' | 'changes' | 'getMany'> = {
    revision: () => store.revision(),
    changes: (since) => store.changes(since),
    async getMany(ids) {
      if (first) {
        first = false;
        reading();
        await mayGo;
      }
      return store.getMany(ids);
    },
  };
  return { articles, isReading, letGo: () => letGo() };
}
