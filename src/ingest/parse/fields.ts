/** What a file's own fields say of an article, under the names that people and programs give them. */
import { canonicalUrl } from '../identity.ts';
import { parseFeedDate } from './feed/date.ts';

export interface StatedFields {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  readonly url: string | null;
  readonly guid: string | null;
  /** What is stated and could not be understood, a line each. */
  readonly doubts: readonly string[];
}

/** Reads front matter or a JSON object. Names differ in case, hyphens and underscores only count as one. */
export function parseFields(raw: Readonly<Record<string, unknown>>): StatedFields {
  const values = new Map(Object.entries(raw).map(([name, value]) => [plainName(name), value]));
  const find = (...names: string[]) => {
    for (const name of names) {
      const words = wordsOf(values.get(name));
      if (words !== null) return words;
    }
    return null;
  };
  const url = find('url', 'link', 'canonical', 'canonicalurl', 'sourceurl', 'mainentityofpage');
  const date = find(
    'published',
    'publishedat',
    'datepublished',
    'publisheddate',
    'publicationdate',
    'pubdate',
    'date',
  );
  const published = parseFeedDate(date);
  const address = url === null ? null : canonicalUrl(url);
  return {
    title: find('title', 'headline', 'name'),
    author: find('author', 'byline', 'authors', 'creator'),
    publisher: find('publisher', 'publication', 'source', 'site', 'sitename', 'outlet'),
    published,
    url: address,
    guid: find('id', 'guid', 'uuid'),
    doubts: [
      ...(date !== null && published === null
        ? [`its date “${shorten(date)}” is none: write 2026-11-30`]
        : []),
      ...(url !== null && address === null ? [`its address “${shorten(url)}” is no web address`] : []),
    ],
  };
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

/** The body that a JSON object carries, or null. */
export function findBody(raw: Readonly<Record<string, unknown>>): string | null {
  for (const name of ['text', 'articleBody', 'body', 'content', 'maintext', 'fulltext']) {
    const value = raw[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_:\s]/g, '');
}

/** A value as words: text, a number, the name of an object, the names of a list. */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || null;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) {
    const names = value.map(wordsOf).filter((name) => name !== null);
    return names.length > 0 ? names.join(', ') : null;
  }
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return wordsOf(value.name);
  return null;
}
