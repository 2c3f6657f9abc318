/**
 * Works on one claimed slot:
 *
 *     due --build--> fixed --send head, send detail …--> posted
 *
 * Each arrow is stored before the next begins. Who finds a slot `fixed` does not know whether its sender got through, and
 * looks in the chat before it sends.
 */
import type { Card } from '../chat/card.ts';
import type { Address, MessageReference } from '../chat/command.ts';
import type { ChatAdapter, Delivery } from '../chat/port.ts';
import type { Showing } from '../chat/reply.ts';
import type { Storage } from '../chat/stores.ts';
import { afterFailure, type Failure } from '../core/digest/delivery.ts';
import type { Claim, Digest, Slot, ToldArticle } from '../core/digest/ports.ts';
import { messageOf } from '../core/errors.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { rememberPosted } from './posted.ts';

/** What a slot posts. */
export interface DigestMessage {
  /** The head, for the channel; then the detail, for its thread. Empty: nothing is posted. */
  readonly cards: readonly Card[];
  readonly told: readonly ToldArticle[];
  /** What the cards show of articles, for "corrected since". */
  readonly shown: readonly Showing[];
  /** Revision of the articles that it was made of. */
  readonly revision: number;
}

export interface PosterOptions {
  readonly storage: Pick<Storage, 'articles' | 'digests' | 'slots' | 'threads' | 'shown'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes what is posted. Called once a slot: what it gives is fixed from then on. */
  build(digest: Digest, slot: Slot, now: Date): Promise<DigestMessage>;
  /** A digest was paused because its channel is gone: tells whoever made it. */
  onGone(digest: Digest, reason: string): Promise<void>;
  /** A digest could not be posted as things stand, or nothing but its head, for the first time in a row: tells whoever made it. */
  onRefused(digest: Digest, reason: string, headStands: boolean): Promise<void>;
  /** How old a missed slot may be to be posted, in milliseconds. */
  readonly latest: number;
  /** A number from 0 to 1. */
  random?(): number;
}

/** A claim lasts this long, and is renewed every second while something is sent. In milliseconds. */
export const LEASE = 30_000;
const RENEW = 1_000;
/** A slot that waited so long without being posted is told by the next one. */
const STALE = 600_000;

/** Gives what works on a claimed slot until it is posted, given up or given back. Rejects where the store fails. */
export function createPoster(
  options: PosterOptions,
): (digest: Digest, adapter: ChatAdapter, claim: Claim) => Promise<void> {
  const { storage, clock, logger, latest, random = Math.random } = options;
  const { slots, digests } = storage;

  async function workOn(digest: Digest, adapter: ChatAdapter, claim: Claim): Promise<void> {
    const { slot } = claim;
    const isFixed = slot.state === 'fixed';
    const isUnseen = slot.posted.length === 0;
    const end = isUnseen ? await findEnd(digest, slot) : undefined;
    const isStale = isFixed && isUnseen && end === undefined && (isOld(slot) || (await showsRemoved(slot)));
    // Whoever fixed it may have posted it before he died.
    const stands = isFixed && (end !== undefined || isStale) && (await isThere(digest, adapter, slot));
    if (end !== undefined && !stands) return close(claim, end);
    if (isFixed && (stands || !isStale)) return post(digest, adapter, claim, true);
    let message: DigestMessage;
    try {
      message = await options.build(digest, slot, clock.now());
    } catch (error) {
      logger.error('A digest could not be made.', {
        digest: slot.digest,
        slot: slot.slot,
        problem: messageOf(error),
      });
      return fail(digest, claim, { kind: 'retry', after: 0, reason: messageOf(error) });
    }
    const { cards, told, revision } = message;
    if (cards.length === 0) return close(claim, { state: 'silent', revision });
    const fixed = { cards, shown: message.shown };
    const kept = await keep(claim, { state: 'fixed', message: JSON.stringify(fixed), told, revision });
    if (kept) await post(digest, adapter, kept, false);
  }

  /** What waited long says nothing of what came meanwhile, nor that it is late: what nobody has seen yet is made anew. */
  function isOld({ due }: Slot): boolean {
    return clock.now().getTime() - Date.parse(due) > STALE;
  }

  /** And so it is where it shows an article that was removed meanwhile. */
  async function showsRemoved(slot: Slot): Promise<boolean> {
    const needed = [...new Set(readMessage(slot).shown.map(({ article }) => article))];
    return needed.length > 0 && (await storage.articles.getMany(needed)).length < needed.length;
  }

  /** Where the chat does not say, the attempt to post finds out. */
  async function isThere(digest: Digest, adapter: ChatAdapter, slot: Slot): Promise<boolean> {
    try {
      return (await adapter.find(addressOf(digest, slot), keyOf(slot))) !== undefined;
    } catch {
      return true;
    }
  }

  /** Why a slot of which nothing is posted yet is not posted at all. */
  async function findEnd(digest: Digest, slot: Slot): Promise<Partial<Slot> | undefined> {
    const age = clock.now().getTime() - Date.parse(slot.due);
    if (isAtRest(digest)) return { state: 'skipped', problem: 'paused' };
    if (digest.skip === slot.slot) return { state: 'skipped', problem: 'asked to be left out' };
    if (age > latest) return { state: 'missed', problem: slot.problem ?? 'too late' };
    if (!isOld(slot)) return undefined;
    const newer = await slots.list(slot.digest, 1);
    const isFollowed = newer.some((each) => each.state === 'due' && each.slot !== slot.slot);
    return isFollowed ? { state: 'merged', problem: slot.problem } : undefined;
  }

  /** `look`: somebody may have sent the next part already. */
  async function post(digest: Digest, adapter: ChatAdapter, first: Claim, look: boolean): Promise<void> {
    let claim = first;
    /** Why not all of a card that stands could be posted. */
    let problem: string | null = null;
    const { cards, shown } = readMessage(claim.slot);
    for (const [index, card] of cards.entries()) {
      if (index < claim.slot.posted.length) continue;
      // Its head says already that an article was removed.
      if (index > 0 && (await showsRemoved(claim.slot))) {
        problem = 'an article that it shows was removed';
        break;
      }
      const mayStand = look && index === first.slot.posted.length;
      const delivery = await sendPart(digest, adapter, claim, card, mayStand);
      if (!delivery.ok) return fail(digest, claim, delivery.failure);
      if (digest.paused?.reason === 'gone') await wake(digest);
      const part = { card, message: delivery.message, shown };
      await rememberPosted(storage, digest, claim.slot, part, clock.now());
      const posted = [...claim.slot.posted, JSON.stringify(delivery.message)];
      problem = delivery.problem ?? problem;
      const kept = await keep(claim, { posted, attempts: 0, problem });
      if (!kept) return;
      claim = kept;
    }
    await close(claim, { state: 'posted', problem });
    logger.info('A digest was posted.', { digest: digest.id, slot: claim.slot.slot });
  }

  async function sendPart(
    digest: Digest,
    adapter: ChatAdapter,
    claim: Claim,
    card: Card,
    mayStand: boolean,
  ): Promise<Delivery> {
    const { slot } = claim;
    const address = addressOf(digest, slot);
    const key = keyOf(slot);
    let renewal: Promise<unknown> = Promise.resolve();
    const renewing = setInterval(() => {
      // Whether the claim is lost shows when the outcome is stored.
      renewal = slots.update(claim, slot, clock.now(), LEASE).catch(() => undefined);
    }, RENEW);
    try {
      // A card may go into several messages: each that is missing is sent, also where the first stands.
      return await adapter.deliver(address, card, { key, ...(mayStand ? { mayStand } : {}) });
    } catch (error) {
      return { ok: false, failure: { kind: 'retry', after: 0, reason: messageOf(error) } };
    } finally {
      clearInterval(renewing);
      await renewal;
    }
  }

  async function fail(digest: Digest, claim: Claim, failure: Failure) {
    const now = clock.now();
    const slot = afterFailure(claim.slot, failure, { now, latest, random: random() });
    await slots.release(claim, slot);
    const fields = { digest: digest.id, slot: slot.slot, problem: failure.reason };
    if (slot.state === 'fixed' || slot.state === 'due') {
      logger.warn('A digest waits for another attempt.', { ...fields, next: slot.next });
      return;
    }
    logger.error('A digest was given up.', { ...fields, state: slot.state });
    const isKnown = await isRepeated(slot);
    if (failure.kind === 'refused' && !isKnown)
      await options.onRefused(digest, failure.reason, slot.posted.length > 0);
    // Where its head stands, it is the head or its thread that is gone: somebody deleted it. The next digest may be posted.
    if (slot.state !== 'gone' || (isKnown && digest.paused !== null)) return;
    const paused = { since: now.toISOString(), reason: 'gone', detail: failure.reason } as const;
    const resting = { ...((await digests.find(digest.id)) ?? digest), paused };
    await digests.put(resting);
    await options.onGone(resting, failure.reason);
  }

  /** Whether the slot before had the same problem: who can help was told then. */
  async function isRepeated({ digest, problem }: Slot): Promise<boolean> {
    const [, before] = await slots.list(digest, 2);
    return before?.problem === problem;
  }

  /** Its channel is there again: nobody may have told that, as where it happened while no process ran. */
  async function wake(digest: Digest): Promise<void> {
    const resting = await digests.find(digest.id);
    if (resting?.paused?.reason === 'gone') await digests.put({ ...resting, paused: null });
  }

  function keep(claim: Claim, change: Partial<Slot>): Promise<Claim | undefined> {
    const now = clock.now();
    return slots.update(claim, { ...claim.slot, ...change, changed: now.toISOString() }, now, LEASE);
  }

  async function close(claim: Claim, change: Partial<Slot>): Promise<void> {
    await slots.release(claim, { ...claim.slot, ...change, changed: clock.now().toISOString() });
  }

  return workOn;
}

/** People let it rest. One whose channel is gone is tried at each of its times: it goes on as soon as that is there again. */
export function isAtRest({ paused }: Digest): boolean {
  return paused?.reason === 'asked';
}

/** The key of the next part: the same for each attempt at it, whoever makes it. */
function keyOf({ digest, slot, posted }: Slot): string {
  return [digest, slot, posted.length].join('/');
}

/** The head goes to the channel, what follows to the thread under it. */
function addressOf({ place }: Digest, { posted }: Slot): Address {
  const [head] = posted;
  if (head === undefined) return place;
  return { ...place, thread: (JSON.parse(head) as MessageReference).id };
}

function readMessage({ message }: Slot): Pick<DigestMessage, 'cards' | 'shown'> {
  return JSON.parse(message ?? '{"cards":[],"shown":[]}') as Pick<DigestMessage, 'cards' | 'shown'>;
}
