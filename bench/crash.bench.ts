/** The crash test at length, Slack and Discord in one process: `npx tsx bench/main.ts crash`. `KILLS=50` for fewer. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, runCrashes } from '../tests/fakes/crash-run.ts';

/**
 * On Slack the two messages of a digest take two seconds, since it takes one a second in a channel, and few lives are longer:
 * more often, and the rest would never be caught up with.
 */
const EVERY = { slack: [6, 10, 12], discord: [2, 3, 4] };

export async function run(): Promise<void> {
  const kills = Number(process.env['KILLS'] ?? 300);
  // Built once: a process that is started hundreds of times is not to be compiled each time.
  const built = '.cache/crash';
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  const build = spawnSync(tsc, ['-p', 'tsconfig.build.json', '--outDir', built], { cwd: ROOT });
  if (build.status !== 0) throw new Error(`the program cannot be built: ${build.stdout}`);
  const started = Date.now();
  const program = [`${built}/cli/main.js`];
  const { ends, messages, twice, lost, deaf } = await runCrashes({
    kills,
    every: EVERY,
    life: 2000,
    pause: 500,
    program,
  });
  const seconds = (Date.now() - started) / 1000;
  const list = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  console.log(`${kills} kills in ${Math.round(seconds)} s (${(seconds / kills).toFixed(1)} s each)`);
  console.log(`slots: ${list(ends)}; messages: ${list(messages)}`);
  console.log(`posted twice: ${twice.length} (goal 0)`);
  console.log(`lost: ${lost.length} (goal 0)`);
  console.log(`threads that nobody could ask: ${deaf.length} (goal 0)`);
  for (const problem of [...twice, ...lost, ...deaf].slice(0, 10)) console.log(`  ${problem}`);
  if (twice.length + lost.length + deaf.length > 0) process.exitCode = 1;
}
