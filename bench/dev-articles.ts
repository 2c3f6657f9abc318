/** Articles of the labelled data beside the project, read at run time; nothing of them is kept. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const DATA = new URL('../../shared/data/', import.meta.url);

/** Rows of a set's dev half, or null where the data is absent. */
export function readRows<Row>(set: string): Row[] | null {
  const file = new URL(`${set}/dev.jsonl.gz`, DATA);
  if (!existsSync(file)) return null;
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Row);
}

export interface WikinewsEvent {
  readonly id: string;
  readonly articles: readonly { id: string; title: string; text: string; url: string; published: string }[];
}
export interface EcbArticle {
  readonly id: string;
  readonly story: string;
  readonly sentences: readonly string[];
}
export interface MultiNews {
  readonly id: string;
  readonly documents: readonly string[];
  readonly summary: string;
}
export interface Timeline {
  readonly event: string;
  readonly updates: readonly { date: string; update_by_annotator: readonly string[] }[];
}

/** ISO 8601, or null; the data writes zones without a colon. */
export function isoDate(date: string): string | null {
  const time = new Date(date.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
