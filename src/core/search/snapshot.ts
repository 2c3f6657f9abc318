/** The index as text, to be kept and taken back: terms by number, and the packed articles. MiniSearch is filled from them. */
import type { RankedEntry } from './ranking.ts';

/** Of the form below and of what the term numbers mean (stemming, stop words). */
const VERSION = 2;

export interface Snapshot {
  readonly terms: readonly string[];
  readonly entries: ReadonlyMap<string, RankedEntry>;
}

type SavedEntry = [
  id: string,
  publisher: string | null,
  published: string | null,
  rows: number,
  base64: string,
];

interface Saved {
  readonly version: number;
  readonly terms: readonly string[];
  readonly articles: readonly SavedEntry[];
}

/** The index as text, for `parseSnapshot`. */
export function renderSnapshot({ terms, entries }: Snapshot): string {
  const articles = [...entries].map(([id, { publisher, published, packed }]): SavedEntry => {
    const { buffer, byteOffset, byteLength } = packed.data;
    const base64 = Buffer.from(buffer, byteOffset, byteLength).toString('base64');
    return [id, publisher, published, packed.rows, base64];
  });
  return JSON.stringify({ version: VERSION, terms, articles } satisfies Saved);
}

/** The snapshot of a text, or undefined where it is of another version or no snapshot at all. */
export function parseSnapshot(text: string): Snapshot | undefined {
  try {
    const saved = JSON.parse(text) as Partial<Saved> | null;
    if (saved?.version !== VERSION || saved.terms === undefined || saved.articles === undefined)
      return undefined;
    const entries = new Map<string, RankedEntry>();
    for (const [id, publisher, published, rows, base64] of saved.articles) {
      const bytes = Buffer.from(base64, 'base64');
      const data = new Uint32Array(bytes.length / 4);
      new Uint8Array(data.buffer).set(bytes);
      entries.set(id, { publisher, published, packed: { rows, data } });
    }
    return { terms: saved.terms, entries };
  } catch {
    // Cut off while it was written, or not ours: the articles are still in the store.
    return undefined;
  }
}
