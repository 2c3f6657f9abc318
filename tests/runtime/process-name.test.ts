import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createProcessName, isProcessDead } from '../../src/runtime/process-name.ts';

const ours = createProcessName();
/** The name of a process here with another number. */
const withNumber = (pid: number) => ours.replace(`/${process.pid}/`, `/${pid}/`);

test('this process lives, and so does its parent', () => {
  expect(isProcessDead(ours, ours)).toBe(false);
  expect(isProcessDead(withNumber(process.ppid), ours)).toBe(false);
});

test('a process that ended is dead, and so is an earlier one with our number', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(isProcessDead(withNumber(pid), ours)).toBe(true);
  expect(isProcessDead(createProcessName(), ours)).toBe(true);
});

test('of a process on another machine, or of one that names itself otherwise, nobody can tell', () => {
  expect(isProcessDead(`elsewhere ${ours}`, ours)).toBe(false);
  expect(isProcessDead('', ours)).toBe(false);
  expect(isProcessDead(withNumber(-1), ours)).toBe(false);
});
