import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import { storageContract } from '../contracts/storage-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefwire-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;

storageContract('sqlite', () => {
  number += 1;
  return openStorage(`sqlite:${join(folder, `new/${number}.db`)}`);
});
