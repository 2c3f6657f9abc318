/** Sources in memory: those added in a chat, what is remembered of each, and who reads one just now. */
import type { AddedSource, SourceState, SourceStore } from '../../core/ports.ts';
import { compare } from '../keys.ts';

export interface MemorySources extends SourceStore {
  removeSpace(space: string): void;
}

export function createMemorySources(): MemorySources {
  const states = new Map<string, SourceState>();
  const added = new Map<string, AddedSource>();
  const claims = new Map<string, number>();

  function removeSource(source: string): void {
    added.delete(source);
    states.delete(source);
    claims.delete(source);
  }

  return {
    async findState(source) {
      return states.get(source);
    },
    async listStates() {
      return [...states.values()].sort((a, b) => compare(a.source, b.source));
    },
    async putState(state) {
      states.set(state.source, state);
    },
    async claim(source, now, milliseconds) {
      if ((claims.get(source) ?? 0) > now.getTime()) return false;
      claims.set(source, now.getTime() + milliseconds);
      return true;
    },
    async release(source) {
      claims.delete(source);
    },
    async listAdded(space) {
      return [...added.values()]
        .filter((source) => space === undefined || source.space === space)
        .sort((a, b) => compare(a.added, b.added) || compare(a.id, b.id));
    },
    async putAdded(source) {
      added.set(source.id, source);
    },
    async remove(source) {
      removeSource(source);
    },
    removeSpace(space) {
      for (const source of [...added.values()]) if (source.space === space) removeSource(source.id);
    },
  };
}
