/** A feed of any common kind, from its text to items. Pure: fetching and decoding are done before. */
import { BriefwireError } from '../../core/errors.ts';
import { parseJsonFeed } from './feed/json.ts';
import type { ParsedFeed } from './feed/types.ts';
import { parseXmlFeed } from './feed/xml-feed.ts';

export type { FeedItem, ParsedFeed } from './feed/types.ts';

/** Longest feed that is read, in UTF-16 code units: the fetch limit of 5 MB, decoded. */
const MAX_LENGTH = 5 * 1024 * 1024;

/** Control characters that XML forbids: broken generators write them, and no reader shows them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/**
 * Reads RSS 0.9x to 2.0, RDF (RSS 0.90 and 1.0), Atom 0.3 and 1.0, and JSON Feed 1.0 and 1.1. The kind is told by the
 * content, since content types of feeds are wrong too often; `url` is the base of relative links.
 *
 * Throws `not-a-feed` for anything else, and `too-large` for what is longer than 5 MB or nested too deep.
 */
export function parseFeed(body: string, options: { contentType?: string; url?: string } = {}): ParsedFeed {
  if (body.length > MAX_LENGTH) {
    throw new BriefwireError('too-large', `the feed has ${body.length} characters, more than ${MAX_LENGTH}`);
  }
  const start = body.replace(ILLEGAL, '').replace(/^[\s\uFEFF]+/, '');
  if (start === '') throw new BriefwireError('not-a-feed', 'the answer is empty');
  return start.startsWith('{') ? parseJsonFeed(start, options.url) : parseXmlFeed(start, options.url);
}
