/** The feeds that a page says it has. */
import { Parser } from 'htmlparser2';
import { resolveUrl } from './feed/text.ts';

const FEED_TYPE = /^application\/(?:rss|atom|rdf)\+xml|^application\/(?:feed\+)?json$|^text\/xml$/i;

/** Absolute addresses of the page's feeds as its head names them (RSS autodiscovery), comments' feeds last. */
export function findFeedLinks(html: string, url?: string): { url: string; title: string | null }[] {
  const found: { url: string; title: string | null }[] = [];
  let base = url;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && attributes['href']) base = resolveUrl(attributes['href'], url);
      if (name !== 'link' || found.length >= 20) return;
      const { rel = '', type = '', href = '', title = null } = attributes;
      if (!/\b(?:alternate|feed)\b/i.test(rel) || !FEED_TYPE.test(type.trim()) || href === '') return;
      // WordPress names its JSON interface the same way; that is no feed.
      if (/\/wp-json\//.test(href)) return;
      found.push({ url: resolveUrl(href.trim(), base), title });
    },
  });
  parser.write(html.slice(0, 500_000));
  parser.end();
  const isComments = (link: { url: string; title: string | null }): boolean =>
    /comments?/i.test(`${link.title ?? ''} ${link.url}`);
  return found
    .filter(({ url: address }) => /^https?:\/\//i.test(address))
    .sort((a, b) => Number(isComments(a)) - Number(isComments(b)));
}
