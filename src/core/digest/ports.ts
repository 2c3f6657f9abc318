/**
 * Digests and their slots, and what the core needs from outside for them.
 *
 * A **slot** is one due time of one digest: its key is the local date and time to the second, `2026-11-22T08:00:00`. It is
 * stored as due before anything is sent, its message is fixed before the first attempt, and it is claimed before it is
 * sent, so that it is posted once by whichever process comes first.
 */

/** Gives due times. Implemented in runtime/ with node-cron. */
export interface Schedule {
  /** The first due time after an instant. Throws a `bad-request` where the expression or the zone is wrong. */
  next(expression: string, zone: string, after: Date): DueTime;
}

export interface DueTime {
  /** Local date and time as the expression means it: in a spring gap, a time that no clock shows. */
  readonly slot: string;
  /** The instant of it: in a gap the first moment after it, in a doubled hour the first of the two. */
  readonly at: Date;
}

/** Where a digest is posted. The chat's `Address` without a thread. */
export interface DigestPlace {
  readonly platform: 'slack' | 'discord' | 'terminal';
  readonly space: string;
  readonly channel: string;
}

export interface Digest {
  readonly id: string;
  readonly place: DigestPlace;
  /** Five fields, or six with seconds first. */
  readonly cron: string;
  /** IANA zone. */
  readonly zone: string;
  /** Empty: everything that is new. */
  readonly topics: readonly string[];
  /** Ids of sources; empty: all. */
  readonly sources: readonly string[];
  readonly length: 'headline' | 'short' | 'full';
  /** What to do when nothing is new. */
  readonly empty: 'say' | 'silent';
  /** Those of the file are changed in the file: chat may only pause, resume and skip them. */
  readonly origin: 'file' | 'chat';
  readonly paused: {
    readonly since: string;
    readonly reason: 'asked' | 'gone';
    readonly detail: string;
  } | null;
  /** The key of a slot that is left out. */
  readonly skip: string | null;
  /** Who made it, to be told when it cannot be posted; null for the file's, and when that person wants to be forgotten. */
  readonly createdBy: string | null;
  readonly created: string;
}

export interface DigestStore {
  find(id: string): Promise<Digest | undefined>;
  /** Of a space, or all; oldest first. */
  list(space?: string): Promise<Digest[]>;
  put(digest: Digest): Promise<void>;
  /** Removes it with its slots. */
  remove(id: string): Promise<void>;
  /**
   * Makes the file's digests those given. What chat did to one that is still there (pause, skip) stays; one that left the
   * file is removed; an id that chat took already is refused with `bad-settings`. `waiting`: ids that stand in the file and
   * cannot be placed now, since their chat does not run here or does not answer: they stay as they are.
   */
  replaceFile(digests: readonly Digest[], waiting?: readonly string[]): Promise<void>;
  /** The due time up to which slots were planned: nothing before it is planned again. */
  planned(id: string): Promise<Date | undefined>;
}

/**
 * `due`: not begun. `fixed`: its message is fixed, sending may have begun. All others are ends: `posted`; `silent`, nothing
 * was new; `skipped`, as asked; `merged`, missed and told by a later one; `missed`, too old; `refused` and `gone`, as the
 * platform said.
 */
export type SlotState =
  | 'due'
  | 'fixed'
  | 'posted'
  | 'silent'
  | 'skipped'
  | 'merged'
  | 'missed'
  | 'refused'
  | 'gone';

/** An article as a digest told it. */
export interface ToldArticle {
  readonly article: string;
  readonly version: number;
}

export interface Slot {
  readonly digest: string;
  /** Local date and time, `2026-11-22T08:00:00`. */
  readonly slot: string;
  /** ISO 8601 instant. */
  readonly due: string;
  readonly state: SlotState;
  /** How many earlier slots were missed and are told by this one. */
  readonly missed: number;
  /** Attempts in a row that failed. */
  readonly attempts: number;
  /** Not before this instant. */
  readonly next: string;
  /** What is sent, as text; null until it is fixed. */
  readonly message: string | null;
  /** Revision of the articles when it was fixed: the next digest begins there. */
  readonly revision: number | null;
  readonly told: readonly ToldArticle[];
  /** References of the parts that were posted, in order, as text. */
  readonly posted: readonly string[];
  /** Why the last attempt failed, or how it ended. */
  readonly problem: string | null;
  /** ISO 8601 instant of the last change of state. */
  readonly changed: string;
}

/** A slot with the right to work on it until `until`, unless somebody else got it since. */
export interface Claim {
  readonly slot: Slot;
  readonly token: string;
  readonly until: Date;
}

interface ClaimOptions {
  readonly now: Date;
  /** For how long; `update` renews it. */
  readonly milliseconds: number;
  /** Who claims: given back to `breakClaims`. */
  readonly owner: string;
  /** Only slots of digests on these platforms. */
  readonly platforms: readonly Digest['place']['platform'][];
}

export interface SlotStore {
  /** Stores slots that are not known yet, and the due time up to which their digest is planned, if given. */
  plan(digest: string, slots: readonly Slot[], planned?: Date): Promise<void>;
  /**
   * The open slot (`due` or `fixed`) that is due longest, claimed for so long. The slots of a digest go in order: one that
   * is claimed or waits for its next attempt keeps the later ones back.
   */
  claim(options: ClaimOptions): Promise<Claim | undefined>;
  /** Changes a claimed slot and keeps the claim, renewed; undefined when it is lost: stop then, somebody else goes on. */
  update(claim: Claim, slot: Slot, now: Date, milliseconds: number): Promise<Claim | undefined>;
  /** Changes a claimed slot and gives it back; false when the claim was lost. */
  release(claim: Claim, slot: Slot): Promise<boolean>;
  /** Ends the claims that were not renewed since `before` and whose owner is dead. Gives how many. */
  breakClaims(isDead: (owner: string) => boolean, before: Date): Promise<number>;
  find(digest: string, slot: string): Promise<Slot | undefined>;
  /** Newest first. */
  list(digest: string, limit: number): Promise<Slot[]>;
  /** The slots of that channel's digests that told something, newest first. */
  listTold(place: DigestPlace, limit: number): Promise<Slot[]>;
  /** Removes ended slots from before that instant, except the newest of each digest. */
  purge(before: Date): Promise<void>;
}
