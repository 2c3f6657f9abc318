/** What a feed says, whatever its format. */

export type FeedKind = 'rss' | 'atom' | 'rdf' | 'json';

export interface FeedItem {
  /** The publisher's own identifier (guid, atom:id, rdf:about), or null. */
  readonly id: string | null;
  /** Plain text, without markup. */
  readonly title: string | null;
  /** Absolute where the feed's own address is known or stated. */
  readonly url: string | null;
  /** ISO 8601, as precise as stated. */
  readonly published: string | null;
  /** ISO 8601, when the item was last changed. */
  readonly updated: string | null;
  /** A name, with the e-mail address in brackets where the feed gives one. */
  readonly authors: readonly string[];
  /** May hold HTML. */
  readonly summary: string | null;
  /** May hold HTML. */
  readonly content: string | null;
}

export interface ParsedFeed {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** The home page that the feed belongs to, or null. */
  readonly link: string | null;
  readonly items: readonly FeedItem[];
}
