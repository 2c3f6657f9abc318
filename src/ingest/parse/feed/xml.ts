/**
 * XML into a small tree. htmlparser2 in XML mode is forgiving (unclosed and crossed tags, stray `<` and `&`) and expands
 * no entities, so that a bomb of entities cannot go off; depth is limited, so that nothing that walks the tree overflows.
 */
import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { BriefwireError } from '../../../core/errors.ts';
import { endOfProlog } from '../prolog.ts';
import { resolveUrl } from './text.ts';

export interface XmlElement {
  /** Lower case, with the usual prefix of its namespace: `title`, `dc:creator`. */
  readonly name: string;
  /** The name as written. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  /** The base address of relative links (xml:base), or null. */
  readonly base: string | null;
}

/** Deeper than any real feed; inline XHTML reaches perhaps thirty. */
const MAX_DEPTH = 500;
/** Elements and pieces of text: a feed of 5 MB has perhaps a hundred thousand. */
const MAX_NODES = 1_000_000;

/** The usual prefix of each namespace, whatever prefix a feed chose. '' is the feed's own vocabulary. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/www\.w3\.org\/2005\/atom|^https?:\/\/purl\.org\/atom\/|example\.com\/newformat|^https?:\/\/ns\.atom/i,
    'atom',
  ],
  [/purl\.org\/rss\/1\.0\/modules\/content|purl\.org\/rss\/modules\/content/i, 'content'],
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/itunes\.com\/dtds|example\.com\/dtds\/podcast/i, 'itunes'],
  [/search\.yahoo\.com\/mrss|\.rssboard\.org\/media-rss/i, 'media'],
  [/w3\.org\/1999\/xhtml|w3\.org\/tr\/rec-html40/i, 'xhtml'],
  [/w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf'],
  [/w3\.org\/xml\/1998\/namespace/i, 'xml'],
  [
    /purl\.org\/(?:rss\/1\.0|net\/rss1\.1)|(?:my|channel)\.netscape\.com\/rdf|backend\.userland\.com|blogs\.law\.harvard\.edu\/tech|rssboard\.org\/rss-specification|cyber\.(?:law\.)?harvard\.edu\/rss/i,
    'rss',
  ],
];

function prefixOf(uri: string): string | undefined {
  return PREFIXES.find(([pattern]) => pattern.test(uri.trim()))?.[1];
}

/** Internal entities with plain values, such as `<!ENTITY nbsp "&#160;">`. A value with an entity of its own is not kept. */
function parseEntities(doctype: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of doctype
    .slice(0, 100_000)
    .matchAll(/<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    const value = double ?? single ?? '';
    if (!/&(?!#)|%/.test(value) && value.length < 200) entities.set(name, decodeHTMLStrict(value));
    if (entities.size >= 300) break;
  }
  return entities;
}

/** The document type declaration at the start (with its internal subset) and the rest. */
function splitDoctype(text: string): [doctype: string, rest: string] {
  const prolog = endOfProlog(text);
  const type = /^<!DOCTYPE\s[^<>[\]]*/i.exec(text.slice(prolog));
  if (type === null) return ['', text];
  const start = prolog + type[0].length;
  const end = text[start] === '[' ? text.slice(start).search(/\]\s*>/) : 0;
  if (end < 0) return ['', text];
  const close = text.indexOf('>', start + end);
  return close < 0 ? ['', text] : [text.slice(start, close), text.slice(close + 1)];
}

/** Namespaces in force inside an element: those around it, and those that it declares. */
function scopeWith(
  attributes: Readonly<Record<string, string>>,
  around: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return around;
  const scope = new Map(around);
  for (const [key, uri] of declared) scope.set(key.slice(6), prefixOf(uri) ?? key.slice(6));
  return scope;
}

/** Throws `too-large` where elements are nested deeper than 500, or are more than a million. */
export function parseXml(source: string, base: string | null): XmlElement {
  const [doctype, text] = splitDoctype(source);
  const entities = parseEntities(doctype);
  const decode = (raw: string): string => {
    if (!raw.includes('&')) return raw;
    const known =
      entities.size === 0 ? raw : raw.replace(/&([\w.:-]+);/g, (all, name) => entities.get(name) ?? all);
    return decodeHTMLStrict(known);
  };
  const root: XmlElement = { name: '', tag: '', attributes: {}, children: [], base };
  const open = [root];
  const scopes: ReadonlyMap<string, string>[] = [new Map()]; // of the open elements: written prefix -> usual prefix
  let vocabulary: string | undefined; // the prefix of the root's namespace: its elements are written without prefix
  let cdata = false;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > MAX_NODES) throw new BriefwireError('too-large', `there are more than ${MAX_NODES} elements`);
  };
  const parser = new Parser(
    {
      onopentag(tag, raw) {
        if (open.length > MAX_DEPTH) {
          throw new BriefwireError('too-large', `elements are nested deeper than ${MAX_DEPTH}`);
        }
        count();
        const attributes: Record<string, string> = {};
        for (const [key, value] of Object.entries(raw)) attributes[key.toLowerCase()] = decode(value);
        const scope = scopeWith(attributes, scopes.at(-1) ?? new Map());
        const lower = tag.toLowerCase();
        const colon = lower.indexOf(':');
        const written = lower.slice(0, Math.max(0, colon));
        const prefix = scope.get(written) ?? written;
        vocabulary ??= prefix === 'rdf' ? '' : prefix;
        const local = lower.slice(colon + 1);
        const parent = open.at(-1) ?? root;
        const base = attributes['xml:base'];
        const element: XmlElement = {
          name: prefix === '' || prefix === 'rss' || prefix === vocabulary ? local : `${prefix}:${local}`,
          tag,
          attributes,
          children: [],
          base: base === undefined ? parent.base : resolveUrl(base, parent.base ?? undefined),
        };
        parent.children.push(element);
        open.push(element);
        scopes.push(scope);
      },
      onclosetag() {
        open.pop();
        scopes.pop();
      },
      ontext(data) {
        count();
        const children = (open.at(-1) ?? root).children;
        const value = cdata ? data : decode(data);
        const last = children.length - 1;
        const before = children[last];
        if (typeof before === 'string') children[last] = before + value;
        else children.push(value);
      },
      oncdatastart() {
        cdata = true;
      },
      oncdataend() {
        cdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(text);
  parser.end();
  return root;
}

/** What is said inside, as markup. */
export function innerXml(element: XmlElement): string {
  const parts = element.children.map((child) => {
    if (typeof child === 'string') return escapeText(child);
    const name = child.tag.slice(child.tag.indexOf(':') + 1);
    const attributes = Object.entries(child.attributes)
      .filter(([key]) => !key.startsWith('xmlns'))
      .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`)
      .join('');
    return `<${name}${attributes}>${innerXml(child)}</${name}>`;
  });
  return parts.join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Elements directly inside with this name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The words of an element, or its markup where it has elements inside; null where it says nothing. */
export function wordsOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const plain = element.children.every((child) => typeof child === 'string');
  const value = (plain ? element.children.join('') : innerXml(element)).trim();
  return value === '' ? null : value;
}
