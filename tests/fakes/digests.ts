import type { Digest, Slot } from '../../src/core/digest/ports.ts';

export function buildDigest(over: Partial<Digest> = {}): Digest {
  return {
    id: 'd1',
    place: { platform: 'slack', space: 'T1', channel: 'C1' },
    cron: '0 8 * * *',
    zone: 'UTC',
    topics: [],
    sources: [],
    length: 'short',
    empty: 'say',
    origin: 'chat',
    paused: null,
    skip: null,
    createdBy: 'U1',
    created: '2026-03-01T00:00:00.000Z',
    ...over,
  };
}

export function buildSlot(over: Partial<Slot> = {}): Slot {
  return {
    digest: 'd1',
    slot: '2026-03-02T08:00:00',
    due: '2026-03-02T08:00:00.000Z',
    state: 'due',
    missed: 0,
    attempts: 0,
    next: '2026-03-02T08:00:00.000Z',
    message: null,
    revision: null,
    told: [],
    posted: [],
    problem: null,
    changed: '2026-03-02T08:00:00.000Z',
    ...over,
  };
}
