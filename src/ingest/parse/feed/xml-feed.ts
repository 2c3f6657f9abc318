/** RSS, RDF and Atom from their tree. What a format may put in several places is tried in the order of its authority. */
import { BriefwireError } from '../../../core/errors.ts';
import { parseFeedDate } from './date.ts';
import { plainTitle, resolveUrl } from './text.ts';
import type { FeedItem, FeedKind, ParsedFeed } from './types.ts';
import { childrenOf, innerXml, parseXml, wordsOf, type XmlElement } from './xml.ts';

const KINDS: ReadonlyMap<string, FeedKind> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
  ['rdf:rdf', 'rdf'],
  ['feed', 'atom'],
]);

/** The first of these elements that says something. */
function first(element: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const value = wordsOf(child);
      if (value !== null) return value;
    }
  }
  return null;
}

/** Throws `not-a-feed` where no root element of a feed is found. */
export function parseXmlFeed(body: string, url?: string): ParsedFeed {
  const document = parseXml(body, url ?? null);
  const root = document.children.find((child): child is XmlElement => typeof child !== 'string');
  const kind = root === undefined ? undefined : KINDS.get(root.name);
  if (root === undefined || kind === undefined) {
    const isXml = root !== undefined && /^\p{L}[\p{L}\p{N}:._-]*$/u.test(root.tag);
    const what = isXml ? `<${root.tag.slice(0, 40)}>, and not a feed` : 'neither a feed nor a web page';
    throw new BriefwireError('not-a-feed', `the answer is ${what}`);
  }
  if (kind === 'atom') return parseAtom(root);
  const channel = childrenOf(root, 'channel')[0] ?? root;
  const items = [...childrenOf(channel, 'item'), ...(channel === root ? [] : childrenOf(root, 'item'))];
  const link = rssLink(channel);
  return {
    kind,
    title: plainTitle(first(channel, 'title', 'dc:title')),
    link,
    items: items.map(parseRssItem),
  };
}

function rssLink(element: XmlElement): string | null {
  for (const link of childrenOf(element, 'link')) {
    const value = wordsOf(link) ?? link.attributes['href'] ?? null;
    if (value !== null) return resolveUrl(value, link.base ?? undefined);
  }
  return alternateLink(element, 'atom:link');
}

/** A guid is an address unless it says that it is none; what is no web address is none whatever it says. */
function permalink(item: XmlElement): string | null {
  const guid = childrenOf(item, 'guid')[0];
  if (guid === undefined || guid.attributes['ispermalink']?.trim().toLowerCase() === 'false') return null;
  const value = wordsOf(guid);
  return value !== null && /^https?:\/\//i.test(value) ? value : null;
}

function parseRssItem(item: XmlElement): FeedItem {
  const authors = ['author', 'dc:creator', 'atom:author', 'itunes:author', 'dc:author'].map((name) =>
    childrenOf(item, name).flatMap((author) => plainTitle(personOf(author)) ?? []),
  );
  return {
    id:
      first(item, 'guid') ??
      item.attributes['rdf:about'] ??
      item.attributes['about'] ??
      first(item, 'atom:id', 'dc:identifier', 'id'),
    title: plainTitle(first(item, 'title', 'dc:title', 'media:title', 'itunes:title')),
    url: rssLink(item) ?? permalink(item),
    published: parseFeedDate(
      first(
        item,
        'pubdate',
        'dc:date',
        'dcterms:issued',
        'dcterms:created',
        'atom:published',
        'published',
        'date',
      ),
    ),
    updated: parseFeedDate(first(item, 'atom:updated', 'dcterms:modified', 'updated')),
    authors: authors.find((names) => names.length > 0) ?? [],
    summary: first(
      item,
      'description',
      'dc:description',
      'summary',
      'atom:summary',
      'itunes:summary',
      'media:description',
    ),
    content:
      first(item, 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'atom:content', 'content') ??
      // Some write both a description and a summary: neither is lost.
      (first(item, 'description') === null ? null : first(item, 'summary')),
  };
}

/** A person, as text or as elements: the name, with the e-mail address in brackets where there is one. */
function personOf(person: XmlElement): string | null {
  const [name, email] = [first(person, 'name', 'atom:name'), first(person, 'email', 'atom:email')];
  if (name === null && email === null) {
    return person.children.some((child) => typeof child !== 'string' && child.name !== 'name')
      ? null
      : wordsOf(person);
  }
  if (name === null || email === null) return name ?? email;
  return `${name} (${email})`;
}

function parseAtom(feed: XmlElement): ParsedFeed {
  const inherited = childrenOf(feed, 'author').flatMap((person) => personOf(person) ?? []);
  return {
    kind: 'atom',
    title: plainTitle(atomText(childrenOf(feed, 'title')[0])),
    link: alternateLink(feed, 'link'),
    items: childrenOf(feed, 'entry').map((entry) => parseEntry(entry, inherited)),
  };
}

function parseEntry(entry: XmlElement, inherited: readonly string[]): FeedItem {
  const source = childrenOf(entry, 'source')[0];
  const authors = [entry, ...(source === undefined ? [] : [source])].map((element) =>
    ['author', 'dc:creator'].flatMap((name) =>
      childrenOf(element, name).flatMap((person) => plainTitle(personOf(person)) ?? []),
    ),
  );
  const contents = childrenOf(entry, 'content');
  return {
    id: atomId(entry),
    title: plainTitle(atomText(childrenOf(entry, 'title')[0])),
    url: alternateLink(entry, 'link'),
    published: parseFeedDate(first(entry, 'published', 'issued', 'dcterms:issued', 'dc:date', 'created')),
    updated: parseFeedDate(first(entry, 'updated', 'modified')),
    authors: authors.find((names) => names.length > 0) ?? inherited,
    summary: atomText(childrenOf(entry, 'summary')[0]) ?? first(entry, 'dc:description', 'media:description'),
    content: contents.map(atomText).find((text) => text !== null) ?? null,
  };
}

/** Ids are absolute by the standard; a relative one is completed by xml:base, as other readers do. */
function atomId(entry: XmlElement): string | null {
  const id = childrenOf(entry, 'id')[0];
  const value = wordsOf(id);
  return value === null || id?.base == null || /^[\w+.-]+:/.test(value) ? value : resolveUrl(value, id.base);
}

/**
 * Atom's rule (RFC 4287, 4.1.3.3): a type that is neither text nor XML is Base64; Atom 0.3 said so by `mode`. Types are
 * often wrong, so that what does not decode to text is taken as it stands.
 */
function atomText(element: XmlElement | undefined): string | null {
  const value = wordsOf(element);
  if (element === undefined || value === null) return null;
  const type = (element.attributes['type'] ?? 'text').trim().toLowerCase();
  const mode = element.attributes['mode']?.trim().toLowerCase();
  const textual = !type.includes('/') || /^text\/|[+/](?:xml|html)\b|^message\//.test(type);
  if (mode === 'base64' || (mode === undefined && !textual)) return decodeBase64(value) ?? value;
  const children = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const [only] = children;
  // The div around XHTML is the wrapper that the format demands, not a part of the text (RFC 4287, 3.1.1.3).
  if (children.length === 1 && typeof only === 'object' && only.name === 'xhtml:div') {
    return innerXml(only).trim() || null;
  }
  return value;
}

function decodeBase64(text: string): string | null {
  const squeezed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(squeezed) || squeezed.length % 4 !== 0) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(squeezed, 'base64')).trim() || null;
  } catch {
    return null; // no text: the type was wrong
  }
}

/** The page that an entry or feed stands for: the first alternate link, one to HTML before others. */
function alternateLink(element: XmlElement, name: string): string | null {
  const links = childrenOf(element, name).filter((link) => {
    const rel = (link.attributes['rel'] ?? '').trim().toLowerCase();
    return rel === '' || rel === 'alternate';
  });
  const html = links.find((link) => /^$|html/i.test(link.attributes['type'] ?? '')) ?? links[0];
  const href = html === undefined ? null : (html.attributes['href'] ?? wordsOf(html));
  return href === null || href === undefined ? null : resolveUrl(href.trim(), html?.base ?? undefined);
}
