/** From a mention to a person: the full name and the role that the article gives for "he", "Miller", "the spokesman". */
import type { Reading } from '../reading.ts';
import type { Phrase } from './mentions.ts';

export interface Resolver {
  /** Name and role of who is mentioned at a place; null where the article does not say or leaves it open. */
  resolve(mention: Phrase | null): { name: string | null; role: string | null };
}

/** Prepares the resolution of the mentions of one reading. */
export function createResolver(reading: Reading): Resolver {
  const byLast = new Map(reading.runs.map((run, i) => [run.last, i] as const));
  return {
    resolve(mention) {
      if (!mention) return { name: null, role: null };
      const run = byLast.get(mention.last);
      const entity = run === undefined ? null : (reading.names[run]?.entity ?? null);
      const name = entity === null ? null : (reading.entities[entity]?.name ?? null);
      return { name: name?.includes(' ') ? name : null, role: null };
    },
  };
}
