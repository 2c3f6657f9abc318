/** The crash test at length: `npx tsx bench/main.ts crash`. `KILLS=50` for fewer. */
import { runCrashes } from '../tests/fakes/crash-run.ts';

export async function run(): Promise<void> {
  const kills = Number(process.env['KILLS'] ?? 300);
  const started = Date.now();
  const { ends, messages, twice, lost, deaf } = await runCrashes(kills, { life: 2500, pause: 1000 });
  const slots = Object.entries(ends).map(([state, count]) => `${count} ${state}`);
  console.log(
    `${kills} kills in ${Math.round((Date.now() - started) / 1000)} s; slots: ${slots.join(', ')}; ${messages} messages`,
  );
  console.log(`posted twice: ${twice.length} (goal 0)`);
  console.log(`lost: ${lost.length} (goal 0)`);
  console.log(`threads that nobody could ask: ${deaf.length} (goal 0)`);
  for (const problem of [...twice, ...lost, ...deaf].slice(0, 10)) console.log(`  ${problem}`);
  if (twice.length + lost.length + deaf.length > 0) process.exitCode = 1;
}
