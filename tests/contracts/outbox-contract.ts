import { describe } from 'vitest';
import type { Storage } from '../../src/chat/stores.ts';
import { failuresContract } from './outbox/failures.ts';
import { meanwhileContract } from './outbox/meanwhile.ts';
import { postingContract } from './outbox/posting.ts';
import { timesContract } from './outbox/times.ts';
import { createWorld, type OpenWorld } from './outbox/world.ts';

/** What digests promise on any store. `open` gives an empty one each time. */
export function outboxContract(name: string, open: () => Promise<Storage>): void {
  const openWorld: OpenWorld = async (digest = {}) => createWorld(await open(), digest);
  describe(`digests on ${name}`, () => {
    describe('at their time', () => postingContract(openWorld));
    describe('when something fails', () => failuresContract(openWorld));
    describe('while people change it', () => meanwhileContract(openWorld));
    describe('when clocks and people move', () => timesContract(openWorld));
  });
}
