/** What an adapter is given beside its settings, where a test or a bench cares for some of it only. */
import type { AdapterDeps } from '../../src/chat/port.ts';
import { createMemoryStorage } from '../../src/storage/memory/storage.ts';

const silent = () => undefined;

export function adapterDeps(more: Partial<AdapterDeps> = {}): AdapterDeps {
  const { commands, hints } = createMemoryStorage();
  return {
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    clock: { now: () => new Date() },
    commands,
    hints,
    onLost: silent,
    ...more,
  };
}
