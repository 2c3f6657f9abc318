/** Names this process, so that another on the same machine can tell whether it still lives. */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Process numbers mean something within one machine and one container only. */
const PLACE = `${hostname()} ${readNamespace()}`;

/** A new name for each start. */
export function createProcessName(): string {
  return [PLACE, process.pid, randomUUID()].join('/');
}

/** True only where it is certain: the process ran here, and its number is nobody's or ours now. */
export function isProcessDead(name: string, ourName: string): boolean {
  if (name === ourName) return false;
  const [place, pid] = name.split('/');
  const number = Number(pid);
  if (place !== PLACE || !Number.isSafeInteger(number) || number <= 0) return false;
  return number === process.pid || !isRunning(number);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function readNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replaceAll('/', '');
  } catch {
    // Only Linux has such namespaces.
    return '-';
  }
}
