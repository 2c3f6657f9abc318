/** Keeps everything in this process and nothing after it. The reference that the other stores are compared with. */
import type { Storage } from '../../chat/stores.ts';
import { createMemoryArticles } from './articles.ts';
import {
  createMemoryAudit,
  createMemoryCommands,
  createMemoryEvents,
  createMemoryFeedback,
  createMemoryHints,
  createMemoryShown,
  createMemorySpaces,
} from './conversation.ts';
import { createMemoryDigests } from './digests.ts';
import { createMemoryIndex } from './index-snapshot.ts';
import { createMemoryNotices } from './notices.ts';
import { createMemorySources } from './sources.ts';
import { createMemoryThreads } from './threads.ts';

export function createMemoryStorage(now: () => Date = () => new Date()): Storage {
  const articles = createMemoryArticles();
  const sources = createMemorySources();
  const threads = createMemoryThreads();
  const commands = createMemoryCommands(now);
  const feedback = createMemoryFeedback();
  const spaces = createMemorySpaces();
  const hints = createMemoryHints();
  const shown = createMemoryShown();
  const notices = createMemoryNotices();
  const audit = createMemoryAudit();
  const digests = createMemoryDigests();
  return {
    articles,
    index: createMemoryIndex(),
    sources,
    threads,
    events: createMemoryEvents(),
    commands,
    feedback,
    spaces,
    hints,
    shown,
    notices,
    audit,
    digests: digests.digests,
    slots: digests.slots,
    async forget(space, actor) {
      for (const store of [feedback, notices, audit, digests]) store.forget(space, actor);
      return threads.forget(space, actor);
    },
    async purge(before) {
      for (const store of [threads, commands, feedback, shown, notices, audit])
        store.purge(before.toISOString());
      await digests.slots.purge(before);
    },
    async removeSpace(space) {
      for (const store of [
        articles,
        sources,
        threads,
        feedback,
        spaces,
        hints,
        shown,
        notices,
        audit,
        digests,
      ]) {
        store.removeSpace(space);
      }
    },
    async close() {
      // Nothing is open.
    },
  };
}
