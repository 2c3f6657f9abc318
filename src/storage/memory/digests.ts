/** Digests and their slots, in memory. In SQLite they are two files; here a digest that is removed takes its slots along. */
import type { Claim, Digest, DigestPlace, DigestStore, Slot, SlotStore } from '../../core/digest/ports.ts';
import { BriefwireError } from '../../core/errors.ts';
import { compare } from '../keys.ts';
import { isHeld, isOpen, isTold, newToken, ownerOf } from '../slots.ts';
import type { Forgetful } from './forgetful.ts';

interface Held {
  slot: Slot;
  token: string | null;
  from: number;
  until: number;
}

export function createMemoryDigests(): { digests: DigestStore; slots: SlotStore } & Omit<Forgetful, 'purge'> {
  const digests = new Map<string, Digest>();
  const planned = new Map<string, Date>();
  /** As `byDue` within each digest. */
  const slots = new Map<string, Held[]>();

  function slotsOf(digest: string): Held[] {
    return slots.get(digest) ?? [];
  }

  function removeDigest(id: string): void {
    digests.delete(id);
    planned.delete(id);
    slots.delete(id);
  }

  function findHeld({ slot, token }: Claim): Held | undefined {
    return slotsOf(slot.digest).find((held) => held.slot.slot === slot.slot && held.token === token);
  }

  /** The first open slot of each digest: the only one that may be worked on. */
  function firstOpen(): Held[] {
    return [...slots.values()].flatMap((all) => all.find((held) => isOpen(held.slot)) ?? []);
  }

  return {
    digests: {
      async find(id) {
        return digests.get(id);
      },
      async list(space) {
        return [...digests.values()]
          .filter((digest) => space === undefined || digest.place.space === space)
          .sort((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
      },
      async put(digest) {
        digests.set(digest.id, digest);
      },
      async remove(id) {
        removeDigest(id);
      },
      async replaceFile(given, waiting = []) {
        for (const { id } of given) {
          if (digests.get(id)?.origin === 'chat') {
            throw new BriefwireError('bad-settings', `The digest id "${id}" is taken by one made in chat.`);
          }
        }
        const wanted = new Set([...given.map((digest) => digest.id), ...waiting]);
        for (const { id, origin } of [...digests.values()]) {
          if (origin === 'file' && !wanted.has(id)) removeDigest(id);
        }
        for (const digest of given) {
          const { paused, skip, created } = digests.get(digest.id) ?? digest;
          digests.set(digest.id, { ...digest, paused, skip, created });
        }
      },
      async planned(id) {
        return planned.get(id);
      },
    },
    slots: {
      async plan(digest, added, until) {
        if (!digests.has(digest)) return;
        const known = slotsOf(digest);
        const isNew = (slot: Slot) => !known.some((held) => held.slot.slot === slot.slot);
        const fresh = added.filter(isNew).map((slot) => ({ slot, token: null, from: 0, until: 0 }));
        slots.set(
          digest,
          [...known, ...fresh].sort((a, b) => byDue(a.slot, b.slot)),
        );
        if (until !== undefined) planned.set(digest, until);
      },
      async claim({ now, milliseconds, owner, platforms }) {
        const isServed = ({ digest }: Slot) => {
          const place = digests.get(digest)?.place;
          return place !== undefined && platforms.includes(place.platform);
        };
        const [held] = firstOpen()
          .filter((each) => !isHeld(each, now) && each.slot.next <= now.toISOString() && isServed(each.slot))
          .sort((a, b) => compare(a.slot.due, b.slot.due) || compare(a.slot.digest, b.slot.digest));
        if (held === undefined) return undefined;
        const token = newToken(owner);
        const until = new Date(now.getTime() + milliseconds);
        Object.assign(held, { token, from: now.getTime(), until: until.getTime() });
        return { slot: held.slot, token, until };
      },
      async update(claim, slot, now, milliseconds) {
        const held = findHeld(claim);
        if (held === undefined) return undefined;
        const until = new Date(now.getTime() + milliseconds);
        Object.assign(held, { slot, from: now.getTime(), until: until.getTime() });
        return { slot, token: claim.token, until };
      },
      async release(claim, slot) {
        const held = findHeld(claim);
        if (held === undefined) return false;
        Object.assign(held, { slot, token: null, from: 0, until: 0 });
        return true;
      },
      async breakClaims(isDead, before) {
        const dead = firstOpen().filter(
          ({ token, from }) => token !== null && from <= before.getTime() && isDead(ownerOf(token)),
        );
        for (const held of dead) Object.assign(held, { token: null, from: 0, until: 0 });
        return dead.length;
      },
      async find(digest, slot) {
        return slotsOf(digest).find((held) => held.slot.slot === slot)?.slot;
      },
      async list(digest, limit) {
        return slotsOf(digest)
          .map((held) => held.slot)
          .reverse()
          .slice(0, limit);
      },
      async listTold(place, limit) {
        return [...digests.values()]
          .filter((digest) => isSamePlace(digest.place, place))
          .flatMap((digest) => slotsOf(digest.id).map((held) => held.slot))
          .filter(isTold)
          .sort((a, b) => byDue(b, a))
          .slice(0, limit);
      },
      async purge(before) {
        for (const [digest, all] of slots) {
          const isKept = (held: Held) =>
            isOpen(held.slot) || held.slot.changed >= before.toISOString() || held === all.at(-1);
          slots.set(digest, all.filter(isKept));
        }
      },
    },
    forget(space, actor) {
      for (const digest of [...digests.values()]) {
        if (digest.place.space === space && digest.createdBy === actor) {
          digests.set(digest.id, { ...digest, createdBy: null });
        }
      }
      return 0;
    },
    removeSpace(space) {
      for (const { id, place } of [...digests.values()]) if (place.space === space) removeDigest(id);
    },
  };
}

function byDue(a: Slot, b: Slot): number {
  return compare(a.due, b.due) || compare(a.slot, b.slot) || compare(a.digest, b.digest);
}

function isSamePlace(a: DigestPlace, b: DigestPlace): boolean {
  return a.platform === b.platform && a.space === b.space && a.channel === b.channel;
}
