/** The saved search index, in memory: the newest one alone. */
import type { IndexSnapshot, IndexStore } from '../../core/ports.ts';

export function createMemoryIndex(): IndexStore {
  let saved: { version: string; snapshot: IndexSnapshot } | undefined;
  return {
    async find(version) {
      return saved?.version === version ? saved.snapshot : undefined;
    },
    async put(version, snapshot) {
      saved = { version, snapshot };
    },
  };
}
