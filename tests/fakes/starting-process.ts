/**
 * Opens one new store after another, each at a fixed moment, so that several of these start at once on the same file:
 * `starting-process.ts FOLDER STORES`; the first moment comes on standard input. Tells what went wrong, and ends with "done".
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../../src/core/errors.ts';
import { openStorage } from '../../src/storage/open-storage.ts';

/** Between two stores, in milliseconds. */
const PACE = 60;

const [folder, stores] = process.argv.slice(2);
process.stdout.write('ready\n');
const [start] = (await once(process.stdin, 'data')) as [Buffer];
for (let n = 0; n < Number(stores); n += 1) {
  const moment = Number(start) + n * PACE;
  await pause(moment - Date.now() - 5);
  // A timer comes too late by some milliseconds; the last ones are waited for awake.
  while (Date.now() < moment);
  try {
    const store = await openStorage(`sqlite:${folder}/${n}.db`);
    await store.events.claim([`from ${process.pid}`], new Date());
    await store.close();
  } catch (error) {
    process.stdout.write(`${messageOf(error)}\n`);
  }
}
process.stdout.write('done\n');
process.exit();
