/** Words and addresses as feeds write them: HTML in titles, entities escaped twice, relative links. */
import { decodeHTML } from 'entities';

const HIDDEN = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TAG = /<(?:\/?[a-z][^<>]*|!--[\s\S]*?--|!\[CDATA\[|\?[^<>]*)>|\]\]>/gi;

/** Titles are cut here, before anything is looked for in them. */
const LONGEST = 5000;

function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(HIDDEN, ' ').replace(TAG, ' ') : text;
}

/**
 * A title without markup. Feeds escape titles once, twice or not at all, so markup is removed, entities are resolved,
 * and markup that only then came to light is removed as well.
 */
export function plainTitle(title: string | null): string | null {
  if (title === null) return null;
  const text = title.slice(0, LONGEST);
  const decoded = text.includes('&') ? withoutTags(decodeHTML(withoutTags(text))) : withoutTags(text);
  const plain = decoded.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return plain === '' ? null : plain;
}

/** The address made absolute, as well as that is possible; what is no address at all stays as it is written. */
export function resolveUrl(link: string, base?: string): string {
  if (/^https?:\/\/\S+$/i.test(link)) return link;
  return base !== undefined && URL.canParse(link, base) ? new URL(link, base).href : link;
}
