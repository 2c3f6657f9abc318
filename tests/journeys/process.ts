/** The real program as a process, run from its sources. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly ended: Promise<Finished>;
  /** Resolves when these words stand in its output; rejects when it ends before. */
  says(words: string): Promise<void>;
  /** Types a line. */
  types(line: string): void;
  /** Reads no more of its output. */
  closes(): void;
  /** Asks it to leave, as a service manager does. */
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

interface Options {
  readonly input?: string;
  readonly env?: Record<string, string>;
}

/** Starts `briefwire <args>`. Nothing of this environment's settings reaches it. */
export function startBriefwire(args: readonly string[], options: Options = {}): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', `${ROOT}src/cli/main.ts`, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], STORE_URL: 'memory:', NO_COLOR: '1', ...options.env },
  });
  let out = '';
  let err = '';
  let look = () => {};
  child.stdout.on('data', (chunk) => {
    out += chunk;
    look();
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
    look();
  });
  if (options.input !== undefined) child.stdin.end(options.input);
  const ended = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return {
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        look = () => {
          if ((out + err).includes(words)) resolve();
        };
        look();
        void ended.then(() => reject(new Error(`it ended without "${words}": ${err}`)));
      }),
    types: (line) => child.stdin.write(`${line}\n`),
    closes: () => child.stdout.destroy(),
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs `briefwire <args>` with these lines typed in, until it ends. */
export function runBriefwire(args: readonly string[], options: Options = {}): Promise<Finished> {
  return startBriefwire(args, { input: '', ...options }).ended;
}
