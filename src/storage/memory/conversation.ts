/** What the conversation remembers beside its threads, in memory: events, long commands, ratings, spaces, hints, shown cards, changes. */
import type { Command } from '../../chat/command.ts';
import type {
  AuditLog,
  Change,
  CommandStore,
  EventStore,
  Feedback,
  FeedbackStore,
  HintStore,
  ShownCard,
  ShownStore,
  SpaceState,
  SpaceStore,
} from '../../chat/stores.ts';
import { commandId, compare, EVENT_MILLISECONDS, messageKey } from '../keys.ts';
import type { Forgetful } from './forgetful.ts';

export function createMemoryEvents(): EventStore {
  const claimed = new Map<string, number>();
  return {
    async claim(keys, now) {
      const since = now.getTime() - EVENT_MILLISECONDS;
      for (const [key, at] of claimed) if (at <= since) claimed.delete(key);
      const isNew = !keys.some((key) => claimed.has(key));
      for (const key of keys) claimed.set(key, now.getTime());
      return isNew;
    },
  };
}

export function createMemoryCommands(now: () => Date): CommandStore & Pick<Forgetful, 'purge'> {
  const commands = new Map<string, { command: Command; at: string }>();
  return {
    async keep(command) {
      const id = commandId(command);
      commands.set(id, { command, at: now().toISOString() });
      return id;
    },
    async find(id) {
      return commands.get(id)?.command;
    },
    purge(before) {
      for (const [id, { at }] of commands) if (at < before) commands.delete(id);
    },
  };
}

export function createMemoryFeedback(): FeedbackStore & Forgetful {
  let votes: Feedback[] = [];
  return {
    async put(vote) {
      const isOther = (old: Feedback) =>
        old.space !== vote.space || old.actor !== vote.actor || old.about !== vote.about;
      votes = [...votes.filter(isOther), vote];
    },
    async count(space) {
      const here = votes.filter((vote) => vote.space === space);
      const helpful = here.filter((vote) => vote.helpful).length;
      return { helpful, unhelpful: here.length - helpful };
    },
    forget(space, actor) {
      const before = votes.length;
      votes = votes.filter((vote) => vote.space !== space || vote.actor !== actor);
      return before - votes.length;
    },
    purge(before) {
      votes = votes.filter((vote) => vote.at >= before);
    },
    removeSpace(space) {
      votes = votes.filter((vote) => vote.space !== space);
    },
  };
}

export function createMemorySpaces(): SpaceStore & Pick<Forgetful, 'removeSpace'> {
  const spaces = new Map<string, SpaceState>();
  return {
    async find(space) {
      return spaces.get(space);
    },
    async put(state) {
      spaces.set(state.space, state);
    },
    async list() {
      return [...spaces.values()].sort((a, b) => compare(a.space, b.space));
    },
    removeSpace(space) {
      spaces.delete(space);
    },
  };
}

export function createMemoryHints(): HintStore & Pick<Forgetful, 'removeSpace'> {
  const told = new Set<string>();
  return {
    async claim(space) {
      const isFirst = !told.has(space);
      told.add(space);
      return isFirst;
    },
    async giveBack(space) {
      told.delete(space);
    },
    removeSpace(space) {
      told.delete(space);
    },
  };
}

export function createMemoryShown(): ShownStore & Omit<Forgetful, 'forget'> {
  const cards = new Map<string, ShownCard>();

  function removeWhere(isGone: (card: ShownCard) => boolean): void {
    for (const [key, card] of cards) if (isGone(card)) cards.delete(key);
  }

  return {
    async put(card) {
      // At the end, also one that is known: of one instant the last goes first.
      cards.delete(messageKey(card.message));
      cards.set(messageKey(card.message), card);
    },
    async findByArticle(article) {
      return [...cards.values()]
        .filter((card) => card.shown.some((shown) => shown.article === article))
        .reverse()
        .sort((a, b) => compare(b.at, a.at));
    },
    purge(before) {
      removeWhere((card) => card.at < before);
    },
    removeSpace(space) {
      removeWhere((card) => card.message.address.space === space);
    },
  };
}

export function createMemoryAudit(): AuditLog & Forgetful {
  let changes: Change[] = [];
  return {
    async append(change) {
      changes.push(change);
    },
    async list(space, limit) {
      return changes
        .filter((change) => change.space === space)
        .reverse()
        .slice(0, limit);
    },
    /** What was done stays known, who did it does not. */
    forget(space, actor) {
      const isTheirs = (change: Change) => change.space === space && change.actor === actor;
      const count = changes.filter(isTheirs).length;
      changes = changes.map((change) => (isTheirs(change) ? { ...change, actor: null } : change));
      return count;
    },
    purge(before) {
      changes = changes.filter((change) => change.at >= before);
    },
    removeSpace(space) {
      changes = changes.filter((change) => change.space !== space);
    },
  };
}
