/**
 * What the conversation remembers. Implementations are in storage/; each method is atomic among all processes on one
 * store. Instants are ISO 8601 in UTC.
 */
import type { Passage } from '../core/article.ts';
import type { DigestStore, SlotStore } from '../core/digest/ports.ts';
import type { ArticleStore, IndexStore, SourceStore } from '../core/ports.ts';
import type { Card } from './card.ts';
import type { Address, Command, MessageReference, Platform } from './command.ts';

/** One question in a thread, and what was answered. */
export interface ThreadTurn {
  readonly at: string;
  /** Who asked; null when that person wants to be forgotten. */
  readonly actor: string | null;
  /** The message that it came in, for edits and deletions. */
  readonly message?: string;
  readonly question: string;
  readonly answer?: string;
  /** The message that answered it. */
  readonly reply?: MessageReference;
  readonly evidence: readonly ShownPassage[];
}

/** A passage of an article as it stood when it was shown. */
export interface ShownPassage extends Passage {
  readonly version: number;
}

/** A thread that the bot started or was drawn into: what it is about, and what was said. */
export interface ThreadState {
  /** `threadKey(address)`. */
  readonly key: string;
  readonly address: Address;
  /** The topic or words of the brief that heads it; empty where there is none. */
  readonly query: string;
  /** Ids of the articles that it is about: the first scope of a question. */
  readonly articles: readonly string[];
  /** The versions of those articles when they were shown. */
  readonly versions: Readonly<Record<string, number>>;
  readonly turns: readonly ThreadTurn[];
  readonly created: string;
}

export interface ThreadStore {
  find(key: string): Promise<ThreadState | undefined>;
  /** Stores it whole; replaces what is known under its key. */
  put(state: ThreadState): Promise<void>;
  /** Adds a turn at the end; nothing happens where the thread is not known. */
  appendTurn(key: string, turn: ThreadTurn): Promise<void>;
  /** Replaces the turn that came in that message (an edit); false where there is none. */
  replaceTurn(key: string, message: string, turn: ThreadTurn): Promise<boolean>;
  /**
   * Removes the turns that came in that message from every thread of its channel, and gives them back (a deletion: platforms
   * do not say in which thread the message was). `thread` of the address does not matter.
   */
  removeTurns(place: Address, message: string): Promise<ThreadTurn[]>;
  /** The newest thread of the channel that was started with a query: "since the last brief here". */
  findLatestBrief(address: Address): Promise<ThreadState | undefined>;
}

export interface EventStore {
  /** True when none of the keys was claimed in the last ten minutes; all of them are from now on. */
  claim(keys: readonly string[], now: Date): Promise<boolean>;
}

/** Commands too long for a button. */
export interface CommandStore {
  /** An id of at most 16 characters; the same command has the same. */
  keep(command: Command): Promise<string>;
  find(id: string): Promise<Command | undefined>;
}

export interface Feedback {
  readonly at: string;
  readonly space: string;
  readonly actor: string;
  /** What it is about, as the button says it: one vote a person. */
  readonly about: string;
  readonly helpful: boolean;
}

export interface FeedbackStore {
  /** A second vote of the same person on the same thing replaces the first. */
  put(feedback: Feedback): Promise<void>;
  count(space: string): Promise<{ helpful: number; unhelpful: number }>;
}

/** A Slack workspace or a Discord server. */
export interface SpaceState {
  readonly space: string;
  readonly platform: Platform;
  /** IANA zone, asked once where people's zones are not told. */
  readonly zone: string | null;
  /** When the bot was removed from it; its data is deleted 30 days later. */
  readonly left: string | null;
}

export interface SpaceStore {
  find(space: string): Promise<SpaceState | undefined>;
  put(state: SpaceState): Promise<void>;
  list(): Promise<SpaceState[]>;
}

/** What a space is told once: how to ask where the bot cannot read everything. */
export interface HintStore {
  /** True for the first who asks of that space: theirs it is to tell it. */
  claim(space: string): Promise<boolean>;
  /** It could not be told: the next one tells it. */
  giveBack(space: string): Promise<void>;
}

/** Words of an article as they stand in a message of the bot. */
export interface ShownWords {
  readonly article: string;
  readonly version: number;
  /** Verbatim. */
  readonly words: string;
}

/** A message that shows articles, so that it can be marked when one of them changes or is removed. */
export interface ShownCard {
  readonly message: MessageReference;
  readonly at: string;
  /** The command or the digest slot that made it. */
  readonly about: string;
  readonly shown: readonly ShownWords[];
}

export interface ShownStore {
  /** Replaces what is known of the same message. */
  put(card: ShownCard): Promise<void>;
  /** The messages that show words of this article, newest first. */
  findByArticle(article: string): Promise<ShownCard[]>;
}

/** What nobody asked for and nobody may miss, such as a correction: kept until the chat has taken it. */
export interface Notice {
  /** What it is delivered under; the same news has the same. */
  readonly key: string;
  readonly address: Address;
  readonly card: Card;
  /** The message whose place it takes. */
  readonly replaces?: MessageReference;
  /** Whom alone it is for. */
  readonly onlyFor?: string;
  /** What it shows of articles: it is not told any more when one of them is gone. */
  readonly shown: readonly ShownWords[];
  /** When it was made. */
  readonly at: string;
  /** Attempts that failed. */
  readonly attempts: number;
  /** Not before this instant: it waits, or somebody works on it until then. */
  readonly next: string;
}

export interface NoticeStore {
  /** Keeps it; nothing happens where its key is known. */
  add(notice: Notice): Promise<void>;
  /** The one that is due longest on these platforms. Until then it is nobody else's: who dies meanwhile gives it back. */
  claim(platforms: readonly Platform[], now: Date, until: Date): Promise<Notice | undefined>;
  /** After an attempt that failed; nothing happens where it is gone. */
  update(notice: Notice): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Who changed what: digests, sources, articles. */
export interface Change {
  readonly at: string;
  readonly space: string;
  /** Null when that person wants to be forgotten. */
  readonly actor: string | null;
  /** "digest add", "article remove". */
  readonly action: string;
  /** The id of what was changed. */
  readonly about: string;
  readonly detail: string;
}

export interface AuditLog {
  append(change: Change): Promise<void>;
  /** Newest first. */
  list(space: string, limit: number): Promise<Change[]>;
}

/** Everything that is kept, behind one connection. */
export interface Storage {
  readonly articles: ArticleStore;
  readonly index: IndexStore;
  readonly sources: SourceStore;
  readonly threads: ThreadStore;
  readonly events: EventStore;
  readonly commands: CommandStore;
  readonly feedback: FeedbackStore;
  readonly spaces: SpaceStore;
  readonly hints: HintStore;
  readonly shown: ShownStore;
  readonly notices: NoticeStore;
  readonly audit: AuditLog;
  readonly digests: DigestStore;
  readonly slots: SlotStore;
  /** "forget me": deletes the person's turns and feedback, and takes their id out of everything else. Gives how many turns. */
  forget(space: string, actor: string): Promise<number>;
  /** Deletes turns, feedback, shown cards, notices, stored commands, changes and slots that are closed from before that instant (90 days, a setting). */
  purge(before: Date): Promise<void>;
  /** Deletes all that belongs to a space (30 days after the bot was removed from it). */
  removeSpace(space: string): Promise<void>;
  close(): Promise<void>;
}
