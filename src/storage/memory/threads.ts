/** Threads with their turns, in memory. */
import { threadOfPerson } from '../../chat/conversation.ts';
import type { ThreadState, ThreadStore } from '../../chat/stores.ts';
import { compare } from '../keys.ts';
import type { Forgetful } from './forgetful.ts';

export function createMemoryThreads(): ThreadStore & Forgetful {
  const threads = new Map<string, ThreadState>();

  function change(key: string, turns: (state: ThreadState) => ThreadState['turns']): void {
    const state = threads.get(key);
    if (state !== undefined) threads.set(key, { ...state, turns: turns(state) });
  }

  return {
    async find(key) {
      return threads.get(key);
    },
    async put(state) {
      // At the end, also one that is known: of one instant the last is the newest.
      threads.delete(state.key);
      threads.set(state.key, state);
    },
    async appendTurn(key, turn) {
      change(key, (state) => [...state.turns, turn]);
    },
    async replaceTurn(key, message, turn) {
      const found = threads.get(key)?.turns.some((old) => old.message === message) ?? false;
      change(key, (state) => state.turns.map((old) => (old.message === message ? turn : old)));
      return found;
    },
    async removeTurns({ platform, space, channel }, message) {
      const isThere = ({ address }: ThreadState) =>
        address.platform === platform && address.space === space && address.channel === channel;
      const found = [...threads.values()].filter(isThere);
      for (const { key } of found)
        change(key, ({ turns }) => turns.filter((turn) => turn.message !== message));
      return found.flatMap(({ turns }) => turns.filter((turn) => turn.message === message));
    },
    async findLatestBrief({ platform, space, channel }) {
      return [...threads.values()]
        .filter(({ address, query }) => {
          if (query === '' || address.platform !== platform) return false;
          return address.space === space && address.channel === channel;
        })
        .reverse()
        .sort((a, b) => compare(b.created, a.created))[0];
    },
    forget(space, actor) {
      let gone = 0;
      for (const { key, address, turns } of [...threads.values()]) {
        if (address.space !== space) continue;
        gone += turns.filter((turn) => turn.actor === actor).length;
        if (address.thread === threadOfPerson(actor)) threads.delete(key);
        else change(key, () => turns.filter((turn) => turn.actor !== actor));
      }
      return gone;
    },
    purge(before) {
      for (const state of [...threads.values()]) {
        const turns = state.turns.filter((turn) => turn.at >= before);
        if (turns.length === 0 && state.created < before) threads.delete(state.key);
        else change(state.key, () => turns);
      }
    },
    removeSpace(space) {
      for (const { key, address } of [...threads.values()]) if (address.space === space) threads.delete(key);
    },
  };
}
