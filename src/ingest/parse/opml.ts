/** Lists of feeds (OPML 1.0 and 2.0), as feed readers export them. */
import { BriefwireError } from '../../core/errors.ts';
import { plainTitle, resolveUrl } from './feed/text.ts';
import { parseXml, type XmlElement } from './feed/xml.ts';
import { endOfProlog } from './prolog.ts';

export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
}

/** More feeds than a person reads: a list that is longer is cut. */
const MOST = 1000;

/** True for a text that starts as a list of feeds does. */
export function isOpml(body: string): boolean {
  const start = body.slice(0, 5000);
  const typed = start.slice(endOfProlog(start));
  const rest = typed.replace(/^<!DOCTYPE[^>]*>/i, '');
  return /^<opml[\s>]/i.test(rest.slice(endOfProlog(rest)));
}

/** The feeds of a list, each once, in order, out of all folders. Throws `not-a-feed` for anything else. */
export function parseOpml(body: string, options: { url?: string } = {}): ListedFeed[] {
  if (!isOpml(body)) throw new BriefwireError('not-a-feed', 'this is no list of feeds (OPML)');
  const feeds = new Map<string, ListedFeed>();
  const waiting: XmlElement[] = [parseXml(body, options.url ?? null)];
  for (let element = waiting.pop(); element !== undefined && feeds.size < MOST; element = waiting.pop()) {
    const address = element.attributes['xmlurl']?.trim();
    if (element.name === 'outline' && address !== undefined && address !== '') {
      const url = resolveUrl(address, options.url);
      const title = plainTitle(element.attributes['title'] ?? element.attributes['text'] ?? null);
      if (/^https?:\/\//i.test(url) && !feeds.has(url)) feeds.set(url, { url, title });
    }
    const inside = element.children.filter((child): child is XmlElement => typeof child !== 'string');
    waiting.push(...inside.reverse());
  }
  return [...feeds.values()];
}
