/** What the conversation asks of the rest of the house. app.ts fills it. */
import type { StoredArticle } from '../core/article.ts';
import type { Digest } from '../core/digest/ports.ts';
import type { Card } from './card.ts';
import type { Actor } from './command.ts';

export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly articles: number;
  /** ISO 8601 instant of the last reading that worked, or null. */
  readonly succeeded: string | null;
  /** ISO 8601 instant of the next reading, or null where it is read only when it changes. */
  readonly next: string | null;
  /** What fails and, where it is known, since when; or null. */
  readonly problem: { readonly reason: string; readonly since: string | null } | null;
}

/** What a source would bring, before it is added. */
interface SourcePreview {
  readonly url: string;
  readonly kind: 'feed' | 'page';
  readonly title: string | null;
  /** Titles of the newest items. */
  readonly items: readonly string[];
  /** Id of the source of this space, or shared, that reads it already; or null. */
  readonly knownAs: string | null;
}

/** What became of the messages that showed a removed article; those that are not named here are replaced. */
interface Removal {
  /** They are replaced as soon as the chat takes it. */
  readonly waiting: number;
  /** They stand as they were, each for this reason. */
  readonly standing: readonly string[];
}

/** What is read regularly, as people name it. */
export interface NamedSource {
  readonly id: string;
  readonly title: string;
  readonly articles: number;
  /** Set by the operator, who alone takes it out. */
  readonly isConfigured: boolean;
}

export interface Sources {
  list(space: string): Promise<readonly SourceLine[]>;
  /** Looks at a feed, or finds the feed of a page. Rejects with a BriefwireError that says what is wrong with it. */
  preview(url: string, space: string): Promise<SourcePreview>;
  /** Adds what was previewed to a space; gives how many articles it brought. */
  add(preview: SourcePreview, space: string, actor: Actor): Promise<number>;
  /** The source that is called so here: by id, title, or its address where no article has that one. */
  findSource(named: string, space: string): Promise<NamedSource | undefined>;
  /** Reads a source that was added from chat no more; its articles stay. */
  leave(id: string): Promise<void>;
  /** The articles that are called so here: by id, address or file, else by title; a few of them. */
  find(named: string, space: string): Promise<readonly StoredArticle[]>;
  /**
   * Removes an article: its text, quotes and index entries go, posted cards are marked, and the next reading does not bring
   * it back. Undefined: not known here.
   */
  remove(id: string, space: string, actor: Actor): Promise<Removal | undefined>;
}

/** Posts digests; everything about due times and deliveries stays behind it. */
export interface DigestDesk {
  /** What the digest would say now, without posting it and without counting as told. */
  preview(digest: Digest): Promise<readonly Card[]>;
  /** Posts it now, as one more slot. Resolves when it is planned: it is posted as all digests are. */
  postNow(digest: Digest): Promise<void>;
}
