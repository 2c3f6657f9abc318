/** The real program as a process, run from its sources. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `briefwire <args>` with these lines typed in, until it ends. Nothing of the environment's settings reaches it. */
export function runBriefwire(
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Record<string, string>; readonly folder?: string } = {},
): Promise<Finished> {
  const child = spawn(process.execPath, ['--import', 'tsx', `${ROOT}src/cli/main.ts`, ...args], {
    cwd: options.folder ?? ROOT,
    env: { PATH: process.env['PATH'], STORE_URL: 'memory:', NO_COLOR: '1', ...options.env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.end(options.input ?? '');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
