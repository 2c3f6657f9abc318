/**
 * When sources are looked at: one task a source. Each wakes every minute at a second of its own, so that sources
 * do not march in step; whether the source is due then is decided by what the store remembers of it.
 */
import { createHash } from 'node:crypto';
import { wakeEvery } from './waking.ts';

/** What the tasks need of the sources. */
export interface DueSources {
  ids(): Promise<string[]>;
  /** Begins to read a source if it is due, without waiting for it. */
  startDue(id: string): Promise<void>;
}

export interface SourceTasks {
  /** Gives new sources a task, and looks at them at once; ends the tasks of those that are gone. */
  keep(): Promise<void>;
  stop(): Promise<void>;
}

export function createSourceTasks(sources: DueSources): SourceTasks {
  const tasks = new Map<string, { stop(): Promise<void> }>();
  return {
    async keep() {
      const present = new Set(await sources.ids());
      for (const [id, task] of tasks) {
        if (present.has(id)) continue;
        tasks.delete(id);
        await task.stop();
      }
      for (const id of present) {
        if (tasks.has(id)) continue;
        tasks.set(
          id,
          wakeEvery(60, () => sources.startDue(id), secondOf(id)),
        );
        await sources.startDue(id);
      }
    },
    async stop() {
      await Promise.all([...tasks.values()].map((task) => task.stop()));
      tasks.clear();
    },
  };
}

/** So many seconds after the others a source is looked at, from 1 to 60: the same in each run and each process. */
function secondOf(id: string): number {
  return (createHash('sha256').update(id).digest().readUInt16BE() % 60) + 1;
}
