/** What people do to digests, over the stores. Who may do it, and what is said about it, is decided by the caller. */
import { BriefwireError } from '../errors.ts';
import type { Digest, DigestPlace, DigestStore, Schedule, Slot, SlotStore } from './ports.ts';
import { buildSlot, findDue } from './slots.ts';
import { wallAt } from './zones.ts';

export type NewDigest = Pick<Digest, 'place' | 'cron' | 'zone' | 'topics' | 'createdBy'> &
  Partial<Pick<Digest, 'sources' | 'length' | 'empty'>>;

/** One line of the list. */
export interface DigestLine {
  readonly digest: Digest;
  /** The next instants at which it is posted; none while it is paused. */
  readonly due: readonly Date[];
  /** How its newest slot ended, or what it waits for. */
  readonly last: Slot | undefined;
}

export interface DigestDesk {
  /** Throws a `bad-request` where cron expression or zone is wrong, or the channel has the same digest already. */
  add(digest: NewDigest, now: Date): Promise<Digest>;
  list(space: string, now: Date): Promise<DigestLine[]>;
  describe(digest: Digest, now: Date): Promise<DigestLine>;
  pause(digest: Digest, reason: 'asked' | 'gone', detail: string, now: Date): Promise<Digest>;
  /** What came due meanwhile is not posted. */
  resume(digest: Digest, now: Date): Promise<Digest>;
  /** Resumes what was paused because this channel, or all of the space, was gone. */
  resumeGone(place: Pick<DigestPlace, 'space'> & { channel?: string }, now: Date): Promise<Digest[]>;
  /** Leaves out the next due time; gives that. */
  skip(digest: Digest, now: Date): Promise<{ readonly slot: string; readonly at: Date }>;
  /** Throws `not-allowed` for a digest of the file. */
  remove(digest: Digest): Promise<void>;
  /** Has it posted at once, as a slot of its own. */
  postNow(digest: Digest, now: Date): Promise<Slot>;
}

export function createDigestDesk(digests: DigestStore, slots: SlotStore, schedule: Schedule): DigestDesk {
  async function describe(digest: Digest, now: Date): Promise<DigestLine> {
    const [last] = await slots.list(digest.id, 1);
    if (digest.paused) return { digest, due: [], last };
    const due = findDue(digest, schedule, now, 4).filter(({ slot }) => slot !== digest.skip);
    return { digest, due: due.slice(0, 3).map(({ at }) => at), last };
  }

  async function resume(digest: Digest, now: Date): Promise<Digest> {
    const resumed = { ...digest, paused: null };
    await slots.plan(digest.id, [], now);
    await digests.put(resumed);
    return resumed;
  }

  return {
    async add(wanted, now) {
      schedule.next(wanted.cron, wanted.zone, now);
      const there = await digests.list(wanted.place.space);
      const same = there.find((digest) => isSame(digest, wanted));
      if (same) throw new BriefwireError('bad-request', `This channel has that digest already: ${same.id}.`);
      const digest: Digest = {
        sources: [],
        length: 'short',
        empty: 'say',
        ...wanted,
        id: findFreeId(wanted, new Set((await digests.list()).map(({ id }) => id))),
        origin: 'chat',
        paused: null,
        skip: null,
        created: now.toISOString(),
      };
      await digests.put(digest);
      return digest;
    },
    async list(space, now) {
      return Promise.all((await digests.list(space)).map((digest) => describe(digest, now)));
    },
    describe,
    async pause(digest, reason, detail, now) {
      const paused = { ...digest, paused: { since: now.toISOString(), reason, detail } };
      await digests.put(paused);
      return paused;
    },
    resume,
    async resumeGone({ space, channel }, now) {
      const gone = (await digests.list(space)).filter(
        ({ paused, place }) =>
          paused?.reason === 'gone' && (channel === undefined || place.channel === channel),
      );
      return Promise.all(gone.map((digest) => resume(digest, now)));
    },
    async skip(digest, now) {
      const due = schedule.next(digest.cron, digest.zone, now);
      await digests.put({ ...digest, skip: due.slot });
      return due;
    },
    async remove(digest) {
      if (digest.origin === 'file') {
        const message = `The digest ${digest.id} stands in config/digests.yaml: remove it there, or pause it here.`;
        throw new BriefwireError('not-allowed', message);
      }
      await digests.remove(digest.id);
    },
    async postNow(digest, now) {
      const slot = buildSlot(digest, { slot: wallAt(now, digest.zone), at: now }, 'due', now);
      await slots.plan(digest.id, [slot]);
      return slot;
    },
  };
}

function isSame(digest: Digest, wanted: NewDigest): boolean {
  const text = ({ place, cron, zone, topics }: NewDigest) =>
    JSON.stringify([place.platform, place.channel, cron, zone, [...topics].sort()]);
  return text(digest) === text(wanted);
}

/** Short and easy to type: the first topic, or "digest", with a number where it is taken. */
function findFreeId({ topics }: NewDigest, taken: ReadonlySet<string>): string {
  const name = (topics[0] ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24);
  const base = name === '' ? 'digest' : name;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
