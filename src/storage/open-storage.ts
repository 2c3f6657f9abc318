/** Which store an address such as `sqlite:./data/briefwire.db` means. */
import type { Storage } from '../chat/stores.ts';
import { BriefwireError } from '../core/errors.ts';
import { createMemoryStorage } from './memory/storage.ts';
import { openSqliteStorage } from './sqlite/storage.ts';

/**
 * Opens the store that `STORE_URL` names: `memory:` or `sqlite:<path>`. Makes what is missing.
 * Rejects with `bad-settings` where the address is not understood, and with `storage` where the store cannot be used.
 */
export async function openStorage(url: string): Promise<Storage> {
  if (url === 'memory:') return createMemoryStorage();
  const path = /^sqlite:(?:\/\/)?(.+)$/s.exec(url)?.[1];
  if (path !== undefined) return openSqliteStorage(path);
  // Only how it begins is said: the rest may hold a password.
  const scheme = /^[a-z]+:/i.exec(url)?.[0] ?? 'no scheme';
  throw new BriefwireError(
    'bad-settings',
    `STORE_URL (${scheme}) is no store that is known: write sqlite:./data/briefwire.db, or memory: to keep nothing.`,
  );
}
