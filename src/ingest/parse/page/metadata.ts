/** What a page states about its article beside the text: JSON-LD, meta elements, microdata, the visible byline. */
import { parseFeedDate } from '../feed/date.ts';
import type { DomDocument, DomElement } from './dom.ts';

export interface Metadata {
  readonly publisher: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  /** The text of the article as JSON-LD gives it. */
  readonly articleBody: string | null;
  /** The address that the page calls its own. */
  readonly canonical: string | null;
  readonly byline: string | null;
  readonly title: string | null;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ARTICLE = /^(?:\w*Article|\w*Posting|Report|Review|Critic\w*|OpinionPiece|WebPage|Clip)$/;

/** All objects of all JSON-LD scripts, at most three levels down: graphs and main entities. */
function linkedData(document: DomDocument): Json[] {
  const found: Json[] = [];
  const add = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) for (const item of value.slice(0, 200)) add(item, depth);
    if (!isObject(value)) return;
    found.push(value);
    if (depth < 3) for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) add(value[key], depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = (script.textContent ?? '').replace(
      /^\s*(?:<!--|<!\[CDATA\[|\/\/<!\[CDATA\[)|(?:-->|(?:\/\/)?\]\]>)\s*;?\s*$/g,
      '',
    );
    try {
      add(JSON.parse(text), 0);
    } catch {
      // Broken JSON-LD says nothing; the rest of the page may.
    }
  }
  return found;
}

function typesOf(object: Json): string[] {
  return [object['@type']].flat().filter((type): type is string => typeof type === 'string');
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function namesOf(value: unknown): string[] {
  return [value].flat().flatMap((person) => textOf(isObject(person) ? person['name'] : person) ?? []);
}

/** Reads before Readability does: that takes scripts away. */
export function parseMetadata(document: DomDocument): Metadata {
  const objects = linkedData(document).filter((object) => typesOf(object).some((type) => ARTICLE.test(type)));
  objects.sort((a, b) => Number(typesOf(a).includes('WebPage')) - Number(typesOf(b).includes('WebPage')));
  const meta = metaOf(document);
  const stated = <T>(read: (object: Json) => T | null): T | null => {
    for (const object of objects) {
      const value = read(object);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    publisher:
      stated((object) => namesOf(object['publisher'])[0] ?? null) ??
      meta('og:site_name', 'application-name', 'publisher', 'dc.publisher', 'twitter:app:name:iphone', 'cre'),
    published:
      stated((object) => parseFeedDate(textOf(object['datePublished']))) ?? publishedOf(document, meta),
    articleBody: stated((object) => textOf(object['articleBody'])),
    canonical: attributeOf(document, 'link[rel="canonical"]', 'href') ?? meta('og:url'),
    byline: stated((object) => namesOf(object['author']).join(', ') || null) ?? visibleByline(document),
    title: meta('og:title', 'twitter:title', 'dc.title') ?? textOf(document.title),
  };
}

function metaOf(document: DomDocument): (...names: string[]) => string | null {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = textOf(element.getAttribute('content'));
    if (content === null) continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.trim().toLowerCase();
      if (name !== undefined && !values.has(name)) values.set(name, content);
    }
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null;
}

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'publish_date',
  'publish-date',
  'publishdate',
  'pubdate',
  'pub_date',
  'published_time',
  'published-date',
  'publication_date',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'date',
  'ptime',
  'displaydate',
  'originalpublicationdate',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'bt:pubdate',
];

/** The date of publication where it is stated as such; a date that merely stands on the page is none. */
function publishedOf(document: DomDocument, meta: (...names: string[]) => string | null): string | null {
  for (const name of PUBLISHED) {
    const date = parseFeedDate(meta(name));
    if (date !== null) return date;
  }
  for (const selector of [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    'article header time[datetime]',
    'article time[datetime]',
    'time.published',
    '.entry-date',
    'time[datetime]',
    'abbr.published',
  ]) {
    const element = document.querySelector(selector);
    const date = element === null ? null : dateOf(element);
    if (date !== null) return date;
  }
  return null;
}

function dateOf(element: DomElement): string | null {
  const written = ['datetime', 'content', 'title'].map((name) => element.getAttribute(name));
  for (const text of [...written, element.textContent]) {
    const date = parseFeedDate(textOf(text));
    if (date !== null) return date;
  }
  return null;
}

function attributeOf(document: DomDocument, selector: string, name: string): string | null {
  return textOf(document.querySelector(selector)?.getAttribute(name));
}

/** The visible byline, where its markup says that it is one. */
function visibleByline(document: DomDocument): string | null {
  for (const selector of [
    '[itemprop~="author"] [itemprop~="name"]',
    '[itemprop~="author"]',
    '[rel~="author"]',
    '.byline-name',
    '.author-name',
    '.byline',
    '.p-author',
  ]) {
    const text = (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text.length >= 3 && text.length <= 100 && /\p{L}/u.test(text)) return text;
  }
  return null;
}
